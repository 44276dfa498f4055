import ArgumentParser
import Foundation
import Saddlery

/// Do the critical points of Gaussian fields in many dimensions follow Bray and Dean's curve, and how far
/// do they scatter about it? See README.md.
@main
struct GaussianFieldIndex: ParsableCommand {
  @Flag(help: "A smaller run of a few seconds.")
  var quick = false

  @Option(help: "Seed.")
  var seed: UInt64 = 1

  @Option(help: "Folder for tables and figures.")
  var output = "Experiments/GaussianFieldIndex/results"

  func run() throws {
    print("| covariance | N | waves/N | points | converged | rms α - α∞(ε) | bound |")
    print("|---|---|---|---|---|---|---|")
    let sizes = quick ? [(20, 2)] : [(30, 16), (60, 8), (100, 4)]
    let sharp = try sizes.map { try survey(one, n: $0, samples: $1, wavesPerDimension: 100) }
    let isSharp = sharp.map { report($0, "one length", 100, bound: quick ? 0.05 : 0.03) }
    // Too few waves for second derivatives to be independent: it must not fit as well.
    let same = sharp[quick ? 0 : 1]
    let few = try survey(one, n: same.dimension, samples: same.samples, wavesPerDimension: 5)
    _ = report(few, "one length", 5, bound: nil)
    let isSensitive = few.rmsDeviation > 1.25 * same.rmsDeviation

    let isComplete = try completeHeights()
    let broad = try TwoLengths(
      two, dimension: quick ? 20 : 40, samples: quick ? 4 : 16, seed: seed)
    let isAsPredicted = broad.report()

    try figures(sharp, few, broad)
    let held = isSharp + [isSensitive, isComplete, isAsPredicted]
    let isReproduced = !held.contains(false)
    print("\nverdict: \(isReproduced ? "reproduced" : "contradicted")")
    if !isReproduced { throw ExitCode(1) }
  }

  /// κ = 1.
  private var one: CovarianceSum {
    get throws { CovarianceSum([try SquaredExponential()]) }
  }

  /// κ = 0.81.
  var two: CovarianceSum {
    get throws {
      try SquaredExponential(variance: 0.5) + SquaredExponential(variance: 0.5, length: 0.4)
    }
  }

  private func survey(
    _ shape: CovarianceSum, n: Int, samples: Int, wavesPerDimension: Int
  ) throws -> IndexEnergySurvey<FieldIndexCurve> {
    let kappa = min(1, shape.kappa)
    var survey = IndexEnergySurvey(
      FieldIndexCurve(kappa: kappa, variance: shape.variance), dimension: n)
    for sample in 0..<samples {
      let field = try WaveField(
        shape.extensive(dimension: n), dimension: n, waves: wavesPerDimension * n, seed: seed,
        sample: sample, length: 1)
      survey.add(Search(field).run(points: 64, seed: seed, sample: sample), sample: sample)
    }
    return survey
  }

  /// A row of the table; whether the bound is met.
  private func report(
    _ survey: IndexEnergySurvey<FieldIndexCurve>, _ name: String, _ waves: Int, bound: Double?
  ) -> Bool {
    let isMet = bound.map { survey.rmsDeviation < $0 } ?? true
    print(
      "| \(name) | \(survey.dimension) | \(waves) | \(survey.criticalPoints.count) "
        + String(
          format: "| %.1f %% | %.4f | ",
          100 * Double(survey.converged) / Double(survey.records.count), survey.rmsDeviation)
        + (bound.map { String(format: "%.2f", $0) + (isMet ? "" : ", not met") } ?? "none")
        + " |")
    return isMet
  }

  private func origin(_ notes: String...) -> Provenance {
    Provenance(
      model: "Gaussian fields in N dimensions",
      convention: "Cov(V(x), V(y)) = N f(|x-y|²/(2N)), ε = V/N", seed: seed,
      notes: ["experiment GaussianFieldIndex\(quick ? " --quick" : "")"] + notes)
  }

  private func figures(
    _ sharp: [IndexEnergySurvey<FieldIndexCurve>], _ few: IndexEnergySurvey<FieldIndexCurve>,
    _ broad: TwoLengths
  ) throws {
    let convention = "Cov(V(x), V(y)) = N f(|x-y|²/(2N)); seed \(seed); 64 searches in each sample"
    try Figure.indexVersusEnergy(
      sharp, caption: ["squared exponential covariance, κ = 1, 100 N plane waves", convention]
    ).write(to: output, name: "index-energy", provenance: origin().comments)
    var deviation = Figure.indexDeviation(
      sharp, caption: ["squared exponential covariance, κ = 1", convention])
    let rows = few.rows(bins: 20)
    deviation.series.append(
      Series(
        "5 N waves only, N = \(few.dimension)", x: rows.map(\.energy.mean),
        y: rows.map(\.deviation.mean),
        yError: rows.map {
          $0.deviation.standardError.isFinite ? $0.deviation.standardError : 0
        }, colour: .grey))
    try deviation.write(to: output, name: "deviation", provenance: origin().comments)
    try broad.figure(convention).write(
      to: output, name: "two-lengths", provenance: origin().comments)
    for survey in sharp + [broad.survey] {
      let name = survey.limit.isSharp ? "one-length" : "two-lengths"
      try OutputFolder(output).write([
        (
          "\(name)-N\(survey.dimension).csv",
          survey.indexTable(bins: 20, provenance: origin(name)).csv()
        )
      ])
    }
  }
}
