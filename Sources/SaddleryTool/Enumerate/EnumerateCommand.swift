import ArgumentParser
import Commands
import Foundation
import Saddlery

/// `saddlery enumerate`: every critical point of one Hamiltonian.
struct EnumerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enumerate",
    abstract: "Find every critical point of a p-spin Hamiltonian, with proof.",
    discussion: """
      Follows a path to every critical point on the complex sphere, 2((p-1)^N - 1)/(p-2) of them for \
      top degree p (2N for p = 2), proves each end to be a solution, real or not, and distinct from \
      all others, and says 'complete' only if nothing is missing.
      """)

  @OptionGroup var model: ModelOptions
  @OptionGroup var planted: SignalOptions
  @OptionGroup var disorder: SampleOptions

  @Option(
    parsing: .unconditional,
    help: "Enumerate this many samples, and compare their mean numbers with the exact ones.")
  var samples: Int?

  @OptionGroup var given: CouplingsOptions

  @Option(
    help: ArgumentHelp(
      "File for the points, as CSV; - for standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var files: PointFileOptions
  @OptionGroup var pairs: OverlapOptions
  @OptionGroup var threading: ThreadOptions
  @OptionGroup var progress: ProgressOptions
  @OptionGroup var reporting: ReportOptions

  func run() throws {
    let start = ContinuousClock.now
    if let samples {
      try require("samples", samples, in: Domain.count)
      guard given.couplings == nil, disorder.sample == 0 else {
        throw Failure.usage("--samples draws its own; leave out --couplings and --sample")
      }
      guard files.arrays == nil, pairs.overlaps == nil else {
        throw Failure.usage("--arrays and --overlaps are of one sample; leave out --samples")
      }
      return try runSamples(samples, start)
    }
    let target = try requestedTarget()
    let (arrayFile, overlapFile) = (try files.target(), try pairs.target())
    let sample = try disorder.requested()
    let hamiltonian = try hamiltonian(sample)
    let drawn = Model(mixture: hamiltonian.mixture, signal: hamiltonian.signal)
    var provenance = hamiltonian.provenance
    // Of couplings that were read the seed is that of the paths.
    provenance.model += given.origin
    (provenance.seed, provenance.notes) = (model.seed, ["sample \(sample)"])
    let (result, unfinished, solving) = try asStored {
      let paths = try Enumeration.pathCount(hamiltonian)
      let unfinished = try UnfinishedWork(forOutput: output, of: provenance)
      let pieces = try unfinished.pieces().compactMap(EnumerationPiece.init(words:))
      let bar = Progress(total: paths, unit: "paths", progress, remedy: unfinished.remedy)
      let start = ContinuousClock.now
      let result = try Enumeration.run(
        hamiltonian, seed: model.seed, sample: sample, threads: threading.count, resuming: pieces,
        keep: { unfinished.keep($0.words) }, progress: bar.show)
      return (result, unfinished, start.seconds)
    }
    let verdict = result.completeness.words(proved: "complete")
    let title = "\(provenance.model), seed \(model.seed), sample \(sample)"
    provenance.notes.append(verdict)
    try target?.write(result.table(provenance: provenance))
    if arrayFile != nil || overlapFile != nil {
      var arrays = PointArrays(on: hamiltonian.domain)
      arrays.add(result.points, of: hamiltonian, sample: sample)
      try arrayFile?.write(arrays.datasets, provenance)
      try overlapFile?.write(OverlapHistogram.table(arrays, provenance: provenance))
    }
    unfinished.remove()
    let seconds = start.seconds
    try reporting.print(
      drawn.keys([
        "n": hamiltonian.dimension, "seed": model.seed, "sample": sample,
        "expectedComplex": result.expectedComplex, "foundComplex": result.foundComplex,
        "real": result.points.count, "certified": result.points.count { $0.isIndexCertified },
        "byIndex": result.byIndex, "eulerCharacteristic": result.eulerCharacteristic,
        "expectedEulerCharacteristic": result.expectedEulerCharacteristic, "verdict": verdict,
        "paths": result.paths, "meanSteps": result.meanSteps, "attempts": result.attempts,
        "solvingSeconds": solving, "seconds": seconds,
      ]),
      [
        title,
        "\(result.foundComplex) of \(result.expectedComplex ?? 0) critical points on the complex sphere, "
          + "\(result.points.count) of them real, \(fixed(seconds, 2)) s",
        "by index: " + result.byIndex.map(String.init).joined(separator: " "),
        "indices add up to \(result.eulerCharacteristic), the sphere's Euler characteristic is "
          + "\(result.expectedEulerCharacteristic)",
        "verdict: \(verdict)",
      ], writing: target, and: [arrayFile, overlapFile])
    guard result.completeness == .proved else {
      throw Failure.unproved("not all critical points are proved; the verdict says what is missing")
    }
  }

  /// What it finds, for a store.
  func task(keepsArrays: Bool) throws -> any StoredTask {
    if let samples { try require("samples", samples, in: Domain.count) }
    let (drawn, n) = try requestedModel()
    let degrees = PSpinHamiltonian.degrees(drawn.mixture, drawn.signal)
    return EnumerationTask(
      model: drawn, dimension: n, seed: model.seed, samples: samples ?? 1,
      first: try disorder.requested(),
      memory: Enumeration.memory(degrees: degrees, dimension: n)
        + Enumeration.pieceMemory(degrees: degrees, dimension: n),
      keepsArrays: keepsArrays)
  }

  /// The place for the table, if one is asked for.
  func requestedTarget() throws -> OutputTarget? {
    try output.map { try OutputTarget(table: $0, json: reporting.json) }
  }

  /// The model that the options name, and N, checked.
  func requestedModel() throws -> (Model, dimension: Int) {
    let drawn = Model(mixture: try model.model.requested(), signal: try planted.requested())
    let n = try model.requestedDimension(default: 8)
    let degrees = PSpinHamiltonian.degrees(drawn.mixture, drawn.signal)
    _ = try asInput { try Enumeration.pathCount(degrees: degrees, dimension: n) }
    try drawn.requireMemory(dimension: n) { Enumeration.memory(degrees: degrees, dimension: $0) }
    return (drawn, n)
  }

  private func hamiltonian(_ sample: Int) throws -> PSpinHamiltonian {
    if let couplings = given.couplings {
      guard try !model.isNamed(), planted.signal == nil else {
        throw Failure.usage(
          "--couplings names the model; leave out --p, --mixture, --n and --signal")
      }
      return try given.hamiltonian(couplings)
    }
    let (drawn, n) = try requestedModel()
    return drawn.hamiltonian(dimension: n, seed: model.seed, sample: sample)
  }
}

extension EnumerationResult {
  /// One row per critical point, energies H/N ascending.
  fileprivate func table(provenance: Provenance) -> DataTable {
    let n = byIndex.count
    var columns: [DataTable.Column] = [
      .init("energy", points.map { $0.value / Double(n) }),
      .init("index", points.map(\.index)),
      .init("gradient_norm", points.map(\.gradientNorm)),
      .init("certified", points.map { $0.isIndexCertified ? 1 : 0 }),
    ]
    for i in 0..<n { columns.append(.init("sigma_\(i + 1)", points.map { $0.position[i] })) }
    return DataTable(comments: provenance.comments, columns: columns)
  }
}
