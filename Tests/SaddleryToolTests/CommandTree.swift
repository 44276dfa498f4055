import Foundation

/// The program's own list of its commands and their options.
struct CommandTree: Decodable {
  struct Command: Decodable {
    let commandName: String
    let arguments: [Argument]?
    let subcommands: [Command]?
  }

  struct Argument: Decodable {
    struct Name: Decodable {
      let name: String
    }

    /// `option`, `flag` or `positional`.
    let kind: String
    let preferredName: Name?
    let allValues: [String]?
    let isOptional: Bool
  }

  let command: Command

  static func read() throws -> CommandTree {
    let text = try SaddleryToolTests.Command.run(["--experimental-dump-help"]).output
    return try JSONDecoder().decode(CommandTree.self, from: Data(text.utf8))
  }

  /// Every command that does something: its words, and its arguments.
  var leaves: [(words: [String], arguments: [Argument])] {
    func visit(_ command: Command, _ words: [String]) -> [(words: [String], arguments: [Argument])]
    {
      let below = (command.subcommands ?? []).filter { $0.commandName != "help" }
      if below.isEmpty { return [(words, command.arguments ?? [])] }
      return below.flatMap { visit($0, words + [$0.commandName]) }
    }
    return visit(command, [])
  }
}
