public import Landscapes
internal import LinearAlgebra
internal import Requirements
public import Statistics
internal import Synchronization

/// All critical points of a landscape in low dimension, by Newton's method from a grid.
///
///     grad f = 0,   Σ (-1)^index = χ:   0 on a torus, 1 in a box beyond which f rises
///
/// A grid finds the points near which it has a point. That none is missed is proved where the landscape knows how
/// fast its Hessian changes (``/Landscapes/LipschitzHessian``) or is a formula (``/Landscapes/FunctionLandscape``), and the proof is not too
/// long. Otherwise it is checked by two things which are not proof but are hard to pass by mistake: Σ(-1)^index is the Euler characteristic, and
/// another grid finds nothing new. Grids get finer until both hold.
///
/// Reference: Milnor, *Morse Theory* (1963), section 5, the sum; Neumaier, *Interval Methods for Systems of Equations*
/// (1990), DOI 10.1017/CBO9780511526473, section 5.1, the proof of formulas; Ortega and Rheinboldt, *Iterative Solution
/// of Nonlinear Equations in Several Variables* (1970), section 12.6, the theorem of Newton and Kantorovich.
///
/// - Complexity: one evaluation with Hessian per point of the grid, (side/spacing)^n of them, and some ten
///   for every place where the gradient is small; as many again for a proof.
public struct Sweep<L: Landscape>: Sendable {
  /// All critical points found, and whether they pass for all there are.
  public struct Result: Sendable {
    /// The points, in no order that means anything.
    public let points: [CriticalPoint]
    /// Critical points of each index 0...n.
    public let byIndex: [Int]
    /// Σ(-1)^index over the points found.
    public let eulerCharacteristic: Int
    /// How sure it is that these are all.
    public let completeness: Completeness
    /// How many grids were used.
    public let sweeps: Int
    /// Whether the points pass for all: proved, or checked.
    public var isAccepted: Bool {
      if case .incomplete = completeness { false } else { true }
    }
  }

  /// The landscape searched.
  public let landscape: L
  /// Distance of neighbouring points of the first grid; at first a quarter of the distance over which
  /// the landscape changes.
  public var spacing: Double
  /// Grids to use at most, each finer than the last by 1.4.
  public var sweepLimit = 6

  private let sides: [ClosedRange<Double>]
  /// √n times the distance over which the landscape changes.
  private let scale: Double
  /// nil where it is not known.
  private let expectedEuler: Int?
  private let offset: @Sendable ([Double], [Double]) -> [Double]
  /// Whether the sides are walls, beyond which points are none.
  private let hasWalls: Bool

  /// A sweep over the box [-reach, reach]^n of a landscape that rises beyond it: Σ(-1)^index is 1.
  ///
  /// - Parameters:
  ///   - landscape: one that rises in every direction beyond the box.
  ///   - reach: half the side of the box.
  ///   - scale: the distance over which the landscape changes.
  public init(_ landscape: L, reach: Double, scale: Double) where L.Space == EuclideanSpace {
    demand(
      reach > 0 && scale > 0, "a box and a scale are positive, not \(reach) and \(scale)")
    let n = landscape.domain.dimension
    self.landscape = landscape
    sides = [ClosedRange<Double>](repeating: -reach...reach, count: n)
    (spacing, expectedEuler, hasWalls) = (scale / 4, 1, true)
    self.scale = scale * Double(n).squareRoot()
    offset = { a, b in zip(a, b).map { $1 - $0 } }
  }

  /// A sweep over a torus whose scale is √n times the distance over which the landscape changes.
  public init(_ landscape: L) where L.Space == Torus {
    let domain = landscape.domain
    self.landscape = landscape
    sides = [ClosedRange<Double>](repeating: 0...domain.length, count: domain.dimension)
    (expectedEuler, scale, hasWalls) = (0, domain.scale, false)
    spacing = domain.scale / Double(domain.dimension).squareRoot() / 4
    offset = { domain.offset(from: $0, to: $1) }
  }

