import Figures
import Foundation
import TestSupport
import Testing

@Suite struct ReferenceLineTests {
  private func plot(
    _ lines: [ReferenceLine], unit: Double = 1, x: Axis = Axis("x"), y: Axis = Axis("y"),
    _ more: [Series] = []
  ) throws -> (svg: [String], script: String, data: String) {
    let folder = try TemporaryFolder()
    let line = Series("s", x: [1 * unit, 2 * unit], y: [1 * unit, 3 * unit], style: .line)
    try Figure(title: "t", x: x, y: y, series: more + [line], lines: lines)
      .write(to: folder.path, name: "f")
    return (
      SVGText(try folder.data("f.svg")).texts.map { $0.trimmingCharacters(in: .whitespaces) },
      try folder.text("f.gp"), try folder.text("f.csv")
    )
  }

  /// Labels are shown, and the table says where the lines are; in any unit and on all axes.
  @Test(arguments: [1e-9, 1, 1e9], [Axis.Scale.linear, .logarithmic])
  func labels(unit: Double, scale: Axis.Scale) throws {
    let found = try plot(
      [
        .vertical(at: 1.5 * unit, label: "E_{∞}"), .horizontal(at: 2 * unit, label: "it's exact"),
        .vertical(at: 1.2 * unit, colour: .blue, isDashed: false),
      ], unit: unit, x: Axis("x", scale: scale), y: Axis("y", scale: scale))
    #expect(found.svg.contains("E∞") && found.svg.contains("it's exact"))
    #expect(found.data.contains("# vertical line at \(1.5 * unit): E_{∞}\n"))
    #expect(found.data.contains("# vertical line at \(1.2 * unit)\n"))
    #expect(found.script.matches(of: /set arrow from first .* nohead back dt/).count == 1)
    #expect(found.script.contains("'#0072B2'"))
  }

  /// An axis without a range reaches to the line; ticks tell. A range that is given stays.
  @Test func axesReachToThem() throws {
    let without = try plot([])
    #expect(!without.svg.contains("12"))
    let far = try plot([.vertical(at: 12), .vertical(at: -6)])
    #expect(far.svg.contains("12") && far.svg.contains("−6"))
    let given = try plot([.vertical(at: 12, label: "far")], x: Axis("x", range: 0...3))
    #expect(!given.svg.contains("12") && !given.svg.contains("far"))
  }

  /// What cannot be shown is left out: no number, or not positive on a logarithmic axis.
  @Test func impossible() throws {
    let found = try plot(
      [
        .vertical(at: .nan, label: "none"), .horizontal(at: .infinity, label: "none"),
        .horizontal(at: -1, label: "none"), .horizontal(at: 2, label: "some"),
      ], y: Axis("y", scale: .logarithmic))
    #expect(!found.svg.contains("none") && found.svg.contains("some"))
    #expect(found.data.contains("vertical line at nan: none"))
  }

  /// On a map they are in front of it.
  @Test func onMaps() throws {
    let found = try plot([.vertical(at: 1.5)], [map([1, 2, 3], [1, 2, 3], *)])
    #expect(found.script.contains("nohead front"))
  }
}
