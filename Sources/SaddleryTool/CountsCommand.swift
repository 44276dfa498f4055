import ArgumentParser
import KacRice
import Models

/// Options of the finite-N theory commands.
struct FiniteOptions: ParsableArguments {
  @OptionGroup var model: MixtureOptions

  @Option(parsing: .unconditional, help: "Number of spins N, from 2 to 512.")
  var n = 8

  @OptionGroup var threading: ThreadOptions

  @Flag(help: "Print one JSON object on standard output.")
  var json = false

  /// The mixture, after checking the other options.
  func requested() throws -> Mixture {
    let largest = CriticalPointCounts.largestDimension
    guard (2...largest).contains(n) else {
      throw Failure.usage("--n \(n) is not valid; exact counts are for N from 2 to \(largest)")
    }
    let mixture = try model.requested() ?? .pure(3)
    let (field, most) = (
      CriticalPointCounts.fieldRatio(mixture), CriticalPointCounts.largestFieldRatio
    )
    guard field <= most else {
      throw Failure.usage(
        "--mixture \(mixture) has too strong a field for exact counts: xi'(1)/xi''(1) is \(field), "
          + "and at most \(most) is served")
    }
    // Their number is about exp(N rate).
    let log = try Double(n - 1) * AnnealedComplexity(mixture).totalMaximum
    guard log < 680 else {
      throw Failure(
        message:
          "--n \(n) of \(mixture.name) has some exp(\(Int(log))) critical points, more than a "
          + "double holds; --n \(max(2, Int(Double(n - 1) * 680 / log))) would do",
        status: 65)
    }
    return mixture
  }
}

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
    let mixture = try options.requested()
    let signal = try planted.requested()
    let (total, columns) = try counts(mixture, signal)
    guard total.value.isFinite, total.error.isFinite else {
      throw Failure(
        message:
          "the numbers of \(mixture.name) at --n \(options.n) are beyond the range of a double; "
          + "choose a smaller --n or less extreme weights",
        status: 65)
    }
    if options.json {
      var object: [String: Any?] = [
        "model": mixture.name, "mixture": mixture.description, "n": options.n,
        "total": total.value, "totalError": total.error,
      ]
      if let signal { object["signal"] = signal.description }
      for column in columns {
        object[column.key] = column.values.map(\.value)
        object[column.key + "Error"] = column.values.map(\.error)
      }
      try JSONOutput.print(object)
      return
    }
    let model = mixture.name + (signal.map { ", signal \($0)" } ?? "")
    print("\(model), N = \(options.n): mean numbers of critical points")
    print("total \(total.value) ± \(total.error)")
    print((["index"] + columns.map(\.words)).joined(separator: "  "))
    for k in 0..<options.n {
      print(([String(k)] + columns.map { "\($0.values[k].value)" }).joined(separator: "  "))
    }
  }

  private typealias Column = (key: String, words: String, values: [CriticalPointCounts.Value])

  private func counts(
    _ mixture: Mixture, _ signal: Signal?
  ) throws -> (total: CriticalPointCounts.Value, columns: [Column]) {
    let words = ("number", "mean energy", "standard deviation of the energy")
    guard let signal else {
      let counts = try CriticalPointCounts(
        mixture, dimension: options.n, threads: options.threading.count)
      return (
        counts.total,
        [
          ("byIndex", words.0, counts.byIndex),
          ("meanEnergyByIndex", words.1, counts.meanEnergyByIndex),
          ("standardDeviationByIndex", words.2, counts.standardDeviationByIndex),
        ]
      )
    }
    let largest = SpikedCriticalPointDensity.largestDimension
    guard options.n <= largest else {
      throw Failure.usage(
        "--n \(options.n) is not valid; exact counts with --signal are for N from 2 to \(largest)")
    }
    let force = SpikedCriticalPointDensity.steepness(mixture, signal)
    guard force <= SpikedCriticalPointDensity.largestSteepness else {
      throw Failure.usage(
        "--signal \(signal) is too strong for exact counts: phi'(1)/sqrt(xi'(1)) is \(force), and "
          + "at most \(SpikedCriticalPointDensity.largestSteepness) is served")
    }
    let counts = try SpikedCriticalPointCounts(
      mixture, signal: signal, dimension: options.n, threads: options.threading.count)
    return (
      counts.total,
      [
        ("byIndex", words.0, counts.byIndex),
        ("meanEnergyByIndex", words.1, counts.meanEnergyByIndex),
        ("standardDeviationByIndex", words.2, counts.standardDeviationByIndex),
        ("meanOverlapByIndex", "mean overlap", counts.meanOverlapByIndex),
      ]
    )
  }
}

/// `saddlery theory index-curve`.
struct IndexCurveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index-curve",
    abstract: "Index fraction against energy: the limit N -> infinity and the exact mean at N.")

  @OptionGroup var options: FiniteOptions

  @Option(parsing: .unconditional, help: "Number of energies, evenly over the transition.")
  var points = 41

  func run() throws {
    let mixture = try options.requested()
    guard (2...100_000).contains(points) else {
      throw Failure.usage("--points \(points) is not valid; give a number from 2 to 100000")
    }
    let limit = try LimitingIndexCurve(mixture)
    let finite = try CriticalPointDensity(
      mixture, dimension: options.n, threads: options.threading.count)
    let energies = (0..<points).map {
      limit.threshold * (2 * Double($0) / Double(points - 1) - 1)
    }
    let limiting = energies.map { limit.indexFraction(energy: $0) }
    let exact = energies.map { finite.indexFraction(energy: $0) }
    if options.json {
      try JSONOutput.print([
        "model": mixture.name, "mixture": mixture.description, "n": options.n,
        "energy": energies, "indexFraction": limiting, "finiteN": exact,
      ])
      return
    }
    print("\(mixture.name): index fraction at N -> infinity and N = \(options.n)")
    for i in 0..<points { print(energies[i], limiting[i], exact[i], separator: "  ") }
  }
}
