import Foundation
import Saddlery

extension SearchBias {
  func draw(_ groups: [Group], bias: [Group], _ report: inout Report) {
    let caption = [
      "pure 3-spin, all critical points of each sample enumerated, seed \(seed)",
      "bars: standard errors, the sample being the unit",
    ]
    let x = Axis("starts per critical point", scale: .logarithmic)
    let starts = (0...26).map { 0.1 * pow(200, Double($0) / 26) }
    let equal = starts.map { exp(-$0) }
    report.draw(
      "missed", title: "Searches find the easy critical points again, and miss the others",
      caption: caption, x: x,
      y: Axis("share of all critical points missed", range: 1e-3...1, scale: .logarithmic),
      [.dashed("all points as likely, e^{-x}", starts, equal, .black)]
        + series(groups, x: starts) { 1 - $0.coverage(startsPerPoint: $1) })
    report.draw(
      "estimates", title: "What is found once or twice tells of most of what is missed",
      caption: ["Chao's estimate of the number of critical points"] + caption, x: x,
      y: Axis("estimated / true number of critical points"),
      [.dashed("the truth", [0.4, 25], [1, 1], .black)]
        + series(groups, x: [0.5, 1, 2, 4, 10, 20]) { $0.estimate(startsPerPoint: $1) })

    let n = bias[0].n
    let fractions = (0..<n).map { Double($0) / Double(n - 1) }
    let biases: [Series] = bias.enumerated().map { i, group in
      let means = (0..<n).map { k in group.mean { $0.bias(ofIndex: k) } }
      return .marks(group.name, fractions, means, .sample(i))
    }
    report.draw(
      "bias", title: "Finds are not typical critical points: N = \(n)",
      caption: ["every find counts once"] + caption, x: Axis("index fraction k/(N-1)"),
      y: Axis("mean energy per spin of finds minus that of all"),
      [.dashed("no bias", [0, 1], [0, 0], .black)] + biases)
  }

  /// A colour for each method; the largest size as marks, the smallest as lines.
  private func series(
    _ groups: [Group], x: [Double], _ quantity: @escaping (Haul, Double) -> Double
  ) -> [Series] {
    let sizes = groups.map(\.n)
    return [sizes.min(), sizes.max()].enumerated().flatMap { number, n in
      groups.filter { $0.n == n }.enumerated().map { i, group in
        let means = x.map { x in group.mean { quantity($0, x) } }
        let name = "N = \(group.n), \(group.name)"
        return number == 0
          ? .line(name, x, means.map(\.mean), .sample(i)) : .marks(name, x, means, .sample(i))
      }
    }
  }
}
