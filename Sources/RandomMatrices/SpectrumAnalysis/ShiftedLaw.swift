internal import Foundation

/// A law moved along the line.
struct ShiftedLaw: SpectralLaw {
  let base: any SpectralLaw
  let shift: Double

  var support: ClosedRange<Double> { moved(base.support) }
  var bands: [ClosedRange<Double>] { base.bands.map(moved) }
  var atoms: [SpectralAtom] {
    base.atoms.map { SpectralAtom(position: $0.position + shift, mass: $0.mass) }
  }
  var mean: Double { base.mean + shift }
  var variance: Double { base.variance }

  func density(_ x: Double) -> Double { base.density(x - shift) }
  func distribution(_ x: Double) -> Double { base.distribution(x - shift) }
  func survival(_ x: Double) -> Double { base.survival(x - shift) }
  func quantile(_ p: Double) -> Double { base.quantile(p) + shift }

  /// Σ (k over j) shift^{k-j} E x^j.
  func moment(_ k: Int) -> Double {
    requireOrder(k)
    var (sum, binomial) = (0.0, 1.0)
    for j in 0...k {
      sum += binomial * pow(shift, Double(k - j)) * base.moment(j)
      binomial *= Double(k - j) / Double(j + 1)
    }
    return sum
  }

  private func moved(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    (range.lowerBound + shift)...(range.upperBound + shift)
  }
}
