import Foundation
import Saddlery

/// What the commands called index-energy write and print, whatever the landscape.
struct IndexEnergyReport<Curve: LabelledIndexCurve> {
  let survey: IndexEnergySurvey<Curve>
  let provenance: Provenance
  let options: SearchOptions
  /// Exact mean energies at N, if they are known.
  let meanEnergyByIndex: [Double]?
  /// Lines of deviations besides that from the curve, and their keys in JSON.
  var deviations: [(key: String, line: String, value: Double?)] = []

  /// Writes tables and figure, and prints the outcome.
  ///
  /// - Parameters:
  ///   - panels: the figure, given its small print; index against energy alone if absent.
  ///   - others: what was written elsewhere.
  ///   - keys: what JSON says of the model.
  func finish(
    _ target: OutputTarget, and others: [OutputTarget?], since start: ContinuousClock.Instant,
    _ keys: [String: Any?], panels: (([String]) throws -> Panels)? = nil
  ) throws {
    try target.write([
      ("points.csv", survey.pointTable(provenance: provenance)),
      ("index-energy-table.csv", survey.indexTable(bins: 20, provenance: provenance)),
    ])
    let seed = provenance.seed.map { "seed \($0)" } ?? "no seed"
    if options.folder.figure {
      let run = ([seed] + provenance.notes).joined(separator: "; ")
      let caption = ["\(provenance.model); \(run)", provenance.convention]
      var drawn =
        try panels?(caption)
        ?? Panels([
          .indexVersusEnergy([survey], meanEnergyByIndex: meanEnergyByIndex, caption: caption)
        ])
      drawn.figures[0] = options.folder.figures.applied(to: drawn.figures[0])
      target.draw(drawn, name: "index-energy", provenance)
    }
    let seconds = start.seconds
    let minima = survey.meanEnergy(ofIndex: 0)
    var object: [String: Any?] = [
      "attempted": survey.records.count, "converged": survey.converged,
      "outcomes": survey.outcomes, "distinct": survey.criticalPoints.count, "seed": provenance.seed,
      "n": survey.dimension, "samples": survey.samples, "threshold": survey.limit.threshold,
      "rmsDeviation": survey.rmsDeviation, "meanEnergyOfMinima": minima.mean,
      "meanEnergyOfMinimaStandardError": minima.standardError, "seconds": seconds,
    ]
    for (key, _, value) in deviations { object[key] = .some(value) }
    try options.folder.reporting.print(
      object.merging(keys) { $1 },
      ["\(provenance.model), \(seed)"] + survey.lines(deviations, seconds), writing: target,
      and: others)
  }
}

extension IndexEnergySurvey {
  /// How searches ended.
  var outcomes: [String: Int] {
    Dictionary(grouping: records, by: \.point.outcome.rawValue).mapValues(\.count)
  }

  /// What is said of it in words.
  ///
  /// - Parameter deviations: besides that from the curve.
  func lines(
    _ deviations: [(key: String, line: String, value: Double?)] = [], _ seconds: Double? = nil
  ) -> [String] {
    let minima = meanEnergy(ofIndex: 0)
    let failed = outcomes.sorted { $0.key < $1.key }.filter { $0.key != "converged" }
      .map { "\($0.value) \($0.key)" }
    var lines = [
      "\(converged) of \(records.count) searches converged"
        + (failed.isEmpty ? "" : " (\(failed.joined(separator: ", ")))")
        + ", \(criticalPoints.count) distinct critical points"
        + (seconds.map { ", \(fixed($0, 1)) s" } ?? "")
    ]
    let fractions = criticalPoints.map(\.indexFraction)
    if let lowest = fractions.min(), let highest = fractions.max() {
      lines.append("index fractions \(fixed(lowest, 3)) to \(fixed(highest, 3))")
      let curve = ("", "rms deviation from the curve of N → ∞", rmsDeviation as Double?)
      for case (_, let words, let value?) in [curve] + deviations {
        lines.append("\(words): \(fixed(value, 4))")
      }
    }
    if minima.count > 0 {
      let error =
        minima.standardError.isFinite
        ? String(format: "± %#.3g", minima.standardError) : "(one sample, no standard error)"
      lines.append(
        String(format: "mean energy of the %d minima: %#.5g ", minima.count, minima.mean) + error)
    }
    return lines
  }
}
