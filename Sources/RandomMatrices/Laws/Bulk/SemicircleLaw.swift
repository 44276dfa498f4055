internal import Foundation
public import Requirements
internal import SpecialFunctions

extension Law {
  /// Wigner's semicircle on [-R, R].
  ///
  ///     density 2√(R² - x²) / (πR²)
  ///
  /// Scale: eigenvalues of a symmetric n×n matrix with off-diagonal entries of mean 0 and variance
  /// R²/(4n), n → ∞.
  ///
  /// R > 0; R = 1 is the spectrum in units of its edge.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for another R.
  ///
  /// Reference: Wigner, Ann. Math. 67, 325 (1958).
  public static func semicircle(radius: Double) throws(ParameterError) -> any SpectralLaw {
    try SemicircleLaw(radius: radius)
  }
}

package struct SemicircleLaw: SpectralLaw {
  package let radius: Double

  /// R = 1: the spectrum in units of its edge.
  package static let unit = SemicircleLaw(validRadius: 1)

  package init(radius: Double) throws(ParameterError) {
    try ParameterError.requirePositive("radius", radius)
    self.init(validRadius: radius)
  }

  init(validRadius radius: Double) { self.radius = radius }

  package var support: ClosedRange<Double> { -radius...radius }

  package func density(_ x: Double) -> Double {
    let t = x / radius
    return abs(t) < 1 ? 2 / .pi * ((1 - t) * (1 + t)).squareRoot() / radius : outside(t, 0)
  }

  /// F(x) = 1/2 + (t √(1-t²) + arcsin t)/π, t = x/R.
  package func distribution(_ x: Double) -> Double {
    let t = x / radius
    if t <= -1 { return 0 }
    if t >= 1 { return 1 }
    return clampedProbability(0.5 + (t * ((1 - t) * (1 + t)).squareRoot() + asin(t)) / .pi)
  }

  /// The x in [-R, R] with F(x) = p, to rounding.
  package func quantile(_ p: Double) -> Double {
    guard requireProbability(p) else { return .nan }
    if p > 0.5 { return -quantile(1 - p) }
    // x = -R cos(θ/2), F = (θ - sin θ)/(2π): convex in θ on [0, π], so Newton from above descends.
    var θ = Double.pi
    for _ in 0..<200 {
      let slope = 1 - cos(θ)
      guard slope > 0 else { break }
      let step = (θ - sin(θ) - 2 * .pi * p) / slope
      θ -= step
      if abs(step) <= 2 * θ.ulp { break }
    }
    return -radius * cos(θ / 2)
  }

  /// E x^{2k} = C_k (R/2)^{2k}, C_k the numbers of Catalan; 0 for odd orders.
  package func moment(_ k: Int) -> Double {
    requireOrder(k)
    return Self.recurrence.moment(k) * pow(radius / 2, Double(k))
  }

  /// At R = 2.
  private static let recurrence = ConstantRecurrence(mean: 0, variance: 1, centre: 0, square: 1)
}
