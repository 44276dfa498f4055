import ArgumentParser
import KacRice
import LinearAlgebra
import SpinGlasses

/// Options of the finite-N theory commands.
struct FiniteOptions: ParsableArguments {
  @OptionGroup var model: MixtureOptions

  @Option(parsing: .unconditional, help: "Number of spins N, from 2 to 512.")
  var n = 8

  @Option(parsing: .unconditional, help: "Number of threads; results do not depend on it.")
  var threads = defaultThreads

  @Flag(help: "Print one JSON object on standard output.")
  var json = false

  /// The mixture, after checking the other options.
  func requested() throws -> Mixture {
    let largest = CriticalPointCounts.largestDimension
    guard (2...largest).contains(n) else {
      throw Failure.usage("--n \(n) is not valid; exact counts are for N from 2 to \(largest)")
    }
    guard threads >= 1 else {
      throw Failure.usage("--threads \(threads) is not valid; give a whole number from 1")
    }
    return try model.requested() ?? .pure(3)
  }
}

/// `saddlery theory counts`.
struct CountsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "counts",
    abstract: "Exact mean numbers of critical points by index at finite N, with their energies.",
    discussion: "Every number comes with an upper estimate of its error.")

  @OptionGroup var options: FiniteOptions

  func run() throws {
    let mixture = try options.requested()
    let counts = CriticalPointCounts(mixture, dimension: options.n, threads: options.threads)
    if options.json {
      let lists: [(String, [CriticalPointCounts.Value])] = [
        ("byIndex", counts.byIndex), ("meanEnergyByIndex", counts.meanEnergyByIndex),
        ("standardDeviationByIndex", counts.standardDeviationByIndex),
      ]
      var object: [String: Any?] = [
        "model": mixture.name, "mixture": mixture.description, "n": options.n,
        "total": counts.total.value, "totalError": counts.total.error,
      ]
      for (key, values) in lists {
        object[key] = values.map(\.value)
        object[key + "Error"] = values.map(\.error)
      }
      try JSONOutput.print(object)
      return
    }
    print("\(mixture.name), N = \(options.n): mean numbers of critical points")
    print("total \(counts.total.value) ± \(counts.total.error)")
    print("index  number  mean energy  standard deviation of the energy")
    for k in 0..<options.n {
      print(
        k, counts.byIndex[k].value, counts.meanEnergyByIndex[k].value,
        counts.standardDeviationByIndex[k].value, separator: "  ")
    }
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
    let limit = LimitingIndexCurve(mixture)
    let finite = CriticalPointDensity(mixture, dimension: options.n, threads: options.threads)
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
