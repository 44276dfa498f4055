internal import Foundation
public import Requirements
internal import SpecialFunctions

extension Law {
  /// The circular law: moduli of complex eigenvalues that fill the disc of radius R evenly.
  ///
  ///     density of the modulus 2x/R² on [0, R]
  ///
  /// Scale: an n×n matrix of independent entries of mean 0 and variance R²/n, n → ∞.
  ///
  /// R > 0.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for another R.
  ///
  /// Reference: Ginibre, J. Math. Phys. 6, 440 (1965); Tao and Vu, Ann. Probab. 38, 2023 (2010).
  public static func circular(radius: Double) throws(ParameterError) -> any SpectralLaw {
    try CircularLaw(radius: radius)
  }
}

package struct CircularLaw: SpectralLaw {
  package let radius: Double

  package init(radius: Double) throws(ParameterError) {
    try ParameterError.requirePositive("radius", radius)
    self.radius = radius
  }

  package var support: ClosedRange<Double> { 0...radius }

  package func density(_ x: Double) -> Double {
    x > 0 && x < radius ? 2 * (x / radius) / radius : outside(x, 0)
  }

  /// F(x) = (x/R)².
  package func distribution(_ x: Double) -> Double {
    let t = clampedProbability(x / radius)
    return t * t
  }

  /// R√p.
  package func quantile(_ p: Double) -> Double {
    guard requireProbability(p) else { return .nan }
    return radius * p.squareRoot()
  }

  /// E x^k = 2R^k/(k + 2).
  package func moment(_ k: Int) -> Double {
    requireOrder(k)
    return 2 * pow(radius, Double(k)) / Double(k + 2)
  }

  /// R²/18.
  package var variance: Double { radius * radius / 18 }
}
