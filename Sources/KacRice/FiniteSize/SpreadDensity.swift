internal import Foundation
internal import Statistics

/// Densities by index at points x, averaged over a normal law of x: one x if the law has no width, else the
/// trapezoidal rule.
struct SpreadDensity: Sendable {
  private struct Point: Sendable {
    let x: Double
    let values: [Double]
  }

  /// Standard deviation of x.
  private let width: Double
  private let step: Double
  private let density: @Sendable (Double) -> [Double]
  /// The densities on a grid in x, if the law is wide enough for it; a narrow one brings its own few points.
  private let grid: [Point]

  /// - Parameters:
  ///   - step: that resolves the densities.
  ///   - reach: |x| beyond which they are nothing.
  init(
    width: Double, step: Double, reach: Double, threads: Int,
    _ density: @escaping @Sendable (Double) -> [Double]
  ) {
    (self.width, self.step, self.density) = (width, step, density)
    guard width > 2 * step else {
      grid = []
      return
    }
    let points = Int(reach / step)
    grid = concurrentMap(0..<(2 * points + 1), threads: threads) {
      let x = Double($0 - points) * step
      return Point(x: x, values: density(x))
    }
  }

  /// The mean over x of a mean, times a factor.
  func callAsFunction(center: Double, factor: Double) -> [Double] {
    guard width > 0 else { return density(center).map { $0 * factor } }
    // In t = (x - center)/width, half a standard deviation apart out to eight is exact to rounding.
    let spacing = grid.isEmpty ? 0.5 : step / width
    let points =
      grid.isEmpty
      ? (-16...16).map {
        let x = center + 0.5 * Double($0) * width
        return Point(x: x, values: density(x))
      } : grid
    var sum = [Double](repeating: 0, count: points[0].values.count)
    for point in points {
      let t = (point.x - center) / width
      let weight = factor * spacing * exp(-t * t / 2) / (2 * Double.pi).squareRoot()
      guard weight > 0 else { continue }
      for k in sum.indices { sum[k] += weight * point.values[k] }
    }
    return sum
  }
}
