import ArgumentParser
import RandomMatrices
import Requirements

/// The parameters of a law.
struct LawOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "Dyson index: 1, 2 or 4; any for wigner-surmise.")
  var beta: Double?

  @Option(parsing: .unconditional, help: "Size of the matrix.")
  var n: Int?

  @Option(parsing: .unconditional, help: "Edge of the spectrum.")
  var radius: Double?

  @Option(parsing: .unconditional, help: "Variables over observations.")
  var ratio: Double?

  @Option(parsing: .unconditional, help: "Variance of an entry.")
  var variance: Double?

  @Option(parsing: .unconditional, help: "First observations over variables.")
  var first: Double?

  @Option(parsing: .unconditional, help: "Second observations over variables.")
  var second: Double?

  @Option(parsing: .unconditional, help: "Degree of the graph.")
  var degree: Int?

  @Option(parsing: .unconditional, help: "1 for the largest eigenvalue, up to 4.")
  var rank: Int?

  @Option(
    help: ArgumentHelp(
      "Scale of --beta 4: \(TracyWidomLaw.Scale.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "scale"))
  var scale: TracyWidomLaw.Scale?

  /// What was given, by name.
  var given: [(name: String, text: String, value: Any)] {
    let all: [(String, Any?)] = [
      ("n", n), ("beta", beta), ("radius", radius), ("ratio", ratio), ("variance", variance),
      ("first", first), ("second", second), ("degree", degree), ("rank", rank),
      ("scale", scale?.rawValue),
    ]
    return all.compactMap { name, value in value.map { (name, plainText($0), $0) } }
  }

  /// The law, if it takes what was given.
  func requested(_ name: LawName) throws -> any SpectralLaw {
    for parameter in given where !name.options.contains(parameter.name) {
      throw Failure.usage(
        "--\(parameter.name) is not for \(name.rawValue); it takes "
          + (name.options.isEmpty
            ? "no options" : name.options.map { "--\($0)" }.joined(separator: ", ")))
    }
    do { return try law(name) } catch let error as ParameterError {
      throw Failure.usage("\(error)")
    }
  }

  private func law(_ name: LawName) throws -> any SpectralLaw {
    switch name {
    case .semicircle: try SemicircleLaw(radius: radius ?? 1)
    case .quarterCircle: try QuarterCircleLaw(radius: radius ?? 1)
    case .circular: try CircularLaw(radius: radius ?? 1)
    case .marchenkoPastur:
      try MarchenkoPasturLaw(ratio: required(ratio, "ratio", name), variance: variance ?? 1)
    case .wachter:
      try WachterLaw(
        first: required(first, "first", name), second: required(second, "second", name))
    case .kestenMcKay: try KestenMcKayLaw(degree: required(degree, "degree", name))
    case .tracyWidom:
      (rank ?? 1) == 1
        ? try TracyWidomLaw(beta: index, scale: scale ?? .stochasticAiry)
        : try NextLargestLaw(rank: rank ?? 1, beta: index, scale: scale ?? .stochasticAiry)
    case .largestEigenvalue:
      try LargestEigenvalueLaw(size: required(n, "n", name), beta: index)
    case .meanDensity: try MeanDensityLaw(size: required(n, "n", name), beta: index)
    case .spacing: try BulkSpacingLaw(beta: index)
    case .wignerSurmise: try WignerSurmise(beta: beta ?? 1)
    case .spacingRatio: try SpacingRatioLaw(beta: index)
    case .poissonSpacing: PoissonSpacingLaw()
    }
  }

  /// β as a whole number.
  private var index: Int {
    get throws {
      let beta = beta ?? 1
      guard let index = Int(exactly: beta) else {
        throw Failure.usage("--beta \(beta) is not valid; give 1, 2 or 4")
      }
      return index
    }
  }

  private func required<Value>(_ value: Value?, _ option: String, _ name: LawName) throws -> Value {
    guard let value else { throw Failure.usage("\(name.rawValue) needs --\(option)") }
    return value
  }
}
