import Foundation
import Saddlery

extension SearchBias {
  private var caption: [String] {
    [
      "pure 3-spin, all critical points of each sample enumerated, seed \(seed)",
      "bars: standard errors, the sample being the unit",
    ]
  }

  /// A colour for each method; the largest size as marks, the smallest as lines.
  private func series(
    _ groups: [Group], x: [Double], _ quantity: @escaping (Haul, Double) -> Double
  ) -> [Series] {
    let sizes = groups.map(\.n)
    return [(sizes.min(), Series.Style.line), (sizes.max(), .points)].flatMap { n, style in
      groups.filter { $0.n == n }.enumerated().map { i, group in
        let means = x.map { x in group.mean { quantity($0, x) } }
        return Series(
          "N = \(group.n), \(group.name)", x: x, y: means.map(\.mean),
          yError: style == .points ? means.map(\.standardError) : nil, style: style,
          colour: .sample(i))
      }
    }
  }

  /// Share of points missed against starts per point.
  func missedFigure(_ groups: [Group]) -> Figure {
    let starts = (0...26).map { 0.1 * pow(200, Double($0) / 26) }
    let equal = Series.dashed(
      "all points as likely, e^{-x}", starts, starts.map { exp(-$0) }, .black)
    return Figure(
      title: "Searches find the easy critical points again, and miss the others",
      caption: caption, x: Axis("starts per critical point", scale: .logarithmic),
      y: Axis("share of all critical points missed", range: 1e-3...1, scale: .logarithmic),
      series: [equal] + series(groups, x: starts) { 1 - $0.coverage(startsPerPoint: $1) })
  }

  /// Chao's estimate of the number of points against starts per point.
  func estimatesFigure(_ groups: [Group]) -> Figure {
    let starts = [0.5, 1, 2, 4, 10, 20]
    let truth = Series.dashed("the truth", [0.4, 25], [1, 1], .black)
    return Figure(
      title: "What is found once or twice tells of most of what is missed",
      caption: ["Chao's estimate of the number of critical points"] + caption,
      x: Axis("starts per critical point", scale: .logarithmic),
      y: Axis("estimated / true number of critical points"),
      series: [truth] + series(groups, x: starts) { $0.estimate(startsPerPoint: $1) })
  }

  /// Energy of finds minus that of all points, by index, at one size.
  func biasFigure(_ groups: [Group]) -> Figure {
    let n = groups[0].n
    let fractions = (0..<n).map { Double($0) / Double(n - 1) }
    let none = Series.dashed("no bias", [0, 1], [0, 0], .black)
    let biases = groups.enumerated().map { i, group in
      let means = (0..<n).map { k in group.mean { $0.bias(ofIndex: k) } }
      return Series.marks(group.name, fractions, means, .sample(i))
    }
    return Figure(
      title: "Finds are not typical critical points: N = \(n)",
      caption: ["every find counts once"] + caption, x: Axis("index fraction k/(N-1)"),
      y: Axis("mean energy per spin of finds minus that of all"), series: [none] + biases)
  }
}
