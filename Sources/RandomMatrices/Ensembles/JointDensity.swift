internal import Foundation
public import Numerics
internal import Requirements

// Joint densities of all eigenvalues in no order, by Selberg's integral; they integrate to 1 over all arguments.

extension Circular {
  /// log p(θ₁, ..., θ_n) of the angles of the distinct eigenvalues, p = ∏|e^{iθ_j} - e^{iθ_k}|^β/Z on [0, 2π)ⁿ.
  ///
  ///     Z = (2π)ⁿ Γ(1 + βn/2)/Γ(1 + β/2)ⁿ
  ///
  /// Reference: Dyson, J. Math. Phys. 3, 140 (1962), for the three circular ensembles.
  public func logJointDensity(of angles: [Double]) -> Double {
    requireCount(angles, size)
    return logCircularDensity(angles, size: size, beta: Double(Field.beta))
  }
}

extension HaarSymplectic {
  /// log p(θ₁, ..., θ_n) of the angles in [0, π], one of each pair e^{±iθ}.
  ///
  ///     p = ∏(2cos θ_j - 2cos θ_k)² ∏ (2/π) sin²θ_j / n!
  ///
  /// Reference: Weyl, The Classical Groups (1939), section VII.8.
  public func logJointDensity(of angles: [Double]) -> Double {
    requireCount(angles, size)
    let repulsion = pairs(angles).reduce(0.0) { $0 + 2 * log(abs(2 * cos($1.0) - 2 * cos($1.1))) }
    let own = angles.reduce(0.0) { $0 + log(2 / .pi * sin($1) * sin($1)) }
    return repulsion + own - lgamma(Double(size + 1))
  }
}

extension QuaternionGinibreEnsemble {
  /// log p(z₁, ..., z_n) of the eigenvalues in the upper half-plane, one of each pair z, z̄; -∞ below it.
  ///
  ///     p = ∏|z_i - z_j|² |z_i - z̄_j|² ∏|z_i - z̄_i|² exp(-2Σ|z|²/v)/Z,
  ///     Z = n! v^{n(n+1)} ∏ π (2k+1)!/4^{k+1},   k = 0...n-1
  ///
  /// Reference: Ginibre, J. Math. Phys. 6, 440 (1965); Mehta, Random Matrices (2004), section 15.2.
  public func logJointDensity(of eigenvalues: [Complex<Double>]) -> Double {
    demand(rows == columns, "a matrix of \(rows) x \(columns) has no eigenvalues")
    let n = rows / 2
    requireCount(eigenvalues, n)
    if let value = atInfinity(eigenvalues.flatMap { [$0.real, $0.imaginary] }) { return value }
    guard eigenvalues.allSatisfy({ $0.imaginary > 0 }) else { return -.infinity }
    let scale: Double = lgamma(Double(n + 1)) + Double(n * (n + 1)) * log(variance)
    let norms = (0..<n).reduce(scale) { sum, k in
      let norm: Double = lgamma(Double(2 * k + 2)) - Double(k + 1) * log(4.0)
      return sum + log(Double.pi) + norm
    }
    let repulsion = pairs(eigenvalues).reduce(0.0) {
      $0 + log(($1.0 - $1.1).lengthSquared) + log(($1.0 - $1.1.conjugate).lengthSquared)
    }
    let own = eigenvalues.reduce(0.0) { sum, z in
      sum + 2 * log(2 * z.imaginary) - 2 * z.lengthSquared / variance
    }
    return repulsion + own - norms
  }
}

extension ComplexGinibreEnsemble {
  /// log p(z₁, ..., z_n) of the eigenvalues of a square matrix, p = ∏|z_i - z_j|² exp(-Σ|z|²/v)/Z on ℂⁿ.
  ///
  ///     Z = πⁿ v^{n(n+1)/2} ∏ j!,  j = 1...n
  ///
  /// Reference: Ginibre, J. Math. Phys. 6, 440 (1965).
  public func logJointDensity(of eigenvalues: [Complex<Double>]) -> Double {
    demand(rows == columns, "a matrix of \(rows) x \(columns) has no eigenvalues")
    requireCount(eigenvalues, rows)
    if let value = atInfinity(eigenvalues.flatMap { [$0.real, $0.imaginary] }) { return value }
    let n = Double(rows)
    let factorials = (1...rows).reduce(0.0) { $0 + lgamma(Double($1 + 1)) }
    let constant: Double = n * log(Double.pi) + n * (n + 1) / 2 * log(variance) + factorials
    let repulsion = pairs(eigenvalues).reduce(0.0) { $0 + log(($1.0 - $1.1).lengthSquared) }
    let square = eigenvalues.reduce(0.0) { $0 + $1.lengthSquared }
    return repulsion - square / variance - constant
  }
}

/// Z = (2π)ⁿ Γ(1 + βn/2)/Γ(1 + β/2)ⁿ.
func logCircularDensity(_ angles: [Double], size: Int, beta: Double) -> Double {
  let constant =
    Double(size) * (log(2 * .pi) - lgamma(1 + beta / 2)) + lgamma(1 + beta * Double(size) / 2)
  return pairs(angles).reduce(0) { $0 + beta * log(abs(2 * sin(($1.0 - $1.1) / 2))) } - constant
}

/// Σ log(Γ(1 + jβ/2)/Γ(1 + β/2)) and a term of (m-j)β/2, over j = 1...m.
func logSelberg(size: Int, beta: Double, term: (Double) -> Double) -> Double {
  (1...size).reduce(0) { sum, j in
    let own = lgamma(1 + Double(j) * beta / 2) - lgamma(1 + beta / 2)
    return sum + own + term(Double(size - j) * beta / 2)
  }
}

func logVandermonde(_ x: [Double]) -> Double {
  pairs(x).reduce(0) { $0 + log(abs($1.0 - $1.1)) }
}

private func pairs<Value>(_ x: [Value]) -> [(Value, Value)] {
  x.indices.flatMap { j in x[..<j].map { ($0, x[j]) } }
}

/// The logarithm of a density at points that are not finite: NaN if one is, else -∞; nil for finite ones.
func atInfinity(_ x: [Double]) -> Double? {
  if x.allSatisfy(\.isFinite) { return nil }
  return x.contains(where: \.isNaN) ? .nan : -.infinity
}

func requireCount<Value>(_ values: [Value], _ size: Int) {
  demand(values.count == size, "\(values.count) eigenvalues given, not \(size)")
}
