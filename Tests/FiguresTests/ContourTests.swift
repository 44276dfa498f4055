import Figures
import Foundation
import TestSupport
import Testing

@Suite struct ContourTests {
  private let grid = (0...40).map { Double($0) / 10 - 2 }

  /// The lines of a series of contours, each with its level.
  private func lines(_ series: Series) -> [(level: Double, points: [(x: Double, y: Double)])] {
    var lines: [(level: Double, points: [(x: Double, y: Double)])] = []
    var isNew = true
    for i in series.x.indices {
      guard series.x[i].isFinite else {
        isNew = true
        continue
      }
      if isNew { lines.append((series.upper![i], [])) }
      isNew = false
      lines[lines.count - 1].points.append((series.x[i], series.y[i]))
    }
    return lines
  }

  /// A paraboloid has circles, closed, each once, as round as linear interpolation makes them; in any unit of lengths and
  /// of values.
  @Test(arguments: [1e-9, 1, 1e9], [1e-9, 1, 1e9]) func circles(length: Double, unit: Double) {
    let places = grid.map { length * $0 }
    let bowl = map(places, places) { x, y in
      unit * ((x / length) * (x / length) + (y / length) * (y / length))
    }
    let found = lines(.contours(of: bowl, levels: [0.3 * unit, 1.2 * unit, 99 * unit]))
    #expect(found.count == 2)
    for (level, points) in found {
      let first = points[0]
      let last = points[points.count - 1]
      #expect(first == last && points.count > 20)
      // Interpolating r² over a cell of side h is wrong by h²/4 at most.
      for (x, y) in points {
        let square = (x * x + y * y) / (length * length)
        #expect(abs(square - level / unit) <= 0.0025 * (1 + 1e-9))
      }
    }
  }

  /// A plane has straight lines from border to border, exactly.
  @Test func straightLines() {
    let found = lines(.contours(of: map(grid, grid) { x, y in x + 2 * y }, levels: [-0.77, 0.31]))
    #expect(found.count == 2)
    for (level, points) in found {
      #expect(points.allSatisfy { abs($0.x + 2 * $0.y - level) < 1e-14 })
      let ends = [points[0], points[points.count - 1]]
      #expect(ends.allSatisfy { max(abs($0.x), abs($0.y)) == 2 })
    }
  }

  /// Around the crossing of xy = 0 lines keep apart, two for each sign.
  @Test func saddles() {
    let saddle = map(grid, grid, *)
    for level in [-1e-9, 1e-9] {
      let found = lines(.contours(of: saddle, levels: [level]))
      #expect(found.count == 2)
      for (_, points) in found {
        #expect(Set(points.map { $0.x > $0.y }).count == (level > 0 ? 2 : 1))
      }
    }
    // A single cell whose mean decides.
    for (low, expected) in [(-3.0, true), (-0.5, false)] {
      let cell = Series.map("c", x: [0, 1, 0, 1], y: [0, 0, 1, 1], values: [1, low, low, 1])
      let found = lines(.contours(of: cell, levels: [0]))
      // Lines that cut off the high corners run downwards.
      #expect(found.count == 2)
      let isFalling = found.allSatisfy {
        ($0.points[1].x - $0.points[0].x) * ($0.points[1].y - $0.points[0].y) < 0
      }
      #expect(isFalling == expected)
    }
  }

  /// Round numbers within the values, the same in any unit; powers of ten over decades.
  @Test(arguments: [1e-9, 1, 1e9]) func automaticLevels(unit: Double) {
    let wave = map(grid, grid) { x, y in unit * (3 + sin(x) + cos(2 * y)) }
    let levels = Set(Series.contours(of: wave).upper!).sorted()
    let half: [Double] = [1.5, 2, 2.5, 3, 3.5, 4, 4.5]
    #expect(levels.count == half.count)
    #expect(zip(levels, half).allSatisfy { abs($0 / unit - $1) < 1e-12 })
    let decades = map(grid, grid, colours: .init(.logarithmic)) { x, _ in unit * pow(10, x) }
    let powers = Set(Series.contours(of: decades).upper!).sorted()
    #expect(powers.map { (log10($0 / unit) * 1e6).rounded() / 1e6 }.allSatisfy { abs($0) <= 2 })
    #expect(powers.count >= 3)
  }

  /// No lines: of constants, of empty maps and single rows, of values without a colour, and beside a hole.
  @Test func nothingAndHoles() throws {
    for series in [
      map(grid, grid) { _, _ in 7 }, map(grid, [1], +), map([], [], +),
      map(grid, grid) { _, _ in .nan },
      map(grid, grid, colours: .init(.logarithmic)) { x, _ in -abs(x) - 1 },
    ] {
      #expect(Series.contours(of: series).x.isEmpty)
    }
    let hole = map(grid, grid) { x, y in abs(x) < 0.25 && abs(y) < 0.25 ? .nan : x }
    let contour = Series.contours(of: hole, levels: [0.05])
    #expect(!contour.x.isEmpty)
    #expect(zip(contour.x, contour.y).allSatisfy { $0.isNaN || abs($1) > 0.25 })
  }

  @Test func drawnAndInTheTable() throws {
    let folder = try TemporaryFolder()
    let bowl = map(grid, grid) { x, y in x * x + y * y }
    let contours = Series.contours(of: bowl, levels: [1, 2])
    try figure([bowl, contours]).write(to: folder.path, name: "f")
    #expect(SVGText(try folder.data("f.svg")).texts.contains("contours at 1, 2"))
    let rows = try folder.text("f.csv").split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(rows[0] == "x1,y1,upper1,x2,y2,level2")
    let levels = rows[1...contours.x.count].map { Double($0.split(separator: ",")[5]) }
    #expect(levels == contours.upper!)
  }

  @Test func onlyMapsHaveContours() async {
    await #expect(processExitsWith: .failure) { _ = Series.contours(of: Series("s", x: [], y: [])) }
  }
}
