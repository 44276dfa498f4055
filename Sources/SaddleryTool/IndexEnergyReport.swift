import Analysis
import CriticalPoints
import Figures
import Foundation
import KacRice
import OutputFiles
import Statistics

/// What the commands called index-energy write and print, whatever the landscape.
struct IndexEnergyReport<Curve: LabelledIndexCurve> {
  let survey: IndexEnergySurvey<Curve>
  let provenance: Provenance
  let options: SearchOptions
  /// Exact mean energies at N, if they are known.
  let meanEnergyByIndex: [Double]?
  /// Lines of deviations besides that from the curve, and their keys in JSON.
  var deviations: [(key: String, line: String, value: Double?)] = []

  /// Writes tables, then the figure. A figure that could not be drawn does not lose the tables:
  /// it is returned as a problem.
  func write(to folder: OutputTarget) throws -> (files: [String], problem: Failure?) {
    var files = try folder.write([
      ("points.csv", survey.pointTable(provenance: provenance)),
      ("index-energy-table.csv", survey.indexTable(bins: 20, provenance: provenance)),
    ])
    guard options.figure else { return (files, nil) }
    let run = [provenance.seed.map { "seed \($0)" }].compactMap { $0 } + provenance.notes
    let caption = ["\(provenance.model); \(run.joined(separator: "; "))", provenance.convention]
    do {
      files += try Figure.indexVersusEnergy(
        [survey], meanEnergyByIndex: meanEnergyByIndex, caption: caption
      ).write(to: folder.path, name: "index-energy", provenance: provenance.comments)
      return (files, nil)
    } catch {
      files += error.written
      return (files, .incomplete(error))
    }
  }

  /// Prints the outcome.
  ///
  /// - Parameter extra: more pairs for JSON.
  func print(files: [String], seconds: Double, extra: [String: Any?]) throws {
    let minima = survey.meanEnergy(ofIndex: 0)
    let attempted = survey.records.count
    let outcomes = Dictionary(grouping: survey.records, by: \.point.outcome.rawValue)
      .mapValues(\.count)
    if options.json {
      var object: [String: Any?] = [
        "attempted": attempted, "converged": survey.converged, "outcomes": outcomes,
        "distinct": survey.criticalPoints.count, "seed": provenance.seed, "n": survey.dimension,
        "samples": survey.samples, "threshold": survey.limit.threshold,
        "rmsDeviation": survey.rmsDeviation,
        "meanEnergyOfMinima": minima.mean,
        "meanEnergyOfMinimaStandardError": minima.standardError, "files": files,
        "seconds": seconds,
      ]
      for (key, _, value) in deviations { object[key] = .some(value) }
      object.merge(extra) { $1 }
      try JSONOutput.print(object)
      return
    }
    let failed = outcomes.sorted { $0.key < $1.key }.filter { $0.key != "converged" }
      .map { "\($0.value) \($0.key)" }
    Swift.print(
      "\(survey.converged) of \(attempted) searches converged"
        + (failed.isEmpty ? "" : " (\(failed.joined(separator: ", ")))")
        + ", \(survey.criticalPoints.count) distinct critical points, "
        + String(format: "%.1f s", seconds))
    let fractions = survey.criticalPoints.map(\.indexFraction)
    if let lowest = fractions.min(), let highest = fractions.max() {
      Swift.print(String(format: "index fractions %.3f to %.3f", lowest, highest))
      Swift.print(
        String(format: "rms deviation from the curve of N → ∞: %.4f", survey.rmsDeviation))
      for (_, line, value) in deviations {
        if let value { Swift.print(line + String(format: ": %.4f", value)) }
      }
    }
    if minima.count > 0 {
      let error =
        minima.standardError.isFinite
        ? String(format: "± %#.3g", minima.standardError) : "(one sample, no standard error)"
      Swift.print(
        String(format: "mean energy of the %d minima: %#.5g ", minima.count, minima.mean) + error)
    }
    Swift.print(files.joined(separator: "\n"))
  }
}
