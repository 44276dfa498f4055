import Figures
import Foundation
import TestSupport
import Testing

private let figure = Figure(
  title: "t", x: Axis("x"), y: Axis("y"),
  series: [Series("s", x: (0..<300).map(Double.init), y: (0..<300).map { sin(Double($0)) })])

/// What gnuplot leaves is looked at before it takes its place.
@Suite struct WholeImageTests {
  /// Cut short or with a hole an image is an error, and the older one stays, byte for byte. Whole ones pass.
  @Test(arguments: ["svg", "pdf", "png"]) func tornImages(_ ending: String) throws {
    let folder = try TemporaryFolder()
    try figure.write(to: folder("good"), name: "f")
    try figure.write(to: folder("out"), name: "f")
    let old = try folder.data("out/f.\(ending)")
    let size = try folder.data("good/f.\(ending)").count
    let copy = "cp ../../good/f.svg ../../good/f.pdf ../../good/f.png ."
    let lengths =
      [0, 1, 100, size / 2, size - 100, size - 8, size - 4] + stride(from: 4096, to: size, by: 4096)
    for length in lengths {
      let fake = try standIn(
        copy + "; head -c \(length) ../../good/f.\(ending) > f.\(ending)", in: folder)
      let error = try #require(throws: FigureError.self) {
        try figure.write(to: folder("out"), name: "f", gnuplot: fake)
      }
      #expect(
        error
          == .imageNotWhole(image: "f.\(ending)", script: folder("out/f.gp"), message: nil))
      #expect(try folder.data("out/f.\(ending)") == old)
    }
    if ending == "png" {
      let hole = copy + "; printf xxxx | dd of=f.png bs=1 seek=\(size / 2) conv=notrunc 2>/dev/null"
      #expect(throws: FigureError.self) {
        try figure.write(to: folder("out"), name: "f", gnuplot: standIn(hole, in: folder))
      }
    }
    try figure.write(to: folder("out"), name: "f", gnuplot: standIn(copy, in: folder))
  }

  /// No images at all, with what gnuplot said; and a gnuplot that does not end.
  @Test func missingAndHanging() throws {
    let folder = try TemporaryFolder()
    let silent = try standIn("echo 'write error: no space' >&2", in: folder)
    #expect(
      throws: FigureError.imageNotWhole(
        image: "f.svg", script: folder("out/f.gp"), message: "write error: no space")
    ) {
      try figure.write(to: folder("out"), name: "f", gnuplot: silent)
    }
    var hanging = try standIn("sleep 20", in: folder)
    hanging.timeLimit = 0.2
    let time = try ContinuousClock().measure {
      let error = try #require(throws: FigureError.self) {
        try figure.write(to: folder("out"), name: "f", gnuplot: hanging)
      }
      #expect(error.description.contains("longer than 0.2 s"))
    }
    #expect(time < .seconds(5))
    let old = "echo '\"f.gp\" line 30: unknown or ambiguous terminal name' >&2; exit 1"
    #expect(
      throws: FigureError.gnuplotFailed(
        script: folder("out/f.gp"), message: "\"f.gp\" line 30: unknown or ambiguous terminal name")
    ) {
      try figure.write(to: folder("out"), name: "f", gnuplot: standIn(old, in: folder))
    }
  }
}
