import Analysis
import CriticalPoints
import Foundation
import Models
import OutputFiles
import Requirements
import SpinGlasses
import Statistics

extension EnumerateCommand {
  /// False positives of each set of verdicts on a whole run.
  private static let falsePositiveRate = 1e-3

  /// `--samples M`: mean numbers by index over disorder beside the exact ones.
  func runSamples(_ count: Int, _ clock: ContinuousClock.Instant) throws {
    let (mixture, n, signal) = try requestedModel()
    let target = try output.map { try OutputTarget(table: $0, json: json) }
    try requireMemory(samples: count, PSpinHamiltonian.degrees(mixture, signal), dimension: n)
    let provenance = Provenance(
      model: mixture.name + (signal.map { ", signal \($0)" } ?? "") + ", N = \(n)",
      convention: Mixture.convention, seed: model.seed, notes: ["samples from 0"])
    let progress = Progress(total: count, unit: "samples")
    let unfinished: UnfinishedWork
    let survey: EnumerationSurvey
    do {
      unfinished = try UnfinishedWork(for: output, of: provenance)
      let known = unfinished.blocks.compactMap { FinishedSample(words: $0.words) }
        .filter { (0..<count).contains($0.number) }
      Interrupt.prepare(remedy: unfinished.remedy) { progress.interrupt() }
      survey = try EnumerationSurvey(
        mixture, signal: signal, dimension: n, samples: count, seed: model.seed,
        threads: threading.count,
        resuming: Dictionary(known.map { ($0.number, $0.pieces) }, uniquingKeysWith: { $1 })
      ) {
        if !$1.isEmpty { unfinished.keep(Data(FinishedSample(number: $0, pieces: $1).words)) }
        progress.add(1)
      }
    } catch {
      throw Failure.input(error)
    }
    let verdicts = survey.verdicts(falsePositiveRate: Self.falsePositiveRate)
    if let target {
      var origin = provenance
      origin.notes = ["\(survey.completeSamples) of \(count) samples complete"]
      try target.write(table(survey, origin))
    }
    unfinished.remove()
    let seconds = clock.duration(to: .now).seconds
    let means = survey.meanByIndex
    let judged = Array(verdicts[1...n])
    let contradicted = verdicts.filter { $0.conclusion == .contradicted }
    let conclusion: Verdict.Conclusion = contradicted.isEmpty ? .consistent : .contradicted
    if json {
      var object: [String: Any?] = [
        "model": mixture.name, "mixture": mixture.description, "n": n, "seed": model.seed,
        "samples": count, "complete": survey.completeSamples,
        "meanByIndex": means.map(\.mean), "standardErrorByIndex": means.map(\.standardError),
        "exactByIndex": judged.map(\.expectation),
        "meanEnergyByIndex": survey.meanEnergyByIndex.map(\.mean),
        "verdict": conclusion.rawValue,
        "verdicts": verdicts.map(\.description), "seconds": seconds,
      ]
      if let signal { object["signal"] = signal.description }
      if let output { object["files"] = [output] }
      try JSONOutput.print(object)
      return try requireComplete(survey)
    }
    let say = reporter(beside: output)
    say("\(mixture.name)" + (signal.map { ", signal \($0)" } ?? "") + ", N = \(n)")
    say(
      "\(survey.completeSamples) of \(count) samples complete, " + String(format: "%.2f s", seconds)
    )
    say("index  mean number  standard error  exact  z")
    for (k, verdict) in judged.enumerated() {
      say(
        String(
          format: "%5d  %.4f  %.4f  %.6f  %.2f", k, verdict.value, verdict.standardError,
          verdict.expectation, verdict.z))
    }
    for verdict in contradicted { say(verdict.description) }
    say(
      "verdict: \(conclusion.rawValue) (exact theory, false-positive rate \(Self.falsePositiveRate) for "
        + "counts, the same for energies)")
    if let output, output != OutputTarget.standardOutput { say(output) }
    try requireComplete(survey)
  }

  private func requireComplete(_ survey: EnumerationSurvey) throws {
    let (complete, count) = (survey.completeSamples, survey.results.count)
    guard complete == count else {
      throw Failure.unproved("\(count - complete) of \(count) samples are not complete")
    }
  }

  /// Throws unless what is kept of so many samples fits into memory.
  private func requireMemory(samples: Int, _ degrees: [Int], dimension n: Int) throws {
    let each = 400 + Enumeration.pointMemory(degree: degrees.max() ?? 0, dimension: n)
    guard !isMemoryAvailable(each * Double(samples)) else { return }
    let available = Double(ProcessInfo.processInfo.physicalMemory)
    throw Failure(
      message:
        "--samples \(samples) at N = \(n) needs some \(ModelOptions.bytes(each * Double(samples))) "
        + "of memory and this machine has \(ModelOptions.bytes(available)); "
        + "--samples \(max(1, Int(0.9 * available / each))) would fit", status: 65)
  }

  private func table(_ survey: EnumerationSurvey, _ provenance: Provenance) -> DataTable {
    var columns: [DataTable.Column] = [
      .init("sample", Array(survey.results.indices)),
      .init("complete", survey.results.map { $0.verdict == .complete ? 1 : 0 }),
    ]
    for k in 0..<survey.dimension {
      columns.append(.init("index_\(k)", survey.results.map { $0.byIndex[k] }))
    }
    return DataTable(comments: provenance.comments, columns: columns)
  }
}
