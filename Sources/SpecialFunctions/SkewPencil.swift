internal import CLanes
internal import Foundation
internal import LinearAlgebra
package import Numerics
internal import Requirements

/// The Pfaffian, for many complex z, of
///
///     A + z (b aᵀ - a bᵀ) + z² C                       of even size n,
///     the same with a last column a + z b and row      of odd n,
///
/// with A and C skew-symmetric: Pf² = det. The term of rank two and the last column are two borders of A + z² C, which are
/// eliminated with it, so that z and -z come together.
///
/// Two rows and columns are eliminated at a time, for eight z at once, with pivots that are large for all eight.
///
/// - Complexity: n³/6 complex multiplications a pair of z.
///
/// Reference: Wimmer, ACM Trans. Math. Softw. 38, 30 (2012), the Parlett-Reid form.
package struct SkewPencil: Sendable {
  /// n.
  private let size: Int
  private let coefficients: [Complex<Double>]
  private let borders: [Complex<Double>]

  /// - Parameters:
  ///   - coefficients: entries of A and C, one after the other, of each place above the diagonal, row after row.
  ///   - borders: entries of a and b, one after the other, of each row.
  package init(coefficients: [Complex<Double>], borders: [Complex<Double>]) {
    size = borders.count / 2
    demand(
      borders.count == 2 * size && coefficients.count == size * (size - 1),
      "\(coefficients.count) coefficients and \(borders.count) of the borders for a pencil of size \(size)"
    )
    (self.coefficients, self.borders) = (coefficients, borders)
  }

  /// A number that may be out of the range of a double: `value`, of modulus one or zero, times exp(`logScale`).
  package struct Scaled: Sendable {
    package let value: Complex<Double>
    package let logScale: Double

    init(_ number: Complex<Double>, logScale: Double) {
      let modulus = number.length
      self.logScale = modulus > 0 ? logScale + log(modulus) : logScale
      value = modulus > 0 ? number.divided(by: modulus) : .zero
    }

    private init(value: Complex<Double>, logScale: Double) {
      (self.value, self.logScale) = (value, logScale)
    }

    package var conjugate: Scaled { Scaled(value: value.conjugate, logScale: logScale) }
  }

  /// The Pfaffians at several z and their opposites. Eight pairs at a time.
  package func pfaffians(at points: [Complex<Double>]) -> [(plus: Scaled, minus: Scaled)] {
    let order = size + 2
    let matrix = LaneBuffer(count: order * (order + 1))
    let (w, corners) = (LaneBuffer(count: 2), LaneBuffer(count: order + 2))
    return stride(from: 0, to: points.count, by: 8).flatMap { start in
      let eight = points[start..<min(start + 8, points.count)]
      for lane in 0..<8 {
        // Lanes without a point of their own take the last.
        let point = eight[min(start + lane, eight.endIndex - 1)]
        let square = point * point
        (w[0, lane], w[1, lane]) = (square.real, square.imaginary)
      }
      coefficients.withUnsafeBytes { coefficients in
        borders.withUnsafeBytes { borders in
          pfaffian_pencil(
            size, coefficients.baseAddress?.assumingMemoryBound(to: Double.self),
            borders.baseAddress?.assumingMemoryBound(to: Double.self), w.numbers, matrix.numbers)
        }
      }
      let sign = pfaffian_corners(size, matrix.numbers, corners.numbers)
      return eight.indices.map { place in
        func corner(_ k: Int) -> Complex<Double> {
          Complex(corners[2 * k, place - start], corners[2 * k + 1, place - start])
        }
        var (value, logScale) = (Complex(sign), 0.0)
        for k in 0..<(size / 2) {
          let modulus = corner(k).length
          value = modulus > 0 ? value * corner(k).divided(by: modulus) : .zero
          logScale += modulus > 0 ? log(modulus) : 0
        }
        let last = corner(size / 2)
        let (even, odd) = size.isMultiple(of: 2) ? (.one, last) : (last, corner(size / 2 + 1))
        let turned = eight[place] * odd
        return (
          Scaled(value * (even + turned), logScale: logScale),
          Scaled(value * (even - turned), logScale: logScale)
        )
      }
    }
  }
}
