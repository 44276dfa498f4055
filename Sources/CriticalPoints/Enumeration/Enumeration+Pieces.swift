public import Landscapes
internal import RandomStreams
public import Statistics
internal import Synchronization

extension Enumeration {
  /// Follows some pieces of an enumeration's paths, for another run to prove and put together: what several machines do of
  /// one landscape.
  ///
  /// - Parameters:
  ///   - landscape: as in ``run(_:seed:sample:threads:resuming:keep:cancellation:progress:)``, and the next three.
  ///   - seed: names, with the sample, the random coefficients of the start.
  ///   - sample: the number of the sample.
  ///   - threads: results do not depend on it.
  ///   - isWanted: whether a piece of a number, from 0, is to be followed.
  ///   - pieces: those that are there already.
  ///   - keep: called with each that is done, from any thread, one call at a time.
  ///   - progress: told of the pieces.
  /// - Throws: ``EnumerationError``.
  public static func follow(
    _ landscape: some PolynomialLandscape, seed: UInt64 = 1, sample: Int = 0,
    threads: Int = defaultThreads, where isWanted: (Int) -> Bool,
    resuming pieces: [EnumerationPiece] = [],
    keep: @escaping @Sendable (EnumerationPiece) -> Void,
    progress: @escaping ProgressHandler = { _ in }
  ) throws(EnumerationError) {
    guard try pathCount(landscape) > 0 else { return }
    var stream = RandomStream(seed: seed, purpose: .homotopy, sample: sample, item: 0)
    let system = HomotopySystem(landscape, from: &stream)
    let starts = StartPoints(system)
    let known = Set(pieces.filter { $0.system == system.identity }.map(\.number))
    let count = (starts.count + EnumerationPiece.size - 1) / EnumerationPiece.size
    let wanted = (0..<count).filter { isWanted($0) && !known.contains($0) }
    let keeping = Mutex(())
    _ = concurrentMap(0..<wanted.count, threads: threads, progress: progress) { place in
      let piece = EnumerationPiece.following(wanted[place], of: system, starts) { $0 }.piece
      keeping.withLock { _ in keep(piece) }
    }
  }
}

extension EnumerationPiece {
  /// Follows the paths of a piece, with a tracker that may be broken on purpose.
  static func following(
    _ number: Int, of system: HomotopySystem, _ starts: StartPoints, tracking: (Int) -> Int?
  ) -> (piece: EnumerationPiece, ends: [PathEnd]) {
    let paths = paths(number, of: starts.count).filter { tracking($0) != nil }
    let ends = zip(
      paths, PathTracker(PathBatch(system)).track(paths.compactMap(tracking), from: starts.state)
    ).map { $1.renamed($0) }
    let piece = EnumerationPiece(
      system: system.identity, number: number, dimension: system.dimension, ends: ends)
    return (piece, ends)
  }

  /// The numbers of the paths of a piece.
  static func paths(_ number: Int, of count: Int) -> Range<Int> {
    let first = number * size
    return first..<min(count, first + size)
  }
}
