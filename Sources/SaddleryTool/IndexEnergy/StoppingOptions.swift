import ArgumentParser
import Saddlery

/// When a search is over, in numbers that have no unit.
struct StoppingOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "A critical point has a gradient of at most this part of what it is made of.", valueName: "x")
  )
  var gradientTolerance = StoppingRule().gradientTolerance

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "It is nearer than this part of the landscape's scale by Newton's step.", valueName: "x"))
  var stepTolerance = StoppingRule().stepTolerance

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The longest step, in scales.", valueName: "x"))
  var stepCap = StoppingRule().stepCap

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Steps before a search gives up (default: 200, or N if that is more).", valueName: "steps"))
  var iterationLimit: Int?

  /// The rule, checked.
  func requested() throws -> StoppingRule {
    try require("gradient-tolerance", gradientTolerance, in: 1e-15...1e-3)
    try require("step-tolerance", stepTolerance, in: 1e-15...1e-2)
    try require("step-cap", stepCap, in: 1e-6...100)
    if let iterationLimit { try require("iteration-limit", iterationLimit, in: Domain.count) }
    var rule = StoppingRule()
    rule.gradientTolerance = gradientTolerance
    rule.stepTolerance = stepTolerance
    rule.stepCap = stepCap
    rule.iterationLimit = iterationLimit
    return rule
  }

  /// What is not the default, for the files.
  var note: String? {
    let standard = StoppingRule()
    let changed =
      [
        ("gradient tolerance", gradientTolerance, standard.gradientTolerance),
        ("step tolerance", stepTolerance, standard.stepTolerance),
        ("step cap", stepCap, standard.stepCap),
      ].filter { $0.1 != $0.2 }.map { "\($0.0) \($0.1)" }
      + (iterationLimit.map { ["at most \($0) steps"] } ?? [])
    return changed.isEmpty ? nil : changed.joined(separator: ", ")
  }
}