  /// A sweep over a box with walls. Nothing is known of Σ(-1)^index there: that the points are all is proved or open.
  public init(_ landscape: L) where L.Space == Box {
    let domain = landscape.domain
    self.landscape = landscape
    (sides, scale, spacing) = (domain.sides, domain.scale, domain.length / 4)
    (expectedEuler, hasWalls) = (nil, true)
    offset = { a, b in zip(a, b).map { $1 - $0 } }
  }

  /// Sweeps until the points found are proved to be all, or pass for all.
  ///
  /// - Parameters:
  ///   - threads: how many to use.
  ///   - cancellation: ends it with the points that were found and no proof.
  ///   - progress: told the part that is done, as far as the rest can be foreseen; the result does not depend on it.
  public func run(
    threads: Int = defaultThreads, cancellation: Cancellation? = nil,
    progress: @escaping ProgressHandler = { _ in }
  ) -> Result {
    let watch = SweepProgress(progress, cancellation)
    defer { watch.end() }
    var points: [CriticalPoint] = []
    var isDecided = true
    var h = spacing
    // What is left behind a search.
    var rest = 0.0
    func add(from starts: [[Double]]) {
      watch.begin(SweepProgress.searchCost * Double(starts.count), before: rest)
      let found = found(from: starts, spacing: h, threads, watch)
      let isUnique: Bool
      (points, isUnique) = distinct(points + found.filter { $0.outcome == .converged })
      isDecided = isDecided && isUnique && !found.contains { $0.outcome == .degenerate }
    }
    for sweep in 1...sweepLimit {
      let known = points.count
      let grid = Double(cells(h).reduce(1, *))
      // A proof takes some times the grid; else there is another, finer one.
      rest = sweep == 1 && hasProof ? 10 * grid : 2 * grid
      watch.begin(grid, before: grid + rest)
      add(from: starts(spacing: h, isShifted: sweep.isMultiple(of: 2), threads, watch))
      var completeness = Completeness.incomplete([])
      if sweep == 1 {
        // Where cells stay open a point may be missing, or two be close together.
        proof: for resolution in [1e-2, 1e-3, 1e-5, 1e-7] {
          switch exclude(points, resolution, threads, watch) {
          case .proved(let rough):
            completeness = rough == 0 ? .proved : .provedExcept(part: rough)
            break proof
          case .open(let places): add(from: places)
          case .tooLong: break proof
          }
        }
      }
      let euler = points.reduce(0) { $0 + ($1.index?.isMultiple(of: 2) == true ? 1 : -1) }
      // What a search found that was ended is no reason to believe anything.
      if completeness == .incomplete([]), watch.isCancelled {
        completeness = .incomplete(["cancelled"])
      }
      if completeness == .incomplete([]), sweep > 1, points.count == known, isDecided,
        euler == expectedEuler
      {
        completeness = .checked
      }
      if completeness != .incomplete([]) || sweep == sweepLimit {
        let byIndex = (0...landscape.domain.dimension).map { k in points.count { $0.index == k } }
        return Result(
          points: points, byIndex: byIndex, eulerCharacteristic: euler,
          completeness: completeness,
          sweeps: sweep)
      }
      h /= 1.4
    }
    fail("a sweep takes at least one grid")
  }

  /// The proof, in cells some times as many as the points of the grid; too long where there is none.
  private func exclude(
    _ points: [CriticalPoint], _ resolution: Double, _ threads: Int, _ watch: SweepProgress
  ) -> ExclusionOutcome {
    func run(_ test: some ZeroTest) -> ExclusionOutcome {
      Exclusion(test: test, offset: offset, sides: sides).run(
        points, spacing: spacing, resolution: resolution,
        cellLimit: 20_000 + 100 * cells(spacing).reduce(1, *), threads: threads, watch)
    }
    func lipschitz(_ landscape: some LipschitzHessian) -> some ZeroTest { LipschitzTest(landscape) }
    func enclosed(_ landscape: some EnclosedLandscape) -> some ZeroTest {
      EnclosureTest(landscape: landscape, sides: sides, hasWalls: hasWalls)
    }
    if let landscape = landscape as? any LipschitzHessian { return run(lipschitz(landscape)) }
    if let landscape = landscape as? any EnclosedLandscape { return run(enclosed(landscape)) }
    return .tooLong
  }

