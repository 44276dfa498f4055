internal import CLanes
internal import Foundation
internal import LinearAlgebra
package import Numerics
internal import Requirements

/// The skew-symmetric matrix A + z B + z² C, and its Pfaffian for many complex z: Pf² = det.
///
/// Two rows and columns are eliminated at a time, for eight z at once, with pivots that are large for all eight.
///
/// - Complexity: n³/6 complex multiplications a z.
///
/// Reference: Wimmer, ACM Trans. Math. Softw. 38, 30 (2012), the Parlett-Reid form.
package struct SkewPencil: Sendable {
  /// Rows, an even number.
  private let size: Int
  private let coefficients: [Complex<Double>]

  /// - Parameter coefficients: entries of A, B and C, one after another, of each place above the diagonal, row after row.
  package init(size: Int, coefficients: [Complex<Double>]) {
    demand(
      size.isMultiple(of: 2), "the Pfaffian of a matrix of odd size \(size) is zero by definition")
    demand(
      coefficients.count == 3 * size * (size - 1) / 2,
      "\(coefficients.count) coefficients for a pencil of size \(size)")
    (self.size, self.coefficients) = (size, coefficients)
  }

  /// The Pfaffians at several z, each over exp(`logScale`) and of modulus one or zero: the number itself overflows from
  /// n ≈ 150 on. Eight at a time.
  package func pfaffians(
    at points: [Complex<Double>]
  ) -> [(value: Complex<Double>, logScale: Double)] {
    let matrix = LaneBuffer(count: size * (size + 1))
    let (z, corners) = (LaneBuffer(count: 2), LaneBuffer(count: size))
    return stride(from: 0, to: points.count, by: 8).flatMap { start in
      let eight = points[start..<min(start + 8, points.count)]
      for lane in 0..<8 {
        // Lanes without a point of their own take the last.
        let point = eight[min(start + lane, eight.endIndex - 1)]
        (z[0, lane], z[1, lane]) = (point.real, point.imaginary)
      }
      coefficients.withUnsafeBytes {
        pfaffian_pencil(
          size, $0.assumingMemoryBound(to: Double.self).baseAddress!, z.numbers, matrix.numbers)
      }
      let sign = pfaffian_corners(size, matrix.numbers, corners.numbers)
      return eight.indices.map { place in
        var (value, logScale) = (Complex(sign), 0.0)
        for k in 0..<(size / 2) {
          let corner = Complex(corners[2 * k, place - start], corners[2 * k + 1, place - start])
          let modulus = corner.lengthSquared.squareRoot()
          guard modulus != 0 else { return (Complex<Double>.zero, logScale) }
          value = value * corner.divided(by: modulus)
          logScale += log(modulus)
        }
        return (value, logScale)
      }
    }
  }
}
