import ArgumentParser
import Foundation
import Saddlery

/// Do the numbers and energies of all critical points of small systems, enumerated with proof, average to
/// the exact means by index? See README.md.
@main
struct CountingCriticalPoints: ParsableCommand {
  @Flag(help: "Fewer samples, a few seconds.")
  var quick = false

  @Option(help: "Seed of the couplings.")
  var seed: UInt64 = 1

  @Option(help: "Folder for tables and figures.")
  var output = "Experiments/CountingCriticalPoints/results"

  /// False positives of all counts, and of all energies, of one model.
  private static let rate = 1e-3

  func run() throws {
    let runs: [(p: Int, n: Int, samples: Int)] =
      quick
      ? [(3, 5, 200), (4, 4, 100)] : [(3, 6, 2000), (3, 8, 2000), (3, 10, 1000), (4, 5, 1000)]
    var counts: [Series] = []
    var energies: [Series] = []
    var rows: [[Double]] = []
    var isContradicted = false
    print(
      "| p | N | samples, complete | largest |z|, counts | energies | verdict | control: p + 1 |")
    print("|---|---|---|---|---|---|---|---|")
    for (i, (p, n, samples)) in runs.enumerated() {
      let model = Mixture.pure(p)
      let survey = try EnumerationSurvey(model, dimension: n, samples: samples, seed: seed)
      let exact = CriticalPointCounts(model, dimension: n)
      let verdicts = survey.verdicts(falsePositiveRate: Self.rate)
      let isConsistent =
        survey.completeSamples == samples
        && !verdicts.contains { $0.conclusion == .inconsistent }
      let control = Verdict.counts(
        survey.results.map(\.byIndex), against: CriticalPointCounts(.pure(p + 1), dimension: n),
        falsePositiveRate: Self.rate)
      let isRejected = control.contains { $0.conclusion == .inconsistent }
      isContradicted = isContradicted || !isConsistent || !isRejected
      let worst = [verdicts[...n], verdicts[(n + 1)...]].map { $0.map { abs($0.z) }.max() ?? 0 }
      print(
        "| \(p) | \(n) | \(samples), \(survey.completeSamples) | "
          + String(format: "%.2f | %.2f | ", worst[0], worst[1])
          + (isConsistent ? "consistent" : "inconsistent")
          + (isRejected ? " | rejected |" : " | NOT rejected |"))

      let means = survey.meanByIndex
      let meanEnergies = survey.meanEnergyByIndex
      let fractions = (0..<n).map { Double($0) / Double(n - 1) }
      let colour = Colour.sample(i)
      counts += [
        Series(
          "p = \(p), N = \(n), exact", x: fractions, y: exact.byIndex.map(\.value), style: .line,
          colour: colour),
        Series(
          "enumerated", x: fractions, y: means.map(\.mean), yError: means.map(\.standardError),
          colour: colour),
      ]
      energies += [
        Series(
          "p = \(p), N = \(n), exact", x: exact.meanEnergyByIndex.map(\.value), y: fractions,
          style: .line, colour: colour),
        Series(
          "enumerated", x: meanEnergies.map(\.mean), y: fractions,
          xError: meanEnergies.map(\.standardError), colour: colour),
      ]
      for k in 0..<n {
        rows.append([
          Double(p), Double(n), Double(k), means[k].mean, means[k].standardError,
          exact.byIndex[k].value, meanEnergies[k].mean, meanEnergies[k].standardError,
          exact.meanEnergyByIndex[k].value,
        ])
      }
    }
    let names = [
      "p", "n", "index", "mean_count", "standard_error", "exact_count", "mean_energy",
      "energy_standard_error", "exact_energy",
    ]
    let origin = Provenance(
      model: "pure p-spin", convention: Mixture.convention, seed: seed,
      notes: ["every critical point of every sample, certified"])
    let table = DataTable(
      comments: origin.comments,
      columns: names.enumerated().map { column in
        .init(column.element, rows.map { $0[column.offset] })
      })
    try OutputFolder(output).write([("means.csv", table.csv())])
    let caption = [
      "pure p-spin, all critical points of every disorder sample, seed \(seed)",
      "bars: standard errors, the sample being the unit; lines join exact means at that N",
    ]
    try Figure(
      title: "Enumerated critical points average to the exact numbers",
      caption: caption, x: Axis("index fraction k/(N-1)"),
      y: Axis("mean number of critical points"), series: counts
    ).write(to: output, name: "counts", provenance: origin.comments)
    try Figure(
      title: "Mean energy by index, all critical points",
      caption: caption, x: Axis("mean energy per spin E = H/N"),
      y: Axis("index fraction k/(N-1)"), series: energies
    ).write(to: output, name: "energies", provenance: origin.comments)
    print("\nfalse-positive rate \(Self.rate) for the counts of a model, the same for its energies")
    if isContradicted { throw ExitCode(1) }
  }
}
