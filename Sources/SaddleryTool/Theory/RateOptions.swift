import ArgumentParser
import Saddlery

/// Options of the commands on N → ∞.
struct RateOptions: ParsableArguments {
  @OptionGroup var model: MixtureOptions

  @Option(parsing: .unconditional, help: "Largest fixed index k.")
  var maxIndex = 4

  @OptionGroup var reporting: ReportOptions

  /// The mixture, after checking the other options.
  func requested() throws -> Mixture {
    try require("max-index", maxIndex, in: 0...1000)
    return try model.requested()
  }
}
