import ArgumentParser
import Commands
import Saddlery

/// How `saddlery descend` and `saddlery network train` move.
struct DescentOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How runs move. Of each its options, with their defaults:\n" + DescentMethod.help,
      valueName: "method"))
  var method = DescentMethod.gradientDescent

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Length of a step in units of time; of rmsprop and adam the typical change of a coordinate (default: by model and method).",
      valueName: "x"))
  var step: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How long runs go on (default: 1000 steps, of a network 10000; 50 of newton's kind).",
      valueName: "t"))
  var time: Double?

  @Option(parsing: .unconditional, help: "Temperature of langevin, in units of the function.")
  var temperature: Double?

  @Option(parsing: .unconditional, help: "Part of the velocity that is kept, at least 0, below 1.")
  var momentum: Double?

  @Option(
    parsing: .unconditional,
    help:
      "Number of parts that steps see one after another: independent Hamiltonians whose sum is H, parts of a network's examples."
  )
  var miniBatches: Int?

  @Option(parsing: .unconditional, help: "Length of a kick over √N.")
  var kick: Double?

  @Option(parsing: .unconditional, help: "Error of a step of gradient-flow over √N.")
  var tolerance: Double?

  /// Throws unless what is given belongs to the method and is valid.
  func check() throws {
    let given = parameters([
      ("step", step), ("temperature", temperature), ("momentum", momentum),
      ("mini-batches", miniBatches), ("kick", kick), ("tolerance", tolerance),
    ])
    try method.checked(given) {}
    if let step { try require("step", step, in: Domain.length) }
    if let time { try require("time", time, in: Domain.length) }
    if method == .langevin { _ = try method.required(temperature, "temperature") }
    if let temperature { try require("temperature", temperature, in: 0...1e30) }
    if let momentum { try require("momentum", momentum, in: 0...0.9999) }
    if let miniBatches { try require("mini-batches", miniBatches, in: 1...1000) }
    if let kick { try require("kick", kick, in: 1e-30...1) }
    if let tolerance { try require("tolerance", tolerance, in: 1e-12...0.1) }
  }
}
