internal import Foundation

/// A law whose orthogonal polynomials obey a recurrence with constant coefficients but for the first:
///
///     x p₀ = p₁ + m p₀,   x p₁ = p₂ + a p₁ + v p₀,   x p_j = p_{j+1} + a p_j + b p_{j-1} for j ≥ 2
///
/// m is the mean and v the variance; the bulk is a ± 2√b. E x^k is the element (0, 0) of the power k of the
/// coefficients' matrix: a sum of positive terms where no coefficient is negative, so that it keeps its digits.
///
/// Reference: Chihara, An Introduction to Orthogonal Polynomials (1978), chapter I, the recurrence.
struct ConstantRecurrence {
  /// m.
  let mean: Double
  /// v.
  let variance: Double
  /// a.
  let centre: Double
  /// b.
  let square: Double

  /// E x^k, k ≥ 0, in O(k²).
  func moment(_ k: Int) -> Double {
    guard k > 0 else { return 1 }
    var walks = [Double](repeating: 0, count: k / 2 + 2)
    walks[0] = 1
    for step in 0..<k {
      var below = 0.0
      for j in 0..<min(step + 2, k - step) {
        let here = walks[j]
        walks[j] =
          (j == 0 ? mean : centre) * here + below + (j == 0 ? variance : square) * walks[j + 1]
        below = here
      }
    }
    return walks[0]
  }
}
