internal import Foundation
public import Requirements
internal import SpecialFunctions

extension Law {
  /// The law of the largest eigenvalue of a GOE, GUE or GSE matrix of finite size, exactly.
  ///
  ///     F(t) = P(λ_max ≤ t) = Z(t)/Z(∞),   Z(t) = ∫_{x_i ≤ t} ∏|x_i - x_j|^β exp(-Σ x_i²/2) dx
  ///
  /// Z is a product of norms (β = 2) or a Pfaffian (β = 1, 4) over polynomials that are orthogonal on the half line
  /// itself. Nothing is small by cancellation: log F has its digits where F is 1e-1000, and the density and
  /// 1 - F have theirs in both tails. Relative errors are some 1e-14 n at most.
  ///
  /// Scale: ``BetaEnsemble/hermite(size:beta:)``, edge √(2βn); for β = 4 every eigenvalue counts once. Cost of a point: O(n²).
  ///
  /// Sizes are from 1 to 600, 300 for β = 4: beyond, e^{-n} underflows at the edge.
  ///
  /// Reference: Mehta, Random Matrices (2004), chapters 5-7; de Bruijn, J. Indian Math. Soc. 19, 133 (1955).
  public static func largestEigenvalue(
    size: Int, beta: Int = 1
  ) throws(ParameterError) -> any SpectralLaw {
    try LargestEigenvalueLaw(size: size, beta: beta)
  }
}

package struct LargestEigenvalueLaw: SpectralLaw {
  package let size: Int
  package let beta: Int
  /// All but 1e-17 of the law.
  private let window: ClosedRange<Double>
  private let rules: Rules

  package init(size: Int, beta: Int = 1) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    try ParameterError.requireDysonIndex(beta, in: [1, 2, 4])
    let largest = beta == 4 ? 300 : 600
    try ParameterError.require("size", Double(size), "one up to \(largest)") {
      $0 <= Double(largest)
    }
    (self.size, self.beta) = (size, beta)
    let count = beta == 4 ? 2 * size : size
    rules = Rules(
      wall: WallFunctions.quadrature(count: count),
      longWall: WallFunctions.quadrature(count: size + Self.excess(size)),
      tail: GaussLegendre(count: 40))
    let unit = beta == 1 ? 1 : 2.0.squareRoot()
    let edge = unit * (2 * Double(count)).squareRoot()
    var low = edge - 4
    while Self.logarithm(low, size, beta, rules).value > -45 { low -= 0.5 }
    window = low...(edge + 13)
  }

  struct Rules: Sendable {
    let wall, longWall, tail: GaussLegendre
  }

  package var support: ClosedRange<Double> { -Double.infinity...Double.infinity }

  package func density(_ t: Double) -> Double {
    t.isFinite ? max(0, evaluate(t).slope) : outside(t, 0)
  }

  /// F(t), the probability that no eigenvalue is above t.
  package func distribution(_ t: Double) -> Double { exp(logDistribution(t)) }

  /// log F(t), also where F underflows.
  package func logDistribution(_ t: Double) -> Double {
    guard t < window.upperBound else { return outside(t, 0) }
    return min(0, logarithm(t).value)
  }

  /// 1 - F(t), without the loss of digits where it is small.
  package func survival(_ t: Double) -> Double {
    let log = logDistribution(t)
    if !(log >= -0.5) || t == .infinity { return -expm1(log) }
    return rules.tail.integral(from: t, to: max(t + 4, window.upperBound), of: density)
  }

  /// The t with F(t) = p, to the rounding of F or log F.
  package func quantile(_ p: Double) -> Double {
    guard p > 0 && p < 1e-15 else { return quantile(p, in: window, evaluate) }
    let goal = log(p)
    return zero(in: -1000...window.upperBound) { t in
      let here = logarithm(t)
      return (here.value - goal, here.slope)
    }
  }

  /// E t^k, by the trapezoidal rule.
  package func moment(_ k: Int) -> Double { moment(k, in: window, steps: 200) }

  /// E (t - Et)², by the same.
  package var variance: Double { moment(2, about: mean, in: window, steps: 200) }

  /// F and the density.
  private func evaluate(_ t: Double) -> Dual {
    let log = logarithm(t)
    let value = exp(log.value)
    // The slope may be infinite there.
    return Dual(value, slope: value > 0 ? value * log.slope : 0)
  }

  private func logarithm(_ t: Double) -> Dual { Self.logarithm(t, size, beta, rules) }

  /// log F and its derivative.
  private static func logarithm(_ t: Double, _ n: Int, _ beta: Int, _ rules: Rules) -> Dual {
    // Z falls as exp(-nt²/2) times powers of t, which are rounding here, as are the functions before the wall.
    if t < -1e12 { return Dual(-Double(n) / 2 * t * t, slope: -Double(n) * t) }
    if beta == 1 { return orthogonal(n, t, rules) }
    // ∏h_j of the weight e^{-x²/2} = e^{-y²}.
    let root = 2.0.squareRoot()
    let wall = WallFunctions(count: beta == 2 ? n : 2 * n, wall: t / root, rules.wall)
    let sum = wall.logNorms.reduce(Dual(0), +)
    let log = beta == 2 ? sum : Dual(0.5) * sum + symplecticPfaffian(wall)
    return Dual(log.value, slope: log.slope / root)
  }
}
