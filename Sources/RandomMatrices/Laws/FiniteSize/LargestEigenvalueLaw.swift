internal import Foundation

/// The law of the largest eigenvalue of a GOE, GUE or GSE matrix of finite size, exactly.
///
///     F(t) = P(λ_max ≤ t) = Z(t)/Z(∞),   Z(t) = ∫_{x_i ≤ t} ∏|x_i - x_j|^β exp(-Σ x_i²/2) dx
///
/// Z is a product of norms (β = 2) or a Pfaffian (β = 1, 4) over ``WallFunctions`` at y = t/√β (t for β = 1,
/// t/√2 for β = 2 and 4), which are orthonormal on the half line itself: nothing is small by cancellation,
/// and F has its digits where it is 1e-1000, the density in both tails. See ``logDistribution(_:)``.
///
/// Scale: ``HermiteEnsemble``, edge √(2βn); for β = 4 every eigenvalue counts once. Cost of a point: O(n²).
///
/// Reference: Mehta, Random Matrices (2004), chapters 5-7; de Bruijn, J. Indian Math. Soc. 19, 133 (1955).
public struct LargestEigenvalueLaw: SpectralLaw {
  /// The size n.
  public let size: Int
  /// The Dyson index β.
  public let beta: Int
  /// All but 1e-17 of the law.
  private let window: ClosedRange<Double>
  private let rules: Rules

  /// The law of a size n ≥ 1 and β = 1, 2 or 4.
  public init(size: Int, beta: Int = 1) throws(RandomMatrixError) {
    try RandomMatrixError.requireCount("size", size)
    guard [1, 2, 4].contains(beta) else {
      throw .parameter("Dyson index", value: Double(beta), valid: "1, 2 or 4")
    }
    (self.size, self.beta) = (size, beta)
    let count = beta == 4 ? 2 * size : size
    rules = Rules(
      wall: WallFunctions.quadrature(count: count),
      longWall: WallFunctions.quadrature(count: count + Self.excess(size)),
      tail: GaussLegendre(count: 40))
    let unit = beta == 1 ? 1 : 2.0.squareRoot()
    let edge = unit * (2 * Double(count)).squareRoot()
    var low = edge - 4
    while Self.logarithm(low, size, beta, rules).value > -45 { low -= 0.5 }
    window = low...(edge + 13)
  }

  private struct Rules: Sendable {
    let wall, longWall, tail: GaussLegendre
  }

  /// The whole line.
  public var support: ClosedRange<Double> { -Double.infinity...Double.infinity }

  /// The density at a point.
  public func density(_ t: Double) -> Double {
    guard t.isFinite else { return 0 }
    let log = logarithm(t)
    return exp(log.value) * max(0, log.slope)
  }

  /// F(t), the probability that no eigenvalue is above t.
  public func distribution(_ t: Double) -> Double { exp(logDistribution(t)) }

  /// log F(t), also where F underflows.
  ///
  /// With φ_j, b_j and h_j of ``WallFunctions``:
  ///
  ///     β = 2   Z = n! ∏_{j<n} h_j.
  ///     β = 4   Z ∝ Pf(A) ∏_{j<2n} √h_j,   A_jk = ∫(φ_j φ_k' - φ_j' φ_k) = φ_j φ_k(t) + 2b_k δ_{k,j+1}, j < k.
  ///     β = 1   Z ∝ Pf(B) √h_0 ∏_{j<n-1} √h_j, B the same skew product ∫∫ f(x) sgn(y - x) g(y) of
  ///             φ_0, φ_0', ..., φ_{n-2}', which is ∫f ∫g plus 2b_k between φ_{k-1}' and φ_k', and -2
  ///             between φ_0 and φ_0'; for odd n bordered by the integrals.
  ///
  /// A Pfaffian of w_j w_k + d_k δ_{k,j+1} (j < k) counts coverings of a path by monomers and dimers: Z_k =
  /// w_k Z_{k-1} + d_k Z_{k-2}.
  public func logDistribution(_ t: Double) -> Double {
    if t.isNaN || t == -.infinity { return t }
    return t < window.upperBound ? min(0, logarithm(t).value) : 0
  }

