import ArgumentParser
import Saddlery

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
    let range = complexity.marginalRange
    var object = Model(mixture: mixture).keys(["fixedIndexGroundStates": fixedIndex])
    // A missing number is a null, which a subscript would leave out.
    for constant in constants { object.updateValue(constant.value, forKey: constant.key) }
    object.updateValue(range.map { [$0.lowerBound, $0.upperBound] }, forKey: "marginalRange")
    try options.reporting.print(
      object,
      [mixture.name] + constants.map { "\($0.words): \(text($0.value))" }
        + fixedIndex.enumerated().map { "E_\($0): \(text($1))" }
        + (range.map { ["marginal points: E = \($0.lowerBound) to \($0.upperBound)"] } ?? []))
  }

  private func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "none" }
}
