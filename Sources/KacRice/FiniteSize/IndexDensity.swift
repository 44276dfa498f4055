internal import LinearAlgebra
internal import Numerics
internal import RandomMatrices
internal import Foundation
internal import SpecialFunctions

/// The density of each eigenvalue x_0 ≤ ... ≤ x_{N-1} of an N x N GOE matrix, joint density
/// ∝ ∏|x_i - x_j| exp(-Σ x²/2): entries of variance (1+δ)/2, edge √(2N).
///
///     p_k(x) = exp(-x²/2) E_{N-1}[∏ |x - y_i| 1{#(y < x) = k}] / (√2 Γ(N/2)),
///
/// the expectation over GOE_{N-1}. Its generating function in z (a factor z for every y below x) is
/// a Pfaffian (de Bruijn), a polynomial in z whose coefficients are taken from its values on circles.
/// On the circle where a coefficient is the largest term its relative error is a few hundred ulps;
/// two or four radii see to that, more beyond the edges. The number of eigenvalues below x hardly fluctuates
/// (variance near 1, of order log N), so that 16 points on a circle separate all k that matter.
///
/// Reference: de Bruijn, J. Indian Math. Soc. 19, 133 (1955); Mehta, Random Matrices, chapter 7.
struct IndexDensity: Sendable {
  let size: Int
  /// For sides of 1/4, 2/4, ... of the whole interval: a long one takes more nodes.
  private let rules: [HalfLineQuadrature]
  /// For what lies between neighbouring x, less than one oscillation.
  private let gapRule: HalfLineQuadrature
  private let logScale: Double
  /// Points on a circle, and log radii of those that serve inside the edges.
  private let points: Int
  private let exponents: [Double]
  /// |y| beyond which exp(-y²/2) times the polynomials involved is below 1e-20 of its maximum.
  private let reach: Double

  /// - Parameters:
  ///   - extraNodes: more quadrature nodes than enough, to vary the discretisation.
  ///   - isSteep: whether small densities of an index matter, far from where it is likely, because what they are
  ///     weighted with grows there. Two circles serve where it does not.
  init(size: Int, extraNodes: Int = 0, isSteep: Bool = true) {
    self.size = size
    exponents = isSteep ? [-3, -1, 1, 3] : [-2, 2]
    points = min(size, 16)
    // Beside oscillations there is the decay from the edge of the spectrum to the end.
    rules = [0.25, 0.5, 0.75, 1].map { part in
      let (whole, decay) = (48 + 3 * size, 24 + 4 * Int(Double(size).squareRoot()))
      return HalfLineQuadrature(
        count: min(whole, decay + Int(part * Double(3 * size + 24)))
          + Int(part * Double(extraNodes)))
    }
    gapRule = HalfLineQuadrature(count: 14 + min(extraNodes, 20) / 5)
    reach = (2 * Double(size)).squareRoot() + 8
    logScale = Self.logScale(size: size)
  }

  /// log of n!/(Z_n √2 Γ(N/2)), n = N - 1, over the leading coefficients √(2^j/(j!√π)) of the Hermite
  /// functions.
  static func logScale(size: Int) -> Double {
    let n = size - 1
    var sum = lgamma(Double(n + 1)) - Double(n) / 2 * log(2 * Double.pi)
    for j in 0..<n {
      sum += lgamma(1.5) - lgamma(1 + Double(j + 1) / 2)
      sum -= 0.5 * (Double(j) * log(2.0) - lgamma(Double(j + 1)) - 0.5 * log(Double.pi))
    }
    return sum - 0.5 * log(2.0) - lgamma(Double(size) / 2)
  }

  /// p_0(x), ..., p_{N-1}(x) times exp(-c x²), at any x.
  func callAsFunction(_ x: Double, damping c: Double) -> [Double] {
    self(x, logFactor: -c * x * x)
  }

  /// Numbers by index, and a bound on the rounding error of each.
  struct ByIndex: Sendable {
    var values, noise: [Double]
  }

