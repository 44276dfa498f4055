import ArgumentParser
import Foundation
import Saddlery

/// Local entropy in place of the loss: in one dimension, in two wells of different width, and in the 3-spin.
struct EntropySGD: Experiment {
  static let question =
    "Does descent on the local entropy find wide minima, and are they better?"
  static let meaning =
    "a search for wide minima gains nothing in a glass, whose deep minima are narrow"
  static let claims: Claims = [
    "Chaudhari2017":
      "A surrogate loss, the local entropy, explicitly biases descent towards flat minima."
  ]

  @OptionGroup var options: Options

  /// False positives of each family of checks.
  static let rate = 1e-3

  func report() throws -> Report {
    var report = Report(
      "Gaussian fields on a circle; two wells; pure 3-spin",
      "F_γ(x) = log ∫ exp(-(f(x') + γ|x' - x|²/2)/T) dx'", seed: seed)
    try circle(&report)
    wells(&report)
    spinGlass(&report)
    return report
  }
}
