internal import Foundation
public import Requirements
internal import SpecialFunctions

extension Law {
  /// The quarter circle on [0, R]: singular values of a square matrix.
  ///
  ///     density 4√(R² - x²) / (πR²)
  ///
  /// Scale: an n×n matrix of independent entries of mean 0 and variance R²/(4n), n → ∞. It is the
  /// modulus of a number of ``Law/semicircle(radius:)``.
  ///
  /// R > 0.
  ///
  /// Reference: Marchenko and Pastur, Math. USSR Sb. 1, 457 (1967), the root of their law at c = 1.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for another R.
  public static func quarterCircle(radius: Double) throws(ParameterError) -> any SpectralLaw {
    try QuarterCircleLaw(radius: radius)
  }
}

package struct QuarterCircleLaw: SpectralLaw {
  package let radius: Double
  private let semicircle: SemicircleLaw

  package init(radius: Double) throws(ParameterError) {
    self.radius = radius
    semicircle = try SemicircleLaw(radius: radius)
  }

  package var support: ClosedRange<Double> { 0...radius }

  package func density(_ x: Double) -> Double { x < 0 ? 0 : 2 * semicircle.density(x) }

  /// F(x) = (2/π)(t √(1-t²) + arcsin t), t = x/R.
  package func distribution(_ x: Double) -> Double {
    let t = clampedProbability(x / radius)
    return clampedProbability(2 / .pi * (t * ((1 - t) * (1 + t)).squareRoot() + asin(t)))
  }

  /// E x^k, from E x^{j+2} = R² (j+1)/(j+4) E x^j and E x = 4R/(3π).
  package func moment(_ k: Int) -> Double {
    requireOrder(k)
    var unit = k.isMultiple(of: 2) ? 1 : 4 / (3 * Double.pi)
    for j in stride(from: k % 2, to: k, by: 2) { unit *= Double(j + 1) / Double(j + 4) }
    return unit * pow(radius, Double(k))
  }

  /// R² (1/4 - 16/(9π²)).
  package var variance: Double { radius * radius * (0.25 - 16 / (9 * .pi * .pi)) }
}
