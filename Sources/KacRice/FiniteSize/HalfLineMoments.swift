internal import Foundation
internal import LinearAlgebra
internal import Numerics
internal import SpecialFunctions

/// Moments of the functions ψ_0, ..., ψ_{n-1} over one side of x, of which a generating function in the number
/// of eigenvalues there is made.
struct HalfLineMoments: Sendable {
  /// Double integrals of ψ_j(y) ψ_k(y') sign(y' - y): (j, k) at j n + k.
  let skew: [Complex<Double>]
  /// Integrals of ψ_j.
  let single: [Complex<Double>]
}

extension HalfLineMoments {
  /// Those of complex functions by their values at the nodes of a rule.
  ///
  /// - Parameters:
  ///   - values: (m, j) the real part of function j at node m, (m, n + j) the imaginary part.
  ///   - scale: the length of the half line in units of the rule's.
  ///   - direction: -1 if nodes go down.
  init(
    _ values: Matrix<Double>, _ quadrature: HalfLineQuadrature, scale: Double = 1,
    direction: Double = 1
  ) {
    let n = values.columns / 2
    let (sums, product) = quadrature.pairings(of: values, scale: scale)
    func inner(_ j: Int, _ k: Int) -> Complex<Double> {
      Complex(product[j, k] - product[n + j, n + k], product[j, n + k] + product[n + j, k])
    }
    var skew = [Complex<Double>](repeating: .zero, count: n * n)
    for j in 0..<n {
      for k in 0..<n { skew[j * n + k] = Complex(direction) * (inner(j, k) - inner(k, j)) }
    }
    let single = (0..<n).map { Complex(sums[$0], sums[n + $0]) }
    self.init(skew: skew, single: single)
  }
}

extension HalfLineQuadrature {
  /// The integral of each function, and those of pairs: (j, k) of function j times that of function k from there to the
  /// end.
  ///
  /// - Parameters:
  ///   - values: (m, j) function j at node m.
  ///   - scale: the length of the interval in units of the rule's.
  func pairings(
    of values: Matrix<Double>, scale: Double
  ) -> (single: [Double], pairs: Matrix<Double>) {
    let (nodes, count) = (values.rows, values.columns)
    var weighted = Matrix<Double>(rows: count, columns: nodes)
    var single = [Double](repeating: 0, count: count)
    for m in 0..<nodes {
      let weight = scale * weights[m]
      for j in 0..<count {
        let part = weight * values[m, j]
        weighted[j, m] = part
        single[j] += part
      }
    }
    var tails = Matrix<Double>(rows: nodes, columns: count)
    Matrix<Double>.multiply(toEnd, values, scale: scale, into: &tails)
    return (single, weighted * tails)
  }
}

extension SkewPencil {
  /// The matrix whose Pfaffian is a generating function: a factor z for every eigenvalue below x (de Bruijn).
  ///
  /// Reference: de Bruijn, J. Indian Math. Soc. 19, 133 (1955).
  init(below: HalfLineMoments, above: HalfLineMoments) {
    let n = below.single.count
    var coefficients: [Complex<Double>] = []
    coefficients.reserveCapacity(n * (n - 1))
    for j in 0..<n {
      for place in (j * n + j + 1)..<max(j * n + n, j * n + j + 1) {
        coefficients.append(above.skew[place])
        coefficients.append(below.skew[place])
      }
    }
    self.init(
      coefficients: coefficients, borders: zip(above.single, below.single).flatMap { [$0, $1] })
  }

  /// The generating function on a circle.
  func circle(radius: Double = 1, points: Int) -> GeneratingCircle {
    // The opposite of one of an even number is another.
    let isPaired = points.isMultiple(of: 2)
    let pairs = pfaffians(
      at: (0..<(isPaired ? points / 2 : points)).map {
        Complex(radius) * unitRoot($0, of: points)
      })
    return GeneratingCircle(pairs.map(\.plus) + (isPaired ? pairs.map(\.minus) : []))
  }
}

/// A generating function at evenly spaced points of a circle, over its largest modulus exp(top).
struct GeneratingCircle {
  var values: [Complex<Double>]
  let top: Double

  init(_ values: [SkewPencil.Scaled]) {
    let top = values.map(\.logScale).max() ?? 0
    self.top = top
    self.values = values.map { $0.value * Complex(exp($0.logScale - top)) }
  }

  /// Coefficient k times radius^k, over exp(top).
  func coefficient(_ k: Int) -> Complex<Double> {
    let count = values.count
    let sum = values.enumerated().reduce(Complex<Double>.zero) {
      $0 + $1.element * unitRoot(-$1.offset * k, of: count)
    }
    return sum * Complex(1 / Double(count))
  }
}

/// exp(2πi m/count).
private func unitRoot(_ m: Int, of count: Int) -> Complex<Double> {
  let angle = 2 * Double.pi * Double(m % count) / Double(count)
  return Complex(cos(angle), sin(angle))
}
