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
  package static let degreeLimit = 1_000_000

  /// The terms, ascending in degree, weights positive.
  public let terms: [Term]

  /// The pure p-spin, ξ = q^p.
  public static func pure(_ p: Int) -> Mixture {
    demand(
      (1...degreeLimit).contains(p), "a pure model needs p from 1 to \(degreeLimit), not \(p)")
    return Mixture(unchecked: [Term(degree: p, weight: 1)])
  }

  /// A mixture from (degree, weight) pairs.
  ///
  /// - Throws: ``TermsError`` for no term, a degree or a weight that is none.
  public init(_ weights: [Int: Double]) throws(TermsError) {
    try self.init(weights, .mixture)
  }

  init(_ coefficients: [Int: Double], _ kind: TermsError.Kind) throws(TermsError) {
    try self.init(terms: coefficients.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, kind)
  }

  /// A mixture from a text such as `2:0.5,3:1` (degree:weight, comma-separated), or from one that has its `formula`
  /// in it, as the model in a file's origin does: `mixed p-spin, ξ(q) = 0.5 q^2 + q^3, N = 30`.
  ///
  /// - Throws: ``TermsError`` for a text that is not so, and as ``init(_:)``.
  public init(parsing text: String) throws(TermsError) {
    try self.init(parsing: Self.terms(ofFormulaIn: text) ?? text, .mixture)
  }

  /// The terms of a formula as degree:weight; nil if there is none.
  private static func terms(ofFormulaIn text: String) -> String? {
    guard let start = text.range(of: "ξ(q) = ")?.upperBound else { return nil }
    let terms = text[start...].prefix { $0 != "," }.components(separatedBy: " + ").map { term in
      let parts = term.split(separator: " ")
      let power = parts.last == "q" ? "1" : parts.last?.dropFirst(2) ?? ""
      return "\(power):\(parts.count > 1 ? parts[0] : "1")"
    }
    return terms.joined(separator: ",")
  }

  init(parsing text: String, _ kind: TermsError.Kind) throws(TermsError) {
    var terms: [(Int, Double)] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: ":", omittingEmptySubsequences: false)
      guard pieces.count == 2, let degree = Int(pieces[0]), let weight = Double(pieces[1]) else {
        throw .malformed(text, part: String(part), kind)
      }
      terms.append((degree, weight))
    }
    try self.init(terms: terms, kind)
  }

  private init(
    terms: [(degree: Int, weight: Double)], _ kind: TermsError.Kind
  ) throws(TermsError) {
    guard !terms.isEmpty else { throw .empty(kind) }
    var seen: Set<Int> = []
    for (degree, weight) in terms {
      guard (1...Self.degreeLimit).contains(degree) else { throw .degree(degree, kind) }
      guard weight.isFinite, weight > 0 else { throw .coefficient(weight, degree: degree, kind) }
      guard seen.insert(degree).inserted else { throw .repeated(degree, kind) }
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
  package var formula: String {
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
