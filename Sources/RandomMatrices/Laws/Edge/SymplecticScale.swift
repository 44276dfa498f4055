internal import Foundation

extension Law {
  /// What the Tracy-Widom law of β = 4 is the law of: its unit times the X of `secondOfOrthogonal`.
  ///
  /// The three laws differ by constant factors; for β = 1 and 2 all authors agree. Below, the largest
  /// eigenvalue is that of ``BetaEnsemble/hermite(size:beta:)`` of β = 4 and size n.
  public enum SymplecticScale: String, Sendable, CaseIterable {
    /// √(8n) + √2 n^{-1/6} ζ, as for β = 1 and 2; for the weight exp(-βx²/4), 2√n + n^{-1/6} ζ. The
    /// negative of the lowest eigenvalue of the stochastic Airy operator. Mean -2.0552.
    ///
    /// Reference: Ramírez, Rider and Virág, J. Amer. Math. Soc. 24, 919 (2011).
    case stochasticAiry
    /// √(8n) + 2^{1/3} n^{-1/6} ζ: F₄(s) = ½(det(1 - A) + det(1 + A)) at √2 s. Mean -2.3069.
    ///
    /// Reference: Bornemann, Math. Comp. 79, 871 (2010).
    case bornemann
    /// √(8n) + 2^{-1/6} n^{-1/6} X; X is also the second largest eigenvalue of GOE, on the scale of its
    /// largest. Mean -3.2624.
    ///
    /// Reference: Forrester and Rains (2001), every other eigenvalue of a GOE matrix.
    case secondOfOrthogonal

    /// ζ/X: 2^{-2/3}, 2^{-1/2} and 1.
    package var unit: Double {
      switch self {
      case .stochasticAiry: 1 / cbrt(4)
      case .bornemann: 0.5.squareRoot()
      case .secondOfOrthogonal: 1
      }
    }
  }
}
