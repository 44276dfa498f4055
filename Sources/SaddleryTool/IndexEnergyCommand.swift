import Analysis
import ArgumentParser
import CriticalPoints
import Figures
import Foundation
import KacRice
import LinearAlgebra
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

  @Option(parsing: .unconditional, help: "Number of disorder samples.")
  var samples = 4

  @Option(parsing: .unconditional, help: "Number of searches in each sample.")
  var points = 250

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Aim at these indices only (default: all, evenly).", valueName: "k"))
  var targetIndex: [Int] = []

  @Option(help: "How steps are made.")
  var method = SearchMethod.indexTargeted

  @Option(help: ArgumentHelp("Use the couplings in this HDF5 file.", valueName: "file"))
  var couplings: String?

  @Option(help: ArgumentHelp("Folder for the files.", valueName: "folder"))
  var output: String

  @Option(parsing: .unconditional, help: "Number of threads; results do not depend on it.")
  var threads = defaultThreads

  @Flag(inversion: .prefixedNo, help: "Draw the figure (needs gnuplot).")
  var figure = true

  @Flag(help: "Print one JSON object on standard output.")
  var json = false

  /// Exact theory is drawn beside the points up to this N, where it takes two seconds.
  private static let largestExactDimension = 128

  func run() throws {
    let clock = ContinuousClock.now
    let source = try disorder()
    try checkSizes(source)
    let folder = OutputFolder(output)
    do { try folder.requireWritable() } catch { throw Failure.input(error) }

    let progress = Progress(total: source.samples * points)
    let interrupt = Interrupt { progress.interrupt() }
    var survey = IndexEnergySurvey(source.mixture, dimension: source.dimension)
    for sample in 0..<source.samples {
      let found = Search(source.hamiltonian(sample), method: method).run(
        points: points, indices: targetIndex.isEmpty ? nil : targetIndex, seed: model.seed,
        sample: sample, threads: threads, progress: progress.add)
      survey.add(found, sample: sample)
    }

    let counts =
      source.dimension <= Self.largestExactDimension
      ? CriticalPointCounts(source.mixture, dimension: source.dimension, threads: threads) : nil
    let (files, problem) = try write(
      survey, counts: counts, provenance: provenance(of: source), to: folder)
    withExtendedLifetime(interrupt) {}
    try report(
      survey, counts: counts, files: files, seconds: clock.duration(to: .now).seconds)
    if let problem { throw problem }
  }

  private func checkSizes(_ source: Disorder) throws {
    for (name, value) in [("--samples", samples), ("--points", points), ("--threads", threads)] {
      guard value >= 1 else {
        throw Failure.usage("\(name) \(value) is not valid; give a whole number from 1")
      }
    }
    for index in targetIndex where !(0..<source.dimension).contains(index) {
      throw Failure.usage(
        "--target-index \(index) is not valid; indices are 0...\(source.dimension - 1) for N = "
          + "\(source.dimension)")
    }
  }

  private func provenance(of source: Disorder) -> Provenance {
    Provenance(
      model: "\(source.mixture.name), N = \(source.dimension)"
        + (couplings.map { ", couplings from \(($0 as NSString).lastPathComponent)" } ?? ""),
      convention: Mixture.convention, seed: model.seed,
      notes: ["search \(method.rawValue), \(source.samples) samples x \(points) starts"])
  }

  /// Writes tables, then the figure. A figure that could not be drawn does not lose the tables:
  /// it is returned as a problem.
  private func write(
    _ survey: IndexEnergySurvey, counts: CriticalPointCounts?, provenance: Provenance,
    to folder: OutputFolder
  ) throws -> (files: [String], problem: Failure?) {
    var files: [String]
    do {
      files = try folder.write([
        ("points.csv", survey.pointTable(provenance: provenance).csv()),
        ("index-energy-table.csv", survey.indexTable(bins: 20, provenance: provenance).csv()),
      ])
    } catch {
      throw Failure.input(error)
    }
    guard figure else { return (files, nil) }
    let run = ["seed \(model.seed)"] + provenance.notes
    let caption = ["\(provenance.model); \(run.joined(separator: "; "))", Mixture.convention]
    do {
      files += try Figure.indexVersusEnergy([survey], counts: counts, caption: caption)
        .write(to: folder.path, name: "index-energy", provenance: provenance.comments)
      return (files, nil)
    } catch {
      files += error.written
      return (files, .incomplete(error))
    }
  }

  private func report(
    _ survey: IndexEnergySurvey, counts: CriticalPointCounts?, files: [String], seconds: Double
  ) throws {
    let finiteN = counts.map { survey.rmsDeviation(from: $0) }
    let minima = survey.meanEnergy(ofIndex: 0)
    let attempted = survey.records.count
    let outcomes = Dictionary(grouping: survey.records, by: \.point.outcome.rawValue)
      .mapValues(\.count)
    if json {
      try JSONOutput.print([
        "attempted": attempted, "converged": survey.converged, "outcomes": outcomes,
        "distinct": survey.criticalPoints.count, "seed": model.seed,
        "model": survey.mixture.name, "mixture": survey.mixture.description,
        "n": survey.dimension, "samples": survey.samples, "threshold": survey.limit.threshold,
        "rmsDeviation": survey.rmsDeviation,
        "rmsDeviationFromRadialCurve": survey.rmsDeviationFromRadialCurve,
        "rmsDeviationFiniteN": finiteN,
        "meanEnergyOfMinima": minima.mean,
        "meanEnergyOfMinimaStandardError": minima.standardError, "files": files,
        "seconds": seconds,
      ])
      return
    }
    let fractions = survey.criticalPoints.map(\.indexFraction)
    print("\(survey.mixture.name), N = \(survey.dimension), seed \(model.seed)")
    let failed = outcomes.sorted { $0.key < $1.key }.filter { $0.key != "converged" }
      .map { "\($0.value) \($0.key)" }
    print(
      "\(survey.converged) of \(attempted) searches converged"
        + (failed.isEmpty ? "" : " (\(failed.joined(separator: ", ")))")
        + ", \(survey.criticalPoints.count) distinct critical points, "
        + String(format: "%.1f s", seconds))
    if let lowest = fractions.min(), let highest = fractions.max() {
      print(String(format: "index fractions %.3f to %.3f", lowest, highest))
      print(
        String(
          format: "rms deviation from the curve of N → ∞: %.4f in energy, %.4f in <σ, ∇H>/N",
          survey.rmsDeviation, survey.rmsDeviationFromRadialCurve))
      if let finiteN {
        print(
          String(
            format: "rms deviation from the exact mean energies at N = %d: %.4f",
            survey.dimension, finiteN))
      }
    }
    if minima.count > 0 {
      let error =
        minima.standardError.isFinite
        ? String(format: "± %.4f", minima.standardError) : "(one sample, no standard error)"
      print(
        String(format: "mean energy of the %d minima: %.4f ", minima.count, minima.mean) + error)
    }
    print(files.joined(separator: "\n"))
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
    if let couplings {
      guard requested == nil, model.n == nil else {
        throw Failure.usage("--couplings names the model; leave out --p, --mixture and --n")
      }
      let hamiltonian: PSpinHamiltonian
      do {
        hamiltonian = try PSpinHamiltonian(readingCouplings: couplings)
      } catch {
        throw Failure.input(error)
      }
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
      Search<PSpinHamiltonian>.memory(dimension: $0, threads: threads)
    }
    let seed = model.seed
    return Disorder(
      mixture: mixture, dimension: n, samples: samples,
      hamiltonian: { PSpinHamiltonian(mixture, dimension: n, seed: seed, sample: $0) })
  }
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + 1e-18 * Double(components.attoseconds)
  }
}
