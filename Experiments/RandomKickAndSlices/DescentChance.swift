import Foundation

/// What the semicircle says of random directions at a place of energy E, p and N given: H = σ(G√(1/N) + μ), G from the GOE
/// with off-diagonal variance 1, σ² = p(p-1), μ = p|E|/σ.
struct DescentChance {
  let p: Int
  let n: Int

  /// |E| √(pN/(2(p-1))): the mean of v'Hv over its standard deviation.
  func argument(energy: Double) -> Double {
    abs(energy) * (Double(p * n) / Double(2 * (p - 1))).squareRoot()
  }

  /// Φ(-z): one direction, v'Hv taken for normal.
  func direction(energy: Double) -> Double { Self.below(-argument(energy: energy)) }

  /// Φ(-√2 z) + e^{-z²/2} Φ(z)/√2: some direction of a plane, its 2 x 2 matrix taken for one of the GOE about its mean.
  func plane(energy: Double) -> Double {
    let z = argument(energy: energy)
    let root = 2.0.squareRoot()
    return Self.below(-root * z) + exp(-z * z / 2) * Self.below(z) / root
  }

  /// lim -ln P/N: μ²/4 for μ ≤ 1, where v'Hv is as if normal; (1/2 - ln(2 - μ))/2 for 1 ≤ μ < 2, where v leans on the lowest
  /// mode alone.
  func rate(energy: Double) -> Double {
    let μ = strength(energy: energy)
    return μ <= 1 ? μ * μ / 4 : (0.5 - log(2 - μ)) / 2
  }

  /// The rate of the normal law at all energies, μ²/4.
  func normalRate(energy: Double) -> Double {
    let μ = strength(energy: energy)
    return μ * μ / 4
  }

  /// μ = 2|E|/E∞.
  private func strength(energy: Double) -> Double {
    abs(energy) * (Double(p) / Double(p - 1)).squareRoot()
  }

  private static func below(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }
}
