internal import Foundation
public import Logging
internal import Requirements
public import Statistics
internal import Synchronization

/// Does what is missing in a store: sample after sample, each kept when it is done.
public struct RunLoop: Sendable {
  /// A task for each part of a sweep.
  public let tasks: [any RunTask]
  /// The share of the work that is done here.
  public let share: Share
  /// How many threads work; what is stored does not depend on it.
  public let threads: Int
  /// Told of runs (`info`), samples (`debug`) and pieces (`trace`) as they are done; errors are thrown, not logged.
  public let logger: Logger

  /// A loop over all samples of some tasks.
  public init(
    _ tasks: [any RunTask], share: Share = .whole, threads: Int = defaultThreads,
    logger: Logger = Logger(label: "saddlery.runs") { _ in SwiftLogNoOpLogHandler() }
  ) {
    (self.tasks, self.share, self.threads, self.logger) = (tasks, share, threads, logger)
  }

  /// Whether shares are of a single sample's pieces, and not of samples.
  private var sharesPieces: Bool {
    tasks.count == 1 && tasks[0].samples == 1 && tasks[0].hasPieces && share.count > 1
  }

  /// All samples of the share, in order.
  private var keys: [SampleKey] {
    let all = tasks.enumerated().flatMap { part, task in
      (0..<task.samples).map { SampleKey(part: part, sample: $0) }
    }
    return sharesPieces ? all : all.indices.filter(share.contains).map { all[$0] }
  }

  /// How many samples of the share are missing.
  ///
  /// - Throws: ``StoreError`` if the store cannot be read.
  public func samplesLeft(in store: Store) throws(StoreError) -> Int {
    let finished = try store.finished()
    return keys.count { !finished.contains($0) }
  }

  /// Runs until all is done.
  ///
  /// - Parameters:
  ///   - store: where samples are kept.
  ///   - origin: which program, revision and machine does them.
  ///   - progress: told of samples done in thousandths, from any thread, one call at a time.
  /// - Throws: what a task or the store throws, after what was done before has been kept.
  public func run(
    _ store: Store, origin: RunOrigin, progress: @escaping ProgressHandler = { _ in }
  ) throws {
    let finished = try store.finished()
    let left = keys.filter { !finished.contains($0) }
    guard !left.isEmpty else { return }
    let run = try store.begin(origin, share, total: left.count)
    let watch = Watch(store, run, count: left.count, progress)
    logger.info(
      "run \(run) begins",
      metadata: [
        "share": "\(share)", "samples": "\(left.count)", "finished": "\(finished.count)",
        "threads": "\(threads)",
      ])
    do {
      try work(on: left, store, watch)
      try store.report(run, seconds: watch.seconds, done: Double(left.count), state: "done")
      logger.info("run \(run) is done", metadata: ["seconds": "\(watch.seconds)"])
    } catch {
      try? store.report(run, seconds: watch.seconds, done: watch.done, state: "stopped")
      logger.info("run \(run) stops: \(error)", metadata: ["seconds": "\(watch.seconds)"])
      throw error
    }
  }

  private func work(on keys: [SampleKey], _ store: Store, _ watch: Watch) throws {
    let largest = keys.reduce(0.0) { max($0, tasks[$1.part].memory) }
    let together =
      (1...max(1, min(keys.count, threads))).last { isMemoryAvailable(Double($0) * largest) } ?? 1
    let each = max(1, threads / together)
    let unkept = Mutex<StoreError?>(nil)
    let blocks = blocks(of: keys)
    _ = try concurrentMap(0..<blocks.count, threads: together) { number in
      let block = blocks[number]
      let place = block.lowerBound
      let (key, task) = (keys[place], tasks[keys[place].part])
      guard block.count == 1 else {
        let start = ContinuousClock.now
        let records = try task.run(
          samples: key.sample..<(key.sample + block.count), threads: each, progress: { _ in })
        let seconds = start.duration(to: .now) / .seconds(Double(block.count))
        for (place, record) in zip(block, records) {
          try add(record, keys[place], seconds: seconds, to: store)
          watch.show(place, WorkProgress(done: 1, total: 1))
        }
        return
      }
      let pieces = task.hasPieces ? try store.pieces(key) : []
      let start = ContinuousClock.now
      @Sendable func keep(_ piece: [UInt64]) {
        do throws(StoreError) {
          try store.keep(piece, key)
          logger.trace("piece kept", metadata: key.metadata)
        } catch {
          unkept.withLock { $0 = $0 ?? error }
        }
      }
      let progress: ProgressHandler = { watch.show(place, $0) }
      if sharesPieces {
        try task.runPieces(
          sample: key.sample, share: share, threads: each, resuming: pieces, keep: keep,
          progress: progress)
      } else {
        let record = try task.run(
          sample: key.sample, threads: each, resuming: pieces, keep: keep, progress: progress)
        try add(record, key, seconds: start.duration(to: .now) / .seconds(1), to: store)
      }
      // A piece that could not be kept ends the run as a sample does that cannot.
      if let error = unkept.withLock({ $0 }) { throw error }
      watch.show(place, WorkProgress(done: 1, total: 1))
    }
  }
}

extension RunLoop {
  private func add(
    _ record: SampleRecord, _ key: SampleKey, seconds: Double, to store: Store
  ) throws(StoreError) {
    try store.add(record, key, seconds: seconds)
    logger.debug(
      "sample finished",
      metadata: key.metadata.merging([
        "rows": "\(record.rows.count)", "seconds": "\(seconds)",
        "verdict": "\(record.verdict ?? "-")",
      ]) { $1 })
  }

  /// Neighbouring samples of one part, as many as are done together.
  private func blocks(of keys: [SampleKey]) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    for (place, key) in keys.enumerated() {
      if let last = blocks.last, last.count < tasks[key.part].block,
        keys[place - 1] == SampleKey(part: key.part, sample: key.sample - 1)
      {
        blocks[blocks.count - 1] = last.lowerBound..<(place + 1)
      } else {
        blocks.append(place..<(place + 1))
      }
    }
    return blocks
  }
}

extension SampleKey {
  fileprivate var metadata: Logger.Metadata { ["part": "\(part)", "sample": "\(sample)"] }
}

/// How far a run is, for whoever watches: told at once, written into the store every other second.
private final class Watch: Sendable {
  private let store: Store
  private let run: Int
  private let joint: JointProgress
  private let start = ContinuousClock.now
  private let written = Mutex(0.0)

  init(_ store: Store, _ run: Int, count: Int, _ progress: @escaping ProgressHandler) {
    (self.store, self.run) = (store, run)
    joint = JointProgress(pieces: count, progress)
  }

  var seconds: Double { start.duration(to: .now) / .seconds(1) }

  var done: Double { joint.done }

  func show(_ place: Int, _ own: WorkProgress) {
    joint.show(place, own)
    written.withLock { written in
      guard seconds >= written + 2 else { return }
      written = seconds
      // Nothing is lost with it.
      try? store.report(run, seconds: seconds, done: done, state: "running")
    }
  }
}
