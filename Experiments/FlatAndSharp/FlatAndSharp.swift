import ArgumentParser
import Foundation
import Saddlery

/// Flat and sharp minima: what the words mean for a network, and which of two wells noise prefers.
struct FlatAndSharp: Experiment {
  static let question = "Does noise prefer flat minima, and do flat ones generalise better?"
  static let meaning =
    "sharpness alone says nothing of what a network does, though noise prefers the flatter of two wells"
  static let claims: Claims = [
    "Dinh2017":
      "A rectifier network can be made as sharp as one likes without changing what it computes.",
    "Keskar2017":
      "Small batches lead to flat minima, large ones to sharp ones, which generalise worse.",
    "ours": "Noise prefers the flatter of two wells of one depth: by a power, or exponentially.",
  ]

  @OptionGroup var options: Options

  /// False positives of each family of checks.
  static let rate = 1e-3

  func report() throws -> Report {
    var report = Report(
      "one hidden layer of rectifiers on a teacher's data; Langevin dynamics in two wells",
      seed: seed,
      convention: "loss: half the mean squared error; dx = -f' dt + √(2D) dW")
    try rescaling(&report)
    wells(&report)
    return report
  }
}
