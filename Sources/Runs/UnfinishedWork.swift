internal import Foundation
public import OutputFiles
internal import Synchronization

/// Finished pieces of a long run, in a ``Store`` beside the file that the run will write: the same run goes on where it was
/// interrupted.
///
///     let work = try UnfinishedWork(for: "points.csv", of: origin)
///     let result = try Enumeration.run(
///       landscape, resuming: work.pieces().compactMap(EnumerationPiece.init(words:)),
///       keep: { work.keep($0.words) })
///     // Write points.csv, then:
///     work.remove()
public final class UnfinishedWork: Sendable {
  private struct State {
    /// What the first piece makes a store of; nil if nothing is kept.
    var description: StoreDescription?
    var store: Store?
  }

  private let path: String
  private let work: String
  private let state: Mutex<State>
  private let lost: @Sendable (any Error) -> Void

  /// - Parameters:
  ///   - output: the file the run will write; nothing is kept without one, or beside a stream.
  ///   - origin: what the pieces depend on.
  ///   - samples: how many samples the pieces are of.
  ///   - lost: called once if a piece cannot be kept. The run may go on, but is taken up again only from the pieces before.
  /// - Throws: ``/OutputFiles/FileError`` or ``StoreError`` if the file beside is in use, cannot be opened, or is another run's.
  public init(
    for output: String?, of origin: Provenance, samples: Int = 1,
    lost: @escaping @Sendable (any Error) -> Void = { _ in }
  ) throws {
    self.lost = lost
    path = (output ?? "") + ".unfinished"
    work = origin.comments.joined(separator: "\n")
    guard let output, try !OutputFile(output).isStream else {
      state = Mutex(State())
      return
    }
    let description = StoreDescription(pieces: origin, samples: samples)
    guard access(path, F_OK) == 0 else {
      state = Mutex(State(description: description))
      return
    }
    do {
      let store = try Store(opening: path, writes: true)
      guard store.recipe == work else { throw FileError.otherWork(path: path) }
      state = Mutex(State(description: description, store: store))
    } catch StoreError.notAStore { throw FileError.otherWork(path: path) }
  }

  /// What the interrupted run left of a sample.
  ///
  /// - Throws: ``StoreError`` if they cannot be read.
  public func pieces(sample: Int = 0) throws -> [[UInt64]] {
    try state.withLock(\.store)?.pieces(SampleKey(part: 0, sample: sample)) ?? []
  }

  /// Adds a piece.
  public func keep(_ piece: [UInt64], sample: Int = 0) {
    state.withLock { state in
      guard let description = state.description else { return }
      do {
        let store =
          try state.store ?? Store(creating: path, recipe: work, description)
        state.store = store
        try store.keep(piece, SampleKey(part: 0, sample: sample))
      } catch {
        state.description = nil
        lost(error)
      }
    }
  }

  /// The output is written.
  public func remove() {
    state.withLock { state in
      guard state.store != nil else { return }
      state = State()
      for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    }
  }

  /// The process ends: what was kept is in one file.
  package func close() { state.withLock { $0.store?.close() } }

  /// Whether pieces are kept.
  package var isKept: Bool { state.withLock { $0.description != nil } }
}
