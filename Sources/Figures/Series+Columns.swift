extension Series {
  /// The columns of the data file, in the order in which gnuplot's styles take them.
  func columns(_ xAxis: Axis, _ yAxis: Axis) -> [(name: String, values: [Double])] {
    let own =
      [("x", x), ("y", y)]
      + [
        (style == .contours ? "level" : "upper", upper), ("width", width), ("x_error", xError),
        ("y_error", yError),
      ].compactMap { name, values in values.map { (name, $0) } }
    guard style == .map, !isImage(xAxis, yAxis) else { return own }
    let grid = MapGrid(self)
    let (wide, high) = (
      MapGrid.edges(of: grid.x, xAxis.scale), MapGrid.edges(of: grid.y, yAxis.scale)
    )
    return own + [
      ("x_low", x.map { wide[$0]!.low }), ("x_high", x.map { wide[$0]!.high }),
      ("y_low", y.map { high[$0]!.low }), ("y_high", y.map { high[$0]!.high }),
    ]
  }

  /// Whether a map is drawn as an image, which its cells must be equal for; else it is drawn cell by cell.
  func isImage(_ xAxis: Axis, _ yAxis: Axis) -> Bool {
    isRegular && xAxis.scale == .linear && yAxis.scale == .linear
  }

  /// Whether gnuplot has anything to draw on the given axes.
  func isVisible(_ xAxis: Axis, _ yAxis: Axis) -> Bool {
    func fits(_ value: Double, _ axis: Axis) -> Bool {
      value.isFinite && (axis.scale == .linear || value > 0)
    }
    return x.indices.contains {
      fits(x[$0], xAxis) && fits(y[$0], yAxis) && (style != .map || colours.shows(upper![$0]))
    }
  }
}
