import ArgumentParser
import Commands
import Foundation
import Saddlery

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

  @OptionGroup var drawing: SeedOptions

  @OptionGroup var search: SearchOptions

  private var seed: UInt64 { drawing.seed }

  /// The number of waves and the covariance, checked.
  ///
  /// - Parameter kept: samples whose records are in memory together.
  private func requested(kept: Int) throws -> (waves: Int, shape: IsotropicCovariance) {
    try require("n", n, in: 2...100_000)
    let waves = waves ?? 100 * n
    try require("waves", waves, in: Domain.count)
    try search.check(directions: n, dimension: n, kept: kept)
    return (waves, try field.requested())
  }

  private func provenance(waves: Int) -> Provenance {
    Provenance(
      model: "Gaussian field in N = \(n) dimensions, \(field.name)",
      convention: "Cov(V(x), V(y)) = N f(|x-y|²/(2N)), \(waves) plane waves",
      seed: seed, notes: search.notes(samples: search.samples))
  }

  /// What it finds, for a store.
  func task(keepsArrays: Bool) throws -> any StoredTask {
    let (waves, shape) = try requested(kept: 1)
    let (curve, fields) = try landscapes(shape, waves: waves)
    try requireAffordable(waves: waves)
    return SearchTask(
      options: search, rule: try search.stopping.requested(), curve: curve,
      provenance: provenance(waves: waves), dimension: n, seed: seed,
      memory: 32 * Double(waves) * Double(n)
        + Search<WaveField<EuclideanSpace>>.memory(dimension: n, threads: 1)
        + search.recordMemory(dimension: n),
      keepsArrays: keepsArrays,
      meanEnergyByIndex: { [n] in try Self.meanEnergies(shape, curve, dimension: n, threads: $0) },
      landscape: fields)
  }

  func run() throws {
    let start = ContinuousClock.now
    let (waves, shape) = try requested(kept: search.samples)
    let target = try search.target()
    let arrayFile = try search.files.target()
    let (curve, fields) = try landscapes(shape, waves: waves)
    try requireAffordable(waves: waves)
    let (survey, arrays) = try search.survey(
      curve, dimension: n, samples: search.samples,
      bytes: 32 * Double(waves) * Double(n), seed: seed, wantsArrays: arrayFile != nil, fields)
    let provenance = provenance(waves: waves)
    let report = IndexEnergyReport(
      survey: survey, provenance: provenance, options: search,
      meanEnergyByIndex: try Self.meanEnergies(
        shape, curve, dimension: n, threads: search.threads))
    if let arrays { try arrayFile?.write(arrays.datasets, report.provenance) }
    try report.finish(
      target, and: [arrayFile], since: start,
      ["model": provenance.model, "kappa": curve.kappa, "waves": waves])
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
    _ shape: IsotropicCovariance, waves: Int
  ) throws -> (FieldIndexCurve, @Sendable (Int) throws -> WaveField<EuclideanSpace>) {
    let (n, seed) = (n, seed)
    let bytes = 32 * Double(waves) * Double(n) + 4096 * Double(n) * Double(n)
    let threads = min(search.threads, defaultThreads)
    let memory = bytes + Search<WaveField<EuclideanSpace>>.memory(dimension: n, threads: threads)
    try Cost.requireMemory(memory, remedy: "choose a smaller --n or fewer --waves")
    let covariance = shape.extensive(dimension: n)
    try asInput {
      guard covariance.fourthMoment.isFinite else { throw FieldError.rough }
      // Draws the waves of one sample to see that it can be done.
      _ = try WaveField(covariance, dimension: n, waves: 1, seed: seed)
    }
    guard shape.kappa <= 1 else {
      throw Failure.input(
        "this covariance has κ = \(shape.kappa); the curve is for fields that exist in every "
          + "dimension, κ at most 1")
    }
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

  /// Exact theory is drawn beside the points up to this N, where it takes three quarters of a minute.
  private static let largestExactDimension = 128

  private static func meanEnergies(
    _ shape: IsotropicCovariance, _ curve: FieldIndexCurve, dimension n: Int, threads: Int
  ) throws -> [Double]? {
    guard n <= largestExactDimension else { return nil }
    let unit = (shape.variance / Double(n)).squareRoot()
    return try FieldCriticalPointDensity(
      shape.moments(), dimension: n, threads: threads
    ).meanHeightByIndex(kappa: curve.kappa).map { unit * $0.value }
  }
}
