import Figures
import Foundation
import TestSupport
import Testing

/// Two samples, a theory line with a caption and every kind of markup that must survive.
private let figure = Figure(
  title: "Overlap q_{12} at E_∞", caption: ["Seed 20261120_1; it's N = 300"],
  x: Axis("λ_{min} / √N", range: -2.5...2.5, tickStep: 0.5), y: Axis("overlap"),
  series: [
    .band("band", x: [-2, 2], lower: [-1, 0], upper: [0, 1]),
    Series("cloud", x: [-1, 0.25, .nan], y: [-0.5, 0.125, 3], style: .dots, colour: .sample(0)),
    Series(
      "means", x: [-1, 1], y: [-1, 1], xError: [0.1, 0.2], yError: [0.3, 0.4], colour: .sample(1)),
    Series("control", x: [-2, 2], y: [0, 0], style: .dashedLine, colour: .faint),
    Series("theory", x: [-2, 0, 2], y: [-1, 0, 1], style: .line),
    Series("nothing", x: [], y: []),
  ])

@Suite struct FigureTests {
  @Test func makesThreeImagesOfTheRightKind() throws {
    let folder = try TemporaryFolder()
    let written = try figure.write(to: folder("figures"), name: "overlap")
    let endings = ["csv", "gp", "svg", "pdf", "png"]
    #expect(written == endings.map { folder("figures/overlap.\($0)") })
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder("figures")).count == 5)
    #expect(try folder.data("figures/overlap.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try folder.data("figures/overlap.pdf").starts(with: Data("%PDF".utf8)))
    let header = try folder.data("figures/overlap.png")[16..<24]
    #expect(Array(header) == [0, 0, 0x04, 0xB0, 0, 0, 0x03, 0x20], "1200 × 800")
  }

  @Test func svgShowsAllText() throws {
    let folder = try TemporaryFolder()
    try figure.write(to: folder.path, name: "overlap")
    let svg = try folder.text("overlap.svg")
    #expect(svg.hasPrefix("<?xml"))
    for text in [
      ">Overlap q<", ">∞<", ">λ<", ">min<", " / √N<", "overlap", "band", "cloud", "means",
      "control",
      "theory", "Seed 20261120_1; it's N = 300",
    ] {
      #expect(svg.contains(text), "\(text)")
    }
    #expect(!svg.contains(">nothing<"))
  }

  @Test func dataAreColumnsSideBySide() throws {
    let folder = try TemporaryFolder()
    try figure.write(to: folder.path, name: "overlap", provenance: ["version 1"])
    let lines = try folder.text("overlap.csv").split(separator: "\n")
    #expect(lines.first == "# version 1")
    let rows = lines.filter { !$0.hasPrefix("#") }
    #expect(
      rows == [
        "x1,y1,upper1,x2,y2,x3,y3,x_error3,y_error3,x4,y4,x5,y5,x6,y6",
        "-2.0,-1.0,0.0,-1.0,-0.5,-1.0,-1.0,0.1,0.3,-2.0,0.0,-2.0,-1.0,,",
        "2.0,0.0,1.0,0.25,0.125,1.0,1.0,0.2,0.4,2.0,0.0,0.0,0.0,,",
        ",,,nan,3.0,,,,,,,2.0,1.0,,",
      ])
  }

  @Test func imagesAreTheSameOnEveryRun() throws {
    let (one, two) = (try TemporaryFolder(), try TemporaryFolder())
    try figure.write(to: one.path, name: "a")
    try figure.write(to: two.path, name: "a")
    for name in ["a.svg", "a.png", "a.gp", "a.csv"] {
      #expect(try one.data(name) == two.data(name), "\(name)")
    }
  }

  @Test(arguments: ["overlap", "it's a name"])
  func scriptRunsByItself(name: String) throws {
    let folder = try TemporaryFolder()
    try figure.write(to: folder.path, name: name, provenance: ["ends in a backslash \\"])
    let before = try folder.data(name + ".svg")
    try FileManager.default.removeItem(atPath: folder(name + ".svg"))
    let gnuplot = Process()
    gnuplot.executableURL = URL(fileURLWithPath: try #require(Gnuplot().executable))
    gnuplot.arguments = [name + ".gp"]
    gnuplot.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    try gnuplot.run()
    gnuplot.waitUntilExit()
    #expect(gnuplot.terminationStatus == 0)
    #expect(try folder.data(name + ".svg") == before)
  }

  @Test(arguments: [Figure.Legend.below, .topLeft, .topRight, .bottomLeft, .bottomRight, .hidden])
  func logarithmicAxesAndLegends(legend: Figure.Legend) throws {
    let folder = try TemporaryFolder()
    let axis = Axis("N", range: 10...1000, scale: .logarithmic)
    let series = Series("law", x: [10, 0, 1000], y: [1, 2, 3])
    try Figure(title: "", x: axis, y: Axis("y"), series: [series], legend: legend).write(
      to: folder.path, name: "log")
    #expect(try folder.text("log.svg").contains(">law</tspan>") == (legend != .hidden))
  }

  @Test func plainTextHasNoMarkup() throws {
    let folder = try TemporaryFolder()
    let name = "a_b^c {d} @e &f ~g \\h 'i' \"j\""
    let series = Series(Figure.plain(name), x: [1, 2], y: [1, 2])
    try Figure(title: "", x: Axis("x"), y: Axis("y"), series: [series]).write(
      to: folder.path, name: "plain")
    let text = try folder.text("plain.svg").replacing("&amp;", with: "&").replacing(
      "&quot;", with: "\"")
    #expect(text.replacing(/<[^>]*>/, with: "").contains(name))
  }

  @Test func longLegendsAndCaptionsMakeRoom() throws {
    let folder = try TemporaryFolder()
    let series = (0..<40).map { index in
      Series(String(repeating: "long name \(index) ", count: 8), x: [0, 1], y: [0, Double(index)])
    }
    let caption = [String](repeating: "line", count: 30)
    try Figure(title: "t", caption: caption, x: Axis("x"), y: Axis("y"), series: series).write(
      to: folder.path, name: "long")
    #expect(try folder.text("long.svg").contains("viewBox=\"0 0 600 1"))
  }
}
