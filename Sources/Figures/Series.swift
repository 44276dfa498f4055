internal import Requirements

/// Points of a figure that are drawn in one way.
public struct Series: Sendable, Hashable {
  /// How the points are drawn.
  public enum Style: Sendable, Hashable {
    /// Marks, with bars where standard errors are given; each such series of a figure has its own
    /// shape of mark.
    case points
    /// Small half-transparent dots, for clouds of hundreds of points or more.
    case dots
    /// A solid line through the points in the order given; a value that is not finite breaks it.
    case line
    /// A dashed line.
    case dashedLine
    /// The area between two curves, made by ``Series/band(_:x:lower:upper:colour:)``.
    case band
    /// Colours on a regular grid, made by ``Series/map(_:x:y:values:)``.
    case map
  }

  /// Text in the legend, with markup (see ``Figure/plain(_:)``); without one the series is not in
  /// the legend.
  public var name: String?
  /// Colour of marks and lines.
  public var colour: Colour
  /// How the points are drawn.
  public let style: Style
  /// Abscissae.
  public let x: [Double]
  /// Ordinates; for a band its lower edge.
  public let y: [Double]
  /// Standard errors of the abscissae.
  public let xError: [Double]?
  /// Standard errors of the ordinates.
  public let yError: [Double]?
  /// Upper edge of a band, or the values of a map.
  public let upper: [Double]?

  /// Creates a series of points or a line. It may be empty: then it is in the data file but not in
  /// the picture.
  ///
  /// - Precondition: all columns have the same length; errors are given only with the style
  ///   ``Style/points``, and the style is not ``Style/band`` or ``Style/map``.
  public init(
    _ name: String?, x: [Double], y: [Double], xError: [Double]? = nil, yError: [Double]? = nil,
    style: Style = .points, colour: Colour = .black
  ) {
    demand(
      style != .band && style != .map, "a series of style \(style) is made by Series.\(style)(...)")
    demand(
      style == .points || (xError == nil && yError == nil),
      "a series of style \(style) cannot have error bars; use .points")
    self.init(name, style, colour, x: x, y: y, xError: xError, yError: yError, upper: nil)
  }

  /// Creates the shaded area between two curves, for example a confidence band.
  ///
  /// - Precondition: all columns have the same length.
  public static func band(
    _ name: String?, x: [Double], lower: [Double], upper: [Double], colour: Colour = .grey
  ) -> Series {
    Series(name, .band, colour, x: x, y: lower, xError: nil, yError: nil, upper: upper)
  }

  /// Creates a map of values on a regular grid, coloured from blue (negative) over white to red. The plot
  /// has equal units on both axes and a colour bar with the name beside it.
  ///
  /// - Precondition: all columns have the same length; rows of the grid one after another.
  public static func map(
    _ name: String, x: [Double], y: [Double], values: [Double]
  ) -> Series {
    Series(name, .map, .black, x: x, y: y, xError: nil, yError: nil, upper: values)
  }

  private init(
    _ name: String?, _ style: Style, _ colour: Colour,
    x: [Double], y: [Double], xError: [Double]?, yError: [Double]?, upper: [Double]?
  ) {
    for column in [y, xError, yError, upper].compactMap(\.self) {
      demand(
        column.count == x.count,
        "series '\(name ?? "")' has \(x.count) abscissae and a column of \(column.count)")
    }
    self.name = name
    self.colour = colour
    self.style = style
    self.x = x
    self.y = y
    self.xError = xError
    self.yError = yError
    self.upper = upper
  }
}

extension Series {
  /// The columns present, in the order in which gnuplot's styles take them: x, y, upper, x error, y
  /// error.
  var columns: [(name: String, values: [Double])] {
    [("x", x), ("y", y)]
      + [("upper", upper), ("x_error", xError), ("y_error", yError)].compactMap { name, values in
        values.map { (name, $0) }
      }
  }

  /// Whether gnuplot has anything to draw on the given axes.
  func isVisible(_ xAxis: Axis, _ yAxis: Axis) -> Bool {
    func fits(_ value: Double, _ axis: Axis) -> Bool {
      value.isFinite && (axis.scale == .linear || value > 0)
    }
    return zip(x, y).contains { fits($0, xAxis) && fits($1, yAxis) }
  }
}
