internal import Foundation
internal import Requirements

/// The covariance ξ(q) = Σ_p a_p² q^p of an isotropic Gaussian Hamiltonian on the sphere.
///
///     Cov(H(σ), H(σ')) = N ξ(σ·σ'/N),   |σ|² = N
///
/// The weight of degree p is a_p²; p = 1 is a random external field. A model is its mixture.
///
/// Reference: Auffinger and Ben Arous, arXiv:1110.5872.
public struct Mixture: Sendable, Equatable, CustomStringConvertible {
  /// One term a_p² q^p.
  public struct Term: Sendable, Equatable {
    /// The degree p.
    public let degree: Int
    /// The weight a_p², positive.
    public let weight: Double
  }

  /// The largest degree of a term.
  public static let degreeLimit = 1_000_000

  /// The terms, ascending in degree, weights positive.
  public let terms: [Term]

  /// The pure p-spin, ξ = q^p.
  public static func pure(_ p: Int) -> Mixture {
    demand(
      (1...degreeLimit).contains(p), "a pure model needs p from 1 to \(degreeLimit), not \(p)")
    return Mixture(unchecked: [Term(degree: p, weight: 1)])
  }

  /// A mixture from (degree, weight) pairs.
  public init(_ weights: [Int: Double]) throws(MixtureError) {
    try self.init(terms: weights.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  /// A mixture from a text such as `2:0.5,3:1` (degree:weight, comma-separated).
  public init(parsing text: String) throws(MixtureError) {
    var terms: [(Int, Double)] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: ":", omittingEmptySubsequences: false)
      guard pieces.count == 2, let degree = Int(pieces[0]), let weight = Double(pieces[1]) else {
        throw .malformed(text, part: String(part))
      }
      terms.append((degree, weight))
    }
    try self.init(terms: terms)
  }

  private init(terms: [(degree: Int, weight: Double)]) throws(MixtureError) {
    guard !terms.isEmpty else { throw .empty }
    var seen: Set<Int> = []
    for (degree, weight) in terms {
      guard (1...Self.degreeLimit).contains(degree) else { throw .degree(degree) }
      guard weight.isFinite, weight > 0 else { throw .weight(weight, degree: degree) }
      guard seen.insert(degree).inserted else { throw .repeated(degree) }
    }
    self.init(
      unchecked: terms.sorted { $0.degree < $1.degree }
        .map { Term(degree: $0.degree, weight: $0.weight) })
  }

  private init(unchecked terms: [Term]) { self.terms = terms }

  /// The largest degree.
  public var topDegree: Int { terms[terms.count - 1].degree }

  /// Whether there is a single term.
  public var isPure: Bool { terms.count == 1 }

  /// ξ(q), or its derivative of the given order.
  public func covariance(_ q: Double, derivative order: Int = 0) -> Double {
    var sum = 0.0
    for term in terms where term.degree >= order {
      var product = term.weight
      for i in 0..<order { product *= Double(term.degree - i) }
      let power = term.degree - order
      if power <= 64 {
        for _ in 0..<power { product *= q }
      } else {
        // The product would take its time, and could be infinity times zero.
        let factor = pow(q, Double(power))
        product = factor == 0 ? 0 : product * factor
      }
      sum += product
    }
    return sum
  }

  /// `3:1` for the pure 3-spin, `2:0.5,3:1` for a mixture: what ``init(parsing:)`` reads.
  public var description: String {
    terms.map { "\($0.degree):\(Self.plain($0.weight))" }.joined(separator: ",")
  }

  /// ξ as a formula, such as `ξ(q) = 0.5 q^2 + q^3`.
  public var formula: String {
    let sum = terms.map { term in
      (term.weight == 1 ? "" : Self.plain(term.weight) + " ")
        + (term.degree == 1 ? "q" : "q^\(term.degree)")
    }
    return "ξ(q) = " + sum.joined(separator: " + ")
  }

  private static func plain(_ x: Double) -> String {
    x == x.rounded() && abs(x) < 1e15 ? String(Int(x)) : String(x)
  }
}

/// Why a mixture is not one.
public enum MixtureError: Error, Equatable, CustomStringConvertible {
  /// There are no terms.
  case empty
  /// The text does not parse; `part` is the piece at fault.
  case malformed(String, part: String)
  /// A degree below 1, or above ``Mixture/degreeLimit``.
  case degree(Int)
  /// A weight that is not a positive number.
  case weight(Double, degree: Int)
  /// A degree given twice.
  case repeated(Int)

  /// One line: the value at fault and what would be valid.
  public var description: String {
    switch self {
    case .empty:
      "the mixture is empty; give terms such as '2:0.5,3:1' (degree:weight)"
    case .malformed(let text, let part):
      "cannot read \(quoted(part)) in mixture \(quoted(text)); terms are degree:weight, such as '2:0.5,3:1'"
    case .degree(let degree):
      "degree \(degree) in the mixture is not valid; degrees are whole numbers from 1 to "
        + "\(Mixture.degreeLimit)"
    case .weight(let weight, let degree):
      "weight \(weight) of degree \(degree) is not valid; weights a_p^2 are positive numbers"
    case .repeated(let degree):
      "degree \(degree) stands twice in the mixture; give each degree once"
    }
  }
}