  /// p_0(x), ..., p_{N-1}(x) times exp(logFactor), at any x; NaN if one of them is. The factor is part of the
  /// exponent, as p_k alone may underflow where the product does not.
  func callAsFunction(_ x: Double, logFactor: Double) -> [Double] {
    withNoise(x, logFactor: logFactor).values
  }

  func withNoise(_ x: Double, logFactor: Double) -> ByIndex {
    byIndex(x, logFactor) {
      let cut = min(max(x, -reach), reach)
      return (moments(from: -reach, to: cut, x: x), moments(from: cut, to: reach, x: x))
    }
  }

  /// The same at several x, ascending and about a bulk eigenvalue's fluctuation apart: moments at one give those at
  /// the next.
  func along(_ xs: [Double], logFactor: (Double) -> Double) -> [ByIndex] {
    let n = size - 1
    guard n > 0, let last = xs.last else {
      return xs.map { withNoise($0, logFactor: logFactor($0)) }
    }
    func cut(_ x: Double) -> Double { min(max(x, -reach), reach) }
    func between(_ a: Double, _ b: Double, seenFrom x: Double) -> SideMoments? {
      cut(a) < cut(b) ? SideMoments(n, from: cut(a), to: cut(b), x: x, gapRule) : nil
    }
    func whole(_ a: Double, _ b: Double, seenFrom x: Double) -> SideMoments {
      a < b ? SideMoments(n, from: a, to: b, x: x, rule(for: b - a)) : SideMoments(n)
    }
    var side = whole(cut(last), reach, seenFrom: last)
    var above = [side.ofDistances]
    for (x, next) in zip(xs, xs.dropFirst()).reversed() {
      side.widen(by: next - x, adding: between(x, next, seenFrom: x), side: 1)
      above.append(side.ofDistances)
    }
    side = whole(-reach, cut(xs[0]), seenFrom: xs[0])
    return xs.indices.map { i in
      let x = xs[i]
      if i > 0 {
        side.widen(by: x - xs[i - 1], adding: between(xs[i - 1], x, seenFrom: x), side: -1)
      }
      return byIndex(x, logFactor(x)) { (side.ofDistances, above[xs.count - 1 - i]) }
    }
  }

  private func byIndex(
    _ x: Double, _ logFactor: Double,
    _ moments: () -> (below: HalfLineMoments, above: HalfLineMoments)
  ) -> ByIndex {
    let n = size - 1
    let logWeight = logScale - 0.5 * x * x + logFactor
    // The determinant is below (|x| + reach)^n up to powers of n. An infinite x comes with its own -∞.
    let logBound = logWeight + Double(n) * (log(abs(x) + reach) + log(Double(size)))
    guard logBound > -1e4, x.isFinite else {
      let value = [Double](repeating: logBound.isNaN && !x.isInfinite ? .nan : 0, count: size)
      return ByIndex(values: value, noise: value)
    }
    guard n > 0 else {
      return ByIndex(values: [exp(logWeight)], noise: [roundings * exp(logWeight)])
    }
    let sides = moments()
    let pencil = SkewPencil(below: sides.below, above: sides.above)
    var densities = [Double](repeating: 0, count: n + 1)
    var logNoise = [Double](repeating: .infinity, count: n + 1)
    // Near the edges and outside, eigenvalues beyond x are outliers, rare by factors that a circle of
    // radius one drowns.
    let outward = x < 0 ? 1.0 : -1.0
    let isOutside = abs(x) > (2 * Double(size)).squareRoot() - 1
    let used =
      isOutside ? [-2.0, 0, 2, 4, 6, 8, 11, 14].map { $0 * outward } : exponents
    // Values over their largest modulus exp(top).
    for (exponent, circle) in zip(used, circles(used, pencil)) {
      for k in window(of: circle.values, at: x) {
        let logPower = circle.top - exponent * Double(k)
        guard logPower < logNoise[k] else { continue }
        logNoise[k] = logPower
        densities[k] = coefficient(k, of: circle.values) * exp(logWeight + logPower)
      }
    }
    let sign = densities.reduce(0, +) < 0 ? -1.0 : 1.0
    return ByIndex(
      values: densities.map { nonNegative(sign * $0) },
      noise: logNoise.map { $0 < .infinity ? roundings * exp(logWeight + $0) : 0 })
  }

