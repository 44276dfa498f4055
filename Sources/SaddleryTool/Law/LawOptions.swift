import ArgumentParser
import Commands
import Saddlery

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
      "Scale of --beta 4: \(Law.SymplecticScale.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "scale"))
  var scale: Law.SymplecticScale?

  /// What was given.
  var given: [Parameter] {
    parameters([
      ("n", n), ("beta", beta), ("radius", radius), ("ratio", ratio), ("variance", variance),
      ("first", first), ("second", second), ("degree", degree), ("rank", rank),
      ("scale", scale?.rawValue),
    ])
  }

  /// The law, if it takes what was given.
  func requested(_ name: LawName) throws -> any SpectralLaw {
    try name.checked(given) { try law(name) }
  }

  private func law(_ name: LawName) throws -> any SpectralLaw {
    switch name {
    case .semicircle: try SemicircleLaw(radius: radius ?? 1)
    case .quarterCircle: try QuarterCircleLaw(radius: radius ?? 1)
    case .circular: try CircularLaw(radius: radius ?? 1)
    case .marchenkoPastur:
      try MarchenkoPasturLaw(ratio: name.required(ratio, "ratio"), variance: variance ?? 1)
    case .wachter:
      try WachterLaw(
        first: name.required(first, "first"), second: name.required(second, "second"))
    case .kestenMcKay: try KestenMcKayLaw(degree: name.required(degree, "degree"))
    case .tracyWidom:
      (rank ?? 1) == 1
        ? try TracyWidomLaw(beta: index, scale: scale ?? .stochasticAiry)
        : try NextLargestLaw(rank: rank ?? 1, beta: index, scale: scale ?? .stochasticAiry)
    case .largestEigenvalue:
      try LargestEigenvalueLaw(size: name.required(n, "n"), beta: index)
    case .meanDensity: try MeanDensityLaw(size: name.required(n, "n"), beta: index)
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
}
