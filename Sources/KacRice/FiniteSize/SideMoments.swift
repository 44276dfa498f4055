internal import LinearAlgebra
internal import Numerics
internal import SpecialFunctions

/// Moments over one side of x of the functions t ψ_0, ..., t ψ_{n-1}, ψ_0, ..., ψ_{n-1}, with t = |x - y|, from which
/// those at a neighbouring x follow: as x recedes every t grows by the same, and what is between is added.
///
/// Sums of terms of one order of magnitude, as long as sides grow.
struct SideMoments: Sendable {
  private let count: Int
  /// Integrals of each function, and double integrals of pairs times sign(y' - y).
  private var single: [Double]
  private var skew: Matrix<Double>

  /// Of n functions on an interval, by a rule.
  ///
  /// - Parameter x: an end of the interval, or a place beyond it.
  init(_ n: Int, from a: Double, to b: Double, x: Double, _ quadrature: HalfLineQuadrature) {
    let half = (b - a) / 2
    let points = quadrature.nodes.map { a + half * (1 + $0) }
    let plain = hermiteFunctions(n, at: points)
    let nodes = points.count
    var values = Matrix<Double>(rows: nodes, columns: 2 * n)
    values.withUnsafeMutableElements { values in
      for j in 0..<n {
        for m in 0..<nodes {
          values[nodes * j + m] = abs(x - points[m]) * plain[m, j]
          values[nodes * (n + j) + m] = plain[m, j]
        }
      }
    }
    let (single, product) = quadrature.pairings(of: values, scale: half)
    var skew = Matrix<Double>(rows: 2 * n, columns: 2 * n)
    skew.withUnsafeMutableElements { skew in
      for k in 0..<(2 * n) {
        for j in 0..<k {
          let entry = product[j, k] - product[k, j]
          skew[j + 2 * n * k] = entry
          skew[k + 2 * n * j] = -entry
        }
      }
    }
    (count, self.single, self.skew) = (n, single, skew)
  }

  /// Of nothing.
  init(_ n: Int) {
    count = n
    single = [Double](repeating: 0, count: 2 * n)
    skew = Matrix<Double>(rows: 2 * n, columns: 2 * n)
  }

  /// x recedes by a distance, and what lies between is added.
  ///
  /// - Parameter side: 1 above x, -1 below.
  mutating func widen(by distance: Double, adding part: SideMoments?, side: Double) {
    let n = count
    let rows = 2 * n
    single.withUnsafeMutableBufferPointer { single in
      for j in 0..<n { single[j] += distance * single[n + j] }
    }
    skew.withUnsafeMutableElements { skew in
      // Rows, then columns, of t ψ.
      for k in 0..<rows {
        for j in 0..<n { skew[j + rows * k] += distance * skew[n + j + rows * k] }
      }
      for k in 0..<n {
        for j in 0..<rows { skew[j + rows * k] += distance * skew[j + rows * (n + k)] }
      }
    }
    guard let part else { return }
    skew.withUnsafeMutableElements { skew in
      part.skew.elements.withUnsafeBufferPointer { added in
        single.withUnsafeBufferPointer { old in
          part.single.withUnsafeBufferPointer { new in
            for k in 0..<rows {
              let (oldest, newest) = (side * old[k], side * new[k])
              for j in 0..<rows {
                skew[j + rows * k] += new[j] * oldest - old[j] * newest + added[j + rows * k]
              }
            }
          }
        }
      }
    }
    for j in 0..<rows { single[j] += part.single[j] }
  }

  /// Those of the t ψ.
  var ofDistances: HalfLineMoments {
    let n = count
    var skew = [Complex<Double>](repeating: .zero, count: n * n)
    for j in 0..<n { for k in 0..<n { skew[j * n + k] = Complex(self.skew[j, k]) } }
    return HalfLineMoments(skew: skew, single: single[..<n].map { Complex($0) })
  }
}