  /// 1 - F(t), without the loss of digits where it is small.
  public func survival(_ t: Double) -> Double {
    let log = logDistribution(t)
    if log < -0.5 || t == .infinity { return -expm1(log) }
    return rules.tail.integral(from: t, to: max(t + 4, window.upperBound), of: density)
  }

  /// The t with F(t) = p.
  public func quantile(_ p: Double) -> Double { quantile(p, in: window) }

  /// E t^k, by the trapezoidal rule.
  public func moment(_ k: Int) -> Double {
    requireOrder(k)
    return Window(law: self, support: window).moment(k)
  }

  private func logarithm(_ t: Double) -> Dual { Self.logarithm(t, size, beta, rules) }

  /// log F and its derivative.
  private static func logarithm(_ t: Double, _ n: Int, _ beta: Int, _ rules: Rules) -> Dual {
    if beta == 1 { return orthogonal(n, t, rules) }
    let root = 2.0.squareRoot()
    let wall = WallFunctions(count: beta == 2 ? n : 2 * n, wall: t / root, rules.wall)
    let sum = wall.logNorms.reduce(Dual(0), +)
    let log = beta == 2 ? sum : Dual(0.5) * sum + symplectic(wall)
    return Dual(log.value, slope: log.slope / root)
  }

  /// log Pf A over its value at ∞, where all φ_j vanish.
  private static func symplectic(_ wall: WallFunctions) -> Dual {
    // Z_{2i-1}/Z_{2i}.
    var (odd, log) = (Dual(0), Dual(0))
    for k in stride(from: 0, to: wall.values.count, by: 2) {
      let next = wall.values[k] + Dual(2) * wall.offDiagonal[k] * odd
      let even = wall.values[k + 1] * next + Dual(2) * wall.offDiagonal[k + 1]
      log = log + (even / Dual((2 * Double(k + 1)).squareRoot())).logarithm
      odd = next / even
    }
    return log
  }

  /// log F for β = 1.
  ///
  /// The signs of Z_k alternate in pairs, and r_k = |Z_k/Z_{k-1}| obeys r_k = d_k/r_{k-1} - φ_{k-2} with d_2 = 2,
  /// d_k = 2b_{k-2}. As all r_k are positive they are the minimal solution, which has to be found from above,
  /// r_{k-1} = d_k/(r_k + φ_{k-2}), where the φ are not small; it forgets where it began.
  private static func orthogonal(_ n: Int, _ t: Double, _ rules: Rules) -> Dual {
    var wall = WallFunctions(count: n, wall: t, rules.wall)
    // d_{j+2}
    func dimer(_ j: Int) -> Dual { j == 0 ? Dual(2) : Dual(2) * wall.offDiagonal[j] }
    let rigidity = (0..<(n - 1)).reduce(0) {
      $0 + wall.values[$1].value / dimer($1).value.squareRoot()
    }
    var ratios = [wall.integral]
    if rigidity < 2 {
      for j in 0..<(n - 1) { ratios.append(dimer(j) / ratios[j] - wall.values[j]) }
    } else {
      wall = WallFunctions(count: n + excess(n), wall: t, rules.longWall)
      let last = wall.values.count - 1
      let φ = wall.values[last]
      var ratio = Dual(0.5) * ((φ * φ + Dual(4) * dimer(last)).squareRoot - φ)
      ratios = [ratio]
      for j in stride(from: last, through: 0, by: -1) {
        ratio = dimer(j) / (ratio + wall.values[j])
        if j < n { ratios.append(ratio) }
      }
      ratios = ratios.suffix(n).reversed()
    }
    // Over the ratios at ∞, where φ_0 has the integral √2 π^{1/4}.
    var free = 2.0.squareRoot() * pow(.pi, 0.25)
    var log = Dual(0.5) * wall.logNorms[0]
    for j in 0..<n {
      log = log + (ratios[j] / Dual(free)).logarithm
      free = (j == 0 ? 2 : (2 * Double(j)).squareRoot()) / free
      if j < n - 1 { log = log + Dual(0.5) * wall.logNorms[j] }
    }
    return log
  }

  /// How far above n the ratios start.
  private static func excess(_ n: Int) -> Int { 24 + Int(14 * cbrt(Double(n))) }
}
