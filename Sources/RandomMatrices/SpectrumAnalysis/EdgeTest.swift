internal import Foundation
internal import Requirements

/// The probability that the largest of n levels lies as far out as seen, or farther.
///
/// For GOE matrices up to n = 600 the law is exact, else that of Tracy and Widom.
package struct EdgeTest: Sendable {
  private let law: any SpectralLaw
  /// The law's argument, centre + unit · score.
  private let centre, unit: Double

  package init(_ family: SpectralFamily, size: Int) {
    guard family == .semicircle, size <= 600 else {
      (law, centre, unit) = (certain { try TracyWidomLaw(beta: 1) }, 0, 1)
      return
    }
    let n = Double(size)
    law = certain { try LargestEigenvalueLaw(size: size) }
    (centre, unit) = ((2 * n - 1).squareRoot(), 1 / (2.squareRoot() * pow(n, 1.0 / 6)))
  }

  /// The probability of a score that large.
  package func survival(_ score: Double) -> Double {
    // Beyond, every digit of it is 0.
    score > 60 ? 0 : law.survival(centre + unit * score)
  }

  /// The score that is reached with a probability.
  package func critical(_ probability: Double) -> Double {
    (law.quantile(1 - probability) - centre) / unit
  }
}
