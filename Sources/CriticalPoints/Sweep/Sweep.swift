public import Landscapes
public import LinearAlgebra
internal import Requirements

/// All critical points of a landscape in low dimension, by Newton's method from a grid.
///
/// A grid finds the points near which it has a point; that none is missed is checked by two things which
/// are not proof but are hard to pass by mistake: Σ(-1)^index is the Euler characteristic, and another
/// grid finds nothing new. Grids get finer until both hold.
///
/// - Complexity: one evaluation with Hessian per point of the grid, (side/spacing)^n of them, and some ten
///   for every place where the gradient is small.
public struct Sweep<L: Landscape>: Sendable {
  /// All critical points found, and whether they pass for all there are.
  public struct Result: Sendable {
    /// The points, in no order that means anything.
    public let points: [CriticalPoint]
    /// Critical points of each index 0...n.
    public let byIndex: [Int]
    /// Σ(-1)^index.
    public let eulerCharacteristic: Int
    /// Whether the sum is what it must be and the last grid found nothing new.
    public let isComplete: Bool
    /// Grids used.
    public let sweeps: Int
  }

  /// The landscape searched.
  public let landscape: L
  /// Distance of neighbouring points of the first grid; at first a quarter of the distance over which
  /// the landscape changes.
  public var spacing: Double
  /// Grids to use at most, each finer than the last by 1.4.
  public var sweepLimit = 6

  private let corner: Double
  private let side: Double
  private let expectedEuler: Int
  private let offset: @Sendable ([Double], [Double]) -> [Double]

  /// A sweep over the box [-reach, reach]^n of a landscape that rises beyond it: Σ(-1)^index is 1.
  ///
  /// - Parameter scale: the distance over which the landscape changes.
  public init(_ landscape: L, reach: Double, scale: Double) where L.Space == EuclideanSpace {
    demand(
      reach > 0 && scale > 0, "a box and a scale are positive, not \(reach) and \(scale)")
    self.landscape = landscape
    (corner, side, spacing, expectedEuler) = (-reach, 2 * reach, scale / 4, 1)
    offset = { a, b in zip(a, b).map { $1 - $0 } }
  }

  /// A sweep over a torus whose scale is √n times the distance over which the landscape changes.
  public init(_ landscape: L) where L.Space == Torus {
    let domain = landscape.domain
    self.landscape = landscape
    (corner, side, expectedEuler) = (0, domain.length, 0)
    spacing = domain.scale / Double(domain.dimension).squareRoot() / 4
    offset = { domain.offset(from: $0, to: $1) }
  }

  /// Sweeps until the points found pass for all.
  public func run(threads: Int = defaultThreads) -> Result {
    var points: [CriticalPoint] = []
    var h = spacing
    var slope = 0.0
    for sweep in 1...sweepLimit {
      let known = points.count
      let grid = grid(spacing: h, isShifted: sweep.isMultiple(of: 2), threads)
      if sweep == 1 { slope = grid.slope }
      points = distinct(points + found(from: grid.starts, spacing: h, slope, threads), slope)
      let euler = points.reduce(0) { $0 + ($1.index.isMultiple(of: 2) ? 1 : -1) }
      let isComplete = sweep > 1 && points.count == known && euler == expectedEuler
      if isComplete || sweep == sweepLimit {
        let byIndex = (0...landscape.domain.dimension).map { k in points.count { $0.index == k } }
        return Result(
          points: points, byIndex: byIndex, eulerCharacteristic: euler, isComplete: isComplete,
          sweeps: sweep)
      }
      h /= 1.4
    }
    fail("a sweep takes at least one grid")
  }

  /// Points of a grid along each axis.
  private func cells(_ spacing: Double) -> Int {
    let m = max(2, (side / spacing).rounded(.up))
    let count = (0..<landscape.domain.dimension).reduce(1.0) { product, _ in product * m }
    demand(count < 0x1p40, "a spacing of \(spacing) makes a grid of \(count) points on \(side)")
    return Int(m)
  }

  /// The points of a grid beside which there may be a critical point, and the root mean square of |g|/√n.
  private func grid(
    spacing: Double, isShifted: Bool, _ threads: Int
  ) -> (starts: [[Double]], slope: Double) {
    let domain = landscape.domain
    let n = domain.dimension
    let m = cells(spacing)
    let h = side / Double(m)
    let count = (0..<n).reduce(1) { product, _ in product * m }
    let chunk = 256
    // Within half a diagonal d of a critical point |g| is at most |H|d, up to third derivatives.
    let reach = 0.75 * h * Double(n).squareRoot()
    let chunks = concurrentMap(count: (count + chunk - 1) / chunk, threads: threads) { number in
      let points = Matrix(
        columns: ((number * chunk)..<min(count, (number + 1) * chunk)).map { place in
          var rest = place
          return (0..<n).map { _ in
            defer { rest /= m }
            return corner + (Double(rest % m) + (isShifted ? 0.5 : 0)) * h
          }
        })
      let jets = landscape.jets(at: points, upTo: .hessian)
      let starts = (0..<points.columns).filter { b in
        norm(jets.gradients.column(b)) <= reach * norm(jets.hessian(b).elements)
      }.map(points.column)
      return (starts, jets.gradients.elements.reduce(0) { $0 + $1 * $1 })
    }
    let square = chunks.reduce(0) { $0 + $1.1 } / Double(n * count)
    return (chunks.flatMap(\.0), square.squareRoot())
  }

  /// Critical points found by Newton's method, gradients being small beside a slope.
  private func found(
    from starts: [[Double]], spacing: Double, _ slope: Double, _ threads: Int
  ) -> [CriticalPoint] {
    guard !starts.isEmpty else { return [] }
    var rule = StoppingRule()
    rule.gradientTolerance = 1e-10 * slope
    rule.iterationLimit = 50
    rule.stepCap = side / Double(cells(spacing)) / landscape.domain.scale
    return Search(landscape, method: .cappedNewton, rule: rule).run(
      starts: Matrix(columns: starts), targets: [Int](repeating: 0, count: starts.count),
      threads: threads
    ).filter { $0.outcome == .converged }
  }

  /// Each point once. Values over the slope are distances, to be compared with the tolerance.
  private func distinct(_ points: [CriticalPoint], _ slope: Double) -> [CriticalPoint] {
    let scaled = points.map { point in
      var point = point
      point.value /= slope
      return point
    }
    let repeats = DistinctPoints.duplicates(among: scaled, tolerance: 4e-6 * spacing) {
      norm(offset($0, $1))
    }
    return zip(points, repeats).filter { $0.1 == nil }.map(\.0)
  }
}
