import Figures
import Foundation
import OutputFiles
import TestSupport
import Testing

private let figure = Figure(
  title: "t", x: Axis("x"), y: Axis("y"), series: [Series("s", x: [1, 2], y: [1, 2])])

@Suite struct FigureErrorTests {
  @Test func withoutGnuplotDataAndScriptAreWritten() throws {
    let folder = try TemporaryFolder()
    let gnuplot = Gnuplot(searchPath: folder("empty") + ":" + folder.path)
    #expect(!gnuplot.isAvailable)
    let error = try #require(throws: FigureError.self) {
      try figure.write(to: folder("out"), name: "f", gnuplot: gnuplot)
    }
    #expect(error == .gnuplotNotFound(written: [folder("out/f.csv"), folder("out/f.gp")]))
    #expect(error.description.contains("apt-get install gnuplot-nox"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder("out")).sorted() == [
        "f.csv", "f.gp",
      ])
  }

  @Test func failureOfGnuplotIsOneLine() throws {
    let folder = try TemporaryFolder()
    let gnuplot = try standIn(
      "printf '\\nFontconfig warning\\n\"f.gp\" line 3: bad\\n' >&2; exit 1", in: folder)
    #expect(gnuplot.executable == folder("bin/gnuplot"))
    let error = try #require(throws: FigureError.self) {
      try figure.write(to: folder.path, name: "f", gnuplot: gnuplot)
    }
    #expect(error == .gnuplotFailed(script: folder("f.gp"), message: "\"f.gp\" line 3: bad"))
    #expect(try folder.names() == ["bin", "f.csv", "f.gp"])
  }

  /// A stand-in for gnuplot calls back here while the figure's temporary folder exists.
  @Test func temporariesCanBeRemovedInMidRun() async throws {
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder()
      let gnuplot = try standIn("touch ../started; sleep 2", in: folder)
      let out = folder("out")
      async let failure = #expect(throws: FigureError.self) {
        try figure.write(to: out, name: "f", gnuplot: gnuplot)
      }
      while !FileManager.default.fileExists(atPath: folder("out/started")) { usleep(1000) }
      OutputFolder.removeTemporaries()
      let names = try FileManager.default.contentsOfDirectory(atPath: out)
      guard names == ["started"], await failure != nil else { exit(1) }
    }
  }

  @Test func nothingToDrawWritesNothing() throws {
    let folder = try TemporaryFolder()
    var empty = figure
    empty.series = [Series("a", x: [], y: []), Series("b", x: [.nan, 1], y: [1, .infinity])]
    #expect(throws: FigureError.nothingToDraw(name: "f")) {
      try empty.write(to: folder.path, name: "f")
    }
    var negative = figure
    negative.y.scale = .logarithmic
    negative.series = [Series("a", x: [1], y: [0])]
    #expect(throws: FigureError.nothingToDraw(name: "f")) {
      try negative.write(to: folder.path, name: "f")
    }
    #expect(try folder.names() == [])
  }

  @Test func fileErrorsPassThrough() throws {
    #expect(throws: FigureError.badName("a/b")) {
      try figure.write(to: "/tmp", name: "a/b")
    }
    let error = try #require(throws: FigureError.self) {
      try figure.write(to: "/etc/passwd/x", name: "f")
    }
    #expect(error.description.hasPrefix("cannot write to '/etc/passwd/x': Not a directory"))
  }

  @Test func mismatchedColumnsTrap() async {
    await #expect(processExitsWith: .failure) { _ = Series("s", x: [1, 2], y: [1]) }
    await #expect(processExitsWith: .failure) { _ = Series("s", x: [1], y: [1], yError: []) }
    await #expect(processExitsWith: .failure) {
      _ = Series.band("s", x: [1], lower: [1], upper: [])
    }
    await #expect(processExitsWith: .failure) {
      _ = Series("s", x: [1], y: [1], xError: [1], style: .line)
    }
    await #expect(processExitsWith: .failure) { _ = Axis("x", range: 0...1, scale: .logarithmic) }
    await #expect(processExitsWith: .failure) { _ = Axis("x", tickStep: 0) }
  }
}
