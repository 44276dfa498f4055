internal import Foundation
internal import Requirements

/// A complex number with the operations a Pfaffian needs.
struct Complex: Sendable {
  var re: Double
  var im: Double

  init(_ re: Double, _ im: Double = 0) {
    self.re = re
    self.im = im
  }

  var squaredNorm: Double { re * re + im * im }

  static func * (a: Complex, b: Complex) -> Complex {
    Complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
  }

  static func + (a: Complex, b: Complex) -> Complex { Complex(a.re + b.re, a.im + b.im) }

  static func - (a: Complex, b: Complex) -> Complex { Complex(a.re - b.re, a.im - b.im) }

  static func / (a: Complex, b: Complex) -> Complex {
    let scale = 1 / b.squaredNorm
    return Complex(
      (a.re * b.re + a.im * b.im) * scale, (a.im * b.re - a.re * b.im) * scale)
  }
}

/// The Pfaffian of a complex skew-symmetric matrix of even size, by elimination of two rows and
/// columns at a time with partial pivoting. Overwrites the matrix; about n³/3 multiplications.
///
/// Pf² = det. Reference: Wimmer, ACM Trans. Math. Softw. 38, 30 (2012), the Parlett-Reid form.
///
/// - Parameter a: n x n, element (i, j) at i n + j.
/// - Returns: the Pfaffian over exp(`logScale`), of modulus one or zero: the number itself overflows
///   from n ≈ 150 on.
func pfaffian(_ a: inout [Complex], size n: Int) -> (value: Complex, logScale: Double) {
  demand(
    n.isMultiple(of: 2), "the Pfaffian of a matrix of odd size \(n) is zero by definition")
  var result = Complex(1)
  var logScale = 0.0
  a.withUnsafeMutableBufferPointer { a in
    for k in stride(from: 0, to: n - 1, by: 2) {
      var pivot = k + 1
      for i in (k + 1)..<n where a[k * n + i].squaredNorm > a[k * n + pivot].squaredNorm {
        pivot = i
      }
      if pivot != k + 1 {
        for j in 0..<n { a.swapAt((k + 1) * n + j, pivot * n + j) }
        for i in 0..<n { a.swapAt(i * n + k + 1, i * n + pivot) }
        result = Complex(0) - result
      }
      let corner = a[k * n + k + 1]
      let modulus = corner.squaredNorm.squareRoot()
      if modulus > 0 {
        result = result * Complex(corner.re / modulus, corner.im / modulus)
        logScale += log(modulus)
      } else {
        result = Complex(0)
      }
      guard corner.squaredNorm > 0, k + 2 < n else { return }
      // a[i][j] ← a[i][j] - t_i a[k+1][j] + t_j a[k+1][i], with t = a[k][·]/corner.
      for i in (k + 2)..<n { a[k * n + i] = a[k * n + i] / corner }
      for i in (k + 2)..<n {
        let ti = a[k * n + i]
        let ai = a[(k + 1) * n + i]
        for j in (i + 1)..<max(n, i + 1) {
          let entry = a[i * n + j] - (ti * a[(k + 1) * n + j] - a[k * n + j] * ai)
          a[i * n + j] = entry
          a[j * n + i] = Complex(-entry.re, -entry.im)
        }
      }
    }
  }
  return (result, logScale)
}
