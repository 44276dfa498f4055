internal import Requirements

/// A direction u planted in a Hamiltonian, |u|² = N.
///
///     H = H_noise - N φ(m),   φ(m) = Σ_p λ_p m^p,   m = σ·u/N
///
/// The spiked tensor model is pure noise of degree p with the signal λ m^p of the same degree; the
/// spiked matrix-tensor model has degrees 2 and p in both. Strengths λ_p are positive.
///
/// Scale: in the notation of Ben Arous, Mei, Montanari and Nica, arXiv:1711.05424, λ is smaller by √2.
public struct Signal: Sendable, Equatable, CustomStringConvertible {
  private let polynomial: Mixture

  /// The signal λ m^p.
  ///
  /// - Throws: ``TermsError`` as ``init(_:)``.
  public init(degree p: Int, strength: Double) throws(TermsError) {
    try self.init([p: strength])
  }

  /// A signal from (degree, strength) pairs.
  ///
  /// - Throws: ``TermsError`` for no term, a degree or a strength that is none.
  public init(_ strengths: [Int: Double]) throws(TermsError) {
    polynomial = try Mixture(strengths, .signal)
  }

  /// A signal from a text such as `3:1.5` (degree:λ, comma-separated).
  ///
  /// - Throws: ``TermsError`` for a text that is not so, and as ``init(_:)``.
  public init(parsing text: String) throws(TermsError) {
    polynomial = try Mixture(parsing: text, .signal)
  }

  /// The degrees p, ascending, with the strengths λ_p.
  public var terms: [(degree: Int, strength: Double)] {
    polynomial.terms.map { ($0.degree, $0.weight) }
  }

  /// The largest degree.
  package var topDegree: Int { polynomial.topDegree }

  /// λ_p, zero for a degree without a term.
  package func strength(ofDegree p: Int) -> Double {
    polynomial.terms.first { $0.degree == p }?.weight ?? 0
  }

  /// φ(m), or its derivative of the given order.
  public func energy(_ m: Double, derivative order: Int = 0) -> Double {
    polynomial.covariance(m, derivative: order)
  }

  /// `3:1.5`: what ``init(parsing:)`` reads.
  public var description: String { polynomial.description }

  /// What a signal does to ``Mixture/convention``, in one line.
  public static let convention =
    "signal: -N Σ_p λ_p m^p, m = Σσ/N, is in H as -λ_p N^{-(p-1)/2} in every entry of J"
}
