import ArgumentParser
import Foundation
import Saddlery

/// How many equations, or examples, descent solves with a given number of parameters.
struct Overparameterization: Experiment {
  static let question = "How many more parameters than data does descent need to fit the data?"
  static let meaning =
    "as many parameters as data are not enough for descent, and twice as many are"
  static let claims: Claims = [
    "Zhang2017": "Networks with more parameters than examples fit random labels.",
    "ours":
      "Heard: as soon as parameters are more than data, descent finds parameters that fit the data.",
  ]

  @OptionGroup var options: Options

  /// False positives of each family of checks.
  static let rate = 1e-3
  /// Mean squared residual of what counts as solved, the variance of what is to be met being 1.
  static let solved = 1e-6

  func report() throws -> Report {
    var report = Report(
      "random quadratic equations x'Jx/N = y on |x|² = N; linear equations; tanh networks on random labels",
      seed: seed,
      convention: "J_ij normal, x'Jx/N and y of variance 1; M = αN; loss Σ(x'Jx/N - y)²/2")
    quadratic(&report)
    linear(&report)
    try labels(&report)
    return report
  }
}
