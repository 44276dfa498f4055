internal import Foundation

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
/// Reference: Wachter, Ann. Stat. 8, 937 (1980).
public struct WachterLaw: SpectralLaw {
  /// a = n₁/p.
  public let first: Double
  /// b = n₂/p.
  public let second: Double
  private let fromZero: SquareRootBulk
  private let fromOne: SquareRootBulk

  /// The law of ratios a, b > 0 with a + b > 1, which the inverse needs.
  public init(first: Double, second: Double) throws(RandomMatrixError) {
    let sum = first + second
    try RandomMatrixError.requirePositive("ratio n₁/p", first)
    try RandomMatrixError.requirePositive("ratio n₂/p", second)
    try RandomMatrixError.require("sum of the ratios", sum, "one above 1") { $0 > 1 }
    self.first = first
    self.second = second
    // 1 - λ± are λ∓ with a and b exchanged.
    func bulk(_ a: Double, _ b: Double) -> SquareRootBulk {
      SquareRootBulk(a.squareRoot() * (sum - 1).squareRoot(), b.squareRoot(), scale: 1 / sum)
    }
    fromZero = bulk(first, second)
    fromOne = bulk(second, first)
  }

  /// λ₋...λ₊, the support without the atoms.
  public var bulk: ClosedRange<Double> { fromZero.near...fromZero.far }

  /// The smallest interval that holds the law.
  public var support: ClosedRange<Double> {
    (first < 1 ? 0 : bulk.lowerBound)...(second < 1 ? 1 : bulk.upperBound)
  }

  /// Points of positive mass.
  public var atoms: [SpectralAtom] {
    [
      SpectralAtom(position: 0, mass: 1 - first), SpectralAtom(position: 1, mass: 1 - second),
    ].filter { $0.mass > 0 }
  }

  /// The density at a point, without atoms; 0 outside the bulk.
  public func density(_ x: Double) -> Double {
    let (a, b) = (bulk.lowerBound, bulk.upperBound)
    guard x > a && x < b else { return outside(x, 0) }
    return (first + second) * ((x - a) * (b - x)).squareRoot() / (2 * .pi * x * (1 - x))
  }

  /// F, the mass up to a point.
  public func distribution(_ x: Double) -> Double {
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

  /// E x = a/(a + b), and E x^{k-1}(1 - x) from the moments of a semicircle, with absolute error
  /// of rounding.
  public func moment(_ k: Int) -> Double {
    requireOrder(k)
    if k == 0 { return 1 }
    let radius = (bulk.upperBound - bulk.lowerBound) / 2
    let centre = (bulk.upperBound + bulk.lowerBound) / 2
    let circle = SemicircleLaw(validRadius: radius)
    // (a + b)/(2π) times the area under √((λ₊ - x)(x - λ₋)).
    let weight = (first + second) * radius * radius / 4
    return (0..<(k - 1)).reduce(first / (first + second)) { moment, j in
      let power = (0...j).reduce(0) { sum, i in
        sum + binomial(j, i) * pow(centre, Double(j - i)) * circle.moment(i)
      }
      return moment - weight * power
    }
  }
}
