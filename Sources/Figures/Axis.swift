internal import Requirements

/// One axis of a figure.
public struct Axis: Sendable, Hashable {
  /// How numbers are laid out along the axis.
  public enum Scale: Sendable, Hashable {
    /// Equal differences are equal lengths.
    case linear
    /// Equal ratios are equal lengths; only positive numbers are shown.
    case logarithmic
  }

  /// Text beside the axis, with markup (see ``Figure/plain(_:)``).
  public var label: String
  /// First and last number shown; chosen from the data if absent.
  public var range: ClosedRange<Double>?
  /// Distance between labelled ticks, a factor on a logarithmic axis; chosen by gnuplot if absent.
  public var tickStep: Double?
  /// Linear or logarithmic.
  public var scale: Scale

  /// Creates an axis.
  ///
  /// - Precondition: the range is finite and not a single point, and positive on a logarithmic
  ///   axis; the step is finite and positive, and above 1 on a logarithmic axis.
  public init(
    _ label: String, range: ClosedRange<Double>? = nil, tickStep: Double? = nil,
    scale: Scale = .linear
  ) {
    let least = scale == .linear ? -Double.infinity : 0
    if let range {
      demand(
        range.lowerBound > least && range.lowerBound < range.upperBound
          && range.upperBound < .infinity,
        "axis '\(label)' cannot have the range \(range)")
    }
    if let tickStep {
      demand(
        tickStep > (scale == .linear ? 0 : 1) && tickStep < .infinity,
        "axis '\(label)' cannot have the tick step \(tickStep)")
    }
    self.label = label
    self.range = range
    self.tickStep = tickStep
    self.scale = scale
  }
}
