/// A proof, by Newton's method and norms, that a solution exists and is alone.
///
/// With Y an approximate inverse of the Jacobian at m, T(x) = x - Y F(x) maps the ball of radius r
/// around m into itself and contracts it by at least 3/4 within R if
///
///     ‖Y F(m)‖ ≤ r/2,   ‖1 - YJ‖ + ‖Y‖ L r ≤ 1/2,   ‖1 - YJ‖ + ‖Y‖ L R ≤ 3/4,
///
/// L a Lipschitz constant of the Jacobian. So there is one solution within r of m, and no other within
/// R. Norms are of (v, μ/ω) with ω = √(2|μ|) where that is above 1: by homogeneity a change of |v|
/// comes with one of μ that is larger by |μ|. Rounding is in them by bounds that hold for any order of
/// summation.
///
/// Reference: Newton-Kantorovich theorem; Rump, Acta Numerica 19, 287 (2010).
struct Certificate: Sendable {
  /// r.
  let radius: Double
  /// R.
  let uniqueness: Double
  /// Whether |F(m)| is below its own rounding, so that no Newton step would be of use.
  let isSharp: Bool
  /// Bound on what the eigenvalues of ∇²g - μ, as computed within 3r of m, are off by from those at the
  /// solution.
  let eigenvalueError: Double

  /// Whether the solution near m is real.
  enum Reality: Sendable { case real, complex, undecided }

  /// - Parameters:
  ///   - point: |Im v| at m.
  ///   - multiplier: |Im μ| at m.
  ///
  /// The conjugate of a solution is one. If it lies within R too, they are the same; if m is further
  /// than r from all real points, the solution is not real.
  func reality(imaginaryPoint point: Double, multiplier: Double) -> Reality {
    if 2 * (point + multiplier) + radius < uniqueness { return .real }
    return point > radius ? .complex : .undecided
  }

  /// What the columns of Y that belong to the first N equations are multiplied by, and the last one.
  ///
  /// ‖YM‖ ≤ ‖Y₁‖ ‖M₁‖ + ‖Y₂‖ ‖M₂‖ for M of rows M₁ and M₂. Far from the real sphere the last column, which says how
  /// μ answers to |v|, is much larger than the others, and what it acts on much smaller.
  struct Parts: Sendable {
    var equations: Double
    var sphere: Double

    static func * (a: Parts, b: Parts) -> Double { a.equations * b.equations + a.sphere * b.sphere }
  }

  /// - Parameters:
  ///   - system: the equations, at t = 1.
  ///   - norm: |v|.
  ///   - multiplier: |μ|.
  ///   - weight: ω, see ``weight(_:)``.
  ///   - residual: |F(m)| as computed.
  ///   - inverse, jacobian, defect: ‖Y‖, ‖J‖ and ‖1 - YJ‖ as computed.
  /// - Returns: nil if the conditions do not hold.
  init?(
    _ system: HomotopySystem, norm: Double, multiplier: Double, weight: Double, residual: Parts,
    inverse: Parts, jacobian: Double, defect: Double
  ) {
    let n = Double(system.dimension)
    // A sum of k complex products is off by at most 2(k + 2) ulps of the sum of moduli. The longest
    // chain of F and J: the contraction, the product with v, a dozen more steps, rounded coefficients.
    let columns = Double(system.parts.map(\.columns).max() ?? 1)
    let unit = 2 * (columns + n + 16) * Double.ulpOfOne
    // A thousandth more than the numbers computed, for the rounding of the norms themselves.
    let slack = 1.001
    let cap = 0.01
    var (gradient, hessian, third) = (0.0, 0.0, 0.0)
    for part in system.parts {
      let p = Double(part.degree)
      gradient += p * part.norm * Self.power(norm, part.degree - 1)
      hessian += p * (p - 1) * part.norm * Self.power(norm, part.degree - 2)
      if part.degree > 2 {
        third += p * (p - 1) * (p - 2) * part.norm * Self.power(norm + cap, part.degree - 3)
      }
    }
    let field = system.field.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let lipschitz = Parts(equations: third + 2 * weight, sphere: weight)
    let rounding = Parts(
      equations: unit * (gradient + field + multiplier * norm),
      sphere: unit * weight * (norm * norm + 1))
    let value = Parts(
      equations: slack * residual.equations + rounding.equations,
      sphere: slack * residual.sphere + rounding.sphere)
    let matrix = Parts(
      equations: unit * (hessian + multiplier * n.squareRoot() + weight * norm),
      sphere: unit * weight * norm)
    let product = 2 * (n + 3) * Double.ulpOfOne * (inverse.equations + inverse.sphere) * jacobian
    self.init(
      step: slack * (inverse * value),
      contraction: slack * (defect + product + inverse * matrix),
      growth: slack * (inverse * lipschitz), cap: cap,
      isSharp: residual.equations <= rounding.equations && residual.sphere <= rounding.sphere
    ) { radius in
      // Weyl's inequality: the Hessian's change, the turn of the tangent space, rounding of the Hessian,
      // and the eigensolver's backward error.
      3 * radius * (lipschitz.equations + lipschitz.sphere + 4 * jacobian)
        + (matrix.equations + matrix.sphere)
        + 100 * (n + 1) * Double.ulpOfOne * jacobian
    }
  }

  /// - Parameters:
  ///   - step: a bound on ‖Y F(m)‖.
  ///   - contraction: one on ‖1 - YJ‖ at m.
  ///   - growth: one on ‖Y‖ L within `cap` of m.
  /// - Returns: nil if the conditions do not hold.
  init?(
    step: Double, contraction: Double, growth: Double, cap: Double, isSharp: Bool,
    eigenvalueError: (_ radius: Double) -> Double
  ) {
    let radius = 2 * step
    let uniqueness = min(cap, (0.75 - contraction) / growth)
    guard contraction + growth * radius <= 0.5, radius < uniqueness else { return nil }
    (self.radius, self.uniqueness, self.isSharp) = (radius, uniqueness, isSharp)
    self.eigenvalueError = eigenvalueError(radius)
  }

  /// ω of a solution with the given |μ|².
  static func weight(_ squaredMultiplier: SIMD8<Double>) -> SIMD8<Double> {
    let root = (2 * squaredMultiplier.squareRoot()).squareRoot()
    return root.replacing(with: .one, where: root .< 1)
  }

  private static func power(_ x: Double, _ k: Int) -> Double {
    (0..<k).reduce(1.0) { product, _ in product * x }
  }
}
