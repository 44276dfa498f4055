import ArgumentParser
import Models

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

  /// The mixture asked for, or nil if neither option was given.
  func requested() throws -> Mixture? {
    if let mixture {
      guard p == nil else { throw Failure.usage("give --p or --mixture, not both") }
      do {
        let parsed = try Mixture(parsing: mixture)
        guard parsed.topDegree >= 2 else {
          throw Failure.usage(
            "--mixture \(mixture) is a pure field; add a term of degree 2 or more")
        }
        return parsed
      } catch let error as MixtureError {
        throw Failure.usage("\(error)")
      }
    }
    guard let p else { return nil }
    guard (2...Mixture.degreeLimit).contains(p) else {
      throw Failure.usage(
        "--p \(p) is not valid; p is a whole number from 2 to \(Mixture.degreeLimit)")
    }
    return .pure(p)
  }
}
