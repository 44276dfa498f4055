public import Models
internal import SpecialFunctions
internal import Foundation

/// The critical point that a strong signal makes, one in a sample, as N → ∞.
///
/// With a susceptibility χ, σ = χ(φ′(m) u + √ξ′ z), z a direction of the noise, so that
///
///     m = χφ'(m),   1 = χ²(φ'(m)² + ξ'),   E = -φ(m) - χξ',   y = -1/χ - ξ''χ.
///
/// At it the rate of ``SpikedComplexity`` is zero and largest: half of 1 - m² - ξ′χ². It exists from a
/// strength on; for λ m^p on pure noise λ_c² = (p-1)^{p-1}/(p (p-2)^{p-2}), with overlap
/// m² = (p-2)/(p-1) there. Beyond that it is the minimum that matters for recovery, though not
/// at once the lowest.
///
/// Reference: the equations are the replica-symmetric ones at zero temperature; λ_c as in Ben Arous,
/// Mei, Montanari and Nica, arXiv:1711.05424.
public struct InformativePoint: Sendable {
  /// m, the overlap with the signal.
  public let overlap: Double
  /// E, with the signal's part.
  public let energy: Double
  /// y = ⟨σ, ∇H⟩/N.
  public let radialDerivative: Double
  /// χ, at most 1/√ξ″ at a minimum.
  public let susceptibility: Double

  /// The solution of largest overlap; nil if there is none with m > 0 that is a minimum.
  public init?(_ mixture: Mixture, signal: Signal) {
    let xi = CovarianceAtOne(mixture)
    func slope(_ m: Double) -> Double { signal.energy(m, derivative: 1) / xi.unit }
    func isStrong(_ m: Double) -> Bool {
      let slope = slope(m)
      return slope * slope * (1 - m) * (1 + m) > xi.first * m * m
    }
    let count = 20_000
    guard let last = (1..<count).last(where: { isStrong(Double($0) / Double(count)) }) else {
      return nil
    }
    // Adjacent numbers: isStrong holds at `m`, not above.
    let m = bisect(from: Double(last) / Double(count), to: Double(last + 1) / Double(count)) {
      !isStrong($0)
    }.last
    let chi = m / slope(m)
    guard chi * chi * xi.second <= 1 else { return nil }
    overlap = m
    susceptibility = chi / xi.unit
    energy = -signal.energy(m) - chi * xi.first * xi.unit
    radialDerivative = (-1 / chi - xi.second * chi) * xi.unit
  }
}
