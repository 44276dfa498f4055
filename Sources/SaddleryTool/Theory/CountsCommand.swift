import ArgumentParser
import KacRice
import Models

/// `saddlery theory counts`.
struct CountsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "counts",
    abstract: "Exact mean numbers of critical points by index at finite N, with their energies.",
    discussion: """
      Every number comes with an upper estimate of its error. With --signal the energies include \
      the signal's part, and the mean overlap with the signal is given too.
      """)

  @OptionGroup var options: FiniteOptions
  @OptionGroup var planted: SignalOptions

  func run() throws {
    let model = Model(mixture: try options.requested(), signal: try planted.requested())
    let n = options.n
    let (total, columns) = try counts(model)
    guard total.value.isFinite, total.error.isFinite else {
      throw Failure.input(
        "the numbers of \(model.mixture.name) at --n \(n) are beyond the range of a double; choose "
          + "a smaller --n or less extreme weights")
    }
    var object = model.keys(["n": n, "total": total.value, "totalError": total.error])
    for column in columns {
      object[column.key] = column.values.map(\.value)
      object[column.key + "Error"] = column.values.map(\.error)
    }
    try options.reporting.print(
      object,
      [
        "\(model.name), N = \(n): mean numbers of critical points",
        "total \(total.value) ± \(total.error)",
      ]
        + listing(
          ["index"] + columns.map(\.words),
          (0..<n).map { k in columns.map { "\($0.values[k].value)" } }))
  }

  private typealias Value = CriticalPointCounts.Value
  private typealias Column = (key: String, words: String, values: [Value])

  private func counts(_ model: Model) throws -> (total: Value, columns: [Column]) {
    func columns(_ numbers: [Value], _ energies: [Value], _ deviations: [Value]) -> [Column] {
      [
        ("byIndex", "number", numbers), ("meanEnergyByIndex", "mean energy", energies),
        ("standardDeviationByIndex", "standard deviation of the energy", deviations),
      ]
    }
    let (n, mixture, threads) = (options.n, model.mixture, options.threading.count)
    guard let signal = model.signal else {
      let counts = try CriticalPointCounts(mixture, dimension: n, threads: threads)
      return (
        counts.total,
        columns(counts.byIndex, counts.meanEnergyByIndex, counts.standardDeviationByIndex)
      )
    }
    try require("n", n, in: 2...SpikedCriticalPointDensity.largestDimension, "with --signal")
    let counts = try SpikedCriticalPointCounts(
      mixture, signal: signal, dimension: n, threads: threads)
    return (
      counts.total,
      columns(counts.byIndex, counts.meanEnergyByIndex, counts.standardDeviationByIndex)
        + [("meanOverlapByIndex", "mean overlap", counts.meanOverlapByIndex)]
    )
  }
}
