import ArgumentParser
import Commands
import Foundation
import Saddlery

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

  @OptionGroup var field: FieldOptions

  @Option(parsing: .unconditional, help: "Period of the torus.")
  var size = 10.0

  @Option(
    help: ArgumentHelp(
      "Folder for the files; - for the table alone, on standard output.", valueName: "folder"))
  var output: String?

  @OptionGroup var figures: FigureOptions
  @OptionGroup var files: PointFileOptions
  @OptionGroup var threading: ThreadOptions
  @OptionGroup var progress: ProgressOptions
  @OptionGroup var reporting: ReportOptions

  func run() throws {
    let start = ContinuousClock.now
    let isDrawn =
      output != nil && output != OutputTarget.standardOutput && field.dimension == 2
    try figures.check(isDrawn: isDrawn, "give --dimension 2 and a folder as --output")
    let target = try requestedTarget()
    let arrayFile = try files.target()
    let sampler = try requestedSampler()
    try requireAffordable(sampler, kept: field.samples)
    let samples = field.samples
    let bar = Progress(total: 1000 * samples, unit: "samples", scale: 1000, progress)
    let survey = TorusSurvey(
      sampler, samples: samples, seed: field.seed, threads: threading.count,
      progress: bar.show)
    try target.map { try write(survey, to: $0) }
    if let arrayFile {
      var arrays = PointArrays(on: sampler.domain)
      for (sample, result) in survey.results.enumerated() {
        arrays.add(
          result.points, of: sampler.sample(seed: field.seed, sample: sample), sample: sample)
      }
      try arrayFile.write(arrays.datasets, provenance)
    }
    try report(survey, target, arrayFile, start)
    let open = samples - survey.acceptedSamples
    guard open == 0 else {
      throw Failure.unproved("\(open) of \(samples) samples are neither certified nor checked")
    }
  }

  /// What it finds, for a store.
  func task() throws -> any StoredTask {
    let sampler = try requestedSampler()
    try requireAffordable(sampler, kept: 1)
    let n = Double(field.dimension)
    let cells = pow(size / (sampler.domain.scale / n.squareRoot()), n)
    return FieldPointsTask(
      sampler: sampler, provenance: provenance, samples: field.samples, seed: field.seed,
      memory: 1000 * cells)
  }

  private func requestedTarget() throws -> OutputTarget? {
    try output.map {
      try $0 == OutputTarget.standardOutput
        ? OutputTarget(table: $0, json: reporting.json)
        : OutputTarget(
          folder: $0,
          for: ["critical-points.csv"] + (field.dimension == 2 ? Figure.fileNames("map") : []))
    }
  }

  private func requestedSampler() throws -> TorusSampler {
    try field.check()
    try require("size", size, in: Domain.length)
    let covariance = try field.covariance.requested()
    return try asInput {
      guard covariance.fourthMoment.isFinite else { throw FieldError.rough }
      return try TorusSampler(covariance, dimension: field.dimension, length: size)
    }
  }

  /// What a sample takes on one thread, judged by a few evaluations of the first.
  ///
  /// Throws if the samples that are kept together take more memory than there is, or all more than a month.
  private func requireAffordable(_ sampler: TorusSampler, kept: Int) throws {
    let (n, samples) = (Double(field.dimension), field.samples)
    let remedy = "choose a smaller --size or fewer --samples"
    let cells = pow(size / (sampler.domain.scale / n.squareRoot()), n)
    // Less than one point to a cell, with its row in the table.
    try Cost.requireMemory(Double(kept) * (200 + 700 * cells), remedy: remedy)
    let first = sampler.sample(seed: field.seed)
    let batch = 16
    let places = Matrix<Double>(rows: field.dimension, columns: batch)
    _ = first.jets(at: places, upTo: .hessian)
    let time = ContinuousClock().measure { _ = first.jets(at: places, upTo: .hessian) }
    // Two grids of four points to a cell's side, and as much again for Newton's method.
    let work = 2 * pow(4, n) * (1 + pow(1.4, n)) * cells
    try Cost.requireTime(
      time / .seconds(1) / Double(batch) * work * Double(samples),
      threads: min(threading.count, samples), remedy: remedy)
  }

  private var provenance: Provenance {
    Provenance(
      model:
        "Gaussian field on a torus of dimension \(field.dimension) and period \(size), "
        + field.covariance.name,
      convention: FieldOptions.convention, seed: field.seed, notes: ["samples from 0"])
  }

  /// Writes the table, then the map.
  private func write(_ survey: TorusSurvey, to target: OutputTarget) throws {
    guard target.path != OutputTarget.standardOutput else { return try target.write(table(survey)) }
    try target.write([("critical-points.csv", table(survey))])
    guard field.dimension == 2 else { return }
    target.draw(
      figures.applied(
        to: .criticalPointMap(
          of: survey.sampler.sample(seed: field.seed), survey.results[0],
          caption: ["\(provenance.model), seed \(field.seed), sample 0"])),
      name: "map", provenance)
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
    for i in 0..<field.dimension {
      columns.append(.init("x_\(i + 1)", rows.map { $0.1.position[i] }))
    }
    columns.append(
      .init("verdict", rows.map { survey.results[$0.0].completeness.words(proved: "certified") }))
    return DataTable(comments: provenance.comments, columns: columns)
  }

  private func report(
    _ survey: TorusSurvey, _ target: OutputTarget?, _ arrays: OutputTarget?,
    _ start: ContinuousClock.Instant
  ) throws {
    let verdicts = survey.verdicts(falsePositiveRate: Verdict.falsePositiveRate)
    let isShort = !survey.sampler.isIsotropic
    let conclusion = isShort ? .inconclusive : verdicts.conclusion
    let (certified, checked) = (survey.certifiedSamples, survey.checkedSamples)
    let seconds = start.seconds
    let words =
      isShort
      ? "no verdict: the torus is too short for an isotropic field; give a larger --size"
      : survey.acceptedSamples == 0
        ? "no verdict: no sample is certified or checked" : verdicts.words
    try reporting.print(
      [
        "model": provenance.model, "dimension": field.dimension, "size": size,
        "seed": field.seed, "samples": field.samples, "certified": certified, "checked": checked,
        "meanByIndex": verdicts.map(\.value),
        "standardErrorByIndex": verdicts.map(\.standardError),
        "exactByIndex": verdicts.map(\.expectation), "anisotropy": survey.sampler.anisotropy,
        "verdict": conclusion.rawValue, "seconds": seconds,
      ],
      [
        provenance.model,
        "of \(field.samples) samples \(certified) certified, \(checked) checked, "
          + "\(fixed(seconds, 2)) s",
      ] + rows(verdicts, survey.acceptedSamples) + [words], writing: target, and: [arrays])
  }

  /// One sample has numbers, several have means with errors.
  private func rows(_ verdicts: [Verdict], _ accepted: Int) -> [String] {
    let exact = verdicts.map { fixed($0.expectation, 6) }
    if verdicts.allSatisfy(\.standardError.isFinite) {
      return listing(
        ["index", "mean number", "standard error", "exact"],
        zip(verdicts, exact).map { [fixed($0.value, 4), fixed($0.standardError, 4), $1] })
    }
    return accepted == 1
      ? listing(
        ["index", "number", "exact"], zip(verdicts, exact).map { [fixed($0.value, 0), $1] })
      : listing(["index", "exact"], exact.map { [$0] })
  }
}
