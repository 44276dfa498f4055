import ArgumentParser
import CriticalPoints
import Foundation
import Models
import OutputFiles
import SpinGlasses

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

  @Option(parsing: .unconditional, help: "Number of the disorder sample, counted from 0.")
  var sample = 0

  @Option(
    parsing: .unconditional,
    help: "Enumerate this many samples, and compare their mean numbers with the exact ones.")
  var samples: Int?

  @OptionGroup var given: CouplingsOptions

  @Option(
    help: ArgumentHelp(
      "File for the points, as CSV; - for standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var threading: ThreadOptions

  @Flag(help: "Print one JSON object on standard output.")
  var json = false

  func run() throws {
    let clock = ContinuousClock.now
    if let samples {
      try require("samples", samples, in: Domain.count)
      guard given.couplings == nil, sample == 0 else {
        throw Failure.usage("--samples draws its own; leave out --couplings and --sample")
      }
      return try runSamples(samples, clock)
    }
    let target = try output.map { try OutputTarget(table: $0, json: json) }
    let hamiltonian = try hamiltonian()
    let provenance = Provenance(
      model: name(hamiltonian), convention: Mixture.convention, seed: model.seed,
      notes: ["sample \(sample)"])
    let result: EnumerationResult
    let unfinished: UnfinishedWork
    let start: ContinuousClock.Instant
    do {
      let progress = Progress(total: try Enumeration.pathCount(hamiltonian), unit: "paths")
      unfinished = try UnfinishedWork(forOutput: output, of: provenance)
      let pieces = unfinished.pieces.compactMap(EnumerationPiece.init(words:))
      Interrupt.prepare(remedy: unfinished.remedy) { progress.interrupt() }
      start = .now
      result = try Enumeration.run(
        hamiltonian, seed: model.seed, sample: sample, threads: threading.count, resuming: pieces,
        keep: { unfinished.keep($0.words) }, progress: progress.show)
    } catch {
      throw Failure.input(error)
    }
    let solving = start.duration(to: .now).seconds
    var origin = provenance
    origin.notes.append(text(result.verdict))
    try target?.write(result.table(provenance: origin))
    unfinished.remove()
    try report(result, hamiltonian, solving, clock.duration(to: .now).seconds)
    guard result.verdict == .complete else {
      throw Failure.unproved("not all critical points are proved; the verdict says what is missing")
    }
  }

  /// The model that the options name, checked.
  func requestedModel() throws -> (mixture: Mixture, dimension: Int, signal: Signal?) {
    let mixture = try model.model.requested() ?? .pure(3)
    let signal = try planted.requested()
    let n = try model.requestedDimension(default: 8)
    let degrees = PSpinHamiltonian.degrees(mixture, signal)
    do { _ = try Enumeration.pathCount(degrees: degrees, dimension: n) } catch {
      throw Failure.input(error)
    }
    try ModelOptions.requireMemory(mixture, dimension: n, signal: signal) {
      Enumeration.memory(degrees: degrees, dimension: $0)
    }
    return (mixture, n, signal)
  }

  private func hamiltonian() throws -> PSpinHamiltonian {
    guard sample >= 0 else {
      throw Failure.usage("--sample \(sample) is not valid; samples are counted from 0")
    }
    if let couplings = given.couplings {
      guard try model.model.requested() == nil, model.n == nil, planted.signal == nil else {
        throw Failure.usage(
          "--couplings names the model; leave out --p, --mixture, --n and --signal")
      }
      return try given.hamiltonian(couplings)
    }
    let (mixture, n, signal) = try requestedModel()
    return PSpinHamiltonian(
      mixture, dimension: n, signal: signal, seed: model.seed, sample: sample)
  }

  private func name(_ hamiltonian: PSpinHamiltonian) -> String {
    "\(hamiltonian.mixture.name)" + (hamiltonian.signal.map { ", signal \($0)" } ?? "")
      + ", N = \(hamiltonian.dimension)"
      + given.origin
  }

  private func text(_ verdict: EnumerationResult.Verdict) -> String {
    switch verdict {
    case .complete: "complete"
    case .incomplete(let missing): "incomplete: " + missing.joined(separator: "; ")
    }
  }

  private func report(
    _ result: EnumerationResult, _ hamiltonian: PSpinHamiltonian, _ solving: Double,
    _ seconds: Double
  ) throws {
    if json {
      var object: [String: Any?] = [
        "model": hamiltonian.mixture.name, "mixture": hamiltonian.mixture.description,
        "n": hamiltonian.dimension, "seed": model.seed, "sample": sample,
        "expectedComplex": result.expectedComplex, "foundComplex": result.foundComplex,
        "real": result.points.count, "certified": result.points.count { $0.isIndexCertified },
        "byIndex": result.byIndex, "eulerCharacteristic": result.eulerCharacteristic,
        "expectedEulerCharacteristic": result.expectedEulerCharacteristic,
        "verdict": text(result.verdict), "paths": result.paths, "meanSteps": result.meanSteps,
        "attempts": result.attempts, "solvingSeconds": solving, "seconds": seconds,
      ]
      if let signal = hamiltonian.signal { object["signal"] = signal.description }
      if let output { object["files"] = [output] }
      try JSONOutput.print(object)
      return
    }
    let say = reporter(beside: output)
    say("\(name(hamiltonian)), seed \(model.seed), sample \(sample)")
    say(
      "\(result.foundComplex) of \(result.expectedComplex) critical points on the complex sphere, "
        + "\(result.points.count) of them real, " + String(format: "%.2f s", seconds))
    say("by index: " + result.byIndex.map(String.init).joined(separator: " "))
    say(
      "indices add up to \(result.eulerCharacteristic), the sphere's Euler characteristic is "
        + "\(result.expectedEulerCharacteristic)")
    say("verdict: \(text(result.verdict))")
    if let output, output != OutputTarget.standardOutput { say(output) }
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
