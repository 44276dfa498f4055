internal import Foundation

/// The quarter circle on [0, R]: singular values of a square matrix.
///
///     density 4√(R² - x²) / (πR²)
///
/// Scale: an n×n matrix of independent entries of mean 0 and variance R²/(4n), n → ∞. It is the
/// modulus of a number of ``SemicircleLaw``.
public struct QuarterCircleLaw: SpectralLaw {
  /// The edge R.
  public let radius: Double
  private let semicircle: SemicircleLaw

  /// The quarter circle of a radius R > 0.
  public init(radius: Double) throws(RandomMatrixError) {
    self.radius = radius
    semicircle = try SemicircleLaw(radius: radius)
  }

  /// The smallest interval that holds the law.
  public var support: ClosedRange<Double> { 0...radius }

  /// The density at a point; 0 outside the support.
  public func density(_ x: Double) -> Double { x < 0 ? 0 : 2 * semicircle.density(x) }

  /// F(x) = (2/π)(t √(1-t²) + arcsin t), t = x/R.
  public func distribution(_ x: Double) -> Double {
    let t = clampedProbability(x / radius)
    return clampedProbability(2 / .pi * (t * ((1 - t) * (1 + t)).squareRoot() + asin(t)))
  }

  /// E x^k = R^k Γ((k+1)/2) / (√π Γ(k/2 + 2)).
  public func moment(_ k: Int) -> Double {
    requireOrder(k)
    let half = Double(k) / 2
    return pow(radius, Double(k)) * exp(lgamma(half + 0.5) - lgamma(half + 2))
      / Double.pi.squareRoot()
  }
}
