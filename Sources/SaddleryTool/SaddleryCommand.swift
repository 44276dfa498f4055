import ArgumentParser
import Commands
import Saddlery

/// The command line: a thin layer over the library modules.
@main
struct SaddleryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "saddlery",
    abstract: "Random landscapes, their critical points, and the theory they obey.",
    discussion: """
      One normalisation everywhere: |sigma|^2 = N, Cov(H, H') = N xi(q), energies are H/N. \
      Results depend on the seed and not on the number of threads.

      Exit status: 0 done, 1 all is written but not everything is proved or checked, 64 bad usage, 65 \
      bad input (files, folders, memory), 70 internal (also: no gnuplot), 74 what was printed did not \
      all reach standard output, 75 interrupted.
      """,
    version: Provenance.version,
    subcommands: [
      IndexEnergyCommand.self, EnumerateCommand.self, CouplingsCommand.self, TheoryCommand.self,
      DescendCommand.self, NetworkCommand.self, FieldCommand.self, MatrixCommand.self,
      LawCommand.self,
      SpectrumCommand.self, RunCommand.self, ResumeCommand.self, MergeCommand.self,
      StatusCommand.self, ExportCommand.self, ReportCommand.self, ExploreCommand.self,
      DemoCommand.self,
    ])

  static func main() {
    StandardStreams.prepare()
    Interrupt.install()
    runAndExit()
  }
}
