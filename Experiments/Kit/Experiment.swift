import ArgumentParser
import Saddlery

/// A question put to the library. A conformer states it and makes a report; what else a program needs, from
/// options to the exit status, is written here for all. Options of one experiment are declared in it.
protocol Experiment: ParsableCommand {
  associatedtype RunOptions: ExperimentOptions

  static var question: String { get }
  /// Notes of `Papers/`, separated by commas, and what they say; "ours" has no note.
  static var claims: Claims { get }

  var options: RunOptions { get }

  func report() throws -> Report
}

typealias Claims = KeyValuePairs<String, String>

protocol ExperimentOptions: ParsableArguments {
  var run: Options { get }
}

/// What can be asked of every experiment.
struct Options: ExperimentOptions {
  @Flag(help: "Small sizes and few samples, some seconds; numbers not to be quoted.")
  var quick = false

  @Option(help: "Folder for tables and figures (default: Experiments/NAME/results).")
  var output: String?

  @Flag(help: "Write the tables into Experiments/NAME/README.md too; alone, after a full run.")
  var updateReadme = false

  var run: Options { self }
}

/// What can be asked where something is drawn.
struct SampledOptions: ExperimentOptions {
  @OptionGroup var run: Options

  @Option(help: "Seed of everything drawn.")
  var seed: UInt64 = 1
}

extension Experiment where RunOptions == SampledOptions {
  var seed: UInt64 { options.seed }
}

extension Experiment {
  static var name: String { "\(Self.self)" }

  static var configuration: CommandConfiguration {
    let lines = claims.map { "\($1) (\($0))" }
    let note = RunOptions.self == Options.self ? ["Nothing is drawn: no seed."] : []
    return CommandConfiguration(
      commandName: name, abstract: question, discussion: (lines + note).joined(separator: "\n\n"))
  }

  var quick: Bool { options.run.quick }

  func run() throws {
    let readme = options.run.updateReadme ? try Readme(of: Self.name) : nil
    let folder = options.run.output ?? "Experiments/\(Self.name)/results"
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
