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
      the signal's part, and the mean overlap with the signal is given too.
      """)

  @OptionGroup var options: FiniteOptions
  @OptionGroup var planted: SignalOptions

  func run() throws {
    let model = Model(mixture: try options.requested(), signal: try planted.requested())
    let n = options.n
    if model.signal != nil {
      try require("n", n, in: 2...SpikedCriticalPointDensity.largestDimension, "with --signal")
    }
    let counts = try CriticalPointCounts(
      model.mixture, signal: model.signal, dimension: n, threads: options.threading.count)
    let total = counts.total
    guard total.value.isFinite, total.error.isFinite else {
      throw Failure.input(
        "the numbers of \(model.mixture.name) at --n \(n) are beyond the range of a double; choose "
          + "a smaller --n or less extreme weights")
    }
    let all: [(key: String, words: String, values: [CriticalPointCounts.Value]?)] = [
      ("byIndex", "number", counts.byIndex),
      ("meanEnergyByIndex", "mean energy", counts.meanEnergyByIndex),
      (
        "standardDeviationByIndex", "standard deviation of the energy",
        counts.standardDeviationByIndex
      ),
      ("meanOverlapByIndex", "mean overlap", counts.meanOverlapByIndex),
    ]
    let columns = all.compactMap { key, words, values in values.map { (key, words, $0) } }
    var object = model.keys(["n": n, "total": total.value, "totalError": total.error])
    for (key, _, values) in columns {
      object[key] = values.map(\.value)
      object[key + "Error"] = values.map(\.error)
    }
    try options.reporting.print(
      object,
      [
        "\(model.name), N = \(n): mean numbers of critical points",
        "total \(total.value) ± \(total.error)",
      ]
        + listing(
          ["index"] + columns.map(\.1),
          (0..<n).map { k in columns.map { "\($0.2[k].value)" } }))
  }
}
