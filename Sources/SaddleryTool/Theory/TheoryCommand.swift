import ArgumentParser

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
