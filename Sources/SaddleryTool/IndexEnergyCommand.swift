import Analysis
import ArgumentParser
import CriticalPoints
import Foundation
import KacRice
import Models
import OutputFiles
import SpinGlasses

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

  /// Exact theory is drawn beside the points up to this N, where it takes two seconds.
  private static let largestExactDimension = 128

  func run() throws {
    let clock = ContinuousClock.now
    let folder = try search.folder()
    let source = try disorder()
    try search.check(directions: source.dimension - 1, dimension: source.dimension)

    let progress = Progress(total: source.samples * search.points)
    Interrupt.prepare { progress.interrupt() }
    var survey = try IndexEnergySurvey(source.mixture, dimension: source.dimension)
    for sample in 0..<source.samples {
      let found = try Search(
        source.hamiltonian(sample), method: search.method, rule: search.stopping.requested()
      ).run(
        points: search.points, indices: search.indices, seed: model.seed, sample: sample,
        threads: search.threads, progress: progress.show)
      survey.add(found, sample: sample)
    }

    let counts =
      source.dimension <= Self.largestExactDimension
        && CriticalPointCounts.serves(source.mixture, dimension: source.dimension)
      ? try CriticalPointCounts(
        source.mixture, dimension: source.dimension, threads: search.threads)
      : nil
    let report = IndexEnergyReport(
      survey: survey, provenance: provenance(of: source), options: search,
      meanEnergyByIndex: counts?.meanEnergyByIndex.map(\.value),
      deviations: [
        (
          "rmsDeviationFromRadialCurve", "rms deviation from the curve in <σ, ∇H>/N",
          survey.rmsDeviationFromRadialCurve
        ),
        (
          "rmsDeviationFiniteN",
          "rms deviation from the exact mean energies at N = \(survey.dimension)",
          counts.map { survey.rmsDeviation(from: $0) }
        ),
      ])
    let (files, problem) = try report.write(to: folder)
    if !search.json { print("\(survey.mixture.name), N = \(survey.dimension), seed \(model.seed)") }
    try report.print(
      files: files, seconds: clock.duration(to: .now).seconds,
      extra: ["model": survey.mixture.name, "mixture": survey.mixture.description])
    if let problem { throw problem }
  }

  private func provenance(of source: Disorder) -> Provenance {
    Provenance(
      model: "\(source.mixture.name), N = \(source.dimension)" + given.origin,
      convention: Mixture.convention, seed: model.seed,
      notes: search.notes(samples: source.samples))
  }
}

extension IndexEnergyCommand {
  /// Where Hamiltonians come from: drawn sample by sample, or one read from a file.
  struct Disorder {
    let mixture: Mixture
    let dimension: Int
    let samples: Int
    let hamiltonian: (Int) -> PSpinHamiltonian
  }

  private func disorder() throws -> Disorder {
    let requested = try model.model.requested()
    if let couplings = given.couplings {
      guard requested == nil, model.n == nil else {
        throw Failure.usage("--couplings names the model; leave out --p, --mixture and --n")
      }
      let hamiltonian = try given.hamiltonian(couplings)
      if let signal = hamiltonian.signal {
        throw Failure(
          message: "'\(couplings)' holds the signal \(signal), but index-energy compares with the "
            + "theory of models without signal; write couplings without --signal",
          status: 65)
      }
      guard hamiltonian.mixture.topDegree >= 2 else {
        throw Failure(
          message: "'\(couplings)' holds a field only; add couplings of degree 2 or more",
          status: 65)
      }
      return Disorder(
        mixture: hamiltonian.mixture, dimension: hamiltonian.dimension, samples: 1,
        hamiltonian: { _ in hamiltonian })
    }
    let mixture = requested ?? .pure(3)
    let n = try model.requestedDimension(default: 100)
    try ModelOptions.requireMemory(mixture, dimension: n) {
      Search<PSpinHamiltonian>.memory(dimension: $0, threads: search.threads)
    }
    let seed = model.seed
    return Disorder(
      mixture: mixture, dimension: n, samples: search.samples,
      hamiltonian: { PSpinHamiltonian(mixture, dimension: n, seed: seed, sample: $0) })
  }
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + 1e-18 * Double(components.attoseconds)
  }
}
