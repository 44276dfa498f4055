import ArgumentParser
import Foundation
import Saddlery

/// Minima, saddles and maxima of a random surface: how many to the unit of area, against Longuet-Higgins, and
/// what they look like. See README.md.
@main
struct CriticalPointsOfAPlane: ParsableCommand {
  @Flag(help: "Fewer samples, a few seconds.")
  var quick = false

  @Option(help: "Seed of the fields.")
  var seed: UInt64 = 1

  @Option(help: "Folder for tables and figures.")
  var output = "Experiments/CriticalPointsOfAPlane/results"

  func run() throws {
    let runs: [Run] = [
      Run("squared exponential", try SquaredExponential(), 1, 40, quick ? 50 : 4000),
      Run("squared exponential", try SquaredExponential(), 2, 10, quick ? 40 : 1600),
      Run("Matérn, ν = 5", try Matern(smoothness: 5), 2, 12, quick ? 10 : 400),
      Run(
        "two lengths", try SquaredExponential() + SquaredExponential(variance: 0.3, length: 0.4), 2,
        8, quick ? 10 : 400),
      Run("squared exponential", try SquaredExponential(), 3, 5, quick ? 4 : 300),
    ]
    print(
      "| covariance | N | samples, complete | points | density / exact | shares by index "
        + "| exact | largest |z| | verdict |")
    print("|---|---|---|---|---|---|---|---|---|")
    var isContradicted = false
    for run in runs { isContradicted = try report(run) || isContradicted }
    try drawMap()
    if isContradicted { throw ExitCode(1) }
  }

  /// Fields of one covariance on a torus.
  private struct Run {
    let name: String
    let covariance: any IsotropicCovariance
    let dimension: Int
    let length: Double
    let samples: Int

    init(
      _ name: String, _ covariance: some IsotropicCovariance, _ dimension: Int, _ length: Double,
      _ samples: Int
    ) {
      (self.name, self.covariance, self.dimension, self.length) = (
        name, covariance, dimension, length
      )
      self.samples = samples
    }
  }

  /// False positives of one run.
  private static let rate = 1e-3

  /// Prints a row; whether it contradicts the theory.
  private func report(_ run: Run) throws -> Bool {
    let sampler = try TorusSampler(
      run.covariance, dimension: run.dimension, length: run.length, tolerance: 1e-6)
    let survey = TorusSurvey(sampler, samples: run.samples, seed: seed)
    let verdicts = survey.verdicts(falsePositiveRate: Self.rate)
    let found = verdicts.reduce(0) { $0 + $1.value }
    let exact = verdicts.reduce(0) { $0 + $1.expectation }
    func shares(_ values: [Double]) -> String {
      values.map { String(format: "%.4f", $0 / values.reduce(0, +)) }.joined(separator: " ")
    }
    let complete = survey.acceptedSamples
    let isConsistent =
      complete == run.samples && !verdicts.contains { $0.conclusion == .inconsistent }
    print(
      "| \(run.name) | \(run.dimension) | \(run.samples), \(complete) | "
        + String(format: "%.0f | %.4f", found * Double(complete), found / exact)
        + " | \(shares(verdicts.map(\.value))) | \(shares(verdicts.map(\.expectation))) | "
        + String(format: "%.2f", verdicts.map { abs($0.z) }.max() ?? .nan)
        + (isConsistent ? " | consistent |" : " | inconsistent |"))
    return !isConsistent
  }

  /// One surface with its critical points, valleys and ridges.
  private func drawMap() throws {
    let field = try TorusSampler(SquaredExponential(), dimension: 2, length: 10).sample(seed: seed)
    let origin = Provenance(
      model: "Gaussian field on a torus, covariance exp(-r^2/2)",
      convention: "lengths in correlation lengths, variance 1", seed: seed)
    try Figure.criticalPointMap(
      of: field, Sweep(field).run(),
      caption: ["Gaussian field on a torus, covariance exp(-r²/2), seed \(seed)"]
    ).write(to: output, name: "plane", provenance: origin.comments)
  }
}