  private var hasProof: Bool {
    landscape is any LipschitzHessian || landscape is any EnclosedLandscape
  }

  /// Points of a grid along each axis.
  private func cells(_ spacing: Double) -> [Int] {
    let counts = sides.map { max(2, (($0.upperBound - $0.lowerBound) / spacing).rounded(.up)) }
    let count = counts.reduce(1, *)
    demand(
      count < 0x1p40, "a spacing of \(spacing) makes a grid of \(count) points on \(sides)")
    return counts.map { Int($0) }
  }

  /// Distances of neighbouring points of a grid along each axis.
  private func steps(_ spacing: Double) -> [Double] {
    zip(sides, cells(spacing)).map { ($0.upperBound - $0.lowerBound) / Double($1) }
  }

  /// The points of a grid beside which there may be a critical point.
  private func starts(
    spacing: Double, isShifted: Bool, _ threads: Int, _ watch: SweepProgress
  ) -> [[Double]] {
    let counts = cells(spacing)
    let steps = steps(spacing)
    let count = counts.reduce(1, *)
    let chunk = 256
    // Within half a diagonal d of a critical point |g| is at most |H|d, up to third derivatives.
    let reach = 0.75 * norm(steps)
    let chunks = concurrentMap(0..<((count + chunk - 1) / chunk), threads: threads) {
      number -> [[Double]] in
      guard !watch.isCancelled else { return [] }
      let points = Matrix<Double>(
        columns: ((number * chunk)..<min(count, (number + 1) * chunk)).map { place in
          var rest = place
          return counts.indices.map { i in
            defer { rest /= counts[i] }
            let place = Double(rest % counts[i]) + (isShifted ? 0.5 : 0)
            return sides[i].lowerBound + place * steps[i]
          }
        })
      let jets = landscape.jets(at: points, upTo: .hessian)
      watch.add(Double(points.columns))
      return (0..<points.columns).filter { b in
        norm(jets.gradients.column(b)) <= reach * norm(jets.hessian(b).elements)
      }.map(points.column)
    }
    return chunks.flatMap { $0 }
  }

  /// Critical points found by Newton's method, degenerate ones too.
  private func found(
    from starts: [[Double]], spacing: Double, _ threads: Int, _ watch: SweepProgress
  ) -> [CriticalPoint] {
    guard !starts.isEmpty else { return [] }
    var rule = StoppingRule()
    rule.iterationLimit = 50
    rule.stepCap = steps(spacing).max()! / scale
    var search = Search(landscape, method: .cappedNewton, rule: rule)
    search.scale = scale
    let before = Mutex(0)
    return search.run(
      starts: Matrix<Double>(columns: starts), targets: [Int](repeating: 0, count: starts.count),
      threads: threads, cancellation: watch.cancellation
    ) { own in
      let new = before.withLock { before in
        defer { before = own.done }
        return own.done - before
      }
      watch.add(SweepProgress.searchCost * Double(new))
    }.filter { $0.outcome == .converged || $0.outcome == .degenerate }
  }

  /// Each point once, and whether all are of one index.
  private func distinct(_ points: [CriticalPoint]) -> (points: [CriticalPoint], isUnique: Bool) {
    let groups = DistinctPoints(among: points) { norm(offset($0, $1)) }
    let each = zip(points, groups.duplicateOf).filter { $0.1 == nil }.map(\.0)
    return (each, groups.undecided.isEmpty)
  }
}
