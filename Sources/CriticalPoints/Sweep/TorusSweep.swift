public import Landscapes
public import LinearAlgebra

/// All critical points of a landscape on a torus of low dimension, by Newton's method from a grid.
///
/// A grid finds the points near which it has a point; that none is missed is checked by two things which
/// are not proof but are hard to pass by mistake: Σ(-1)^index is the torus's Euler characteristic, 0, and
/// another grid finds nothing new. Grids get finer until both hold.
///
/// - Complexity: one evaluation with Hessian per point of the grid, (L/spacing)^n of them, and some ten
///   for every place where the gradient is small.
public struct TorusSweep<L: Landscape>: Sendable where L.Space == Torus {
  /// All critical points found, and whether they pass for all there are.
  public struct Result: Sendable {
    /// The points, in no order that means anything.
    public let points: [CriticalPoint]
    /// Critical points of each index 0...n.
    public let byIndex: [Int]
    /// Σ(-1)^index, which is 0 for all points of a torus.
    public let eulerCharacteristic: Int
    /// Whether the sum is 0 and the last grid found nothing new.
    public let isComplete: Bool
    /// Grids used.
    public let sweeps: Int
  }

  /// The landscape searched.
  public let landscape: L
  /// Distance of neighbouring points of the first grid; a quarter of scale/√n unless said otherwise.
  public var spacing: Double
  /// Grids to use at most, each finer than the last by 1.4.
  public var sweepLimit = 6

  /// A sweep over a landscape whose domain's scale is √n times the distance over which it changes.
  public init(_ landscape: L) {
    self.landscape = landscape
    spacing = landscape.domain.scale / Double(landscape.domain.dimension).squareRoot() / 4
  }

  /// Sweeps until the points found pass for all.
  public func run(threads: Int = defaultThreads) -> Result {
    var points: [CriticalPoint] = []
    var h = spacing
    for sweep in 1...sweepLimit {
      let known = points.count
      points = distinct(points + found(spacing: h, offset: sweep.isMultiple(of: 2), threads))
      let euler = points.reduce(0) { $0 + ($1.index.isMultiple(of: 2) ? 1 : -1) }
      let isComplete = sweep > 1 && points.count == known && euler == 0
      if isComplete || sweep == sweepLimit {
        let byIndex = (0...landscape.domain.dimension).map { k in points.count { $0.index == k } }
        return Result(
          points: points, byIndex: byIndex, eulerCharacteristic: euler, isComplete: isComplete,
          sweeps: sweep)
      }
      h /= 1.4
    }
    preconditionFailure("a sweep takes at least one grid")
  }

  /// Critical points found by Newton's method from the points of one grid.
  private func found(spacing: Double, offset: Bool, _ threads: Int) -> [CriticalPoint] {
    let domain = landscape.domain
    let n = domain.dimension
    let m = max(2, Int((domain.length / spacing).rounded(.up)))
    let h = domain.length / Double(m)
    let count = (0..<n).reduce(1) { product, _ in product * m }
    let chunk = 256
    // Within half a diagonal d of a critical point |g| is at most |H|d, up to third derivatives.
    let reach = 0.75 * h * Double(n).squareRoot()
    let seeds = concurrentMap(count: (count + chunk - 1) / chunk, threads: threads) { number in
      let points = Matrix(
        columns: ((number * chunk)..<min(count, (number + 1) * chunk)).map { place in
          var rest = place
          return (0..<n).map { _ in
            defer { rest /= m }
            return (Double(rest % m) + (offset ? 0.5 : 0)) * h
          }
        })
      let jets = landscape.jets(at: points, upTo: .hessian)
      return (0..<points.columns).filter { b in
        norm(jets.gradients.column(b)) <= reach * norm(jets.hessian(b).elements)
      }.map(points.column)
    }.flatMap { $0 }
    guard !seeds.isEmpty else { return [] }
    var rule = StoppingRule()
    rule.iterationLimit = 50
    rule.stepCap = h / domain.scale
    return Search(landscape, method: .cappedNewton, rule: rule).run(
      starts: Matrix(columns: seeds), targets: [Int](repeating: 0, count: seeds.count),
      threads: threads
    ).filter { $0.outcome == .converged }
  }

  private func distinct(_ points: [CriticalPoint]) -> [CriticalPoint] {
    let domain = landscape.domain
    let repeats = DistinctPoints.duplicates(among: points, tolerance: 1e-6 * domain.scale) {
      norm(domain.offset(from: $0, to: $1))
    }
    return zip(points, repeats).filter { $0.1 == nil }.map(\.0)
  }
}
