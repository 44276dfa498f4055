package import ArgumentParser
internal import Foundation
internal import OutputFiles
internal import Requirements

extension ParsableCommand {
  /// Runs the program of which this is the root, and ends it: what is wrong is one line on standard error, whatever it
  /// quotes, and what was printed is lost to nothing that is not told.
  ///
  /// - Parameter check: what the parser would refuse with less to go by.
  package static func runAndExit(checking check: () throws -> Void = {}) -> Never {
    var (problem, status): (String?, Int32) = (nil, 0)
    do {
      try check()
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      (problem, status) = (failure.description, failure.status)
    } catch let error as ParameterError {
      (problem, status) = (error.description, 64)
    } catch let code as ExitCode {
      status = code.rawValue
    } catch  where exitCode(for: error) == .success {
      // Help and version requests arrive as errors.
      print(fullMessage(for: error))
    } catch {
      (problem, status) = (message(for: error) + hint(for: error), 64)
    }
    // What was printed before it may be lost, which is worse.
    do { try StandardStreams.finish() } catch {
      (problem, status) = (error == .unread ? nil : "\(error)", 74)
    }
    if let line = problem?.split(whereSeparator: \.isNewline).joined(separator: " ") {
      StandardStreams.report("\(_commandName): \(shown(line, limit: 600))\n")
    }
    Foundation.exit(status)
  }

  /// Where to read on after an error of the parser's: the help of the subcommand. None after errors of the options', which
  /// say what would be valid.
  private static func hint(for error: any Error) -> String {
    fullMessage(for: error).firstMatch(of: /See '(.+ --help)'/).map { "; see '\($0.1)'" } ?? ""
  }
}
