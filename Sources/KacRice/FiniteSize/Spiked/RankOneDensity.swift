internal import LinearAlgebra
internal import Foundation
internal import Numerics
internal import SpecialFunctions

/// The characteristic function of a Schur complement of a GOE matrix, weighted with the determinant.
///
/// Split off one row of an n x n GOE matrix M of entry variance (1+δ)/2: det(M - x) = det(M' - x) s,
/// and given the eigenvalues y of M', s = a - x - Σ g²/(y - x) with a ~ N(0,1) and g ~ N(0,1/2). So
///
///     G_j(ω) = E[|det(M' - x)| e^{-iωs} 1{j eigenvalues of M' below x}]
///            = e^{iωx - ω²/2} E_{n-1}[∏ |y - x| (1 - iω/(y - x))^{-1/2} 1{#(y < x) = j}],
///
/// for each value of a generating variable a Pfaffian, as in ``IndexDensity``.
struct RankOneDensity: Sendable {
  /// n.
  private let size: Int
  private let quadrature: HalfLineQuadrature
  /// log of what multiplies a Pfaffian to give G_j over √2 Γ((n+1)/2).
  private let logScale: Double
  private let reach: Double
  /// Points on a circle; the number of eigenvalues below x fluctuates far less than that.
  private let points: Int

  /// - Parameter extraNodes: more quadrature nodes than enough, to vary the discretisation.
  init(size: Int, extraNodes: Int = 0) {
    self.size = size
    quadrature = HalfLineQuadrature(count: 72 + 5 * size + extraNodes)
    reach = (2 * Double(size)).squareRoot() + 8
    points = min(size, 32)
    logScale =
      IndexDensity.logScale(size: size) + lgamma(Double(size) / 2) - lgamma(Double(size + 1) / 2)
  }

  /// G_0(ω), ..., G_{n-1}(ω) over √2 Γ((n+1)/2), for several ω > 0.
  ///
  /// - Parameter center: the mean number of eigenvalues below x, roughly; of n > 32 numbers only the
  ///   31 around it are not zero.
  func callAsFunction(_ x: Double, frequencies: [Double], center: Double) -> [[Complex<Double>]] {
    let n = size - 1
    let cut = min(max(x, -reach), reach)
    let below = HalfLine(self, x: x, from: cut, length: cut + reach, direction: -1)
    let above = HalfLine(self, x: x, from: cut, length: reach - cut, direction: 1)
    return frequencies.map { frequency in
      let angle = frequency * x
      let phase = Complex(cos(angle), sin(angle))
      guard n > 0 else {
        return [phase * Complex(exp(logScale - frequency * frequency / 2))]
      }
      let pencil = SkewPencil(below: below.moments(frequency), above: above.moments(frequency))
      var circle = pencil.circle(points: points)
      let scale = phase * Complex(exp(logScale - frequency * frequency / 2 + circle.top))
      circle.values = circle.values.map { $0 * scale }
      let first = size <= points ? 0 : min(max(0, Int(center) - 15), n - 30)
      let last = size <= points ? n : first + 30
      return (0...n).map { j in
        (first...last).contains(j) ? circle.coefficient(j) : Complex<Double>(0)
      }
    }
  }

  /// One side of x: the part of the integrands that does not depend on ω.
  private struct HalfLine {
    let quadrature: HalfLineQuadrature
    let direction: Double
    let u: [Double]
    /// (m, j): ψ_j |u| dy/dt at node m.
    let functions: Matrix<Double>

    /// Nodes y = cut ± L s², dense at the cut, where the integrand has a square root's branch point.
    init(
      _ density: RankOneDensity, x: Double, from cut: Double, length: Double, direction: Double
    ) {
      let n = density.size - 1
      let nodes = density.quadrature.nodes
      var u = [Double](repeating: 0, count: nodes.count)
      var functions = Matrix<Double>(rows: nodes.count, columns: n)
      for (m, t) in nodes.enumerated() {
        let s = (1 + t) / 2
        let y = cut + direction * length * s * s
        u[m] = cut - x + direction * length * s * s
        let weight = abs(u[m]) * length * s
        forEachHermiteFunction(n, at: y) { functions[m, $0] = $1 * weight }
      }
      quadrature = density.quadrature
      self.direction = direction
      self.u = u
      self.functions = functions
    }

    /// Moments of ψ_j(y) |u| (1 - iω/u)^{-1/2}, u = y - x.
    func moments(_ frequency: Double) -> HalfLineMoments {
      let (count, n) = (functions.rows, functions.columns)
      var values = Matrix<Double>(rows: count, columns: 2 * n)
      for m in 0..<count {
        let ratio = frequency / u[m]
        let modulus = 1 / (1 + ratio * ratio).squareRoot().squareRoot()
        let phase = atan(ratio) / 2
        let (re, im) = (modulus * cos(phase), modulus * sin(phase))
        for j in 0..<n {
          (values[m, j], values[m, n + j]) = (re * functions[m, j], im * functions[m, j])
        }
      }
      return HalfLineMoments(values, quadrature, direction: direction)
    }
  }
}
