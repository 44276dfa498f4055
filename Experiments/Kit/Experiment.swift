package import ArgumentParser
package import Commands
package import Saddlery

/// A question put to the library. A conformer states it and makes a report; what else a program needs, from
/// options to the exit status, is written here for all. Options of one experiment are declared in it.
package protocol Experiment: ParsableCommand {
  static var question: String { get }
  /// What an answer means to a student if no claim is contradicted: words that follow on "so", and on "whether".
  static var meaning: String { get }
  /// Notes of `Papers/`, separated by commas, and what they say; "ours" has no note.
  static var claims: Claims { get }
  /// Whether something is drawn.
  static var isSampled: Bool { get }

  var options: Options { get }

  func report() throws -> Report
}

package typealias Claims = KeyValuePairs<String, String>

/// What can be asked of every experiment.
package struct Options: ParsableArguments {
  @Flag(help: "Small sizes and few samples, some seconds; numbers not to be quoted.")
  var quick = false

  @Option(help: "Seed of everything drawn (default: 1); not where nothing is.")
  var seed: UInt64?

  @Option(help: "Folder for tables and figures (default: Experiments/NAME/results).")
  var output: String?

  @Flag(help: "Write the tables into Experiments/NAME/README.md too; alone, after a full run.")
  var updateReadme = false

  package init() {}
}

extension Experiment {
  package static var name: String { "\(Self.self)" }
  package static var isSampled: Bool { true }

  package static var configuration: CommandConfiguration {
    let lines = claims.map { "\($1) (\($0))" } + (isSampled ? [] : ["Nothing is drawn: no seed."])
    return CommandConfiguration(
      commandName: name, abstract: question, discussion: lines.joined(separator: "\n\n"))
  }

  var quick: Bool { options.quick }
  var seed: UInt64 { options.seed ?? 1 }

  /// Takes the folder, before the work; throws too if there is a seed for nothing.
  package func claim(_ folder: String) throws(Failure) -> OutputClaim {
    guard Self.isSampled || options.seed == nil else {
      throw Failure.usage("\(Self.name) has no --seed: nothing in it is drawn")
    }
    do { return try OutputFolder(folder).claim() } catch { throw .input("\(error)") }
  }

  /// The work.
  package func made() throws(Failure) -> Report {
    do { return try report() } catch { throw .incomplete("\(error)") }
  }

  package func run() throws {
    let readme = options.updateReadme ? try Readme(of: Self.name) : nil
    let folder = options.output ?? "Experiments/\(Self.name)/results"
    let claim = try claim(folder)
    defer { claim.release() }
    print("\(Self.name): \(Self.question)\n")
    let report = try made()
    print(report.text + "\n\n" + report.answer(to: Self.self))
    if let problem = try report.write(to: folder).problem { throw problem }
    try readme?.update(report.tables)
    if report.verdict.conclusion == .contradicted { throw ExitCode(1) }
  }
}
