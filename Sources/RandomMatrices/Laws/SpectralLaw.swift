internal import Foundation
public import RandomStreams
internal import Requirements
internal import SpecialFunctions

/// A probability law on the line that spectra of large random matrices tend to: of eigenvalues,
/// of singular values, of spacings.
///
///     F(x) = P(X ≤ x) = ∫_{-∞}^x ρ(t) dt + Σ_{x_i ≤ x} m_i,   ρ the density, m_i the mass of the atom x_i
///
/// A law has a density and may have atoms; F counts both. What a conformer does not give by a
/// formula of its own follows from F.
///
/// Accuracy, unless a law says otherwise, over the whole domain of its parameters: a density has a relative error of
/// 1e-15, F an error of 1e-15 of the whole mass, both beside what one rounding of x does; mean, variance and low
/// moments have a relative error of 1e-15, as far as they are numbers at all.
///
/// Every function takes every double: what it says of NaN is NaN. Probabilities outside 0...1 and negative orders
/// are misuse, and end the process.
public protocol SpectralLaw: Sendable {
  /// The smallest interval that holds the law; the upper end may be infinite.
  var support: ClosedRange<Double> { get }

  /// Intervals of positive density, ascending; the support unless said otherwise.
  var bands: [ClosedRange<Double>] { get }

  /// Points of positive mass, ascending; none unless said otherwise.
  var atoms: [SpectralAtom] { get }

  /// F', the density without the atoms; 0 outside the bulk and at its edges, ∞ where it is no number.
  func density(_ x: Double) -> Double

  /// F(x), the mass of (-∞, x].
  func distribution(_ x: Double) -> Double

  /// log F(x), also where F underflows.
  func logDistribution(_ x: Double) -> Double

  /// 1 - F(x), without the loss of digits where it is small.
  func survival(_ x: Double) -> Double

  /// The smallest x of the support with F(x) ≥ p, to the rounding of F.
  func quantile(_ p: Double) -> Double

  /// E x^k, k ≥ 0.
  func moment(_ k: Int) -> Double

  /// E (x - Ex)², also where the law is narrow.
  var variance: Double { get }
}

/// A point of positive mass.
public struct SpectralAtom: Sendable, Equatable {
  /// Where it is.
  public let position: Double
  /// Its probability, in (0, 1].
  public let mass: Double
}

extension SpectralLaw {
  /// The mean E x.
  public var mean: Double { moment(1) }

  /// E x² - (E x)², for laws as wide as they are far from 0.
  public var variance: Double { moment(2) - mean * mean }

  /// The support, in one piece unless a law says otherwise.
  public var bands: [ClosedRange<Double>] { [support] }

  /// None, unless a law says otherwise.
  public var atoms: [SpectralAtom] { [] }

  /// That of F as it is.
  public func logDistribution(_ x: Double) -> Double { log(distribution(x)) }

  /// 1 less F as it is.
  public func survival(_ x: Double) -> Double { 1 - distribution(x) }

  /// Newton's method on F, kept inside a shrinking bracket by bisection.
  public func quantile(_ p: Double) -> Double {
    guard requireProbability(p) else { return .nan }
    var (low, high) = (support.lowerBound, support.upperBound)
    if p <= distribution(low) { return low }
    if high.isInfinite {
      if p == 1 { return high }
      high = max(1, 2 * low)
      while distribution(high) < p { high *= 2 }
    }
    return zero(in: low...high) { (distribution($0) - p, density($0)) }
  }

  /// Independent numbers of this law, by inversion. Randomness: one word each.
  public func sample(count: Int, using stream: inout RandomStream) -> [Double] {
    (0..<count).map { _ in quantile(stream.uniform()) }
  }
}

/// Whether a probability is one; false for NaN.
func requireProbability(_ p: Double) -> Bool {
  demand(p.isNaN || (0...1).contains(p), "a probability lies in 0...1, not \(p)")
  return !p.isNaN
}

/// What a law says of a point for which its formula is not meant; NaN if that is none.
func outside(_ x: Double, _ value: Double) -> Double { x.isNaN ? x : value }

func requireOrder(_ k: Int) {
  demand(k >= 0, "the order of a moment is 0 or more, not \(k)")
}

/// The number of Catalan, (2k)! / (k! (k+1)!).
func catalan(_ k: Int) -> Double {
  var number = 1.0
  for j in 0..<k { number *= Double(4 * j + 2) / Double(j + 2) }
  return number.rounded()
}
