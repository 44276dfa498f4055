import ArgumentParser
import Commands
import Foundation
import Saddlery

/// `saddlery index-energy`: the figure this package exists for.
struct IndexEnergyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index-energy",
    abstract: "Find critical points of p-spin landscapes and plot Morse index against energy.",
    discussion: """
      Writes to the output folder: points.csv (every search), index-energy-table.csv (mean energy \
      by index, standard errors clustered by sample) and the figure index-energy as SVG, PDF and \
      PNG with its data and gnuplot script. The searches sample critical points, and not \
      uniformly: they reach deeper points than the average one of the same index.
      """)

  @OptionGroup var model: ModelOptions

  @OptionGroup var search: SearchOptions

  @OptionGroup var given: CouplingsOptions

  @OptionGroup var pairs: OverlapOptions

  private func provenance(_ source: Disorder) -> Provenance {
    Provenance(
      model: "\(source.mixture.name), N = \(source.dimension)" + given.origin,
      convention: Mixture.convention, seed: model.seed,
      notes: search.notes(samples: source.samples))
  }

  /// What it finds, for a store.
  func task(keepsArrays: Bool) throws -> any StoredTask {
    let source = try disorder()
    let n = source.dimension
    try search.check(directions: n - 1, dimension: n, kept: 1)
    return SearchTask(
      options: search, rule: try search.stopping.requested(),
      curve: try LimitingIndexCurve(source.mixture), provenance: provenance(source), dimension: n,
      seed: model.seed,
      memory: PSpinHamiltonian.memory(mixture: source.mixture, dimension: n)
        + Search<PSpinHamiltonian>.memory(dimension: n, threads: 1)
        + search.recordMemory(dimension: n),
      keepsArrays: keepsArrays,
      meanEnergyByIndex: {
        guard n <= 200, CriticalPointCounts.serves(source.mixture, dimension: n) else { return nil }
        return try CriticalPointCounts(source.mixture, dimension: n, threads: $0)
          .meanEnergyByIndex.map(\.value)
      }, landscape: source.hamiltonian)
  }

  func run() throws {
    let start = ContinuousClock.now
    let target = try search.target()
    let (arrayFile, overlapFile) = (try search.files.target(), try pairs.target())
    let source = try disorder()
    let (mixture, n) = (source.mixture, source.dimension)
    try search.check(directions: n - 1, dimension: n, kept: source.samples)
    let (survey, arrays) = try search.survey(
      try LimitingIndexCurve(mixture), dimension: n, samples: source.samples,
      bytes: PSpinHamiltonian.memory(mixture: mixture, dimension: n), seed: model.seed,
      wantsArrays: arrayFile != nil || overlapFile != nil, source.hamiltonian)
    var counts: CriticalPointCounts?
    if CriticalPointCounts.serves(mixture, dimension: n) {
      let seconds = 130 * pow(Double(n) / 500, 4) / Double(min(search.threads, defaultThreads))
      if seconds > 10 {
        StandardStreams.report("exact mean energies at N = \(n): about \(fixed(seconds, 0)) s\n")
      }
      counts = try CriticalPointCounts(mixture, dimension: n, threads: search.threads)
    }
    let report = IndexEnergyReport(
      survey: survey, provenance: provenance(source),
      options: search, meanEnergyByIndex: counts?.meanEnergyByIndex.map(\.value),
      deviations: [
        (
          "rmsDeviationFromRadialCurve", "rms deviation from the curve in <σ, ∇H>/N",
          survey.rmsDeviationFromRadialCurve
        ),
        (
          "rmsDeviationFiniteN", "rms deviation from the exact mean energies at N = \(n)",
          counts.map { survey.rmsDeviation(from: $0) }
        ),
      ])
    if let arrays {
      try arrayFile?.write(arrays.datasets, report.provenance)
      try overlapFile?.write(OverlapHistogram.table(arrays, provenance: report.provenance))
    }
    try report.finish(
      target, and: [arrayFile, overlapFile], since: start, Model(mixture: mixture).keys([:])
    ) { caption in
      .indexVersusEnergy(
        survey, SpectraByEnergy(of: survey, threads: search.threads, source.hamiltonian),
        meanEnergyByIndex: report.meanEnergyByIndex, caption: caption)
    }
  }

  /// Where Hamiltonians come from: drawn sample by sample, or one read from a file.
  private struct Disorder {
    let mixture: Mixture
    let dimension: Int
    let samples: Int
    let hamiltonian: @Sendable (Int) -> PSpinHamiltonian
  }

  private func disorder() throws -> Disorder {
    if let couplings = given.couplings {
      guard try !model.isNamed() else {
        throw Failure.usage("--couplings names the model; leave out --p, --mixture and --n")
      }
      let hamiltonian = try given.hamiltonian(couplings)
      if let signal = hamiltonian.signal {
        throw Failure.input(
          "'\(couplings)' holds the signal \(signal), but index-energy compares with the theory of "
            + "models without signal; write couplings without --signal")
      }
      guard hamiltonian.mixture.topDegree >= 2 else {
        throw Failure.input(
          "'\(couplings)' holds a field only; add couplings of degree 2 or more")
      }
      return Disorder(
        mixture: hamiltonian.mixture, dimension: hamiltonian.dimension, samples: 1,
        hamiltonian: { _ in hamiltonian })
    }
    let drawn = Model(mixture: try model.model.requested())
    let (n, seed) = (try model.requestedDimension(default: 100), model.seed)
    try drawn.requireMemory(dimension: n) {
      Search<PSpinHamiltonian>.memory(dimension: $0, threads: search.threads)
    }
    return Disorder(
      mixture: drawn.mixture, dimension: n, samples: search.samples,
      hamiltonian: { drawn.hamiltonian(dimension: n, seed: seed, sample: $0) })
  }
}
