public import Landscapes
public import LinearAlgebra
internal import RandomStreams
internal import Requirements
public import Statistics
internal import Synchronization

/// What is told of searches that are over: the number of each one's start, and its record.
public typealias SearchHandler = @Sendable ([(start: Int, point: CriticalPoint)]) -> Void

/// A search for the critical points of a landscape from many starts.
///
///     let found = Search(hamiltonian).run(points: 250, seed: 1)
///
/// It samples critical points, and not uniformly: index-targeted searches reach deeper points
/// than the average over all critical points of that index. Every start yields a record; look at
/// its ``CriticalPoint/outcome``.
///
///     grad f(x*) = 0,   index k = #{i : λ_i < 0},   λ_i the eigenvalues of the Hessian along the domain at x*
///
/// Reference: ``SearchMethod`` has those of the steps; Ortega and Rheinboldt, Iterative Solution of Nonlinear Equations
/// in Several Variables (1970), section 12.6, the theorem of Newton and Kantorovich that tells a zero from a small
/// gradient.
public struct Search<L: Landscape>: Sendable {
  /// The landscape searched.
  public let landscape: L
  /// How steps are made.
  public var method: SearchMethod
  /// When a search is over.
  public var rule: StoppingRule
  /// The distance that steps and tolerances are measured by; nil for the landscape's ``/Landscapes/Landscape/searchScale``.
  public var scale: Double?
  /// A search with a method and a stopping rule.
  ///
  /// - Parameters:
  ///   - landscape: whose critical points are sought.
  ///   - method: how a step is made.
  ///   - rule: when a search has converged, and when it is given up.
  public init(
    _ landscape: L, method: SearchMethod = .indexTargeted, rule: StoppingRule = StoppingRule()
  ) {
    self.landscape = landscape
    self.method = method
    self.rule = rule
  }

  /// Searches from random starts, aiming at the landscape's ``/Landscapes/Landscape/searchIndices`` evenly or at the given ones in turn.
  ///
  /// A function that grows in all directions far away, such as a loss with weight decay, has critical points of low index
  /// only: searches that aim above them wander. Of the 51 weights of an 8-5-1 network with decay 0.01, 189 of 200 searches for
  /// the indices 0 to 8 arrive, and 19 of 60 for 0 to 51.
  ///
  /// - Parameters:
  ///   - points: the number of starts.
  ///   - indices: the indices to aim at, cycled over; nil spreads the starts evenly over the landscape's.
  ///   - seed: the seed of the whole run.
  ///   - sample: the disorder sample, which the starts belong to.
  ///   - threads: how many threads to use; the result does not depend on it.
  ///   - cancellation: ends the searches that are under way, within a step.
  ///   - progress: told now and then; those that have reached their goal converged.
  ///   - found: told of searches as they end, with the numbers of their starts; one call at a time, from any thread.
  /// - Returns: one record per start, in the order of starts; when cancelled, those of the searches that were over.
  ///
  /// Randomness: start i comes from the stream (seed, starts, sample, item i).
  public func run(
    points: Int, indices: [Int]? = nil, seed: UInt64, sample: Int = 0,
    threads: Int = defaultThreads, cancellation: Cancellation? = nil,
    progress: @escaping ProgressHandler = { _ in },
    found: @escaping SearchHandler = { _ in }
  ) -> [CriticalPoint] {
    demand(points >= 0, "the number of starts cannot be \(points)")
    let domain = landscape.domain
    let scale = self.scale ?? landscape.searchScale
    let goals = landscape.searchIndices
    let unit = domain.isScaleStated ? 1 : scale / domain.scale
    let starts = Matrix<Double>(
      columns: (0..<points).map { i in
        var stream = RandomStream(
          seed: seed, purpose: .starts, sample: sample, item: i)
        let start = domain.point(fromNormals: stream.normals(count: domain.ambientDimension))
        return unit == 1 ? start : start.map { unit * $0 }
      })
    let targets = (0..<points).map { i in
      indices.map { $0[i % $0.count] }
        ?? goals.lowerBound + Self.spread(i, of: points, over: goals.count - 1)
    }
    return run(
      starts: starts, targets: targets, scale: scale, threads: threads,
      cancellation: cancellation, progress: progress, found: found)
  }

  /// Searches from given starts, a start per column, each aiming at its own index.
  public func run(
    starts: Matrix<Double>, targets: [Int], threads: Int = defaultThreads,
    cancellation: Cancellation? = nil, progress: @escaping ProgressHandler = { _ in },
    found: @escaping SearchHandler = { _ in }
  ) -> [CriticalPoint] {
    run(
      starts: starts, targets: targets, scale: scale ?? landscape.searchScale, threads: threads,
      cancellation: cancellation, progress: progress, found: found)
  }

  private func run(
    starts: Matrix<Double>, targets: [Int], scale: Double, threads: Int,
    cancellation: Cancellation?, progress: @escaping ProgressHandler,
    found: @escaping SearchHandler
  ) -> [CriticalPoint] {
    demand(
      starts.columns == targets.count, "\(starts.columns) starts but \(targets.count) targets")
    demand(
      targets.allSatisfy { (0...landscape.domain.dimension).contains($0) },
      "target indices must lie in 0...\(landscape.domain.dimension)")
    let (width, total) = (landscape.batchSize, targets.count)
    let size = max(width, min(256, total / 2))
    let batches = (total + size - 1) / size
    let reached = Mutex((done: 0, converged: 0))
    let results = concurrentMap(0..<batches, threads: threads) { number -> [CriticalPoint] in
      let range = (number * size)..<min((number + 1) * size, total)
      var batch = SearchBatch(
        landscape, method: method, rule: rule, scale: scale, starts: starts, numbers: range,
        targets: targets, width: width)
      batch.run(until: cancellation) { ends in reached.withLock { _ in found(ends) } }
      return batch.finished.sorted { $0.start < $1.start }.map(\.point)
    } finished: { _, points in
      let (done, converged) = reached.withLock {
        $0.done += points.count
        $0.converged += points.count { $0.outcome == .converged }
        return $0
      }
      progress(WorkProgress(done: done, total: total, reached: converged))
    }
    return results.flatMap { $0 }
  }

  /// Bytes that searching takes besides the landscape: jets of a batch and the factorisations'
  /// workspace, about ten n x n matrices a thread. In floating point, as it may overflow.
  package static func memory(dimension n: Int, threads: Int) -> Double {
    Double(min(threads, defaultThreads))
      * (160 * Double(n) * Double(n) + SpectralLanes.memory(size: n) + 0x1p26)
  }

  /// The target of start i of `count`, spread evenly over 0...dimension.
  static func spread(_ i: Int, of count: Int, over dimension: Int) -> Int {
    count > 1 ? (2 * i * dimension + count - 1) / (2 * (count - 1)) : 0
  }
}
