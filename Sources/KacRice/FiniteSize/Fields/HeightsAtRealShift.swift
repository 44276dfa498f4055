internal import Foundation
internal import Statistics

/// Heights for κ ≤ 1, where the Hessian given the height is GOE with an independent normal shift.
///
///     n_k(û) = (λ₄/(3πλ₂))^{N/2} ∫ dx e^{-x²}/√π D_k(x) N(û; √2κx, 1-κ²)
///
/// with û = u/√λ₀ and D_k(x) the mean of |det(M - x)| with k eigenvalues of M below x
/// (``IndexDensity``): one x at κ = 1, the trapezoidal rule for κ < 1.
struct HeightsAtRealShift: Sendable {
  private let kappa: Double
  private let dimension: Int
  private let density: IndexDensity
  private let logConstant: Double
  /// Standard deviation, in x, of the normal law that spreads one height over x.
  private let width: Double
  private let step: Double
  /// On a grid in x, if the normal law is wide enough for it; a narrow one brings its own points.
  private let grid: [Point]

  private struct Point: Sendable {
    let x: Double
    /// (λ₄/(3πλ₂))^{N/2} e^{-x²}/√π D_k(x) for every k.
    let weights: [Double]
  }

  /// - Parameter logScale: log √(λ₄/(3πλ₂)).
  init(kappa: Double, dimension n: Int, logScale: Double, threads: Int) {
    (self.kappa, dimension) = (kappa, n)
    // x may be far outside the spectrum: the interval to integrate over is then twice as long.
    density = IndexDensity(size: n + 1, extraNodes: n + 13)
    width = ((1 - kappa) * (1 + kappa) / 2).squareRoot() / kappa
    step = CriticalPointCounts.step(n + 1) / 2
    logConstant =
      Double(n) * logScale + 0.5 * log(2 / Double.pi) + lgamma(Double(n + 1) / 2)
    guard width > 2 * step else {
      grid = []
      return
    }
    let points = Int(((2 * Double(n + 1)).squareRoot() + 9) / step)
    let (density, step, constant) = (density, step, logConstant)
    grid = concurrentMap(0..<(2 * points + 1), threads: threads) {
      Self.point(Double($0 - points) * step, density, constant)
    }
  }

  /// Per unit of û.
  func byIndex(_ height: Double) -> [Double] {
    let slope = 2.0.squareRoot() * kappa
    let center = height / slope
    guard width > 0 else {
      return Self.point(center, density, logConstant).weights.map { $0 / slope }
    }
    // In t = (x - center)/width, half a standard deviation apart out to eight is exact to rounding.
    let spacing = grid.isEmpty ? 0.5 : step / width
    let points =
      grid.isEmpty
      ? (-16...16).map { Self.point(center + 0.5 * Double($0) * width, density, logConstant) }
      : grid
    var sum = [Double](repeating: 0, count: dimension + 1)
    for point in points {
      let t = (point.x - center) / width
      let weight = spacing * exp(-t * t / 2) / (2 * Double.pi).squareRoot() / slope
      guard weight > 0 else { continue }
      for k in 0...dimension { sum[k] += weight * point.weights[k] }
    }
    return sum
  }

  private static func point(_ x: Double, _ density: IndexDensity, _ constant: Double) -> Point {
    Point(x: x, weights: density(x, logFactor: constant - 0.5 * x * x))
  }
}
