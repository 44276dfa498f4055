internal import Foundation
internal import LinearAlgebra

/// Mean absolute determinants of a GOE matrix with a Gaussian shift, by index: what counts of critical
/// points of isotropic Gaussian fields come from.
///
///     D_k(c) = s^N ∫ dx e^{-(x+c)²}/√π E_GOE(N)[|det(M - x)| 1{k eigenvalues of M below x}]
///
/// with entries of M of variance (1+δ)/2. Given x the expectation is √2 Γ((N+1)/2) e^{x²/2} times the
/// density of eigenvalue k of N + 1 at x (``IndexDensity``).
///
/// Computed twice as ``CriticalPointCounts`` are.
enum ShiftedGOE {
  /// The largest N served.
  static let largestDimension = 256

  /// D_0, ..., D_N.
  ///
  /// - Parameter logScale: log s.
  static func counts(
    dimension n: Int, shift c: Double, logScale: Double, threads: Int
  ) -> [CriticalPointCounts.Value] {
    moments(dimension: n, shift: c, logScale: logScale, order: 0, threads: threads)[0]
  }

  /// The integrals with x^j in them, j = 0...order, each by index.
  static func moments(
    dimension n: Int, shift c: Double, logScale: Double, order: Int, threads: Int
  ) -> [[CriticalPointCounts.Value]] {
    let passes = (0..<2).map { pass in
      // x may be far outside the spectrum: the interval to integrate over is then twice as long.
      let density = IndexDensity(size: n + 1, extraNodes: n + 10 * pass)
      let step = CriticalPointCounts.step(n + 1)
      let constant =
        Double(n) * logScale + 0.5 * log(2 / Double.pi) + lgamma(Double(n + 1) / 2) + log(step)
      // Beyond, e^{-(x+c)²} times the polynomial in front is nothing.
      let reach = (2 * Double(n + 1)).squareRoot() + 9
      let (first, last) = (Int((-c - reach) / step), Int(max(reach - c, reach) / step))
      let rows = concurrentMap(count: last - first + 1, threads: threads) { i in
        let x = (Double(first + i) + (pass == 0 ? 0.5 : 0)) * step
        return (x, density(x, logFactor: constant + 0.5 * x * x - (x + c) * (x + c)))
      }
      return (0...order).map { j in
        rows.reduce(into: [Double](repeating: 0, count: n + 1)) { sums, row in
          let power = pow(row.0, Double(j))
          for k in 0...n { sums[k] += power * row.1[k] }
        }
      }
    }
    return (0...order).map { j in
      (0...n).map { k in
        let (a, b) = (passes[0][j][k], passes[1][j][k])
        // Of the size that x^j has where the weight is.
        let scale = passes[0][0][k] * pow(2 * Double(n + 1), Double(j) / 2)
        let floor = 64 * Double.ulpOfOne * Double(n) * scale
        return CriticalPointCounts.Value(value: (a + b) / 2, error: abs(a - b) + floor)
      }
    }
  }

  static func total(_ counts: [CriticalPointCounts.Value]) -> CriticalPointCounts.Value {
    CriticalPointCounts.Value(
      value: counts.reduce(0) { $0 + $1.value }, error: counts.reduce(0) { $0 + $1.error })
  }
}
