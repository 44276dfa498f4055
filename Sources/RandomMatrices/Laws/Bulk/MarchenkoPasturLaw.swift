internal import Foundation
public import Requirements
internal import SpecialFunctions

extension Law {
  /// The law of Marchenko and Pastur: eigenvalues of a sample covariance matrix.
  ///
  ///     density √((λ₊ - x)(x - λ₋)) / (2π c σ² x),   λ± = σ²(1 ± √c)²,
  ///
  /// and for c > 1 an atom of mass 1 - 1/c at 0.
  ///
  /// Scale: X Xᵀ/n for an m×n matrix X of independent entries of mean 0 and variance σ², m/n → c.
  ///
  /// The ratio c and the variance σ² are positive, with a finite λ₊.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for a ratio or variance that is not so.
  ///
  /// Reference: Marchenko and Pastur, Math. USSR Sb. 1, 457 (1967).
  public static func marchenkoPastur(
    ratio: Double, variance: Double = 1
  ) throws(ParameterError) -> any SpectralLaw {
    try MarchenkoPasturLaw(ratio: ratio, variance: variance)
  }
}

package struct MarchenkoPasturLaw: SpectralLaw {
  /// c = m/n, variables over samples.
  package let ratio: Double
  /// σ², the variance of an entry.
  package let entryVariance: Double
  private let fromZero: SquareRootBulk

  package init(ratio: Double, variance: Double = 1) throws(ParameterError) {
    try ParameterError.requirePositive("ratio m/n", ratio)
    try ParameterError.requirePositive("variance", variance)
    self.ratio = ratio
    entryVariance = variance
    let root = ratio.squareRoot()
    fromZero = SquareRootBulk(
      1, root, difference: (1 - ratio) / (1 + root), scale: variance.squareRoot())
    try ParameterError.require(
      "upper edge of the bulk", fromZero.far, "a smaller ratio or variance"
    ) { _ in true }
  }

  var bulk: ClosedRange<Double> { fromZero.near...fromZero.far }

  package var bands: [ClosedRange<Double>] { [bulk] }

  package var support: ClosedRange<Double> { ratio > 1 ? 0...bulk.upperBound : bulk }

  package var atoms: [SpectralAtom] {
    ratio > 1 ? [SpectralAtom(position: 0, mass: 1 - 1 / ratio)] : []
  }

  package func density(_ x: Double) -> Double {
    let (a, b) = (bulk.lowerBound, bulk.upperBound)
    guard x > a && x < b else { return outside(x, 0) }
    // In units of half the width, 2σ²√c.
    let (root, half) = (ratio.squareRoot(), (b - a) / 2)
    return ((x - a) / half).squareRoot() * ((b - x) / half).squareRoot() / (.pi * root * x)
  }

  package func distribution(_ x: Double) -> Double {
    if x < support.lowerBound { return 0 }
    if x >= bulk.upperBound { return 1 }
    let atom = atoms.first?.mass ?? 0
    if x <= bulk.lowerBound { return atom }
    let φ = SquareRootBulk.angle(x, from: bulk.lowerBound, to: bulk.upperBound)
    return clampedProbability(atom + min(1, 1 / ratio) * clampedProbability(fromZero.part(to: φ)))
  }

  /// σ^{2k} times the polynomial of Narayana in c.
  package func moment(_ k: Int) -> Double {
    requireOrder(k)
    let recurrence = ConstantRecurrence(
      mean: 1, variance: ratio, centre: 1 + ratio, square: ratio)
    return recurrence.moment(k) * pow(entryVariance, Double(k))
  }

  /// c σ⁴.
  package var variance: Double { ratio * entryVariance * entryVariance }
}
