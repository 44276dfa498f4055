import Analysis
import ArgumentParser
import CriticalPoints
import Figures
import Foundation
import GaussianFields
import Landscapes
import LinearAlgebra
import Models
import OutputFiles
import Statistics

/// `saddlery field critical-points`.
struct FieldCriticalPointsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "critical-points",
    abstract: "Find all critical points of Gaussian fields on a torus, beside exact mean numbers.",
    discussion: """
      Newton's method from a grid, and a proof that every point found is one critical point and that \
      there are no others: the sample is 'certified'. Where the proof would take too long it is \
      'checked': a finer grid finds nothing new and the indices add up to the Euler characteristic, 0. \
      Writes critical-points.csv and, in two dimensions, the map of sample 0 with its critical points, \
      valleys and ridges.
      """)

  @OptionGroup var field: CovarianceOptions

  @Option(parsing: .unconditional, help: "Dimension, 1 to 3.")
  var dimension = 2

  @Option(parsing: .unconditional, help: "Period of the torus.")
  var size = 10.0

  @Option(parsing: .unconditional, help: "Number of samples.")
  var samples = 1

  @Option(parsing: .unconditional, help: "Seed of the fields.")
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "Folder for the files; - for the table alone, on standard output.", valueName: "folder"))
  var output: String?

  @OptionGroup var threading: ThreadOptions

  @Flag(help: "Print one JSON object on standard output.")
  var json = false

  private static let falsePositiveRate = 1e-3

  func run() throws {
    let clock = ContinuousClock.now
    let target = try requestedTarget()
    let sampler = try requestedSampler()
    try requireAffordable(sampler)
    let progress = Progress(total: samples, unit: "samples")
    Interrupt.prepare { progress.interrupt() }
    let survey = TorusSurvey(
      sampler, samples: samples, seed: seed, threads: threading.count, progress: progress.add)
    let (files, problem) = try target.map { try write(survey, to: $0) } ?? ([], nil)
    try report(survey, files, clock.duration(to: .now).seconds)
    if let problem { throw problem }
    let open = samples - survey.acceptedSamples
    guard open == 0 else {
      throw Failure.unproved("\(open) of \(samples) samples are neither certified nor checked")
    }
  }

  private func requestedTarget() throws -> OutputTarget? {
    guard let output, output != OutputTarget.standardOutput else {
      return try output.map { try OutputTarget(table: $0, json: json) }
    }
    return try OutputTarget(
      folder: output,
      for: ["critical-points.csv"] + (dimension == 2 ? Figure.fileNames("map") : []))
  }

  private func requestedSampler() throws -> TorusSampler {
    try require("dimension", dimension, in: 1...3)
    try require("size", size, in: Domain.length)
    try require("samples", samples, in: Domain.count)
    let covariance = try field.requested()
    do {
      guard covariance.fourthMoment.isFinite else { throw FieldError.rough }
      return try TorusSampler(covariance, dimension: dimension, length: size)
    } catch {
      throw Failure.input(error)
    }
  }

  /// What a sample takes on one thread, judged by a few evaluations of the first.
  ///
  /// Throws if the samples take more memory than there is, or more than a month.
  private func requireAffordable(_ sampler: TorusSampler) throws {
    let n = Double(dimension)
    let cells = pow(size / (sampler.domain.scale / n.squareRoot()), n)
    // Less than one point to a cell, with its row in the table.
    try Cost.requireMemory(
      Double(samples) * (200 + 700 * cells), remedy: "choose a smaller --size or fewer --samples")
    let field = sampler.sample(seed: seed)
    let batch = 16
    let places = Matrix(rows: dimension, columns: batch)
    _ = field.jets(at: places, upTo: .hessian)
    let time = ContinuousClock().measure { _ = field.jets(at: places, upTo: .hessian) }
    // Two grids of four points to a cell's side, and as much again for Newton's method.
    let seconds = time.seconds / Double(batch) * 2 * pow(4, n) * (1 + pow(1.4, n)) * cells
    try Cost.requireTime(
      seconds * Double(samples), threads: min(threading.count, samples),
      remedy: "choose a smaller --size or fewer --samples")
  }

  private var provenance: Provenance {
    Provenance(
      model:
        "Gaussian field on a torus of dimension \(dimension) and period \(size), \(field.name)",
      convention: "value and lengths in the units of variance and length", seed: seed,
      notes: ["samples from 0"])
  }

  /// Writes the table, then the map. A map that could not be drawn does not lose the table.
  private func write(
    _ survey: TorusSurvey, to folder: OutputTarget
  ) throws -> (files: [String], problem: Failure?) {
    guard folder.path != OutputTarget.standardOutput else {
      try folder.write(table(survey))
      return ([], nil)
    }
    var files = try folder.write([("critical-points.csv", table(survey))])
    guard dimension == 2 else { return (files, nil) }
    do {
      files += try Figure.criticalPointMap(
        of: survey.sampler.sample(seed: seed), survey.results[0],
        caption: ["\(provenance.model), seed \(seed), sample 0"]
      ).write(to: folder.path, name: "map", provenance: provenance.comments)
      return (files, nil)
    } catch {
      files += error.written
      return (files, .incomplete(error))
    }
  }

  private func table(_ survey: TorusSurvey) -> DataTable {
    let rows = survey.results.enumerated().flatMap { sample, result in
      result.points.sorted { $0.value < $1.value }.map { (sample, $0) }
    }
    var columns: [DataTable.Column] = [
      .init("sample", rows.map(\.0)),
      .init("index", rows.map(\.1.index)),
      .init("value", rows.map(\.1.value)), .init("gradient_norm", rows.map(\.1.gradientNorm)),
      .init("lowest_eigenvalue", rows.map(\.1.lowestEigenvalue)),
      .init("highest_eigenvalue", rows.map(\.1.highestEigenvalue)),
    ]
    for i in 0..<dimension { columns.append(.init("x_\(i + 1)", rows.map { $0.1.position[i] })) }
    columns.append(.init("verdict", rows.map { survey.results[$0.0].verdict.rawValue }))
    return DataTable(comments: provenance.comments, columns: columns)
  }

  private func report(_ survey: TorusSurvey, _ files: [String], _ seconds: Double) throws {
    let verdicts = survey.verdicts(falsePositiveRate: Self.falsePositiveRate)
    // Anisotropy of a thousandth changes the exact numbers by as much.
    let isShort = survey.sampler.anisotropy > 1e-3
    let conclusion =
      isShort ? .inconclusive : Verdict("numbers by index", all: verdicts).conclusion
    if json {
      try JSONOutput.print([
        "model": provenance.model, "dimension": dimension, "size": size, "seed": seed,
        "samples": samples, "certified": survey.certifiedSamples,
        "checked": survey.checkedSamples,
        "meanByIndex": verdicts.map(\.value),
        "standardErrorByIndex": verdicts.map { $0.standardError.isFinite ? $0.standardError : nil },
        "exactByIndex": verdicts.map(\.expectation), "anisotropy": survey.sampler.anisotropy,
        "verdict": conclusion.rawValue, "files": files,
        "seconds": seconds,
      ])
      return
    }
    let say = reporter(beside: output)
    say(provenance.model)
    say(
      "of \(samples) samples \(survey.certifiedSamples) certified, \(survey.checkedSamples) checked, "
        + String(format: "%.2f s", seconds))
    let hasErrors = verdicts.allSatisfy(\.standardError.isFinite)
    let accepted = survey.acceptedSamples
    say(
      "index  " + (hasErrors ? "mean number  standard error  " : accepted == 1 ? "number  " : "")
        + "exact")
    for (k, verdict) in verdicts.enumerated() {
      let found =
        hasErrors
        ? String(format: "%.4f  %.4f  ", verdict.value, verdict.standardError)
        : accepted == 1 ? String(format: "%.0f  ", verdict.value) : ""
      say(String(format: "%5d  ", k) + found + String(format: "%.6f", verdict.expectation))
    }
    say(self.conclusion(conclusion, accepted, isShort))
    if !files.isEmpty { say(files.joined(separator: "\n")) }
  }

  /// The verdict in words.
  private func conclusion(
    _ conclusion: Verdict.Conclusion, _ accepted: Int, _ isShort: Bool
  ) -> String {
    if isShort {
      return "no verdict: the torus is too short for an isotropic field; give a larger --size"
    }
    switch accepted {
    case 0: return "no verdict: no sample is certified or checked"
    case 1:
      return
        "no verdict: one sample has no standard error; a second, --samples 2, gives means their "
        + "errors and a verdict"
    default:
      return
        "verdict: \(conclusion.rawValue) (exact theory, false-positive rate \(Self.falsePositiveRate))"
    }
  }
}
