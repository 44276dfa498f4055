internal import Foundation
public import Requirements

/// Large deviations of the largest eigenvalue: how unlikely one away from the edge is.
///
///     above   P(λ_max ≥ y) ~ exp(-n I(y)),    I(y) = (β/2) ∫_2^y √(z² - 4) dz,               y ≥ 2
///     below   P(λ_max ≤ y) ~ exp(-n² Ψ(y)),   the cost of pushing the whole gas of charges,   y ≤ 2
///
/// One eigenvalue can leave the others at a cost of order n; to keep all of them below y costs n².
///
/// Scale: eigenvalues in units in which the edge is 2, y = λ√(2/(βn)) for ``BetaEnsemble/hermite(size:beta:)``: entries of
/// variance 1/n off the diagonal.
///
/// Reference: Ben Arous, Dembo and Guionnet, PTRF 120, 1 (2001), above; Dean and Majumdar, Phys. Rev. E 77, 041108
/// (2008), below.
public struct LargestEigenvalueRate: Sendable, Equatable {
  /// The Dyson index β > 0.
  package let beta: Double

  /// The rates of a Dyson index.
  ///
  /// - Throws: ``/Requirements/ParameterError`` unless β is positive and finite.
  public init(beta: Double = 1) throws(ParameterError) {
    try ParameterError.requirePositive("Dyson index", beta)
    self.beta = beta
  }

  /// I(y) = β(y√(y² - 4)/4 - arcosh(y/2)), 0 up to the edge.
  public func above(_ y: Double) -> Double {
    guard y > 2 else { return outside(y, 0) }
    let root = (y - 2).squareRoot() * (y + 2).squareRoot()
    // Where y is large the logarithm is nothing beside its square.
    if y > 2.25 { return beta * (y < 1e20 ? y * root / 4 - acosh(y / 2) : y / 4 * root) }
    // u = 2 arcosh(y/2), I = (β/2) (sinh u - u).
    let u = 4 * asinh(((y - 2) / 4).squareRoot())
    let square = u * u
    let series: Double = stride(from: 19.0, to: 3, by: -2).reduce(1) {
      1 + square / ($1 * ($1 - 1)) * $0
    }
    return beta / 2 * (u * square / 6) * series
  }

  /// Ψ(y), 0 from the edge on. Dean and Majumdar's formula is, with p = (y + √(y² + 12))²/36 and q = 1 - p,
  ///
  ///     Ψ = (β/4) (q³/p - log p - q - q²/2) = (β/4) Σ (1 + 1/k) q^k over k ≥ 3,
  ///
  /// (β/4) log 3 at y = 0: the cost of a positive definite matrix.
  public func below(_ y: Double) -> Double {
    guard y < 2 else { return outside(y, 0) }
    guard y > -1e20 else { return beta / 4 * y * y }
    let root = hypot(y, 12.0.squareRoot())
    // y + √(y² + 12) without cancellation far left; q from y - 2 close to the edge.
    let length = y > 0 ? y + root : 12 / (root - y)
    let p = (length / 6) * (length / 6)
    guard y > 1 else {
      let q = 1 - p
      return beta / 4 * (q * q * q / p - log(p) - q - q * q / 2)
    }
    let q = (2 - y) * (1 + (y + 2) / (root + 4)) / 6 * (1 + length / 6)
    let terms = (3...60).reversed().reduce(0.0) { $0 * q + 1 + 1 / Double($1) }
    return beta / 4 * (q * q * q * terms)
  }
}
