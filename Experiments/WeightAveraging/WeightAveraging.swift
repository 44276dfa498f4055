import ArgumentParser
import Foundation
import Saddlery

/// Averages of places, inside a basin and across basins, and schedules that start again.
struct WeightAveraging: Experiment {
  static let question =
    "What does averaging weights remove, and do warm restarts lead to other basins?"
  static let meaning =
    "averaging weights removes the noise inside a basin, and is of no use across basins"
  static let claims: Claims = [
    "Izmailov2018":
      "The average of points along a trajectory of noisy descent is better than the points.",
    "Loshchilov2017": "Warm restarts of the schedule improve on one run.",
    "ours":
      "Heard: it averages the predictions of all cached weights, which is another method's average.",
  ]

  @OptionGroup var options: Options

  /// False positives of each family of checks.
  static let rate = 1e-3
  var n: Int { quick ? 30 : 60 }
  var convention: String { "pure 3-spin, N = \(n), |σ|² = N, E = H/N; seed \(seed)" }

  func report() throws -> Report {
    var report = Report(
      Mixture.pure(3).name, "dσ = -grad H dt + √(2T) dW: T in units of H", seed: seed)
    insideBasin(&report)
    acrossBasins(&report)
    restarts(&report)
    try networks(&report)
    return report
  }
}
