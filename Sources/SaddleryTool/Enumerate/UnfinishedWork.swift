import Foundation
import OutputFiles
import Synchronization

/// Finished pieces of a long run, in a file beside the one it will write: the same command goes on
/// where it was interrupted.
final class UnfinishedWork: Sendable {
  /// What the interrupted run left.
  let blocks: [Data]
  private let journal: Mutex<Journal?>

  /// - Parameters:
  ///   - output: the file the run will write; nothing is kept without one, or beside a stream.
  ///   - provenance: what the pieces depend on.
  init(for output: String?, of provenance: Provenance) throws(FileError) {
    guard let output, output != OutputTarget.standardOutput, try !OutputFile(output).isStream else {
      blocks = []
      journal = Mutex(nil)
      return
    }
    // One line, whatever the names of files in it.
    let work = provenance.comments.joined(separator: "; ")
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: " ")
    let opened = try Journal(output + ".unfinished", of: work)
    blocks = opened.blocks
    journal = Mutex(opened)
  }

  /// Adds a piece. If that fails the run goes on, and what is lost is said once.
  func keep(_ block: Data) {
    journal.withLock { journal in
      do throws(FileError) { try journal?.append(block) } catch {
        journal = nil
        StandardStreams.report(
          "saddlery: \(error); the run goes on, but could not be taken up again\n")
      }
    }
  }

  /// The output is written.
  func remove() {
    journal.withLock { $0?.remove() }
  }

  /// What the next run of the same command does.
  var remedy: String { journal.withLock { $0 == nil ? "for the same result" : "to go on" } }
}

extension Data {
  init(_ words: [UInt64]) {
    self = words.withUnsafeBytes { Data($0) }
  }

  var words: [UInt64] {
    withUnsafeBytes { bytes in
      (0..<(count / 8)).map { bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self) }
    }
  }
}
