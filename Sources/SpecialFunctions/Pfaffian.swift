internal import Foundation
package import Numerics
internal import Requirements

/// The Pfaffian of a complex skew-symmetric matrix of even size, by elimination of two rows and
/// columns at a time with partial pivoting. Overwrites the matrix; about n³/3 multiplications.
///
/// Pf² = det. Reference: Wimmer, ACM Trans. Math. Softw. 38, 30 (2012), the Parlett-Reid form.
///
/// - Parameter a: n x n, element (i, j) at i n + j.
/// - Returns: the Pfaffian over exp(`logScale`), of modulus one or zero: the number itself overflows
///   from n ≈ 150 on.
package func pfaffian(
  _ a: inout [Complex<Double>], size n: Int
) -> (value: Complex<Double>, logScale: Double) {
  demand(
    n.isMultiple(of: 2), "the Pfaffian of a matrix of odd size \(n) is zero by definition")
  var result = Complex<Double>.one
  var logScale = 0.0
  a.withUnsafeMutableBufferPointer { a in
    for k in stride(from: 0, to: n - 1, by: 2) {
      var pivot = k + 1
      for i in (k + 1)..<n where a[k * n + i].lengthSquared > a[k * n + pivot].lengthSquared {
        pivot = i
      }
      if pivot != k + 1 {
        for j in 0..<n { a.swapAt((k + 1) * n + j, pivot * n + j) }
        for i in 0..<n { a.swapAt(i * n + k + 1, i * n + pivot) }
        result = -result
      }
      let corner = a[k * n + k + 1]
      let modulus = corner.lengthSquared.squareRoot()
      if modulus > 0 {
        result = result * corner.divided(by: modulus)
        logScale += log(modulus)
      } else {
        result = .zero
      }
      guard corner.lengthSquared > 0, k + 2 < n else { return }
      // a[i][j] ← a[i][j] - t_i a[k+1][j] + t_j a[k+1][i], with t = a[k][·]/corner.
      let (conjugate, scale) = (corner.conjugate, 1 / corner.lengthSquared)
      for i in (k + 2)..<n { a[k * n + i] = (a[k * n + i] * conjugate).multiplied(by: scale) }
      for i in (k + 2)..<n {
        let ti = a[k * n + i]
        let ai = a[(k + 1) * n + i]
        for j in (i + 1)..<max(n, i + 1) {
          let entry = a[i * n + j] - (ti * a[(k + 1) * n + j] - a[k * n + j] * ai)
          a[i * n + j] = entry
          a[j * n + i] = -entry
        }
      }
    }
  }
  return (result, logScale)
}
