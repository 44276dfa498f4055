public import OutputFiles
public import Statistics

/// A long task that is made of samples, each of which can be done alone: what a store keeps and takes up again.
///
/// What a sample gives is determined by the task and the sample's number, whatever the number of threads and whoever does it.
public protocol RunTask: Sendable {
  /// What the task is of, and its seed.
  var provenance: Provenance { get }
  /// What stands above its table.
  var comments: [String] { get }
  /// How many samples there are.
  var samples: Int { get }
  /// What is stored of each row of a sample.
  var columns: [StoreColumn] { get }
  /// The names of columns that count rows of the whole table, from 1: what a sample gives counts its own.
  var rowReferences: Set<String> { get }
  /// Bytes that a sample takes while it is done.
  var memory: Double { get }
  /// The word for positions in its table, such as `sigma`.
  var positionName: String { get }
  /// Whether samples are kept in pieces as they are done: see
  /// ``runPieces(sample:share:threads:resuming:keep:progress:)``.
  var hasPieces: Bool { get }

  /// Does a sample.
  ///
  /// - Parameters:
  ///   - sample: its number.
  ///   - threads: how many it may use; the result must not depend on it.
  ///   - pieces: what an interrupted run of this sample has kept.
  ///   - keep: called with pieces of the sample as they are done, from any thread, one call at a time.
  ///   - progress: to be told how much of the sample is done.
  /// - Throws: what keeps the sample from being done; the run ends with it.
  func run(
    sample: Int, threads: Int, resuming pieces: [[UInt64]],
    keep: @escaping @Sendable ([UInt64]) -> Void, progress: @escaping ProgressHandler
  ) throws -> SampleRecord

  /// How many samples are best done together; 1 unless said otherwise. Only tasks without pieces do more.
  var block: Int { get }

  /// Does some samples together.
  ///
  /// - Throws: what keeps one of them from being done; the run ends with it.
  func run(
    samples: Range<Int>, threads: Int, progress: @escaping ProgressHandler
  ) throws -> [SampleRecord]

  /// Does those pieces of a sample that are part i of n, for another run to put together; nothing where there are no pieces.
  ///
  /// - Throws: what keeps a piece from being done; the run ends with it.
  func runPieces(
    sample: Int, share: Share, threads: Int, resuming pieces: [[UInt64]],
    keep: @escaping @Sendable ([UInt64]) -> Void, progress: @escaping ProgressHandler
  ) throws
}

extension RunTask {
  /// Those of the provenance.
  public var comments: [String] { provenance.comments }
  /// None, unless a task says otherwise.
  public var rowReferences: Set<String> { [] }
  /// `x`, unless a task says otherwise.
  public var positionName: String { "x" }
  /// No, unless a task says otherwise.
  public var hasPieces: Bool { false }

  /// One, unless a task says otherwise.
  public var block: Int { 1 }

  /// One sample after another.
  ///
  /// - Throws: what ``run(sample:threads:resuming:keep:progress:)`` throws.
  public func run(
    samples: Range<Int>, threads: Int, progress: @escaping ProgressHandler
  ) throws -> [SampleRecord] {
    try samples.map {
      try run(sample: $0, threads: threads, resuming: [], keep: { _ in }, progress: progress)
    }
  }

  /// Nothing, where there are no pieces; it never throws.
  public func runPieces(
    sample: Int, share: Share, threads: Int, resuming pieces: [[UInt64]],
    keep: @escaping @Sendable ([UInt64]) -> Void, progress: @escaping ProgressHandler
  ) throws {}
}

/// What one sample gives.
public struct SampleRecord: Sendable {
  /// Rows, in the order of the task's columns.
  public let rows: [[DataTable.Cell]]
  /// Of each row a vector such as a position, if asked for.
  public let positions: [[Double]]?
  /// Of each row a vector such as all eigenvalues, if asked for.
  public let spectra: [[Double]]?
  /// A word on the sample as a whole, such as whether it is proved; nil if there is nothing to say.
  public let verdict: String?

  /// A record of what a sample gave.
  public init(
    rows: [[DataTable.Cell]], positions: [[Double]]? = nil, spectra: [[Double]]? = nil,
    verdict: String? = nil
  ) {
    (self.rows, self.positions, self.spectra, self.verdict) = (rows, positions, spectra, verdict)
  }
}

/// Part i of n of a run: every n-th piece of work, from the i-th on.
public struct Share: Sendable, Hashable, CustomStringConvertible {
  /// i, from 1.
  public let number: Int
  /// The number of parts n.
  public let count: Int

  /// All of it.
  public static let whole = Share(number: 1, count: 1)

  private init(number: Int, count: Int) { (self.number, self.count) = (number, count) }

  /// Reads `i/n`, 1 ≤ i ≤ n; nil if it is not that.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
    }
    guard parts.count == 2, numbers.count == 2, (1...100_000).contains(numbers[1]),
      (1...numbers[1]).contains(numbers[0])
    else { return nil }
    self.init(number: numbers[0], count: numbers[1])
  }

  /// Whether a piece of work, counted from 0, belongs to it.
  public func contains(_ place: Int) -> Bool { place % count == number - 1 }

  /// i/n, as the option is written.
  public var description: String { "\(number)/\(count)" }
}
