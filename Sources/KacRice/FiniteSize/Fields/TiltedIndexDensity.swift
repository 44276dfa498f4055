internal import Foundation
internal import LinearAlgebra
internal import Numerics
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
      let circle = pencil.circle(radius: exp(exponent), points: dimension + 1)
      for k in 0...dimension {
        let logPower = circle.top - exponent * Double(k)
        guard logPower < logNoise[k] else { continue }
        logNoise[k] = logPower
        result[k] = circle.coefficient(k) * Complex(exp(logScale + logFactor + logPower))
      }
    }
    return result
  }

  /// Moments of ψ_j(y)|x - y|e^{iθy} over one side of x.
  private func moments(from a: Double, to b: Double, x: Double, tilt θ: Double) -> HalfLineMoments {
    let (n, count) = (dimension, quadrature.nodes.count)
    let half = (b - a) / 2
    var values = Matrix<Double>(rows: count, columns: 2 * n)
    for m in 0..<count {
      let y = a + half * (1 + quadrature.nodes[m])
      let phase = Complex(cos(θ * y), sin(θ * y))
      forEachHermiteFunction(n, at: y) { j, function in
        let value = Complex(function * abs(x - y)) * phase
        (values[m, j], values[m, n + j]) = (value.real, value.imaginary)
      }
    }
    return HalfLineMoments(values, quadrature, scale: half)
  }
}
