extension Series {
  /// What the plot command says to draw the series from columns of the data file, the first having number `first`.
  func clauses(from first: Int, _ mark: Int, _ figure: Figure) -> [String] {
    func using(_ columns: Int...) -> String {
      "using " + columns.map { "\(first + $0)" }.joined(separator: ":")
    }
    let own: String
    switch style {
    case .points where hasBars:
      // With bars in one direction only, gnuplot would leave a gap around the marks.
      let xBar = xError == nil ? "(0)" : "\(first + 2)"
      let yBar = yError == nil ? "(0)" : "\(first + (xError == nil ? 2 : 3))"
      own = "using \(first):\(first + 1):\(xBar):\(yBar)"
    case .points, .dots, .line, .dashedLine, .contours: own = using(0, 1)
    case .band, .bars: own = using(0, 1, 2)
    case .map:
      return isImage(figure.x, figure.y)
        ? [using(0, 1, 2) + " with image"]
        : [using(0, 1, 3, 4, 5, 6, 2) + " with boxxyerror fs solid noborder lc palette"]
    }
    let clause = "\(own) \(look(mark))"
    if style == .points, figure.map != nil {
      return [using(0, 1) + " with points pt \(mark) ps 0.95 lw 3.6 lc rgb '#FFFFFF'", clause]
    }
    guard style == .bars, yError != nil else { return [clause] }
    let errors = "using \(first):\(first + 1):(0):\(first + 3)"
    return [clause, "\(errors) with xyerrorbars pt 0 ps 0.1 lw 1.2 lc rgb '#\(colour.rawValue)'"]
  }

  /// The clause `with …` of a plot command.
  func look(_ mark: Int) -> String {
    switch style {
    case .points: "with \(hasBars ? "xyerrorbars" : "points") \(markLook(mark)) \(lineLook)"
    case .dots: "with points pt 7 ps 0.3 lw 0.1 lc rgb '#80\(colour.rawValue)'"
    case .line, .dashedLine, .contours: "with lines \(lineLook)"
    case .band: "with filledcurves \(areaLook) noborder"
    case .bars: "with boxes \(areaLook) border lc rgb '#\(colour.rawValue)'"
    case .map: "with image"
    }
  }

  /// Commands that draw a sample 26 units wide in the legend.
  func sample(_ mark: Int, x: Double, y: Double, on layout: Layout) -> [String] {
    func span(_ half: Double) -> String {
      "from \(layout.at(x, y - half)) to \(layout.at(x + 26, y + half))"
    }
    let line = "set arrow \(span(0)) nohead \(sampleLook)"
    let point = "set label '' at \(layout.at(x + 13, y)) point"
    return switch style {
    case .points: (hasBars ? [line] : []) + ["\(point) \(markLook(mark)) \(lineLook)"]
    case .dots: ["\(point) pt 7 ps 0.5 lc rgb '#\(colour.rawValue)'"]
    case .line, .dashedLine, .contours: [line]
    case .band: ["set object rectangle \(span(4)) \(areaLook) noborder"]
    case .bars:
      ["set object rectangle \(span(4)) \(areaLook) border lc rgb '#\(colour.rawValue)'"]
    case .map: []
    }
  }

  private var hasBars: Bool { xError != nil || yError != nil }

  private func markLook(_ mark: Int) -> String { "pt \(mark) ps 0.6" }

  private var lineLook: String { lineLook(wider: 0) }

  /// A dash has a width of its own, by a hair: gnuplot draws neighbouring samples of one width and colour as one path of an
  /// SVG, with the dashes of the first.
  private var sampleLook: String { lineLook(wider: style == .dashedLine ? 0.01 : 0) }

  private func lineLook(wider hair: Double) -> String {
    let dash = style == .dashedLine ? "dt (8,5) " : ""
    let width = style == .contours ? 0.8 : style == .points || colour.isGrey ? 1.2 : 2.2
    return "\(dash)lw \(width + hair) lc rgb '#\(colour.rawValue)'"
  }

  private var areaLook: String { "fc rgb '#B0\(colour.rawValue)' fs solid" }
}
