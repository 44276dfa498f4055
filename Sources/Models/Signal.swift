internal import Requirements

/// A direction planted in a Hamiltonian: H = H_noise - N φ(m), φ(m) = Σ_p λ_p m^p, with the overlap
/// m = σ·u/N of σ with the signal u, |u|² = N.
///
/// The spiked tensor model is pure noise of degree p with the signal λ m^p of the same degree; the
/// spiked matrix-tensor model has degrees 2 and p in both. Strengths λ_p are positive.
///
/// Scale: in the notation of Ben Arous, Mei, Montanari and Nica, arXiv:1711.05424, λ is smaller by √2.
public struct Signal: Sendable, Equatable, CustomStringConvertible {
  private let polynomial: Mixture

  /// The signal λ m^p.
  public init(degree p: Int, strength: Double) throws(SignalError) {
    try self.init([p: strength])
  }

  /// A signal from (degree, strength) pairs.
  public init(_ strengths: [Int: Double]) throws(SignalError) {
    do { polynomial = try Mixture(strengths) } catch { throw SignalError(error) }
  }

  /// A signal from a text such as `3:1.5` (degree:λ, comma-separated).
  public init(parsing text: String) throws(SignalError) {
    do { polynomial = try Mixture(parsing: text) } catch { throw SignalError(error) }
  }

  /// The degrees p, ascending, with the strengths λ_p.
  public var terms: [(degree: Int, strength: Double)] {
    polynomial.terms.map { ($0.degree, $0.weight) }
  }

  /// The largest degree.
  public var topDegree: Int { polynomial.topDegree }

  /// λ_p, zero for a degree without a term.
  public func strength(ofDegree p: Int) -> Double {
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

/// Why a signal is not one.
public enum SignalError: Error, Equatable, CustomStringConvertible {
  /// There are no terms.
  case empty
  /// The text does not parse; `part` is the piece at fault.
  case malformed(String, part: String)
  /// A degree below 1, or above ``Mixture/degreeLimit``.
  case degree(Int)
  /// A strength that is not a positive number.
  case strength(Double, degree: Int)
  /// A degree given twice.
  case repeated(Int)

  /// The fault of the same terms as a mixture: both are polynomials with positive coefficients.
  init(_ error: MixtureError) {
    switch error {
    case .empty: self = .empty
    case .malformed(let text, let part): self = .malformed(text, part: part)
    case .degree(let degree): self = .degree(degree)
    case .weight(let strength, let degree): self = .strength(strength, degree: degree)
    case .repeated(let degree): self = .repeated(degree)
    }
  }

  /// One line: the value at fault and what would be valid.
  public var description: String {
    switch self {
    case .empty:
      "the signal is empty; give terms such as '3:1.5' (degree:strength)"
    case .malformed(let text, let part):
      "cannot read \(quoted(part)) in signal \(quoted(text)); terms are degree:strength, such as '3:1.5'"
    case .degree(let degree):
      "degree \(degree) in the signal is not valid; degrees are whole numbers from 1 to "
        + "\(Mixture.degreeLimit)"
    case .strength(let strength, let degree):
      "strength \(strength) of degree \(degree) is not valid; strengths λ_p are positive numbers"
    case .repeated(let degree):
      "degree \(degree) stands twice in the signal; give each degree once"
    }
  }
}
