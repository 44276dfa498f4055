import ArgumentParser
import Commands
import Saddlery

/// `saddlery theory index-curve`.
struct IndexCurveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index-curve",
    abstract: "Index fraction against energy: the limit N -> infinity and the exact mean at N.",
    discussion: """
      Energies are spread evenly over the transition, or over a range from --from to --to. --output \
      writes index-curve-table.csv and the figure index-curve.
      """)

  @OptionGroup var options: FiniteOptions

  @Option(
    parsing: .unconditional,
    help: "Number of energies, evenly over the transition (default: 41).")
  var points: Int?

  @OptionGroup var range: EnergyRangeOptions
  @OptionGroup var output: CurveOutputOptions

  func run() throws {
    let mixture = try options.requested([options.size])
    let limit = try LimitingIndexCurve(mixture)
    let energies = try requestedEnergies(limit)
    let target = try output.target("index-curve")
    let finite = try CriticalPointDensity(
      mixture, dimension: options.size, threads: options.threading.count)
    let limiting = energies.map { limit.indexFraction(energy: $0) }
    let exact = energies.map { finite.indexFraction(energy: $0) }
    let provenance = Provenance(
      model: "\(mixture.name), N = \(options.size)", convention: Mixture.convention, seed: nil)
    try output.write(
      "index-curve", to: target, provenance,
      [
        .init("energy", energies), .init("index_fraction", limiting),
        .init("index_fraction_at_n", exact),
      ]
    ) {
      .indexCurve(
        limit, at: energies, exact: exact, dimension: options.size,
        caption: [provenance.model, provenance.convention])
    }
    let object = Model(mixture: mixture).keys([
      "n": options.size, "energy": energies, "indexFraction": limiting, "finiteN": exact,
    ])
    let lines =
      ["\(mixture.name): index fraction at N -> infinity and N = \(options.size)"]
      + table([], [energies, limiting, exact])
    guard let target else { return try options.reporting.print(object, lines) }
    try options.reporting.print(object, lines, writing: target)
  }

  private func requestedEnergies(_ limit: LimitingIndexCurve) throws -> [Double] {
    if let energies = try range.requested() {
      guard points == nil else {
        throw Failure.usage(
          "--points is for the whole transition; with --from and --to give --steps")
      }
      return energies
    }
    let points = points ?? 41
    try require("points", points, in: 2...100_000)
    return (0..<points).map { limit.threshold * (2 * Double($0) / Double(points - 1) - 1) }
  }
}
