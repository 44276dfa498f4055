import ArgumentParser
import Commands
import Saddlery

/// `saddlery theory counts`.
struct CountsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "counts",
    abstract: "Exact mean numbers of critical points by index at finite N, with their energies.",
    discussion: """
      Every number comes with an upper estimate of its error. With --signal the energies include \
      the signal's part, and the mean overlap with the signal is given too. --output writes \
      counts-table.csv and the figure counts: numbers by index, or with --from and --to by N.
      """)

  @OptionGroup var options: FiniteOptions
  @OptionGroup var planted: SignalOptions
  @OptionGroup var range: SizeRangeOptions
  @OptionGroup var output: CurveOutputOptions

  func run() throws {
    let signal = try planted.requested()
    let (largest, reason) =
      signal == nil
      ? (CriticalPointCounts.largestDimension, nil)
      : (SpikedCriticalPointDensity.largestDimension, "with --signal")
    let sizes = try range.requested(largest: largest, reason)
    guard sizes == nil || options.n == nil else {
      throw Failure.usage("--n is one number and --from and --to are a range; give one of them")
    }
    let model = Model(
      mixture: try options.requested(sizes ?? [options.size]), signal: signal)
    if signal != nil { try require("n", options.size, in: 2...largest, reason) }
    let target = try output.target("counts")
    let all = try counts(model, sizes ?? [options.size])
    let provenance = Provenance(
      model: model.name, convention: Mixture.convention + "; mean numbers of critical points",
      seed: nil)
    try output.write("counts", to: target, provenance, columns(all)) {
      .meanCounts(all, caption: [provenance.model, provenance.convention])
    }
    if sizes == nil {
      try report(model, all[0].counts, target)
    } else {
      try report(model, all, target)
    }
  }

  /// The counts at every N; throws if they are beyond a double.
  private func counts(_ model: Model, _ sizes: [Int]) throws -> [SizedCounts] {
    let threads = options.threading.count
    if sizes.count > 1 {
      let seconds = sizes.reduce(0.0) { sum, n in
        let ratio = Double(n) / (model.signal == nil ? 500 : 40)
        return sum + 2 * (model.signal == nil ? 65 : 30) * ratio * ratio * ratio * ratio
      }
      try Cost.requireTime(
        seconds, threads: threads, remedy: "choose a smaller --to or fewer --steps")
    }
    return try sizes.map { n in
      let counts = try CriticalPointCounts(
        model.mixture, signal: model.signal, dimension: n, threads: threads)
      guard counts.total.value.isFinite, counts.total.error.isFinite else {
        throw Failure.input(
          "the numbers of \(model.mixture.name) at --n \(n) are beyond the range of a double; choose "
            + "a smaller --n or less extreme weights")
      }
      return (n, counts)
    }
  }

  private typealias Quantity = (key: String, words: String, values: [CriticalPointCounts.Value])

  private func quantities(_ counts: CriticalPointCounts) -> [Quantity] {
    let all: [(key: String, words: String, values: [CriticalPointCounts.Value]?)] = [
      ("byIndex", "number", counts.byIndex),
      ("meanEnergyByIndex", "mean energy", counts.meanEnergyByIndex),
      (
        "standardDeviationByIndex", "standard deviation of the energy",
        counts.standardDeviationByIndex
      ),
      ("meanOverlapByIndex", "mean overlap", counts.meanOverlapByIndex),
    ]
    return all.compactMap { key, words, values in values.map { (key, words, $0) } }
  }

  /// A row for each N and index.
  private func columns(_ all: [SizedCounts]) -> [DataTable.Column] {
    let rows = all.flatMap { one in (0..<one.n).map { (n: one.n, k: $0) } }
    let each = all.map { quantities($0.counts) }
    let names = ["mean_number", "mean_energy", "standard_deviation_of_energy", "mean_overlap"]
    return [.init("n", rows.map(\.n)), .init("index", rows.map(\.k))]
      + each[0].indices.flatMap { i in
        let values = each.flatMap { $0[i].values }
        return [
          DataTable.Column(names[i], values.map(\.value)),
          DataTable.Column(names[i] + "_error", values.map(\.error)),
        ]
      }
  }

  private func report(
    _ model: Model, _ counts: CriticalPointCounts, _ target: OutputTarget?
  ) throws {
    let (n, total, columns) = (options.size, counts.total, quantities(counts))
    var object = model.keys(["n": n, "total": total.value, "totalError": total.error])
    for (key, _, values) in columns {
      object[key] = values.map(\.value)
      object[key + "Error"] = values.map(\.error)
    }
    let lines =
      [
        "\(model.name), N = \(n): mean numbers of critical points",
        "total \(total.value) ± \(total.error)",
      ]
      + listing(
        ["index"] + columns.map(\.words),
        (0..<n).map { k in columns.map { "\($0.values[k].value)" } })
    guard let target else { return try options.reporting.print(object, lines) }
    try options.reporting.print(object, lines, writing: target)
  }

  private func report(_ model: Model, _ all: [SizedCounts], _ target: OutputTarget?) throws {
    let totals = all.map(\.counts.total)
    let minima = all.map { $0.counts.byIndex[0].value }
    try options.reporting.print(
      model.keys([
        "sizes": all.map(\.n), "totalBySize": totals.map(\.value),
        "totalErrorBySize": totals.map(\.error),
        "byIndexBySize": all.map { $0.counts.byIndex.map(\.value) },
        "meanEnergyByIndexBySize": all.map { $0.counts.meanEnergyByIndex.map(\.value) },
      ]),
      ["\(model.name): mean numbers of critical points"]
        + table(
          ["N", "total", "minima"], [all.map { Double($0.n) }, totals.map(\.value), minima]),
      writing: target)
  }
}
