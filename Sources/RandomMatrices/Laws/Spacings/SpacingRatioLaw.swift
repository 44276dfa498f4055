internal import Foundation
public import Requirements
internal import SpecialFunctions

extension Law {
  /// Ratios of consecutive spacings, the smaller over the larger: r in [0, 1].
  ///
  ///     independent levels (β = 0)   density 2/(1 + r)²
  ///     β = 1, 2, 4                  density (2/Z) (r + r²)^β / (1 + r + r²)^{1 + 3β/2},
  ///                                  Z = 8/27, 4π/(81√3), 4π/(729√3)
  ///
  /// β = 1, 2, 4 are exact for 3×3 matrices of GOE, GUE, GSE. Large ones have means 0.5307, 0.5996,
  /// 0.6744 instead of 0.5359, 0.6027, 0.6762. No unfolding: a ratio has no scale.
  ///
  /// Accuracy: that of ``SpectralLaw``, but 6e-15 of the variance; F has its error relative to itself.
  ///
  /// Reference: Atas, Bogomolny, Giraud and Roux, Phys. Rev. Lett. 110, 084101 (2013).
  public static func spacingRatio(beta: Int) throws(ParameterError) -> any SpectralLaw {
    try SpacingRatioLaw(beta: beta)
  }
}

package struct SpacingRatioLaw: SpectralLaw {
  /// The Dyson index β; 0 for independent levels.
  package let beta: Int
  private let normalisation: Double
  private static let rule = GaussLegendre(count: 32)

  package init(beta: Int) throws(ParameterError) {
    try ParameterError.requireDysonIndex(beta, in: [0, 1, 2, 4])
    self.beta = beta
    normalisation =
      switch beta {
      case 0: 1
      case 1: 8.0 / 27
      case 2: 4 * .pi / (81 * 3.0.squareRoot())
      default: 4 * .pi / (729 * 3.0.squareRoot())
      }
  }

  package var support: ClosedRange<Double> { 0...1 }

  package func density(_ r: Double) -> Double {
    guard (0...1).contains(r) else { return outside(r, 0) }
    if beta == 0 { return 2 / ((1 + r) * (1 + r)) }
    let numerator = pow(r * (1 + r), Double(beta))
    return 2 / normalisation * numerator * pow(1 + r * (1 + r), -1 - 1.5 * Double(beta))
  }

  /// 32 Gauss-Legendre nodes on [0, r]: the density is analytic around [0, 1], and the error is that
  /// of rounding relative to F.
  package func distribution(_ r: Double) -> Double {
    if r <= 0 { return 0 }
    return r < 1 ? clampedProbability(integral(to: r) { _ in 1 }) : outside(r, 1)
  }

  /// E r^k by the same rule, for k up to 40.
  package func moment(_ k: Int) -> Double {
    requireOrder(k)
    return integral(to: 1) { pow($0, Double(k)) }
  }

  private func integral(to end: Double, of g: (Double) -> Double) -> Double {
    Self.rule.integral(from: 0, to: end) { g($0) * density($0) }
  }
}
