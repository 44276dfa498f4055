import ArgumentParser
import Commands
import Saddlery

/// The model: pure or mixed.
struct MixtureOptions: ParsableArguments {
  @Option(
    parsing: .unconditional, help: "Degree of the pure p-spin model, at least 2 (default: 3).")
  var p: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Mixture instead of --p: degree:a_p^2 terms such as 2:0.5,3:1; degree 1 is a field.",
      valueName: "terms"))
  var mixture: String?

  /// The mixture asked for.
  func requested() throws -> Mixture { try given() ?? .pure(3) }

  /// The mixture asked for, or nil if neither option was given.
  func given() throws -> Mixture? {
    if let mixture {
      guard p == nil else { throw Failure.usage("give --p or --mixture, not both") }
      let parsed = try asUsage { try Mixture(parsing: mixture) }
      guard parsed.topDegree >= 2 else {
        throw Failure.usage(
          "--mixture \(mixture) is a pure field; add a term of degree 2 or more")
      }
      return parsed
    }
    guard let p else { return nil }
    try require("p", p, in: 2...Mixture.degreeLimit)
    return .pure(p)
  }
}

/// The signal planted in the model.
struct SignalOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Signal -N sum_p lambda_p m^p in H, m the overlap with (1, ..., 1): degree:lambda_p terms "
        + "such as 3:1.5.",
      valueName: "terms"))
  var signal: String?

  /// The signal asked for, or nil if the option was not given.
  func requested() throws -> Signal? {
    try signal.map { text in try asUsage { try Signal(parsing: text) } }
  }
}
