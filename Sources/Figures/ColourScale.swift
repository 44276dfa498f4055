internal import Foundation
internal import Requirements

/// How the values of a map become colours.
///
/// Where values have both signs, or a centre is stated, colours go from blue over grey, at zero or the centre, to
/// yellow, equally far on both sides. Elsewhere they go from dark violet over green to yellow. In both a larger value
/// is lighter, in even steps of lightness, so that a map printed in grey is read the same way.
public struct ColourScale: Sendable, Hashable {
  /// Whether equal differences or equal ratios are equal steps of colour; on a logarithmic scale what is not positive has
  /// no colour.
  public var scale: Axis.Scale
  /// The value that is grey, if values are to be seen as above or below it.
  public var centre: Double? { didSet { requireValid() } }
  /// Values of the first and last colour, which those beyond share; chosen from the data if absent. Around a centre the
  /// shorter side is made as long as the other.
  public var range: ClosedRange<Double>?

  /// Creates a scale; by default linear, its range and kind chosen from the data.
  ///
  /// - Precondition: centre and range lie within ±1e300, and are positive on a logarithmic scale.
  public init(
    _ scale: Axis.Scale = .linear, centre: Double? = nil, range: ClosedRange<Double>? = nil
  ) {
    (self.scale, self.centre, self.range) = (scale, centre, range)
    requireValid()
  }

  private func requireValid() {
    _ = Axis("colours", range: range, scale: scale)
    guard let centre else { return }
    demand(
      abs(centre) <= 1e300 && (scale == .linear || centre >= 1e-300),
      "colours cannot have the centre \(centre)")
  }

  /// Whether a value has a colour.
  func shows(_ value: Double) -> Bool { value.isFinite && (scale == .linear || value > 0) }

  /// What is grey, if anything is, and the values of the first and last colour.
  func resolved(for values: [Double]) -> (centre: Double?, range: ClosedRange<Double>) {
    let limit = 1e300
    let floor = scale == .linear ? -limit : 1 / limit
    let shown = values.filter(shows).map { min(max($0, floor), limit) }
    let least = range?.lowerBound ?? shown.min() ?? 1
    let most = range?.upperBound ?? shown.max() ?? 1
    guard let middle = centre ?? (scale == .linear && least < 0 && most > 0 ? 0 : nil) else {
      // A constant is in the middle of its own scale.
      let rounding = max(16 * max(abs(least), abs(most)).ulp, 1 / limit)
      guard most - least <= rounding else { return (nil, least...most) }
      return (nil, around(least, 0, floor, limit))
    }
    let reach =
      scale == .linear
      ? max(most - middle, middle - least) : max(most / middle, middle / least, 1) - 1
    return (middle, around(middle, reach, floor, limit))
  }

  /// Equally far on both sides: a difference, or on a logarithmic scale a ratio less one; a scale of its own if it is
  /// zero.
  private func around(
    _ middle: Double, _ reach: Double, _ floor: Double, _ limit: Double
  ) -> ClosedRange<Double> {
    guard scale == .linear else {
      let factor = min(reach > 0 ? 1 + reach : 2, limit)
      return max(middle / factor, floor)...min(middle * factor, limit)
    }
    let half = max(reach > 0 ? reach : middle == 0 ? 1 : abs(middle) / 2, 1 / limit)
    return max(middle - half, floor)...min(middle + half, limit)
  }

  /// gnuplot's commands for colours and their bar.
  func commands(for values: [Double]) -> [String] {
    let (centre, range) = resolved(for: values)
    return [Palette.command(centre == nil ? Palette.sequential : Palette.diverging)]
      + Axis("", range: range, scale: scale).commands("cb")
  }
}

/// Colours in even steps of lightness.
private enum Palette {
  /// Violet over green to yellow: `viridis` of matplotlib.
  static let sequential = [
    "440154", "482878", "3E4989", "31688E", "26828E", "1F9E89", "35B779", "6ECE58", "B5DE2B",
    "FDE725",
  ]
  /// Lightness L* from 30 over 60 to 90 and chroma from 56 over 0 to 56, at hues 290° and 94° of CIELAB.
  static let diverging = [
    "05429A", "3C5099", "565F97", "6C6F95", "7F8093", "919191", "A7A08C", "BDB088", "D3C082",
    "E8D17C", "FDE275",
  ]

  /// The command that sets one.
  static func command(_ stops: [String]) -> String {
    let places = stops.enumerated().map { "\($0) '#\($1)'" }
    return "set palette defined (\(places.joined(separator: ", ")))"
  }
}
