import ArgumentParser
import Foundation
import Saddlery

/// Two small problems of rectifiers of which all but one kind of minima are bad: XOR, and a teacher that the student could be.
struct SpuriousMinima: Experiment {
  static let question = "Does gradient descent in small rectifier networks end in bad minima?"
  static let meaning =
    "small rectifier networks do have bad minima, and more units make them rare"
  static let claims: Claims = [
    "Swirszcz2016":
      "Finite data sets and rectifier networks have poor minima that descent ends in.",
    "SafranShamir2018":
      "So has a student of as many units as its orthonormal teacher, more often the larger both are; a unit or two more help.",
    "ours": "Heard: there are no poor local minima.",
  ]

  @OptionGroup var options: Options

  /// False positives of each family of checks.
  static let rate = 1e-3

  func report() throws -> Report {
    var report = Report(
      "XOR by a 2-h-1 rectifier network; rectifier students of an orthonormal rectifier teacher",
      seed: seed, convention: "E: mean squared error, twice the loss; students: F = E(f - t)²/2")
    try exclusiveOr(&report)
    students(&report)
    return report
  }

  /// A share of runs, each a sample of its own.
  static func share(_ count: Int, of total: Int) -> Estimate {
    Estimate(independent: (0..<total).map { $0 < count ? 1 : 0 })
  }

  /// That two shares are the same: by the normal law of their difference.
  static func sameShare(_ name: String, _ a: Estimate, _ b: Estimate, rate: Double) -> Verdict {
    let error = (pow(a.standardError, 2) + pow(b.standardError, 2)).squareRoot()
    return Verdict(
      name, value: a.mean - b.mean, standardError: error, samples: min(a.samples, b.samples),
      expectation: 0, falsePositiveRate: rate)
  }
}
