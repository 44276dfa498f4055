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
    /// Colours on a grid, made by ``Series/map(_:x:y:values:colours:)``.
    case map
    /// Thin lines of equal values, made by ``Series/contours(of:levels:colour:)``.
    case contours
    /// Bars from zero, made by ``Series/bars(_:x:heights:errors:width:colour:)`` or
    /// ``Series/histogram(_:of:bins:range:heights:colour:)``.
    case bars
  }

  /// Text in the legend, with markup (see `Figure.plain(_:)`); without one the series is not in
  /// the legend.
  public var name: String?
  /// What series of several colours have in common, such as `exact` or `measured`: the legend shows a name with its
  /// colour, and says this once. Series of points of one kind have the same mark.
  public var kind: String?
  /// Colour of marks and lines.
  public var colour: Colour
  /// Colours of a map.
  public var colours = ColourScale()
  /// How the points are drawn.
  public let style: Style
  /// Abscissae of the points.
  public let x: [Double]
  /// Ordinates; for a band its lower edge.
  public let y: [Double]
  /// Standard errors of the abscissae.
  public let xError: [Double]?
  /// Standard errors of the ordinates.
  public let yError: [Double]?
  /// Upper edge of a band, the values of a map, or the levels of contours.
  public let upper: [Double]?
  /// Widths of bars.
  public let width: [Double]?
  /// Whether the cells of a map are equal.
  var isRegular = false

  /// Creates a series of points or a line. It may be empty: then it is in the data file but not in
  /// the picture.
  ///
  /// - Precondition: all columns have the same length; errors are given only with the style
  ///   ``Style/points``, and the style is one of points, dots and lines.
  public init(
    _ name: String?, x: [Double], y: [Double], xError: [Double]? = nil, yError: [Double]? = nil,
    style: Style = .points, colour: Colour = .black
  ) {
    demand(
      [.points, .dots, .line, .dashedLine].contains(style),
      "a series of style \(style) is made by Series.\(style)(...)")
    demand(
      style == .points || (xError == nil && yError == nil),
      "a series of style \(style) cannot have error bars; use .points")
    self.init(name, style, colour, x: x, y: y, xError: xError, yError: yError)
  }

  /// Creates the shaded area between two curves, for example a confidence band.
  ///
  /// - Precondition: all columns have the same length.
  public static func band(
    _ name: String?, x: [Double], lower: [Double], upper: [Double], colour: Colour = .grey
  ) -> Series {
    Series(name, .band, colour, x: x, y: lower, upper: upper)
  }

  /// The series as one of a kind.
  public func ofKind(_ kind: String) -> Series {
    var series = self
    series.kind = kind
    return series
  }

  init(
    _ name: String?, _ style: Style, _ colour: Colour, x: [Double], y: [Double],
    xError: [Double]? = nil, yError: [Double]? = nil, upper: [Double]? = nil, width: [Double]? = nil
  ) {
    for column in [y, xError, yError, upper, width].compactMap(\.self) {
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
    self.width = width
  }
}
