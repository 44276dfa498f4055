import Figures
import Foundation
import TestSupport
import Testing

/// Kinds are said once.
@Suite struct LegendTests {
  private func series(_ legendOf: [String], kinds: Bool) -> [Series] {
    legendOf.enumerated().flatMap { i, name in
      let line = Series(
        name, x: [0, 1], y: [0, Double(i)], style: .line, colour: .sample(i))
      let marks = Series(
        name, x: [0.5], y: [Double(i) / 2], yError: [0.1], colour: .sample(i))
      return kinds ? [line.ofKind("exact"), marks.ofKind("measured")] : [line, marks]
    }
  }

  private func texts(_ figure: Figure) throws -> (svg: [String], script: String, data: String) {
    let folder = try TemporaryFolder()
    try figure.write(to: folder.path, name: "f")
    return (
      SVGText(try folder.data("f.svg")).texts, try folder.text("f.gp"), try folder.text("f.csv")
    )
  }

  @Test(arguments: [Figure.Legend.below, .topLeft, .bottomRight])
  func kindsOnce(legend: Figure.Legend) throws {
    var one = figure(series(["N = 8", "N = 20", "N = 40"], kinds: true))
    one.legend = legend
    let found = try texts(one)
    for name in ["N = 8", "N = 20", "N = 40", "exact", "measured"] {
      #expect(found.svg.count { $0 == name } == 1, "\(name)")
    }
    // Of one kind all marks are discs; without kinds each series has its own.
    #expect(!found.script.contains("pt 5"))
    #expect(found.data.contains("# series 2: N = 8, measured"))
  }

  /// The control: without kinds every series has its entry.
  @Test func withoutKinds() throws {
    let found = try texts(figure(series(["N = 8", "N = 20"], kinds: false)))
    #expect(found.svg.count { $0 == "N = 8" } == 2)
    #expect(found.script.contains("pt 5"))
  }

  /// A kind of several colours is black, of one colour has it; a name of another colour is another.
  @Test func coloursOfKinds() throws {
    let several = try texts(figure(series(["a", "b"], kinds: true)))
    #expect(several.script.contains("lc rgb '#000000'"))
    let single = try texts(figure(series(["a"], kinds: true)))
    #expect(!single.script.contains("lc rgb '#000000'"))
    #expect(single.svg.count { $0 == "exact" } == 1)
    let twice = try texts(figure(series(["a", "a"], kinds: true)))
    #expect(twice.svg.count { $0 == "a" } == 2)
  }

  /// A solid line after a dashed one of the same colour is solid in the legend too: no dashed path goes on elsewhere.
  @Test func dashesEnd() throws {
    let styles: [Series.Style] = [.dashedLine, .line, .dashedLine, .line]
    let lines = styles.enumerated().map { i, style in
      Series("line \(i)", x: [0, 1], y: [0, Double(i)], style: style)
    }
    let folder = try TemporaryFolder()
    try figure(lines).write(to: folder.path, name: "f")
    let dashed = try folder.text("f.svg").matches(
      of: #/<path[^>]*stroke-dasharray[^>]* d='([^']*)'/#)
    #expect(dashed.count >= 4)
    #expect(dashed.allSatisfy { path in path.1.count { $0 == "M" } == 1 })
  }
}
