import Figures
import Foundation
import TestSupport
import Testing

/// A map of values on columns and rows.
func map(
  _ x: [Double], _ y: [Double], colours: ColourScale = .init(), _ value: (Double, Double) -> Double
) -> Series {
  let places = y.flatMap { y in x.map { ($0, y) } }
  return .map(
    "value", x: places.map(\.0), y: places.map(\.1), values: places.map(value), colours: colours)
}

/// A figure of one map, or of what stands on it.
func figure(_ series: [Series], x: Axis.Scale = .linear, y: Axis.Scale = .linear) -> Figure {
  Figure(title: "t", x: Axis("x", scale: x), y: Axis("y", scale: y), series: series)
}

private let grid = (0..<9).map { Double($0) - 4 }

@Suite struct MapTests {
  /// What the script says of colours: the stops of the palette and the range.
  private func colours(_ series: Series) throws -> (stops: [String], range: ClosedRange<Double>) {
    let folder = try TemporaryFolder()
    try figure([series]).write(to: folder.path, name: "f")
    let script = try folder.text("f.gp")
    let range = try #require(script.firstMatch(of: /set cbrange \[(.+):(.+)\]/))
    let palette = try #require(script.firstMatch(of: /set palette defined \((.+)\)/))
    return (
      palette.1.matches(of: /#(\w{6})/).map { String($0.1) },
      try #require(Double(range.1))...(try #require(Double(range.2)))
    )
  }

  /// L*, a*, b* of CIELAB for white D65.
  private func lab(_ colour: String) throws -> [Double] {
    let word = try #require(Int(colour, radix: 16))
    let light = [16, 8, 0].map { shift -> Double in
      let u = Double(word >> shift & 255) / 255
      return u <= 0.04045 ? u / 12.92 : pow((u + 0.055) / 1.055, 2.4)
    }
    let (r, g, b) = (light[0], light[1], light[2])
    let white = [
      (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047,
      0.2126729 * r + 0.7151522 * g + 0.0721750 * b,
      (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883,
    ]
    let f = white.map { $0 > 0.008856 ? cbrt($0) : 7.787 * $0 + 16 / 116.0 }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }

  /// Whether lightness rises by the same from stop to stop, to a part of it.
  private func isEven(_ stops: [String], to part: Double) throws -> Bool {
    let lightness = try stops.map { try lab($0)[0] }
    let steps = zip(lightness, lightness.dropFirst()).map { $1 - $0 }
    let mean = (lightness[lightness.count - 1] - lightness[0]) / Double(steps.count)
    return mean > 5 && steps.allSatisfy { abs($0 - mean) < part * mean }
  }

  /// Both palettes can be read in grey; blue over white to red, the control, cannot.
  @Test func palettesAreEvenlyLighter() throws {
    let plain = try colours(map(grid, grid) { x, _ in x + 9 })
    let signed = try colours(map(grid, grid) { x, _ in x })
    #expect(plain.stops != signed.stops)
    #expect(try isEven(plain.stops, to: 0.15))
    #expect(try isEven(signed.stops, to: 0.05))
    let middle = try lab(signed.stops[signed.stops.count / 2])
    #expect(abs(middle[1]) < 1 && abs(middle[2]) < 1, "grey")
    #expect(try !isEven(["2166AC", "92C5DE", "F7F7F7", "F4A582", "B2182B"], to: 0.5))
  }

  /// Two kinds only where values have both signs or a centre is stated; in any unit.
  @Test(arguments: [1e-9, 1, 1e9]) func rangesAndKinds(unit: Double) throws {
    func scaled(_ scale: ColourScale, _ value: @escaping (Double) -> Double) throws -> (
      isDiverging: Bool, range: [Double]
    ) {
      let found = try colours(map(grid, grid, colours: scale) { x, _ in unit * value(x) })
      let ends = [found.range.lowerBound, found.range.upperBound].map {
        (1e12 * $0 / unit).rounded() / 1e12
      }
      return (found.stops.count.isMultiple(of: 2) == false, ends)
    }
    let both = try scaled(.init()) { $0 < 0 ? $0 : 2 * $0 }
    #expect(both.isDiverging && both.range == [-8, 8])
    let above = try scaled(.init()) { $0 + 5 }
    #expect(!above.isDiverging && above.range == [1, 9])
    let touching = try scaled(.init()) { $0 + 4 }
    #expect(!touching.isDiverging && touching.range == [0, 8])
    let centred = try scaled(.init(centre: 3 * unit)) { $0 + 5 }
    #expect(centred.isDiverging && centred.range == [-3, 9])
    let given = try scaled(.init(range: 0...(100 * unit))) { $0 }
    #expect(!given.isDiverging && given.range == [0, 100])
    let constant = try scaled(.init()) { _ in -4 }
    #expect(!constant.isDiverging && constant.range == [-6, -2])
    let zero = try colours(map(grid, grid) { _, _ in 0 })
    #expect(zero.range == -1...1)
    let decades = try scaled(.init(.logarithmic)) { pow(10, $0) }
    #expect(!decades.isDiverging && abs(decades.range[1] / 1e4 - 1) < 1e-9)
    let ratios = try scaled(.init(.logarithmic, centre: 10 * unit)) { pow(10, $0) }
    #expect(ratios.isDiverging && abs(ratios.range[1] / 1e6 - 1) < 1e-9)
  }

  /// Every kind of map is drawn, whatever its cells and values; the data file holds cells as they are drawn.
  @Test(arguments: [1e-9, 1, 1e9]) func everyMap(unit: Double) throws {
    let decades = grid.map { unit * pow(10, $0) }
    let plain = grid.map { unit * $0 }
    let cases: [(String, Figure, columns: String)] = [
      ("image", figure([map(plain, plain, *)]), "x1,y1,upper1"),
      ("one row", figure([map(plain, [unit], *)]), "x1,y1,upper1,x_low1,x_high1,y_low1,y_high1"),
      ("one", figure([map([0], [unit], +)]), "x1,y1,upper1,x_low1,x_high1,y_low1,y_high1"),
      (
        "logarithmic", figure([map(decades, plain, +)], x: .logarithmic),
        "x1,y1,upper1,x_low1,x_high1,y_low1,y_high1"
      ),
      ("constant", figure([map(plain, plain) { _, _ in unit }]), "x1,y1,upper1"),
      ("holes", figure([map(plain, plain) { x, y in x > y ? .nan : x }]), "x1,y1,upper1"),
      ("infinite", figure([map(plain, plain) { x, _ in 1 / x }]), "x1,y1,upper1"),
      (
        "logarithmic colours", figure([map(plain, plain, colours: .init(.logarithmic), *)]),
        "x1,y1,upper1"
      ),
    ]
    for (name, figure, columns) in cases {
      let folder = try TemporaryFolder()
      try figure.write(to: folder.path, name: "f")
      let svg = try folder.text("f.svg")
      #expect(svg.contains(columns.contains("low") ? "<path" : "<image"), "\(name)")
      let table = try folder.text("f.csv").split(separator: "\n").filter { !$0.hasPrefix("#") }
      #expect(table[0] == columns, "\(name)")
      #expect(table.count == 1 + figure.series[0].x.count, "\(name)")
    }
  }

  /// Values, places and levels at the ends of what a Double holds: a whole picture, or an error of one line.
  @Test(arguments: [Axis.Scale.linear, .logarithmic]) func extremes(scale: Axis.Scale) throws {
    let extremes = [
      0, .leastNonzeroMagnitude, 1e-308, 1e-300, 1e300, 1e307, 1.7e308, -1e308,
      -Double.leastNonzeroMagnitude, .nan,
      .infinity,
    ]
    for (number, a) in extremes.enumerated() {
      let b = extremes[(number * 5 + 1) % extremes.count]
      let values = map([1, 2], [1, 2], colours: .init(scale)) { x, y in x > y ? a : b }
      let (c, d) = (a.isFinite ? a : 3, b.isFinite && b != a ? b : 4)
      let places = map([c, d], [1, 2], +)
      for one in [values, places] {
        let folder = try TemporaryFolder()
        var picture = figure([one, .contours(of: one)], x: scale)
        picture.lines = [.vertical(at: a), .horizontal(at: b)]
        do throws(FigureError) {
          try picture.write(to: folder("out"), name: "f")
          #expect(SVGText(try! folder.data("out/f.svg")).isWellFormed)
        } catch {
          #expect(!error.description.contains { $0.isNewline })
          #expect(!FileManager.default.fileExists(atPath: folder("out/f.svg")))
        }
      }
    }
  }

  /// Cells meet half way, in logarithms on a logarithmic axis, and a lone one is as wide as its distance from zero.
  @Test func cellsMeet() throws {
    let folder = try TemporaryFolder()
    try figure([map([1, 10, 1000], [3], +)], x: .logarithmic).write(to: folder.path, name: "f")
    let rows = try folder.text("f.csv").split(separator: "\n").filter { !$0.hasPrefix("#") }
    let cells = rows.dropFirst().map { $0.split(separator: ",").compactMap { Double($0) } }
    let expected = [
      [0.316228, 3.16228, 1.5, 4.5], [3.16228, 100, 1.5, 4.5], [100, 10000, 1.5, 4.5],
    ]
    for (cell, edges) in zip(cells, expected) {
      #expect(zip(cell.dropFirst(3), edges).allSatisfy { abs($0 / $1 - 1) < 1e-5 })
    }
  }

  /// Axes of a map are free unless its units are to be equal.
  @Test func aspect() throws {
    let folder = try TemporaryFolder()
    var one = figure([map(grid, grid.map { 1000 * $0 }, *)])
    try one.write(to: folder.path, name: "free")
    one.series = [map(grid, grid.map { 0.5 * $0 }, *)]
    one.hasEqualUnits = true
    try one.write(to: folder.path, name: "equal")
    #expect(try !folder.text("free.gp").contains("set size ratio -1"))
    #expect(try folder.text("equal.gp").contains("set size ratio -1"))
    // The plot of equal units is half as high as it is wide, the other as it fits.
    let heights = try ["free", "equal"].map { name in
      let canvas = try folder.text("\(name).svg").firstMatch(of: /viewBox="0 0 600 (\d+)/)
      return try #require(canvas.flatMap { Double($0.1) })
    }
    #expect(heights[0] == 400 && heights[1] < 320)
  }

  /// Marks have a white rim on a map, and only there.
  @Test func rims() throws {
    let folder = try TemporaryFolder()
    let points = Series("minima", x: [0, 1], y: [0, 1], colour: .blue)
    try figure([map(grid, grid, *), points]).write(to: folder.path, name: "on")
    try figure([points]).write(to: folder.path, name: "off")
    let rim = "ps 0.95 lw 3.6 lc rgb '#FFFFFF'"
    #expect(try folder.text("on.gp").contains(rim))
    #expect(try !folder.text("off.gp").contains(rim))
  }

  @Test func misuseTraps() async throws {
    await #expect(processExitsWith: .failure) {
      _ = Series.map("m", x: [0, 1, 0], y: [0, 0, 1], values: [1, 2, 3])
    }
    await #expect(processExitsWith: .failure) {
      _ = Series.map("m", x: [.nan], y: [0], values: [1])
    }
    await #expect(processExitsWith: .failure) { _ = ColourScale(.logarithmic, centre: -1) }
    await #expect(processExitsWith: .failure) { _ = ColourScale(.logarithmic, range: -1...1) }
    let folder = try TemporaryFolder()
    #expect(throws: FigureError.nothingToDraw(name: "f")) {
      try figure([map(grid, grid) { _, _ in .nan }]).write(to: folder.path, name: "f")
    }
    #expect(throws: FigureError.nothingToDraw(name: "f")) {
      try figure([map([], [], *)]).write(to: folder.path, name: "f")
    }
  }
}
