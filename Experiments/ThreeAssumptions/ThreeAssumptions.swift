import ArgumentParser
import Foundation
import Saddlery

/// Three things that are assumed of minima, and one said of depth, in pure p-spin models.
struct ThreeAssumptions: Experiment {
  static let question =
    "Are there many minima, all nearly as good as the global one, and flat? And does depth help?"
  static let meaning =
    "minima are many and good, but deeper ones are sharper, and a higher degree does not bring descent nearer to the best"
  static let claims: Claims = [
    "ours": "Assumed of deep networks: many minima, nearly as good as the global one, flat around.",
    "AuffingerBenArousCerny2013": "Numbers and energies of all minima are known exactly.",
    "Choromanska2015": "Heard besides: deeper models have minima closer to the global one.",
    "CugliandoloKurchan1993": "Descent is slow: stopped early it is not yet in a minimum.",
  ]

  @OptionGroup var options: Options

  /// False positives of each family of checks.
  static let rate = 1e-3

  func report() throws -> Report {
    var report = Report("pure p-spin", "minima: exact means, and ends of descents", seed: seed)
    try counts(&report)
    try depth(&report)
    try goodness(&report)
    flatness(&report)
    early(&report)
    return report
  }

  func minima(_ plan: [(p: Int, n: Int, samples: Int, starts: Int)], first: Int) -> [Minima] {
    plan.enumerated().map { i, one in
      Minima(
        p: one.p, n: one.n, samples: one.samples, starts: one.starts, first: first + 1000 * i,
        seed: seed)
    }
  }
}