  /// A bound on a coefficient's rounding error over the largest modulus on its circle, growing as the elimination
  /// has it; counts with other nodes differ by up to 0.8 of the sum of what follows from it, at N from 20 to 256.
  private var roundings: Double { 4 * Double(size) * Double(size) * Double.ulpOfOne }

  private func rule(for length: Double) -> HalfLineQuadrature {
    let part = (Double(rules.count) * length / (2 * reach)).rounded(.up)
    return rules[min(max(Int(part), 1), rules.count) - 1]
  }

  /// Moments of ψ_j(y)|x - y| over one side of x.
  private func moments(from a: Double, to b: Double, x: Double) -> HalfLineMoments {
    let (n, half) = (size - 1, (b - a) / 2)
    let quadrature = rule(for: b - a)
    let count = quadrature.nodes.count
    let points = quadrature.nodes.map { a + half * (1 + $0) }
    var g = hermiteFunctions(n, at: points)
    for m in 0..<count {
      let distance = abs(x - points[m])
      for j in 0..<n { g[m, j] *= distance }
    }
    let (single, product) = quadrature.pairings(of: g, scale: half)
    var skew = [Complex<Double>](repeating: .zero, count: n * n)
    for j in 0..<n { for k in 0..<n { skew[j * n + k] = Complex(product[j, k] - product[k, j]) } }
    return HalfLineMoments(skew: skew, single: single.map { Complex($0) })
  }

  /// The k that the values on a circle can tell apart: all, or those within 7 of the mean count.
  ///
  /// The phase at the first angle θ is θ times the mean, known modulo 2π/θ; the semicircle decides.
  private func window(of values: [Complex<Double>], at x: Double) -> ClosedRange<Int> {
    let n = size - 1
    guard points < n + 1 else { return 0...n }
    let angle = Double.pi / Double(points)
    let phase = atan2(values[0].imaginary, values[0].real) / angle
    let period = Double(points)  // the overall sign is unknown: modulo π/θ
    let guess = Double(n) * SemicircleLaw.unit.distribution(x / (2 * Double(n)).squareRoot())
    let mean = phase + period * ((guess - phase) / period).rounded()
    let center = min(max(Int(mean.rounded()), 0), n)
    return max(0, center - 7)...min(n, center + 7)
  }

  /// Values of the generating function at exp(exponent) exp(2πi(m + 1/2)/points), m up to the real axis, for each exponent.
  private func circles(_ exponents: [Double], _ pencil: SkewPencil) -> [GeneratingCircle] {
    let half = (points + 1) / 2
    // The opposite of one of an even number is the mirror image of another.
    let count = points.isMultiple(of: 2) ? (half + 1) / 2 : half
    let pairs = pencil.pfaffians(
      at: exponents.flatMap { exponent in
        (0..<count).map { m in
          Complex(
            length: exp(exponent), phase: 2 * Double.pi * (Double(m) + 0.5) / Double(points))
        }
      })
    return exponents.indices.map { i in
      let circle = pairs[(count * i)..<(count * (i + 1))]
      return GeneratingCircle(
        circle.map(\.plus) + circle.prefix(half - count).reversed().map(\.minus.conjugate))
    }
  }

  /// Coefficient k times radius^k, from values on the upper half of a circle.
  private func coefficient(_ k: Int, of values: [Complex<Double>]) -> Double {
    let count = points
    var sum = 0.0
    for (m, value) in values.enumerated() {
      let angle = 2 * Double.pi * (Double(m) + 0.5) / Double(count) * Double(k)
      // The middle point of an odd circle is real and its own mirror image.
      let weight = 2 * m + 1 == count ? 1.0 : 2.0
      sum += weight * (value.real * cos(angle) + value.imaginary * sin(angle))
    }
    return sum / Double(count)
  }
}
