internal import CGSL
internal import Foundation
internal import RandomStreams
public import Requirements
internal import SpecialFunctions

extension Law {
  /// The law of the second, third or fourth largest eigenvalue of a large GOE, GUE or GSE matrix.
  ///
  ///     F(s) = P(fewer than k eigenvalues above s),   k the rank
  ///
  /// Rank 1 is the ``Law/tracyWidom(beta:scale:)``. For β = 4
  /// every other eigenvalue of a GOE matrix counts: rank k has the law of rank 2k of β = 1.
  ///
  /// Scale: as ``Law/tracyWidom(beta:scale:)``; the k-th largest eigenvalue of a ``BetaEnsemble/hermite(size:beta:)`` tends to
  /// √(2βn) + √(β/2) n^{-1/6} ζ.
  ///
  /// Accuracy: absolute errors of F of 1e-14, of the density of 1e-12; small values have no digits of their own, and beyond
  /// 1e-15 the tails are cut off. A law takes 0.1 s to make: a Chebyshev series through Fredholm determinants.
  ///
  /// The rank is from 1 to 4; the scale matters for β = 4 only.
  ///
  /// Reference: Bornemann, Math. Comp. 79, 871 (2010); Forrester and Rains, in Random Matrix Models and Their
  /// Applications (2001).
  public static func nextLargest(
    rank: Int, beta: Int = 1, scale: SymplecticScale = .stochasticAiry
  ) throws(ParameterError) -> any EdgeLaw {
    try NextLargestLaw(rank: rank, beta: beta, scale: scale)
  }
}

package struct NextLargestLaw: EdgeLaw {
  /// 1 for the largest eigenvalue.
  package let rank: Int
  package let beta: Int
  /// The scale of β = 4.
  package let scale: Law.SymplecticScale
  private let unit: Double
  private let series: ChebyshevSeries
  private let slope: ChebyshevSeries

  package init(
    rank: Int, beta: Int = 1, scale: Law.SymplecticScale = .stochasticAiry
  ) throws(ParameterError) {
    try ParameterError.require("rank", Double(rank), "1, 2, 3 or 4") { (1...4).contains($0) }
    unit = try TracyWidomLaw(beta: beta, scale: scale).unit
    (self.rank, self.beta, self.scale) = (rank, beta, scale)
    let (order, kind) = beta == 4 ? (2 * rank, 1) : (rank, beta)
    func distribution(_ s: Double) -> Double {
      EdgeCounts(above: s).probability(fewerThan: order, beta: kind)
    }
    // The zero of Ai is where the eigenvalue is at large β.
    var low = GSL.value { gsl_sf_airy_zero_Ai_e(UInt32(order), $0) }.rounded()
    var high = low
    while distribution(low) > 1e-17 { low -= 1 }
    while distribution(high) < 1 - 1e-15 { high += 1 }
    let points = ChebyshevSeries.nodes(count: 96, on: low...high)
    series = ChebyshevSeries(values: points.map(distribution), on: low...high)
    slope = series.derivative
  }

  package func distribution(_ s: Double) -> Double {
    let x = s / unit
    if x <= series.range.lowerBound { return 0 }
    return x < series.range.upperBound ? clampedProbability(series(x)) : outside(x, 1)
  }

  package func density(_ s: Double) -> Double {
    let x = s / unit
    return x > series.range.lowerBound && x < series.range.upperBound
      ? max(slope(x), 0) / unit : outside(x, 0)
  }

  /// The s with F(s) = p, to the rounding of F.
  package func quantile(_ p: Double) -> Double {
    guard requireProbability(p) else { return .nan }
    if p == 0 || p == 1 { return p == 0 ? -.infinity : .infinity }
    return unit
      * zero(in: series.range) { (series($0) - p, slope($0)) }
  }

  /// The s with 1 - F(s) = q, to the rounding of F.
  package func survivalQuantile(_ q: Double) -> Double {
    // The tails end where the series does.
    q > 0 ? min(quantile(1 - q), unit * series.range.upperBound) : quantile(1 - q)
  }

  /// E g(ζ), by 128 Gauss-Legendre nodes, for smooth g.
  package func expectation(of g: (Double) -> Double) -> Double {
    Self.rule.integral(from: series.range.lowerBound, to: series.range.upperBound) {
      g(unit * $0) * slope($0)
    }
  }

  private static let rule = GaussLegendre(count: 128)
}
