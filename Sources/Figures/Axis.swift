internal import Foundation
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

  /// Text beside the axis, with markup (see `Figure.plain(_:)`).
  public var label: String
  /// First and last number shown; chosen from the data if absent.
  public var range: ClosedRange<Double>? { didSet { requireValid() } }
  /// Distance between labelled ticks, a factor on a logarithmic axis; chosen by gnuplot if absent.
  public var tickStep: Double? { didSet { requireValid() } }
  /// Linear or logarithmic.
  public var scale: Scale { didSet { requireValid() } }

  /// Creates an axis.
  ///
  /// - Precondition: the range lies within ±1e300, is at least 1e-300 wide and positive on a logarithmic
  ///   axis; the step is finite and positive, and above 1 on a logarithmic axis.
  public init(
    _ label: String, range: ClosedRange<Double>? = nil, tickStep: Double? = nil,
    scale: Scale = .linear
  ) {
    self.label = label
    self.range = range
    self.tickStep = tickStep
    self.scale = scale
    requireValid()
  }

  private func requireValid() {
    if let range {
      let limit = 1e300
      demand(
        range.lowerBound >= (scale == .linear ? -limit : 1 / limit) && range.upperBound <= limit
          && range.upperBound - range.lowerBound >= 1 / limit,
        "axis '\(label)' cannot have the range \(range)")
    }
    if let tickStep {
      demand(
        tickStep > (scale == .linear ? 0 : 1) && tickStep < .infinity,
        "axis '\(label)' cannot have the tick step \(tickStep)")
    }
  }

  /// Whether the step makes more than a hundred ticks of the range; gnuplot then chooses.
  var isCrowded: Bool {
    guard let range, let tickStep else { return false }
    let (low, high) = (range.lowerBound, range.upperBound)
    return scale == .linear
      ? high / 100 - low / 100 > tickStep : log(high / low) > 100 * log(tickStep)
  }
}

extension Axis {
  /// gnuplot's commands for the axis of a letter.
  ///
  /// - Parameter held: numbers that are shown even beyond the data.
  func commands(_ letter: String, holding held: [Double] = []) -> [String] {
    var lines: [String] = []
    if scale == .logarithmic {
      lines.append("set logscale \(letter)")
      // Powers of ten only where the ticks are at powers of ten.
      let decades = range.map { $0.upperBound / $0.lowerBound >= 100 } ?? true
      if tickStep == nil && decades { lines.append("set format \(letter) '10^{%T}'") }
    }
    if let range {
      lines.append("set \(letter)range [\(range.lowerBound):\(range.upperBound)]")
    } else if let least = held.min(), let most = held.max() {
      lines.append("set \(letter)range [* < \(least) : \(most) < *]")
    }
    if let tickStep, !isCrowded { lines.append("set \(letter)tics \(tickStep)") }
    return lines
  }
}
