public import Requirements

/// The probability that an interval of length s holds no eigenvalue, in the bulk of a large matrix.
///
///     E₂(s) = E₊E₋(s),   E₁(s) = E₊(s),   E₄(s) = (E₊(2s) + E₋(2s))/2,
///
/// E± the determinants of the even and odd sine kernel. Starts as 1 - s, and falls as exp(-βπ²s²/16).
///
/// Scale: the mean distance of eigenvalues is 1.
///
/// Reference: Mehta, Random Matrices (2004), chapters 6, 7 and 11; Bornemann, Math. Comp. 79, 871 (2010).
public struct GapProbability: Sendable {
  /// The Dyson index β.
  package let beta: Int
  private let even = SineDeterminant(.even)
  private let odd = SineDeterminant(.odd)

  /// The probabilities of β = 1, 2 or 4.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for another β.
  public init(beta: Int) throws(ParameterError) {
    try ParameterError.requireDysonIndex(beta, in: [1, 2, 4])
    self.beta = beta
  }

  /// Beyond this length the probability is below 1e-17.
  var reach: Double { beta == 1 ? 8 : beta == 2 ? 6 : 4.6 }

  /// E(s) for s ≥ 0, with an absolute error of some 1e-15; NaN for NaN. Cost: one or two eigenproblems of size 40.
  public func callAsFunction(_ s: Double) -> Double {
    demand(s.isNaN || s >= 0, "the length of a gap is 0 or more, not \(s)")
    return s < reach ? jet(s).value : outside(s, 0)
  }

  /// E, E' and E''.
  func jet(_ s: Double) -> GapJet {
    switch beta {
    case 1: return even(s)
    case 2: return even(s) * odd(s)
    default:
      let (a, b) = (even(2 * s), odd(2 * s))
      return GapJet(
        value: (a.value + b.value) / 2, slope: a.slope + b.slope,
        curvature: 2 * (a.curvature + b.curvature))
    }
  }
}
