internal import Foundation
public import Requirements
internal import SpecialFunctions

extension Law {
  /// Wachter's law: the limiting spectrum of the Jacobi ensemble (MANOVA).
  ///
  ///     density (a + b) √((λ₊ - x)(x - λ₋)) / (2π x(1 - x)),
  ///     λ± = (√(a(a + b - 1)) ± √b)² / (a + b)²,
  ///
  /// and atoms of mass 1 - a at 0 for a < 1 and 1 - b at 1 for b < 1.
  ///
  /// Scale: A Aᵀ(A Aᵀ + B Bᵀ)⁻¹ for matrices A, p×n₁, and B, p×n₂, of independent entries of mean 0
  /// and equal variance, n₁/p → a, n₂/p → b. For a and b as large as they may be the bulk narrows
  /// to a/(a + b).
  ///
  /// Ratios a, b > 0 with a + b > 1, which the inverse needs.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for ratios that are not so.
  ///
  /// Reference: Wachter, Ann. Stat. 8, 937 (1980).
  public static func wachter(
    first: Double, second: Double
  ) throws(ParameterError) -> any SpectralLaw {
    try WachterLaw(first: first, second: second)
  }
}

package struct WachterLaw: SpectralLaw {
  /// a = n₁/p.
  package let first: Double
  /// b = n₂/p.
  package let second: Double
  private let fromZero: SquareRootBulk
  private let fromOne: SquareRootBulk
  private let recurrence: ConstantRecurrence

  package init(first: Double, second: Double) throws(ParameterError) {
    let sum = first + second
    try ParameterError.requirePositive("ratio n₁/p", first)
    try ParameterError.requirePositive("ratio n₂/p", second)
    // a + b - 1 with all its digits.
    let excess = max(first, second) - 1 + min(first, second)
    try ParameterError.require("sum of the ratios", sum, "one above 1") { _ in excess > 0 }
    self.first = first
    self.second = second
    // 1 - λ± are λ∓ with a and b exchanged.
    func bulk(_ a: Double, _ b: Double) -> SquareRootBulk {
      // a(a + b - 1) - b = (a + b)(a - 1)
      let (u, v) = (a.squareRoot() * excess.squareRoot(), b.squareRoot())
      return SquareRootBulk(u, v, difference: sum * ((a - 1) / (u + v)), scale: 1 / sum)
    }
    fromZero = bulk(first, second)
    fromOne = bulk(second, first)
    let (a, b) = (first / sum, second / sum)
    recurrence = ConstantRecurrence(
      mean: a, variance: a * b / sum, centre: a * (excess / sum) + b / sum,
      square: a * b / sum * (excess / sum))
  }

  var bulk: ClosedRange<Double> { fromZero.near...fromZero.far }

  package var bands: [ClosedRange<Double>] { [bulk] }

  package var support: ClosedRange<Double> {
    (first < 1 ? 0 : bulk.lowerBound)...(second < 1 ? 1 : bulk.upperBound)
  }

  package var atoms: [SpectralAtom] {
    [
      SpectralAtom(position: 0, mass: 1 - first), SpectralAtom(position: 1, mass: 1 - second),
    ].filter { $0.mass > 0 }
  }

  package func density(_ x: Double) -> Double {
    let (a, b) = (bulk.lowerBound, bulk.upperBound)
    guard x > a && x < b else { return outside(x, 0) }
    return (first + second) * ((x - a) * (b - x)).squareRoot() / (2 * .pi * x * (1 - x))
  }

  package func distribution(_ x: Double) -> Double {
    if x < support.lowerBound { return 0 }
    if x >= support.upperBound { return 1 }
    let atom = max(0, 1 - first)
    if x <= bulk.lowerBound { return atom }
    if x >= bulk.upperBound { return second }
    let φ = SquareRootBulk.angle(x, from: bulk.lowerBound, to: bulk.upperBound)
    let (low, high) = (fromZero.part(to: φ), 1 - fromOne.part(to: .pi - φ))
    let sum = (fromZero.unit * low + fromOne.unit * high) * (first + second)
    return clampedProbability(atom + (sum < 0 ? 0 : sum))
  }

  /// E x^k; E x = a/(a + b).
  package func moment(_ k: Int) -> Double {
    requireOrder(k)
    return recurrence.moment(k)
  }

  /// ab/(a + b)³.
  package var variance: Double { recurrence.variance }
}
