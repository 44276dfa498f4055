import ArgumentParser
import Foundation
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
      FieldCommand.self, MatrixCommand.self, LawCommand.self,
    ])

  static func main() {
    StandardStreams.prepare()
    Interrupt.install()
    do {
      var problem: Failure?
      do {
        var command = try parseAsRoot()
        try command.run()
      } catch let failure as Failure {
        problem = failure
      } catch let error as ParameterError {
        problem = .usage("\(error)")
      } catch  where exitCode(for: error) == .success {
        // Help and version requests arrive as errors.
        print(fullMessage(for: error))
      }
      // What was printed before it may be lost, which is worse.
      try StandardStreams.finish()
      if let problem { throw problem }
    } catch StandardStreams.Loss.unread {
      Foundation.exit(74)
    } catch let loss as StandardStreams.Loss {
      report("\(loss)")
      Foundation.exit(74)
    } catch let failure as Failure {
      report("\(failure)")
      Foundation.exit(failure.status)
    } catch {
      report("\(message(for: error)); see 'saddlery --help'")
      Foundation.exit(64)
    }
  }

  /// One line on standard error, whatever the message quotes.
  private static func report(_ message: String) {
    let line = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    StandardStreams.report("saddlery: \(shown(line, limit: 600))\n")
  }
}
