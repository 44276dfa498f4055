import ArgumentParser

/// The fields of few dimensions that are drawn whole.
struct FieldOptions: ParsableArguments {
  @OptionGroup var covariance: CovarianceOptions

  @Option(parsing: .unconditional, help: "Dimension, 1 to 3.")
  var dimension = 2

  @Option(parsing: .unconditional, help: "Number of samples.")
  var samples = 1

  @OptionGroup var drawing: SeedOptions

  var seed: UInt64 { drawing.seed }

  /// What their numbers mean, for the files.
  static let convention = "value and lengths in the units of variance and length"

  /// Throws unless the numbers are valid.
  func check() throws {
    try require("dimension", dimension, in: 1...3)
    try require("samples", samples, in: Domain.count)
  }
}
