import ArgumentParser
import Foundation
import Saddlery

/// Descents into funnels λ N m^k in a 3-spin glass: how often they find the bottom, from how strong a funnel on, and how that
/// changes with N.
struct SpinFunnel: Experiment {
  static let question = "Does a funnel in a spin glass get sharper as the system grows?"
  static let meaning =
    "a linear funnel is found in large systems too, and one that is flat in the middle less and less"
  static let claims: Claims = [
    "Martin2015": "Deep networks are spin funnels; the larger, the sharper.",
    "BenArousGheissariJagannath2020": "Descent needs a funnel of strength N^{(k-2)/2}.",
    "SaraoMannelli2019": "Descent finds the signal while spurious minima are still there.",
  ]

  @OptionGroup var options: Options

  /// False positives of each family of checks.
  static let rate = 1e-3
  static let model = Mixture.pure(3)

  func report() throws -> Report {
    var report = Report(
      "pure 3-spin in a funnel, H = H_3 - λ N m^k, m = σ·u/N", seed: seed)
    try exact(&report)
    let all = runs()
    report.check(
      Verdict(
        "descents that did not end",
        exceptions: all.reduce(0) { $0 + $1.reduce(0) { $0 + $1.unfinished } }))
    rates(all, &report)
    passages(all, &report)
    draw(all, &report)
    return report
  }

  /// By degree k from 1, by size.
  private func runs() -> [[FunnelRuns]] {
    let strengths =
      quick
      ? [[0.6, 1], [0.6, 1.5], [1.2, 4], [1.2, 4.8]]
      : [
        [0.45, 0.6, 0.75, 0.9, 1.2], [0.5, 0.7, 0.85, 1, 1.5, 1.73], [0.9, 1.73, 2.5, 4, 8],
        [1.2, 2.4, 4.8, 8, 13],
      ]
    let sizes: [(n: Int, samples: Int)] =
      quick ? [(16, 48), (48, 24)] : [(25, 96), (50, 64), (100, 24), (150, 10)]
    return strengths.enumerated().map { i, strengths in
      sizes.map { size in
        FunnelRuns(
          degree: i + 1, n: size.n, strengths: strengths, samples: size.samples, starts: 8,
          seed: seed)
      }
    }
  }
}
