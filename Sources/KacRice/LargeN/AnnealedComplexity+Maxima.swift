internal import Models
internal import SpecialFunctions
internal import Foundation

extension AnnealedComplexity {
  /// The radial derivative of most points of energy E: pE in a pure model; in a mixture the bulk's
  /// 2ξ″ξ′E/(ξ(ξ″-ξ′) + ξ′²) while inside the support, else the maximum beyond the edge.
  ///
  /// Energies and derivatives are in the unit of ``CovarianceAtOne`` here.
  func mostLikelyRadialDerivative(energy: Double) -> Double {
    if xi.isPure { return Double(xi.mixture.topDegree) * energy }
    let y = 2 * xi.second * xi.first / xi.slope * energy
    if abs(y) <= edge { return y }
    let beyond = lowestModes(energy: -abs(energy), index: 0)
    return energy < 0 ? beyond : -beyond
  }

  /// The radial derivative y ≤ -2√ξ″ that maximises the rate of index k at energy E.
  ///
  /// dΣ_k/dτ = sinh τ (A cosh τ - B sinh τ + D): quadratic in e^τ, with the edge τ = 0 as the
  /// maximum if the bracket starts negative.
  func lowestModes(energy: Double, index k: Int) -> Double {
    if xi.isPure { return min(Double(xi.mixture.topDegree) * energy, -edge) }
    let a = 2 - 4 * xi.second * xi.value / xi.determinant
    let b = 2 * Double(k) + 2
    let d = -edge * xi.first / xi.determinant * energy
    guard a + d > 0 else { return -edge }
    // (A-B) z² + 2D z + (A+B) = 0 with A < B; its positive root.
    let ratio = ((b - a) / d) * ((b + a) / d)
    let root = d / (b - a) * (1 + (1 + ratio).squareRoot())
    return -edge * (root + 1 / root) / 2
  }

  /// The energy of most points of fixed index k: -E∞ in a pure model; in a mixture with ξ″ ≥ ξ′ the
  /// most numerous marginal points, -2ξ′√ξ″/(ξ′+ξ″), for every k.
  ///
  /// With ξ″ < ξ′ the field has made the landscape trivial, and the few points left are off the
  /// edge.
  public func mostNumerousEnergy(index k: Int) -> Double { xi.unit * scaledMostNumerous(k) }

  func scaledMostNumerous(_ k: Int) -> Double {
    // At given y the best energy is ξ'y/(ξ'+ξ''); dΣ_k/dτ ∝ (ξ'-ξ'')/(ξ'+ξ'') cosh τ - (k+1) sinh τ.
    let ratio = (xi.first - xi.second) / ((xi.first + xi.second) * (Double(k) + 1))
    let tau = ratio > 0 ? atanh(ratio) : 0
    return -edge * cosh(tau) * xi.first / (xi.first + xi.second)
  }

  /// E_k > 0 with rate zero at -E_k: points of index k are exponentially rare below. Nil if they are so
  /// at every energy.
  ///
  /// E_0 is the ground state of pure models and of mixtures like them; in general the ground state is
  /// not below -E_0, and ``OneStepGroundState`` is the independent answer.
  ///
  /// Bisection to adjacent numbers: the error is that of the rate over its slope, below 1e-14 for
  /// p = 3...50.
  public func groundState(index k: Int = 0) -> Double? {
    let top = scaledMostNumerous(k)
    // Landscapes at the border of triviality have rate zero there up to rounding.
    let highest = scaledRate(k, top)
    if abs(highest) < 1e-14 { return -top * xi.unit }
    guard highest > 0 else { return nil }
    var low = 2 * top
    while scaledRate(k, low) > 0 { low *= 2 }
    return -bisect(from: low, to: top) { scaledRate(k, $0) > 0 }.last * xi.unit
  }

  /// Energies between which marginal points, y = -2√ξ″, have rate at least zero; nil if there are
  /// none. A single energy, -E∞, in a pure model.
  public var marginalRange: ClosedRange<Double>? {
    if xi.isPure {
      let energy = -edge / Double(xi.mixture.topDegree)
      return scaledRate(0, energy) >= 0 ? energy * xi.unit...energy * xi.unit : nil
    }
    // base + 1 - Q(E, -edge)/2 ≥ 0 with Q = ((ξ'+ξ'')E² + 2ξ'·edge·E + ξ·edge²)/det.
    let sum = xi.first + xi.second
    let center = -xi.first * edge / sum
    let room = 2 * (base + 1) - edge * edge / sum
    guard room >= 0 else { return nil }
    let half = (room * xi.determinant / sum).squareRoot()
    return (center - half) * xi.unit...(center + half) * xi.unit
  }
}
