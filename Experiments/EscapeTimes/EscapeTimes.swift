import ArgumentParser
import Foundation
import Saddlery

/// Times to leave saddles and wells, with noise and without.
struct EscapeTimes: Experiment {
  static let question = "How long do noise and kicks take to leave a saddle, and how long a well?"
  static let meaning =
    "noise leaves a saddle in a time that hardly depends on how little of it there is, and a well exponentially late"
  static let claims: Claims = [
    "Chaudhari2017": "Quoted as Kramers' law: the time is inverse to the negative eigenvalue.",
    "Kramers1940": "Leaving a well takes e^{Δf/T}, with a prefactor.",
    "Ge2015": "Noisy gradient descent leaves strict saddles in polynomial time.",
    "Du2017": "Gradient descent can take exponential time past a row of saddles.",
    "Jin2017": "Kicked gradient descent does not.",
  ]

  @OptionGroup var options: Options

  /// False positives of each family of checks.
  static let rate = 1e-3

  func report() throws -> Report {
    var report = Report(
      "toy functions in R^n and on spheres", seed: seed,
      convention: "dx = -grad f dt + sqrt(2T) dW, T in units of f")
    saddle(&report)
    well(&report)
    octopus(&report)
    tensor(&report)
    return report
  }
}
