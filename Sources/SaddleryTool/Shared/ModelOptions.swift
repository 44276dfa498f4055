import ArgumentParser
import Saddlery

/// The model, its size and the seed: what drawing a Hamiltonian needs.
struct ModelOptions: ParsableArguments {
  @OptionGroup var model: MixtureOptions

  @Option(
    parsing: .unconditional,
    help: "Number of spins N, at least 2 (default: 100; for couplings 8).")
  var n: Int?

  @OptionGroup var drawing: SeedOptions

  var seed: UInt64 { drawing.seed }

  /// Whether the model is named, or its size.
  func isNamed() throws -> Bool { try model.given() != nil || n != nil }

  /// N, checked.
  func requestedDimension(default: Int) throws -> Int {
    let n = n ?? `default`
    try require("n", n, in: Domain.dimension)
    return n
  }
}
