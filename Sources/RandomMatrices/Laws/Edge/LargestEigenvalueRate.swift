internal import Foundation

/// Large deviations of the largest eigenvalue: how unlikely one away from the edge is.
///
///     above   P(λ_max ≥ y) ~ exp(-n I(y)),    I(y) = (β/2) ∫_2^y √(z² - 4) dz,               y ≥ 2
///     below   P(λ_max ≤ y) ~ exp(-n² Ψ(y)),   the cost of pushing the whole gas of charges,   y ≤ 2
///
/// One eigenvalue can leave the others at a cost of order n; to keep all of them below y costs n².
///
/// Scale: eigenvalues in units in which the edge is 2, y = λ√(2/(βn)) for ``HermiteEnsemble``: entries of
/// variance 1/n off the diagonal.
///
/// Reference: Ben Arous, Dembo and Guionnet, PTRF 120, 1 (2001), above; Dean and Majumdar, Phys. Rev. E 77, 041108
/// (2008), below.
public struct LargestEigenvalueRate: Sendable, Equatable {
  /// The Dyson index β > 0.
  public let beta: Double

  /// The rates of a Dyson index.
  public init(beta: Double = 1) throws(RandomMatrixError) {
    try RandomMatrixError.requirePositive("Dyson index", beta)
    self.beta = beta
  }

  /// I(y) = β(y√(y² - 4)/4 - arcosh(y/2)), 0 up to the edge.
  public func above(_ y: Double) -> Double {
    guard y > 2 else { return outside(y, 0) }
    // Where y is large the logarithm is nothing beside its square.
    let root = (y - 2).squareRoot() * (y + 2).squareRoot()
    return beta * (y < 1e20 ? max(0, y * root / 4 - acosh(y / 2)) : y / 4 * root)
  }

  /// Ψ(y), 0 from the edge on. With w = y/√2,
  ///
  ///     Ψ = (β/108) (36w² - w⁴ - (15w + w³)√(w² + 6) + 54 log(3√2/(w + √(w² + 6)))),
  ///
  /// (β/4) log 3 at y = 0: the cost of a positive definite matrix.
  public func below(_ y: Double) -> Double {
    guard y < 2 else { return outside(y, 0) }
    guard y > -1e20 else { return beta * y / 4 * y }
    let w = y / 2.0.squareRoot()
    let root = hypot(w, 6.0.squareRoot())
    // w + √(w² + 6) and the quartic terms, without cancellation far left.
    let length = w > 0 ? w + root : 6 / (root - w)
    let quartic = w > 0 ? -w * w * w * (w + root) : 6 * w * w * (w / (w - root))
    let gas = 36 * w * w + quartic - 15 * w * root
    return max(0, beta / 108 * (gas + 54 * log(3 * 2.0.squareRoot() / length)))
  }
}
