import ArgumentParser
import Saddlery

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
    try require("points", points, in: 2...100_000)
    let limit = try LimitingIndexCurve(mixture)
    let finite = try CriticalPointDensity(
      mixture, dimension: options.n, threads: options.threading.count)
    let energies = (0..<points).map {
      limit.threshold * (2 * Double($0) / Double(points - 1) - 1)
    }
    let limiting = energies.map { limit.indexFraction(energy: $0) }
    let exact = energies.map { finite.indexFraction(energy: $0) }
    try options.reporting.print(
      Model(mixture: mixture).keys([
        "n": options.n, "energy": energies, "indexFraction": limiting, "finiteN": exact,
      ]),
      ["\(mixture.name): index fraction at N -> infinity and N = \(options.n)"]
        + energies.indices.map { "\(energies[$0])  \(limiting[$0])  \(exact[$0])" })
  }
}
