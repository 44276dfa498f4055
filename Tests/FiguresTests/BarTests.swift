import Figures
import Foundation
import RandomStreams
import TestSupport
import Testing

@Suite struct BarTests {
  private let sample: [Double] = {
    var stream = RandomStream(seed: 5, purpose: .noise)
    return stream.normals(count: 500)
  }()

  /// Counts against looking at every value and bin, with errors √n; in any unit.
  @Test(arguments: [1e-9, 1, 1e9]) func counts(unit: Double) {
    let values = sample.map { unit * $0 }
    let bars = Series.histogram("h", of: values, bins: 8, range: (-2 * unit)...(2 * unit))
    for i in 0..<8 {
      let (low, high) = (-2 + 0.5 * Double(i), -1.5 + 0.5 * Double(i))
      #expect(abs(bars.x[i] / unit - (low + high) / 2) < 1e-12)
      let count = Double(sample.count { $0 >= low && $0 < high })
      #expect(bars.y[i] == count && bars.yError![i] == count.squareRoot())
      #expect(abs(bars.width![i] / unit - 0.5) < 1e-12)
    }
  }

  /// A density integrates to the part of the sample that is in its bins; all, unless a range is given.
  @Test(arguments: [1e-9, 1, 1e9]) func density(unit: Double) {
    let values = sample.map { unit * $0 }
    let all = Series.histogram("h", of: values, heights: .density)
    #expect(all.x.count == Int((2 * cbrt(500.0)).rounded(.up)))
    #expect(abs(zip(all.y, all.width!).reduce(0) { $0 + $1.0 * $1.1 } - 1) < 1e-12)
    let some = Series.histogram("h", of: values, range: 0...(9 * unit), heights: .density)
    let part = Double(sample.count { $0 >= 0 }) / 500
    #expect(abs(zip(some.y, some.width!).reduce(0) { $0 + $1.0 * $1.1 } - part) < 1e-12)
    let n = all.y[9] * 500 * all.width![9]
    #expect(abs(all.yError![9] / all.y[9] - 1 / n.squareRoot()) < 1e-12)
  }

  /// Values on edges are in the bin above, the last edge in the last bin; tenths are not exact numbers.
  @Test func edges() {
    let tenths = (0...10).map { Double($0) / 10 }
    #expect(Series.histogram("h", of: tenths, bins: 10).y == [1, 1, 1, 1, 1, 1, 1, 1, 1, 2])
  }

  /// One value, one value many times, none, and some that are no numbers.
  @Test(arguments: [1e-9, -1, 1e9, 0]) func degenerate(value: Double) {
    for count in [1, 50] {
      let bars = Series.histogram("h", of: [Double](repeating: value, count: count) + [.nan])
      #expect(bars.y.reduce(0, +) == Double(count))
      let middle = zip(bars.x, bars.y).filter { $1 > 0 }.map(\.0)
      let width = value == 0 ? 1 : abs(value)
      #expect(middle.count == 1 && abs(middle[0] - value) <= width / 2)
    }
    #expect(Series.histogram("h", of: []).x.isEmpty)
    #expect(Series.histogram("h", of: [.nan, .infinity]).x.isEmpty)
  }

  /// Drawn on all axes, with errors, and the table holds what is drawn.
  @Test(arguments: [1e-9, 1, 1e9]) func drawn(unit: Double) throws {
    let values = sample.map { unit * abs($0) }
    for (x, y) in [
      (Axis.Scale.linear, Axis.Scale.linear), (.linear, .logarithmic), (.logarithmic, .logarithmic),
    ] {
      let folder = try TemporaryFolder()
      try figure(
        [
          .histogram("measured", of: values, heights: .density), .histogram("none", of: []),
          .bars("bars", x: [unit], heights: [1 / unit]),
        ], x: x, y: y
      ).write(to: folder.path, name: "f")
      let svg = SVGText(try folder.data("f.svg"))
      #expect(svg.texts.contains("measured") && !svg.texts.contains("none"))
      let rows = try folder.text("f.csv").split(separator: "\n").filter { !$0.hasPrefix("#") }
      #expect(rows[0] == "x1,y1,width1,y_error1,x2,y2,width2,y_error2,x3,y3,width3")
      #expect(rows[1].hasSuffix("\(unit),\(1 / unit),\(0.8 * unit)"))
    }
  }

  @Test func widths() {
    #expect(Series.bars("b", x: [1, 4, 2], heights: [1, 1, 1]).width == [0.8, 0.8, 0.8])
    #expect(Series.bars("b", x: [0], heights: [1]).width == [0.8])
    #expect(Series.bars("b", x: [0], heights: [1], width: 3).width == [3])
  }

  @Test func misuseTraps() async {
    await #expect(processExitsWith: .failure) { _ = Series.histogram("h", of: [1, 2], bins: 0) }
    await #expect(processExitsWith: .failure) {
      _ = Series.histogram("h", of: [1, 2], range: 1...1)
    }
    await #expect(processExitsWith: .failure) {
      _ = Series.bars("b", x: [1], heights: [1], width: -1)
    }
    await #expect(processExitsWith: .failure) {
      _ = Series("b", x: [1], y: [1], style: .bars)
    }
  }
}
