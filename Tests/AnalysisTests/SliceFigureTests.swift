import Analysis
import Figures
import Foundation
import Landscapes
import OutputFiles
import TestSupport
import Testing

@Suite struct SliceFigureTests {
  private let function = Cubic(domain: EuclideanSpace(dimension: 3))

  /// A plane is a map with contours and marks, a line a curve with lines at its points.
  @Test func figures() throws {
    let space = function.domain
    let folder = try TemporaryFolder()
    let plane = try Slice.plane(
      in: space, through: [0, 0, 0], [1, 0, 0], [0.2, 1, 0.5], points: 41)
    let map = plane.figure(
      plane.values(of: function), quantity: "f", title: "A plane", caption: ["by three points"])
    try map.write(to: folder.path, name: "plane")
    let script = try folder.text("plane.gp")
    #expect(script.contains("with image") && script.contains("contours every"))
    for name in ["point 1", "point 2", "point 3"] { #expect(script.contains("title '\(name)'")) }
    #expect(map.hasEqualUnits)
    let line = try Slice.line(in: space, from: [0, 0, 0], to: [1, 0, 0])
    let curve = line.figure(line.values(of: function), quantity: "f", title: "A line")
    try curve.write(to: folder.path, name: "line")
    #expect(curve.lines.map(\.position) == [0, 1])
    #expect(try folder.text("line.svg").contains("point 2"))
  }

  /// The table has a row for each point, of which the value is the landscape's there.
  @Test func tables() throws {
    let plane = try Slice.plane(
      in: function.domain, through: [0, 0, 0], along: [1, 0, 0], [0, 0, 1],
      ranges: (-1...1, 0...2), points: 3)
    let table = plane.table(
      plane.values(of: function),
      provenance: Provenance(model: "cubic", convention: "f", seed: nil))
    #expect(table.columns.map(\.name) == ["s", "t", "value"])
    let rows = table.csv().split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst()
    #expect(rows.count == 9)
    for row in rows {
      let numbers = row.split(separator: ",").compactMap { Double($0) }
      #expect(abs(numbers[2] - function.value([numbers[0], 0, numbers[1]])) < 1e-14)
    }
  }
}
