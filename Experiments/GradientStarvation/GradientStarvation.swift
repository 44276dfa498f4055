import ArgumentParser
import Foundation
import Saddlery

/// A strong and a weak feature that say the same: how much of the weak one is learnt beside the strong one.
struct GradientStarvation: Experiment {
  static let question = "Does a strong feature keep descent from learning a weak one?"
  static let meaning =
    "a strong feature keeps descent from learning a weak one"
  static let claims: Claims = [
    "TachetDesCombes2018":
      "Frequent and strong features are learnt first and starve the others of gradient.",
    "Pezeshki2021":
      "Descent with cross-entropy learns a subset of features, though others are there.",
    "ours": "Heard: some features will dominate the gradient.",
  ]

  @OptionGroup var options: Options

  /// False positives of each family of checks.
  static let rate = 1e-3
  static let (strong, weak) = (1.0, 0.3)

  func report() throws -> Report {
    var report = Report(
      "logistic regression on features of 1 and 0.3 times the label; tanh networks", seed: seed,
      convention: "loss: mean of ln(1 + exp(-z)), z = label times output; dw/dt = -∇loss from w = 0"
    )
    try together(&report)
    try mixed(&report)
    try networks(&report)
    return report
  }
}
