internal import Foundation
internal import Synchronization

/// Finished pieces of a long run, in a file beside the one it will write: the same run goes on where it was
/// interrupted.
///
///     let work = try UnfinishedWork(for: "points.csv", of: origin)
///     let result = try Enumeration.run(
///       landscape, resuming: work.pieces.compactMap(EnumerationPiece.init(words:)),
///       keep: { work.keep($0.words) })
///     // Write points.csv, then:
///     work.remove()
public final class UnfinishedWork: Sendable {
  /// What the interrupted run left.
  public let pieces: [[UInt64]]
  private let journal: Mutex<Journal?>
  private let lost: @Sendable (FileError) -> Void

  /// - Parameters:
  ///   - output: the file the run will write; nothing is kept without one, or beside a stream.
  ///   - origin: what the pieces depend on.
  ///   - lost: called once if a piece cannot be kept. The run may go on, but could not be taken up again.
  /// - Throws: ``FileError`` if the file beside is in use, cannot be opened, or is another run's.
  public init(
    for output: String?, of origin: Provenance,
    lost: @escaping @Sendable (FileError) -> Void = { _ in }
  ) throws(FileError) {
    self.lost = lost
    guard let output, try !OutputFile(output).isStream else {
      pieces = []
      journal = Mutex(nil)
      return
    }
    // One line, whatever the names of files in it.
    let work = origin.comments.joined(separator: "; ")
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: " ")
    let opened = try Journal(output + ".unfinished", of: work)
    pieces = opened.blocks.map(\.words)
    journal = Mutex(opened)
  }

  /// Adds a piece.
  public func keep(_ piece: [UInt64]) {
    journal.withLock { journal in
      do throws(FileError) {
        try journal?.append(piece.withUnsafeBytes { Data($0) })
      } catch {
        journal = nil
        lost(error)
      }
    }
  }

  /// The output is written.
  public func remove() {
    journal.withLock { $0?.remove() }
  }

  /// Whether pieces are kept.
  package var isKept: Bool { journal.withLock { $0 != nil } }
}

extension Data {
  fileprivate var words: [UInt64] {
    withUnsafeBytes { bytes in
      (0..<(count / 8)).map { bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self) }
    }
  }
}
