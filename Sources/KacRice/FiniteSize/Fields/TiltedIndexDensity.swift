internal import ComplexModule
internal import RealModule
internal import Foundation
internal import LinearAlgebra
internal import SpecialFunctions

/// Mean absolute determinants of a GOE matrix by index, tilted by the trace:
///
///     J_k(x, θ) = E_GOE(N)[|det(M - x)| 1{k eigenvalues of M below x} e^{iθ tr M}]
///
/// with entries of M of variance (1+δ)/2. Times e^{Nθ²/2} it is the mean at θ = 0 continued to the
/// complex x - iθ. The factor is e^{iθy} for every eigenvalue y, so that the generating function in k
/// is a Pfaffian as in ``IndexDensity``, of complex moments.
///
/// Absolute errors are a few hundred ulps of Σ_k J_k(x, 0).
struct TiltedIndexDensity: Sendable {
  private let dimension: Int
  private let quadrature: HalfLineQuadrature
  private let logScale: Double
  private let reach: Double

  /// - Parameter largestTilt: the quadrature resolves |θ| up to this.
  init(dimension n: Int, largestTilt: Double) {
    dimension = n
    reach = (2 * Double(n + 1)).squareRoot() + 8
    quadrature = HalfLineQuadrature(count: 64 + 4 * n + Int(largestTilt * reach))
    logScale =
      IndexDensity.logScale(size: n + 1) + 0.5 * log(2.0) + lgamma(Double(n + 1) / 2)
  }

  /// J_0, ..., J_N times exp(logFactor), up to a sign that depends on N alone.
  ///
  /// Every coefficient is taken on the circle where it is largest, as in ``IndexDensity``.
  func callAsFunction(_ x: Double, tilt θ: Double, logFactor: Double) -> [Complex<Double>] {
    let cut = min(max(x, -reach), reach)
    let pencil = SkewPencil(
      below: moments(from: -reach, to: cut, x: x, tilt: θ),
      above: moments(from: cut, to: reach, x: x, tilt: θ))
    var result = [Complex<Double>](repeating: .zero, count: dimension + 1)
    var logNoise = [Double](repeating: .infinity, count: dimension + 1)
    let outward = x < 0 ? 1.0 : -1.0
    let isOutside = abs(x) > (2 * Double(dimension + 1)).squareRoot() - 1
    for exponent in [0.0, -2, 2] + (isOutside ? [4, 8, 14].map { $0 * outward } : []) {
      let (values, top) = circle(exp(exponent), pencil)
      for k in 0...dimension {
        let logPower = top - exponent * Double(k)
        guard logPower < logNoise[k] else { continue }
        logNoise[k] = logPower
        result[k] = coefficient(k, of: values) * Complex(exp(logScale + logFactor + logPower))
      }
    }
    return result
  }

  /// Moments of ψ_j(y)|x - y|e^{iθy} over one side of x.
  private func moments(from a: Double, to b: Double, x: Double, tilt θ: Double) -> HalfLineMoments {
    let (n, count) = (dimension, quadrature.nodes.count)
    let half = (b - a) / 2
    // Columns 0..<n are the real parts, n..<2n the imaginary ones.
    var g = Matrix<Double>(rows: count, columns: 2 * n)
    var weighted = Matrix<Double>(rows: 2 * n, columns: count)
    var single = [Complex<Double>](repeating: .zero, count: n)
    for m in 0..<count {
      let y = a + half * (1 + quadrature.nodes[m])
      let weight = half * quadrature.weights[m]
      let phase = Complex(cos(θ * y), sin(θ * y))
      forEachHermiteFunction(n, at: y) { j, function in
        let value = Complex(function * abs(x - y)) * phase
        (g[m, j], g[m, n + j]) = (value.real, value.imaginary)
        (weighted[j, m], weighted[n + j, m]) = (weight * value.real, weight * value.imaginary)
        single[j] = single[j] + Complex(weight) * value
      }
    }
    var tails = Matrix<Double>(rows: count, columns: 2 * n)
    Matrix<Double>.multiply(quadrature.toEnd, g, scale: half, into: &tails)
    let product = weighted * tails
    func inner(_ j: Int, _ k: Int) -> Complex<Double> {
      Complex(product[j, k] - product[n + j, n + k], product[j, n + k] + product[n + j, k])
    }
    var skew = [Complex<Double>](repeating: .zero, count: n * n)
    for j in 0..<n { for k in 0..<n { skew[j * n + k] = inner(j, k) - inner(k, j) } }
    return HalfLineMoments(skew: skew, single: single)
  }

  /// Values of the generating function at N + 1 points of a circle, over their largest modulus
  /// exp(top).
  private func circle(_ radius: Double, _ pencil: SkewPencil) -> (
    values: [Complex<Double>], top: Double
  ) {
    let raw = pencil.pfaffians(at: (0...dimension).map { Complex(radius) * root($0) })
    let top = raw.map(\.logScale).max() ?? 0
    return (raw.map { $0.value * Complex(exp($0.logScale - top)) }, top)
  }

  /// Coefficient k times radius^k.
  private func coefficient(_ k: Int, of values: [Complex<Double>]) -> Complex<Double> {
    var sum = Complex<Double>.zero
    for (m, value) in values.enumerated() { sum = sum + value * root(-m * k) }
    return sum * Complex(1 / Double(dimension + 1))
  }

  /// exp(2πi m/(N + 1)).
  private func root(_ m: Int) -> Complex<Double> {
    let angle = 2 * Double.pi * Double(m % (dimension + 1)) / Double(dimension + 1)
    return Complex(cos(angle), sin(angle))
  }
}
