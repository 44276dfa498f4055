import ArgumentParser
import Foundation
import Saddlery

/// What noise does for descent: in one dimension, in a spin glass that is a sum, and in least squares.
struct NoiseVersusBatch: Experiment {
  static let question = "Does noise lead descent to better minima, in one dimension and in many?"
  static let meaning =
    "noise leads to much better minima on a line, and hardly to better ones in a glass"
  static let claims: Claims = [
    "Kleinberg2018": "Stochastic descent follows the gradient of f convolved with its noise.",
    "Sagun2014": "Stochastic and plain descent reach one level in a spin glass.",
    "ours": "Heard: a minimum of almost all one-example losses; noise is what small batches give.",
  ]

  @OptionGroup var options: Options

  /// False positives of each family of checks.
  static let rate = 1e-3

  func report() throws -> Report {
    var report = Report(
      "Gaussian field of one variable in a bowl",
      "f = V + μx²/2, Cov V = exp(-r²/2), μ = \(RuggedBowl.confinement)", seed: seed,
      convention: "dx = -f' dt + sqrt(2T) dW; of descent with noise σ and step η T = ησ²/2")
    line(&report)
    smoothing(&report)
    report.origin = Provenance(
      model: "pure 3-spin as a sum", convention: Mixture.convention, seed: seed,
      notes: ["\(BatchRuns.terms) independent Hamiltonians over their root"])
    batches(&report)
    report.origin = Provenance(
      model: "linear least squares", convention: "entries of variance 1/N, targets of variance 1",
      seed: seed, notes: [])
    examples(&report)
    return report
  }
}
