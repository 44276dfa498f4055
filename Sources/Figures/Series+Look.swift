extension Series {
  /// The columns of the data file, the first having number `first`, as gnuplot's style takes them.
  func using(from first: Int) -> String {
    guard hasBars else { return columns.indices.map { "\(first + $0)" }.joined(separator: ":") }
    // With bars in one direction only, gnuplot would leave a gap around the marks.
    let xBar = xError == nil ? "(0)" : "\(first + 2)"
    let yBar = yError == nil ? "(0)" : "\(first + columns.count - 1)"
    return "\(first):\(first + 1):\(xBar):\(yBar)"
  }

  /// The clause `with …` of a plot command.
  func look(_ mark: Int) -> String {
    switch style {
    case .points: "with \(hasBars ? "xyerrorbars" : "points") \(markLook(mark)) \(lineLook)"
    case .dots: "with points pt 7 ps 0.3 lw 0.1 lc rgb '#80\(colour.rawValue)'"
    case .line, .dashedLine: "with lines \(lineLook)"
    case .band: "with filledcurves \(areaLook)"
    case .map: "with image"
    }
  }

  /// Commands that draw a sample 26 units wide in the legend.
  func sample(_ mark: Int, x: Double, y: Double, on layout: Layout) -> [String] {
    func span(_ half: Double) -> String {
      "from \(layout.at(x, y - half)) to \(layout.at(x + 26, y + half))"
    }
    let line = "set arrow \(span(0)) nohead \(lineLook)"
    let point = "set label '' at \(layout.at(x + 13, y)) point"
    return switch style {
    case .points: (hasBars ? [line] : []) + ["\(point) \(markLook(mark)) \(lineLook)"]
    case .dots: ["\(point) pt 7 ps 0.5 lc rgb '#\(colour.rawValue)'"]
    case .line, .dashedLine: [line]
    case .band: ["set object rectangle \(span(4)) \(areaLook)"]
    case .map: []
    }
  }

  private var hasBars: Bool { xError != nil || yError != nil }

  private func markLook(_ mark: Int) -> String { "pt \(mark) ps 0.6" }

  private var lineLook: String {
    let dash = style == .dashedLine ? "dt (8,5) " : ""
    let width = style == .points || colour.isGrey ? 1.2 : 2.2
    return "\(dash)lw \(width) lc rgb '#\(colour.rawValue)'"
  }

  private var areaLook: String { "fc rgb '#B0\(colour.rawValue)' fs solid noborder" }
}
