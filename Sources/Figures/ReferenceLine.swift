/// A straight line across a plot at one value, with a word beside it: a threshold, an exact result.
public struct ReferenceLine: Sendable, Hashable {
  /// How a line runs.
  public enum Direction: String, Sendable, Hashable {
    /// From bottom to top, at an abscissa.
    case vertical
    /// From left to right, at an ordinate.
    case horizontal
  }

  /// How it runs.
  public var direction: Direction
  /// Where it crosses the axis. An axis without a range is drawn long enough to show it; otherwise, and where it is not
  /// finite, or not positive on a logarithmic axis, it is not seen.
  public var position: Double
  /// Text beside its upper or right end, with markup (see `Figure.plain(_:)`).
  public var label: String?
  /// The colour of line and label.
  public var colour: Colour
  /// Whether it is dashed.
  public var isDashed: Bool

  private init(
    _ direction: Direction, _ position: Double, _ label: String?, _ colour: Colour, _ isDashed: Bool
  ) {
    (self.direction, self.position, self.label) = (direction, position, label)
    (self.colour, self.isDashed) = (colour, isDashed)
  }

  /// A line from bottom to top.
  public static func vertical(
    at position: Double, label: String? = nil, colour: Colour = .grey, isDashed: Bool = true
  ) -> ReferenceLine { ReferenceLine(.vertical, position, label, colour, isDashed) }

  /// A line from left to right.
  public static func horizontal(
    at position: Double, label: String? = nil, colour: Colour = .grey, isDashed: Bool = true
  ) -> ReferenceLine { ReferenceLine(.horizontal, position, label, colour, isDashed) }

  /// Whether it can be seen on its axis.
  func isVisible(on axis: Axis) -> Bool {
    abs(position) <= 1e300 && (axis.scale == .linear || position >= 1e-300)
      && axis.range?.contains(position) != false
  }

  /// gnuplot's commands for the line and its label.
  func commands(inFront: Bool) -> [String] {
    let isVertical = direction == .vertical
    func at(_ fraction: Double) -> String {
      isVertical ? "first \(position), graph \(fraction)" : "graph \(fraction), first \(position)"
    }
    // As wide as no solid line, see ``Series/sampleLook``.
    let line =
      "set arrow from \(at(0)) to \(at(1)) nohead \(inFront ? "front" : "back") "
      + "\(isDashed ? "dt (8,5) " : "")lw \(isDashed ? 1.21 : 1.2) lc rgb '#\(colour.rawValue)'"
    guard let label else { return [line] }
    let place = isVertical ? "rotate by 90 offset character -1.3,0" : "offset character 0,0.6"
    return [
      line,
      "set label \(Text.markup(label)) at \(at(0.98)) right \(place) front "
        + "font ',\(Layout.legendFont)' textcolor rgb '#\(inFront ? "000000" : "444444")'",
    ]
  }
}
