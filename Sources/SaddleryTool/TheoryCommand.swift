import ArgumentParser
import KacRice
import Models

/// `saddlery theory`: what the theory says of a model, without sampling it.
struct TheoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theory",
    abstract: "Exact counts, thresholds, ground states and complexities.",
    discussion: """
      Mean numbers of critical points at finite N (counts, index-curve) and their limits for \
      N -> infinity (annealed rates), energies per spin. Energies that the field quotes as \
      positive numbers are printed so: the threshold is at -threshold.
      """,
    subcommands: [
      CountsCommand.self, ConstantsCommand.self, ComplexityCommand.self, IndexCurveCommand.self,
      ConfinedCountsCommand.self,
    ])
}

/// Options of the commands on N → ∞.
struct RateOptions: ParsableArguments {
  @OptionGroup var model: MixtureOptions

  @Option(parsing: .unconditional, help: "Largest fixed index k.")
  var maxIndex = 4

  @Flag(help: "Print one JSON object on standard output.")
  var json = false

  /// The mixture, after checking the other options.
  func requested() throws -> Mixture {
    guard (0...1000).contains(maxIndex) else {
      throw Failure.usage("--max-index \(maxIndex) is not valid; give a number from 0 to 1000")
    }
    return try model.requested() ?? .pure(3)
  }
}

/// `saddlery theory constants`.
struct ConstantsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "constants", abstract: "Threshold, ground states and transition temperatures.")

  @OptionGroup var options: RateOptions

  func run() throws {
    let mixture = try options.requested()
    let complexity = try AnnealedComplexity(mixture)
    let equilibrium = EquilibriumTransitions(mixture)
    let replicas = OneStepGroundState(mixture)
    let constants: [(key: String, words: String, value: Double?)] = [
      (
        "threshold", "threshold E_inf (of a mixture: E'_inf)",
        try LimitingIndexCurve(mixture).threshold
      ),
      ("groundState", "E_0, where the mean number of minima vanishes", complexity.groundState()),
      (
        "oneStepGroundState", "ground state by one-step replica symmetry breaking",
        replicas.flatMap { $0.isOptimal ? $0.energy : nil }
      ),
      ("totalComplexity", "rate of all critical points", complexity.totalMaximum),
      ("dynamicTemperature", "dynamic transition T_d", equilibrium?.dynamic.temperature),
      ("staticTemperature", "static transition T_s", equilibrium?.static.temperature),
    ]
    let fixedIndex = (0...options.maxIndex).map { complexity.groundState(index: $0) }
    if options.json {
      var object: [String: Any?] = ["model": mixture.name, "mixture": mixture.description]
      // A missing number is a null, which a subscript would leave out.
      for constant in constants { object.updateValue(constant.value, forKey: constant.key) }
      object["fixedIndexGroundStates"] = fixedIndex
      let range = complexity.marginalRange.map { [$0.lowerBound, $0.upperBound] }
      object.updateValue(range, forKey: "marginalRange")
      try JSONOutput.print(object)
      return
    }
    print(mixture.name)
    for constant in constants { print("\(constant.words): \(text(constant.value))") }
    for (k, energy) in fixedIndex.enumerated() { print("E_\(k): \(text(energy))") }
    if let range = complexity.marginalRange {
      print("marginal points: E = \(range.lowerBound) to \(range.upperBound)")
    }
  }

  private func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "none" }
}
