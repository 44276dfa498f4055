internal import Foundation
public import Requirements
internal import SpecialFunctions

extension Law {
  /// The law of one eigenvalue, picked at random, of a GOE or GUE matrix of finite size: the mean density
  /// of the spectrum over n.
  ///
  /// With ψ_j the Hermite functions, orthonormal for dy,
  ///
  ///     β = 2   nρ(y√2) √2 = Σ_{j<n} ψ_j(y)²
  ///     β = 1   nρ(y) = Σ_{j<n} ψ_j² + √(n/2) ψ_{n-1} E_n + [n odd] ψ_{n-1} / ∫ψ_{n-1},
  ///
  /// E_j(y) = ½∫ sgn(y - t) ψ_j(t) dt. The distribution function is as explicit; see `distribution(_:)`.
  ///
  /// Scale: ``BetaEnsemble/hermite(size:beta:)``, edge √(2βn). Cost: O(n) a point.
  ///
  /// Accuracy: a density has a relative error of 1e-13 beside what one rounding of x does, F an error of 1e-14 + 1e-17 n.
  ///
  /// Sizes are from 1 to 10⁶, β is 1 or 2.
  ///
  /// Reference: Mehta, Random Matrices (2004), sections 6.2 and 7.2.
  public static func meanDensity(
    size: Int, beta: Int = 1
  ) throws(ParameterError) -> any SpectralLaw {
    try MeanDensityLaw(size: size, beta: beta)
  }
}

package struct MeanDensityLaw: SpectralLaw {
  package let size: Int
  package let beta: Int

  package init(size: Int, beta: Int = 1) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    try ParameterError.require("size", Double(size), "one up to 1000000") { $0 <= 1e6 }
    try ParameterError.requireDysonIndex(beta, in: [1, 2])
    (self.size, self.beta) = (size, beta)
  }

  package var support: ClosedRange<Double> { -Double.infinity...Double.infinity }

  /// √β, the unit in which the weight is that of Hermite.
  private var unit: Double { Double(beta).squareRoot() }

  /// Beyond this the mass is below 1e-18.
  private var reach: Double { unit * ((2 * Double(size)).squareRoot() + 9) }

  package func density(_ x: Double) -> Double {
    guard abs(x) < 2 * reach else { return outside(x, 0) }
    return max(0, evaluate(x).slope)
  }

  /// F, the mass up to a point.
  ///
  /// With G_j = ∫ψ_j² and I_j = ∫ψ_j up to y, G_j = G_{j-1} - ψ_j ψ_{j-1}/√(2j) as
  /// (ψ_j ψ_{j-1})' = √(2j)(ψ_{j-1}² - ψ_j²), and I_{j+1} = √(j/(j+1)) I_{j-1} - √(2/(j+1)) ψ_j. So
  /// Q_j = ∫ψ_{j-1} E_j follows, integrated by parts, from
  ///
  ///     Q_j = √((j-1)/j) (E_{j-1} E_{j-2} - Q_{j-1}) - √(2/j) G_{j-1},   Q_0 = 0,
  ///
  /// and nF = Σ G_j, for β = 1 plus √(n/2) Q_n + [n odd] I_{n-1}/∫ψ_{n-1}.
  package func distribution(_ x: Double) -> Double {
    guard abs(x) < 2 * reach else { return outside(x, x < 0 ? 0 : 1) }
    return clampedProbability(evaluate(x).value)
  }

  package func quantile(_ p: Double) -> Double { quantile(p, in: -reach...reach, evaluate) }

  /// E x^k, by the trapezoidal rule in O(n²); 0 for odd orders, 1 + β(n-1)/2 for k = 2.
  package func moment(_ k: Int) -> Double {
    requireOrder(k)
    guard k.isMultiple(of: 2) else { return 0 }
    if k <= 2 { return k == 0 ? 1 : 1 + Double(beta * (size - 1)) / 2 }
    // The density has no frequency above 2√(2n) and a few.
    let steps = Int(reach / unit * (2 * (2 * Double(size)).squareRoot() + 14) / 3)
    return moment(k, in: -reach...reach, steps: steps)
  }

  /// F and the density.
  private func evaluate(_ x: Double) -> Dual {
    let (n, y) = (size, x / unit)
    var ψ: [Double] = []
    ψ.reserveCapacity(n + 1)
    forEachHermiteFunction(n + 1, at: y) { ψ.append($1) }
    var mass = erfc(-y) / 2
    var (density, distribution) = (ψ[0] * ψ[0], mass)
    // I_j and ∫ψ_j over the line for j - 1 and j; Q_{j+1}.
    let total = 2.0.squareRoot() * pow(.pi, 0.25)
    var (integrals, totals) = ((0.0, total * erfc(-y / 2.0.squareRoot()) / 2), (0.0, total))
    var product = -2.0.squareRoot() * mass
    for j in 1..<n {
      mass -= ψ[j] * ψ[j - 1] / (2 * Double(j)).squareRoot()
      density += ψ[j] * ψ[j]
      distribution += mass
      guard beta == 1 else { continue }
      let before = integrals.1 - totals.1 / 2
      integrals = Self.advance(integrals, past: ψ[j - 1], j)
      totals = Self.advance(totals, past: 0, j)
      let here = integrals.1 - totals.1 / 2
      let (a, b) = (Double(j) / Double(j + 1), 2 / Double(j + 1))
      product = a.squareRoot() * (here * before - product) - b.squareRoot() * mass
    }
    if beta == 1 {
      let next =
        Self.advance(integrals, past: ψ[n - 1], n).1 - Self.advance(totals, past: 0, n).1 / 2
      let root = (Double(n) / 2).squareRoot()
      density += root * ψ[n - 1] * next
      distribution += root * product
      if !n.isMultiple(of: 2) {
        density += ψ[n - 1] / totals.1
        distribution += integrals.1 / totals.1
      }
    }
    return Dual(distribution / Double(n), slope: density / (unit * Double(n)))
  }

  /// (I_{j-2}, I_{j-1}) to (I_{j-1}, I_j).
  private static func advance(_ pair: (Double, Double), past ψ: Double, _ j: Int) -> (
    Double, Double
  ) {
    (
      pair.1,
      (Double(j - 1) / Double(j)).squareRoot() * pair.0 - (2 / Double(j)).squareRoot() * ψ
    )
  }
}
