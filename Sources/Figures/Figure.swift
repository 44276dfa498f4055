internal import Foundation

/// A plot with its caption, to be written as data, script and images.
///
/// Title, axis labels and names in the legend understand some of gnuplot's markup: `λ_{max}`, `N^{2/3}`,
/// `{/:Italic N}`. Greek letters and symbols are written as such (`λ`, `∞`, `√`). A text in which the signs
/// of markup do not fit together, and any with an unescaped `&`, `@` or `~`, is shown as it is. Line breaks
/// become spaces, other control characters �; after a thousand bytes a text is cut.
public struct Figure: Sendable, Hashable {
  /// Where the legend stands.
  public enum Legend: Sendable, Hashable {
    /// Under the plot, where it cannot cover data.
    case below
    /// In a corner of the plot, on white.
    case topLeft, topRight, bottomLeft, bottomRight
    /// Nowhere: there is none.
    case hidden
  }

  /// One line above the plot.
  public var title: String
  /// Small print under the plot, plain text: the convention, the seed. Long lines are wrapped; 40 are shown.
  public var caption: [String]
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// What is drawn, the first at the back.
  public var series: [Series]
  /// Where the legend stands.
  public var legend: Legend
  /// Straight lines across the plot.
  public var lines: [ReferenceLine]
  /// Words in the plot, where nothing else stands at its upper left, line by line with markup; ten are shown.
  public var note: [String] = []
  /// Whether a unit is as long on both axes, as on a map of a plane.
  public var hasEqualUnits: Bool

  /// Creates a figure.
  public init(
    title: String, caption: [String] = [], x: Axis, y: Axis, series: [Series],
    legend: Legend = .below, lines: [ReferenceLine] = [], hasEqualUnits: Bool = false
  ) {
    self.title = title
    self.caption = caption
    self.x = x
    self.y = y
    self.series = series
    self.legend = legend
    self.lines = lines
    self.hasEqualUnits = hasEqualUnits
  }

  /// Text that shows as it is where markup is understood: `seed_1` becomes `seed\_1`.
  package static func plain(_ text: String) -> String {
    let escaped = Text.cut(Text.oneLine(text)).unicodeScalars.reduce(into: "") { result, scalar in
      if "_^{}@&~\\".unicodeScalars.contains(scalar) { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
    }
    // gnuplot would see the number of a character.
    return escaped.replacingOccurrences(of: "\\U+", with: "\\{U}+", options: .literal)
  }
}
