import Analysis
import ArgumentParser
import CriticalPoints
import Foundation
import GaussianFields
import KacRice
import Landscapes
import Models
import OutputFiles
import Statistics

/// `saddlery field index-energy`: the figure of the spin glasses for Gaussian fields in N dimensions.
struct FieldIndexEnergyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index-energy",
    abstract: "Find critical points of fields in N dimensions and plot Morse index against value.",
    discussion: """
      The field has the covariance N f(|x-y|²/(2N)), f the one given, and is a sum of plane waves; its \
      values are V/N. Writes to the output folder: points.csv (every search), index-energy-table.csv \
      and the figure index-energy with the curve of Bray and Dean and exact means.
      """)

  @OptionGroup var field: CovarianceOptions

  @Option(parsing: .unconditional, help: "Dimension N.")
  var n = 60

  @Option(
    parsing: .unconditional,
    help: "Plane waves in each sample, many more than N for the theory to hold (default: 100 N).")
  var waves: Int?

  @Option(parsing: .unconditional, help: "Seed; the same seed gives the same files.")
  var seed: UInt64 = 1

  @OptionGroup var search: SearchOptions

  func run() throws {
    let clock = ContinuousClock.now
    guard (2...100_000).contains(n) else {
      throw Failure.usage("--n \(n) is not valid; N is a whole number from 2 to 100000")
    }
    let waves = waves ?? 100 * n
    try require("waves", waves, in: Domain.count)
    try search.check(directions: n, dimension: n)
    let shape = try field.requested()
    let folder = try search.folder()
    let (curve, fields) = try landscapes(shape, waves: waves)
    try requireAffordable(waves: waves)

    let progress = Progress(total: search.samples * search.points)
    Interrupt.prepare { progress.interrupt() }
    var survey = IndexEnergySurvey(curve, dimension: n)
    for sample in 0..<search.samples {
      let found = try Search(
        fields(sample), method: search.method, rule: search.stopping.requested()
      ).run(
        points: search.points, indices: search.indices, seed: seed, sample: sample,
        threads: search.threads, progress: progress.show)
      survey.add(found, sample: sample)
    }

    let report = IndexEnergyReport(
      survey: survey, provenance: provenance(waves), options: search,
      meanEnergyByIndex: try meanEnergies(shape, curve))
    let (files, problem) = try report.write(to: folder)
    if !search.json { print("\(provenance(waves).model), seed \(seed)") }
    try report.print(
      files: files, seconds: clock.duration(to: .now).seconds,
      extra: ["model": provenance(waves).model, "kappa": curve.kappa, "waves": waves])
    if let problem { throw problem }
  }

  /// Throws if the searches take more than a month.
  private func requireAffordable(waves: Int) throws {
    let (n, searches) = (Double(n), Double(search.samples) * Double(search.points))
    // Thirty steps, at 10¹⁰ operations a second.
    try Cost.requireTime(
      searches * 30 * (2 * Double(waves) + 12 * n) * n * n / 1e10, threads: search.threads,
      remedy: "choose a smaller --n, or fewer --waves, --samples or --points")
  }

  /// The curve, and the samples by number.
  private func landscapes(
    _ shape: some IsotropicCovariance, waves: Int
  ) throws -> (FieldIndexCurve, (Int) throws -> WaveField<EuclideanSpace>) {
    let bytes = 32 * Double(waves) * Double(n) + 4096 * Double(n) * Double(n)
    let threads = min(search.threads, defaultThreads)
    let memory = bytes + Search<WaveField<EuclideanSpace>>.memory(dimension: n, threads: threads)
    try Cost.requireMemory(memory, remedy: "choose a smaller --n or fewer --waves")
    let covariance = shape.extensive(dimension: n)
    do {
      guard covariance.fourthMoment.isFinite else { throw FieldError.rough }
      // Draws the waves of one sample to see that it can be done.
      _ = try WaveField(covariance, dimension: n, waves: 1, seed: seed)
    } catch {
      throw Failure.input(error)
    }
    guard shape.kappa <= 1 else {
      throw Failure(
        message:
          "this covariance has κ = \(shape.kappa); the curve is for fields that exist in every "
          + "dimension, κ at most 1", status: 65)
    }
    let seed = seed
    let n = n
    return (
      try FieldIndexCurve(kappa: shape.kappa, variance: shape.variance),
      {
        // In the convention of high dimension the field changes over √N of these lengths.
        try WaveField(
          covariance, dimension: n, waves: waves, seed: seed, sample: $0,
          length: shape.correlationLength)
      }
    )
  }

  private func meanEnergies(
    _ shape: some IsotropicCovariance, _ curve: FieldIndexCurve
  ) throws -> [Double]? {
    guard n <= 128 else { return nil }
    let unit = (shape.variance / Double(n)).squareRoot()
    return try FieldCriticalPointDensity(
      shape.moments(), dimension: n, threads: search.threads
    ).meanHeightByIndex(kappa: curve.kappa).map { unit * $0.value }
  }

  private func provenance(_ waves: Int) -> Provenance {
    Provenance(
      model: "Gaussian field in N = \(n) dimensions, \(field.name)",
      convention: "Cov(V(x), V(y)) = N f(|x-y|²/(2N)), \(waves) plane waves", seed: seed,
      notes: search.notes(samples: search.samples))
  }
}
