import ArgumentParser

/// `saddlery network`: the losses of small networks as landscapes.
struct NetworkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network",
    abstract: "The losses of networks: their critical points, and ways down.",
    subcommands: [
      NetworkEnumerateCommand.self, NetworkIndexLossCommand.self, NetworkTrainCommand.self,
    ])
}
