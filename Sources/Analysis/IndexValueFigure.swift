public import CriticalPoints
public import Figures
internal import Requirements

extension Figure {
  /// Index fraction against value of critical points of any landscape: every point, and the mean value by index with its
  /// standard error.
  ///
  /// - Parameters:
  ///   - points: those that converged are shown.
  ///   - directions: the dimension n of the domain, of which the index is a part.
  ///   - quantity: what values are, with their unit.
  ///   - scale: what values are divided by.
  ///   - title: over the figure.
  ///   - caption: small print.
  public static func indexVersusValue(
    _ points: [CriticalPoint], directions n: Int, quantity: String = "value", scale: Double = 1,
    title: String = "Morse index against value", caption: [String] = []
  ) -> Figure {
    demand(n >= 1 && scale != 0, "\(n) directions and values over \(scale) make no figure")
    let shown = points.filter { $0.outcome == .converged }.compactMap { point in
      point.index.map { (fraction: Double($0) / Double(n), value: point.value / scale) }
    }
    let groups = Dictionary(grouping: shown, by: \.fraction).sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.map(\.value)) }.filter { $0.1.count > 1 }
    let means = groups.map { $0.1.reduce(0, +) / Double($0.1.count) }
    let errors = zip(groups, means).map { group, mean in
      let square = group.1.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (square / Double(group.1.count * (group.1.count - 1))).squareRoot()
    }
    let top = shown.map(\.fraction).max().map { $0 > 0 ? $0 : 1 } ?? 1
    return Figure(
      title: title,
      caption: caption + ["\(shown.count) critical points of \(points.count) searches"],
      x: Axis(quantity), y: Axis("index / \(n)", range: -0.02 * top...1.05 * top),
      series: [
        Series(
          "critical points", x: shown.map(\.value), y: shown.map(\.fraction), style: .dots,
          colour: .grey),
        Series(
          "mean of an index", x: means, y: groups.map(\.0), xError: errors, colour: .blue),
      ])
  }
}
