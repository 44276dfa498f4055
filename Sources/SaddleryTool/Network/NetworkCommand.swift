import ArgumentParser

/// `saddlery network`: the losses of small networks as landscapes.
struct NetworkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network",
    abstract: "The losses of small networks: their critical points.",
    subcommands: [NetworkEnumerateCommand.self, NetworkIndexLossCommand.self])
}
