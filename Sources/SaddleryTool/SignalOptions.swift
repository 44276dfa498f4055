import ArgumentParser
import Models

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
    guard let signal else { return nil }
    do { return try Signal(parsing: signal) } catch { throw Failure.usage("\(error)") }
  }
}
