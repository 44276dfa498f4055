import ArgumentParser
import Commands
import Saddlery

/// A question put to the library. A conformer states it and makes a report; what else a program needs, from
/// options to the exit status, is written here for all. Options of one experiment are declared in it.
protocol Experiment: ParsableCommand {
  static var question: String { get }
  /// Notes of `Papers/`, separated by commas, and what they say; "ours" has no note.
  static var claims: Claims { get }
  /// Whether something is drawn.
  static var isSampled: Bool { get }

  var options: Options { get }

  func report() throws -> Report
}

typealias Claims = KeyValuePairs<String, String>

/// What can be asked of every experiment.
struct Options: ParsableArguments {
  @Flag(help: "Small sizes and few samples, some seconds; numbers not to be quoted.")
  var quick = false

  @Option(help: "Seed of everything drawn (default: 1); not where nothing is.")
  var seed: UInt64?

  @Option(help: "Folder for tables and figures (default: Experiments/NAME/results).")
  var output: String?

  @Flag(help: "Write the tables into Experiments/NAME/README.md too; alone, after a full run.")
  var updateReadme = false
}

extension Experiment {
  static var name: String { "\(Self.self)" }
  static var isSampled: Bool { true }

  static var configuration: CommandConfiguration {
    let lines = claims.map { "\($1) (\($0))" } + (isSampled ? [] : ["Nothing is drawn: no seed."])
    return CommandConfiguration(
      commandName: name, abstract: question, discussion: lines.joined(separator: "\n\n"))
  }

  var quick: Bool { options.quick }
  var seed: UInt64 { options.seed ?? 1 }

  func run() throws {
    guard Self.isSampled || options.seed == nil else {
      throw Failure.usage("\(Self.name) has no --seed: nothing in it is drawn")
    }
    let readme = options.updateReadme ? try Readme(of: Self.name) : nil
    let folder = options.output ?? "Experiments/\(Self.name)/results"
    let claim: OutputClaim
    do { claim = try OutputFolder(folder).claim() } catch { throw Failure.input("\(error)") }
    defer { claim.release() }
    print("\(Self.name): \(Self.question)\n")
    let report: Report
    do { report = try self.report() } catch { throw Failure.incomplete("\(error)") }
    print(report.text)
    try report.write(to: folder)
    try readme?.update(report.tables)
    if report.verdict.conclusion == .contradicted { throw ExitCode(1) }
  }
}
