import Figures
import Foundation
import TestSupport
import Testing

/// Texts and names are shown or refused, never run.
@Suite struct TextTests {
  /// Texts in each place of one figure, and more figures in a campaign.
  private static let figures =
    ProcessInfo.processInfo.environment["SADDLERY_FIGURES"].flatMap(Int.init) ?? 12

  /// What a reader should see: control characters replaced, at most a thousand bytes.
  private func shown(_ text: String) -> String {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if scalar == ">", scalars.suffix(2) == ["]", "]"] { scalars.append("\u{2060}") }
      if scalar == "\n", scalars.last == "\r" { scalars.removeLast() }
      scalars.append(scalar)
    }
    let clean = scalars.map { scalar -> Unicode.Scalar in
      if [0x9, 0xA, 0xB, 0xC, 0xD, 0x85, 0x2028, 0x2029].contains(scalar.value) { return " " }
      let isControl = scalar.properties.generalCategory == .control
      return isControl || [0xFFFE, 0xFFFF].contains(scalar.value) ? "\u{FFFD}" : scalar
    }
    // Cut after a thousand bytes.
    var bytes = 0
    let kept = clean.prefix { scalar in
      bytes += String(scalar).utf8.count
      return bytes <= 1000
    }
    return String(String.UnicodeScalarView(kept)) + (kept.count < clean.count ? "…" : "")
  }

  /// Title, labels, legend and caption hold any text without markup to the letter. Nothing else is made, and the
  /// picture is XML in which nothing runs.
  @Test func anyTextIsShown() throws {
    var source = HostileTexts()
    for number in 0..<Self.figures {
      let folder = try TemporaryFolder()
      let (title, x, y) = (source.next(), source.next(), source.next())
      let names = (0..<8).map { _ in source.next() }
      let captions = (0..<4).map { _ in source.next() }
      let figure = Figure(
        title: Figure.plain(title), caption: captions, x: Axis(Figure.plain(x)),
        y: Axis(Figure.plain(y)),
        series: names.enumerated().map {
          Series(Figure.plain($1), x: [0, 1], y: [0, Double($0)])
        }, legend: number.isMultiple(of: 2) ? .below : .topLeft)
      try figure.write(to: folder("out"), name: "figure", provenance: names)
      #expect(try folder.names() == ["out"])
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder("out")).sorted()
          == ["csv", "gp", "pdf", "png", "svg"].map { "figure." + $0 })
      let svg = SVGText(try folder.data("out/figure.svg"))
      // Captions are wrapped at white space.
      let words = svg.texts.flatMap { $0.split(whereSeparator: \.isWhitespace) }.joined(
        separator: " ")
      for text in captions {
        let line = shown(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains(line) || text.utf8.count > 1000, "\(text.debugDescription)")
      }
      #expect(svg.isWellFormed && svg.isHarmless)
      for text in [title, x, y] + names where !text.isEmpty {
        #expect(svg.texts.contains(shown(text)), "\(text.debugDescription)")
      }
    }
  }

  /// Texts whose signs do not fit together as markup are shown as they are, the others are at least harmless.
  @Test func malformedMarkupIsText() throws {
    var source = HostileTexts()
    for _ in 0..<Self.figures {
      let folder = try TemporaryFolder()
      let texts = (0..<12).map { _ in source.next() }
      let figure = Figure(
        title: texts[0], x: Axis(texts[1]), y: Axis(texts[2]),
        series: texts.dropFirst(4).map { Series($0, x: [0, 1], y: [0, 1]) }
          + [.map(texts[3], x: [0, 1, 0, 1], y: [0, 0, 1, 1], values: [0, 0, 0, 0])])
      try figure.write(to: folder("out"), name: "figure")
      #expect(try folder.names() == ["out"])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder("out")).count == 5)
      let svg = SVGText(try folder.data("out/figure.svg"))
      #expect(svg.isWellFormed && svg.isHarmless)
      for text in texts where text.contains(where: { "&@~".contains($0) }) && !text.contains("\\") {
        #expect(svg.texts.contains(shown(text)), "\(text.debugDescription)")
      }
    }
  }

  @Test func markupStaysMarkup() throws {
    let folder = try TemporaryFolder()
    try Figure(
      title: "{/:Italic N}^{2/3}", x: Axis("λ_{max}"), y: Axis("a_b{/*2 big}"),
      series: [Series("it's q_{1}", x: [0, 1], y: [0, 1])]
    ).write(to: folder.path, name: "m")
    let svg = SVGText(try folder.data("m.svg"))
    for text in ["N2/3", "λmax", "abbig", "it's q1"] {
      #expect(svg.texts.contains(text), "\(text)")
    }
  }

  /// A name is a file name and nothing else, or is refused before anything is written.
  @Test func names() throws {
    var source = HostileTexts()
    let figure = Figure(
      title: "t", x: Axis("x"), y: Axis("y"), series: [Series("s", x: [0, 1], y: [0, 1])])
    let without = Gnuplot(searchPath: "")
    var accepted: [String] = []
    for _ in 0..<(HostileTexts.count + 300) {
      let folder = try TemporaryFolder()
      let name = source.next()
      if Figure.isValidName(name) {
        accepted.append(name)
        #expect(throws: FigureError.self) {
          try figure.write(to: folder("out"), name: name, gnuplot: without)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder("out")).sorted()
        #expect(names == [name + ".csv", name + ".gp"])
      } else {
        #expect(throws: FigureError.badName(name)) {
          try figure.write(to: folder("out"), name: name)
        }
        #expect(try folder.names() == [])
        #expect(FigureError.badName("x").description.contains("begin with a letter or digit"))
      }
    }
    let folder = try TemporaryFolder()
    for name in ["it's a name", "x-1_2.5 (copy), é", "漢字"] + accepted.suffix(3) {
      let written = try figure.write(to: folder.path, name: name)
      #expect(written.allSatisfy { FileManager.default.fileExists(atPath: $0) })
    }
    #expect(
      ["|touch x", "<x", "-", "+", ".x", "a/b", "", " x", "x ", "x.", "a\nb", "$x", "~x", "`x`"]
        .allSatisfy { !Figure.isValidName($0) })
  }

  /// Numbers at the ends of what a Double holds: whole pictures, or an error of one line and no picture.
  @Test(arguments: [false, true]) func extremeNumbers(isLogarithmic: Bool) throws {
    let extremes = [
      0, .leastNonzeroMagnitude, 1e-308, 1e-300, 1, 1e300, 1e307, 1.7e308, -1e308, -1e-307, .nan,
      .infinity,
    ]
    for (number, a) in extremes.enumerated() {
      let b = extremes[(number * 5 + 1) % extremes.count]
      for values in [[a, b], [a, a], [1, a]] {
        let folder = try TemporaryFolder()
        let scale: Axis.Scale = isLogarithmic ? .logarithmic : .linear
        let figure = Figure(
          title: "t", x: Axis("x", scale: scale), y: Axis("y", scale: scale),
          series: [Series("s", x: values, y: values.reversed())])
        do throws(FigureError) {
          try figure.write(to: folder("out"), name: "f")
          #expect(SVGText(try! folder.data("out/f.svg")).isWellFormed)
        } catch {
          #expect(!error.description.contains { $0.isNewline })
          #expect(!FileManager.default.fileExists(atPath: folder("out/f.svg")))
        }
      }
    }
  }

  @Test func badAxesTrap() async {
    await #expect(processExitsWith: .failure) { _ = Axis("x", range: 0...1e-301) }
    await #expect(processExitsWith: .failure) {
      var axis = Axis("x", range: -1...1)
      axis.scale = .logarithmic
    }
  }
}
