import ArgumentParser

/// `saddlery field`: Gaussian random fields.
struct FieldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "field", abstract: "Gaussian random fields and their critical points.",
    subcommands: [
      FieldSampleCommand.self, FieldCriticalPointsCommand.self, FieldIndexEnergyCommand.self,
    ])
}
