import ArgumentParser
import Commands
import OutputFiles
import Questions
import Requirements

/// The program: experiments by the question they ask.
@main
struct ExperimentsProgram: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "experiments",
    abstract: "Questions about random landscapes, put to theory and samples.",
    discussion: """
      Without a name: the list of all.

      Exit status: 0 done, 1 a claim is contradicted, 64 bad usage, 65 bad input (files, folders), 70 \
      internal (also: no gnuplot), 74 what was printed did not all reach standard output.
      """,
    version: Provenance.version, subcommands: Experiments.all.map { $0 as any ParsableCommand.Type }
  )

  func run() {
    for experiment in Experiments.all { print("\(experiment.name): \(experiment.question)") }
  }

  static func main() {
    StandardStreams.prepare()
    runAndExit { try check(CommandLine.arguments.dropFirst()) }
  }

  /// What the parser would refuse with less to go by.
  private static func check(_ arguments: ArraySlice<String>) throws {
    guard let name = arguments.first, !name.hasPrefix("-"), name != "help" else { return }
    guard Experiments.all.contains(where: { $0.name == name }) else {
      let names = Experiments.all.map { $0.name }.joined(separator: ", ")
      throw Failure.usage("no experiment '\(shown(name))'; give one of \(names)")
    }
    if arguments.contains("--update-readme"), arguments.count > 2 {
      throw Failure.usage(
        "--update-readme stands alone: a README has the numbers of a full run as it comes")
    }
  }
}
