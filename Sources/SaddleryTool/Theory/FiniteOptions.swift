import ArgumentParser
import Saddlery

/// Options of the finite-N theory commands.
struct FiniteOptions: ParsableArguments {
  @OptionGroup var model: MixtureOptions

  @Option(parsing: .unconditional, help: "Number of spins N, from 2 to 512 (default: 8).")
  var n: Int?

  @OptionGroup var threading: ThreadOptions
  @OptionGroup var reporting: ReportOptions

  /// N.
  var size: Int { n ?? 8 }

  /// The mixture, after checking the other options.
  ///
  /// - Parameter sizes: every N it is wanted at, ascending.
  func requested(_ sizes: [Int]) throws -> Mixture {
    try require("n", size, in: 2...CriticalPointCounts.largestDimension)
    let mixture = try model.requested()
    for n in sizes { try CriticalPointCounts.requireSupported(mixture, dimension: n) }
    let n = sizes[sizes.count - 1]
    try Cost.requireCountable(
      n: n, modes: n - 1, rate: AnnealedComplexity(mixture).totalMaximum, "of \(mixture.name)")
    return mixture
  }
}
