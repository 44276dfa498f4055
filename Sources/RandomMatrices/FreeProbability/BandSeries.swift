internal import Foundation
internal import Statistics

/// The density of one band as a cosine series, and its integral.
///
///     h f(m - h cos θ) sin θ = Σ a_k cos kθ,   F = a₀θ + Σ a_k sin(kθ)/k
///
/// m and h are the band's middle and half width. The left side is even and smooth in θ for densities that end as
/// roots or inverse roots, so that the series converges geometrically.
struct BandSeries: Sendable {
  let band: ClosedRange<Double>
  private let coefficients: [Double]

  /// The series of a density, with terms until the last quarter is below 1e-15, 2048 at most.
  init(_ band: ClosedRange<Double>, density: @escaping @Sendable (Double) -> Double) {
    self.band = band
    var (count, coefficients): (Int, [Double]) = (32, [])
    repeat {
      count *= 2
      coefficients = Self.series(band, count: count, density: density)
    } while count < 2048 && coefficients.suffix(count / 4).contains { abs($0) > 1e-15 }
    self.coefficients = coefficients
  }

  private static func series(
    _ band: ClosedRange<Double>, count: Int, density: @escaping @Sendable (Double) -> Double
  ) -> [Double] {
    let (middle, half) = Self.middle(of: band)
    let values = concurrentMap(0..<count, threads: defaultThreads) { j in
      let θ = .pi * (Double(j) + 0.5) / Double(count)
      return half * density(middle - half * cos(θ)) * sin(θ)
    }
    // cos(kθ_j) = cos(π k(2j + 1)/(2 count)), of period 4 count in k(2j + 1).
    let cosines = (0..<(4 * count)).map { cos(.pi * Double($0) / Double(2 * count)) }
    return (0..<count).map { k in
      let sum = values.indices.reduce(0) { sum, j in
        sum + values[j] * cosines[k * (2 * j + 1) % (4 * count)]
      }
      return sum * (k == 0 ? 1 : 2) / Double(count)
    }
  }

  private static func middle(of band: ClosedRange<Double>) -> (Double, Double) {
    let half = (band.upperBound - band.lowerBound) / 2
    return (band.lowerBound + half, half)
  }

  /// All of the band's mass.
  var mass: Double { .pi * coefficients[0] }

  /// The band's mass below a point.
  func mass(below x: Double) -> Double {
    if x <= band.lowerBound { return 0 }
    if x >= band.upperBound { return mass }
    let θ = SquareRootBulk.angle(x, from: band.lowerBound, to: band.upperBound)
    return coefficients.indices.dropFirst().reduce(coefficients[0] * θ) { sum, k in
      sum + coefficients[k] * sin(Double(k) * θ) / Double(k)
    }
  }
}
