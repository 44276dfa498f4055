import ArgumentParser
import Saddlery

/// Options of the finite-N theory commands.
struct FiniteOptions: ParsableArguments {
  @OptionGroup var model: MixtureOptions

  @Option(parsing: .unconditional, help: "Number of spins N, from 2 to 512.")
  var n = 8

  @OptionGroup var threading: ThreadOptions
  @OptionGroup var reporting: ReportOptions

  /// The mixture, after checking the other options.
  func requested() throws -> Mixture {
    try require("n", n, in: 2...CriticalPointCounts.largestDimension)
    let mixture = try model.requested()
    try CriticalPointCounts.requireSupported(mixture, dimension: n)
    try Cost.requireCountable(
      n: n, modes: n - 1, rate: AnnealedComplexity(mixture).totalMaximum, "of \(mixture.name)")
    return mixture
  }
}
