import Figures
import Foundation
import TestSupport
import Testing

@Suite struct PanelsTests {
  private func one(_ name: String, caption: [String] = []) -> Figure {
    Figure(
      title: "title \(name)", caption: caption, x: Axis("abscissa \(name)"), y: Axis("y"),
      series: [
        Series("marks \(name)", x: [1, 2], y: [3, 4]),
        Series("line \(name)", x: [1, 2, 3], y: [4, 5, 6], style: .line),
      ])
  }

  private func size(_ folder: TemporaryFolder) throws -> [Int] {
    let header = Array(try folder.data("f.png")[16..<24])
    return [header[0..<4], header[4..<8]].map { $0.reduce(0) { $0 << 8 | Int($1) } }
  }

  /// All texts in one file, columns numbered through, as many in a row as asked for.
  @Test(
    arguments: [(nil, [3600, 800]), (2, [2400, 1600]), (1, [1200, 2400])] as [(Int?, [Int])])
  func severalFigures(columns: Int?, pixels: [Int]) throws {
    let folder = try TemporaryFolder()
    let written = try Panels([one("a"), one("b"), one("c")], columns: columns)
      .write(to: folder.path, name: "f", provenance: ["version 1"])
    #expect(written.count == 5)
    #expect(try size(folder) == pixels)
    let texts = SVGText(try folder.data("f.svg")).texts
    for word in ["title", "abscissa", "marks", "line"] {
      #expect(["a", "b", "c"].allSatisfy { texts.contains("\(word) \($0)") }, "\(word)")
    }
    let lines = try folder.text("f.csv").split(separator: "\n")
    #expect(lines[0] == "# version 1" && lines.contains("# panel 2: title b"))
    #expect(lines.contains("# series 4: line b"))
    #expect(lines.contains("x1,y1,x2,y2,x3,y3,x4,y4,x5,y5,x6,y6"))
  }

  /// Panels show what the figures show alone: the same marks at the same ordinates of the canvas.
  @Test func panelsAreTheFigures() throws {
    let folder = try TemporaryFolder()
    try Panels([one("a"), one("a")]).write(to: folder.path, name: "f")
    try one("a").write(to: folder.path, name: "alone")
    func lines(_ name: String) throws -> [[Double]] {
      try folder.text(name).matches(of: /d='(M\d+\.\d\d,[^']*)'/).map { line in
        line.1.matches(of: /-?\d+\.\d+/).compactMap { Double($0.0) }
      }
    }
    let (both, single) = (try lines("f.svg"), try lines("alone.svg"))
    #expect(single.count > 10 && both.count == 2 * single.count)
    // Places on the canvas are rounded to 1e-5 of it.
    for line in single {
      #expect(
        both.contains {
          $0.count == line.count && zip($0, line).allSatisfy { abs($0 - $1) < 0.03 }
        })
    }
  }

  /// Plots of a row begin and end at one height, whatever stands below them.
  @Test func plotsAreAligned() throws {
    let folder = try TemporaryFolder()
    let high = [String](repeating: "line", count: 30)
    try Panels([one("a"), one("b", caption: high)]).write(to: folder.path, name: "f")
    let script = try folder.text("f.gp")
    for margin in ["bmargin", "tmargin"] {
      let places = Set(script.matches(of: /set [bt]margin at screen .*/).map { String($0.0) })
      #expect(places.count { $0.contains(margin) } == 1)
    }
  }

  /// Small figures stand at the right of the first, their plots of one height; words in a plot are there.
  @Test func smallFiguresBesideOne() throws {
    let folder = try TemporaryFolder()
    var (first, upper) = (one("a"), one("b"))
    (first.note, upper.x.label) = (["a word", "and λ_2"], "")
    try Panels(first, beside: [upper, one("c")]).write(to: folder.path, name: "f")
    #expect(try size(folder) == [1800, 800])
    let texts = SVGText(try folder.data("f.svg")).texts
    #expect(["title a", "title b", "title c", "marks a", "a word"].allSatisfy(texts.contains))
    #expect(!texts.contains("marks c") && !texts.contains("abscissa b"))
    let script = try folder.text("f.gp")
    let places = ["bmargin", "tmargin"].map { edge in
      script.matches(of: try! Regex("set \(edge) at screen ([0-9.]+)")).prefix(3).map {
        Double($0.output[1].substring ?? "") ?? .nan
      }
    }
    let heights = zip(places[1], places[0]).map { $0 - $1 }
    #expect(heights.count == 3 && abs(heights[1] - heights[2]) < 1e-4)
    #expect(places[0][1] > places[1][2])
  }

  @Test func onePanelIsTheFigure() throws {
    let folder = try TemporaryFolder()
    try Panels([one("a")]).write(to: folder("p"), name: "f")
    try one("a").write(to: folder("q"), name: "f")
    for ending in ["csv", "gp", "svg", "png"] {
      #expect(try folder.data("p/f.\(ending)") == folder.data("q/f.\(ending)"), "\(ending)")
    }
  }

  /// With maps, of which each has its own colours.
  @Test func maps() throws {
    let folder = try TemporaryFolder()
    let places = [1.0, 2, 3]
    try Panels([figure([map(places, places, *)]), figure([map(places, places, -)]), one("a")])
      .write(to: folder.path, name: "f")
    #expect(try folder.text("f.gp").matches(of: /set palette defined/).count == 6)
  }

  @Test func misuse() async throws {
    await #expect(processExitsWith: .failure) { _ = Panels([]) }
    await #expect(processExitsWith: .failure) {
      _ = Panels([Figure(title: "", x: Axis(""), y: Axis(""), series: [])], columns: 0)
    }
    let folder = try TemporaryFolder()
    #expect(throws: FigureError.nothingToDraw(name: "f")) {
      try Panels([one("a"), figure([])]).write(to: folder.path, name: "f")
    }
    #expect(try folder.names() == [])
  }
}
