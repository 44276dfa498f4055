internal import Foundation

/// A law moved along the line.
package struct ShiftedLaw: SpectralLaw {
  private let base: any SpectralLaw
  private let shift: Double

  package init(_ base: any SpectralLaw, by shift: Double) {
    (self.base, self.shift) = (base, shift)
  }

  package var support: ClosedRange<Double> { moved(base.support) }
  package var bands: [ClosedRange<Double>] { base.bands.map(moved) }
  package var atoms: [SpectralAtom] {
    base.atoms.map { SpectralAtom(position: $0.position + shift, mass: $0.mass) }
  }
  package var mean: Double { base.mean + shift }
  package var variance: Double { base.variance }

  package func density(_ x: Double) -> Double { base.density(x - shift) }
  package func distribution(_ x: Double) -> Double { base.distribution(x - shift) }
  package func survival(_ x: Double) -> Double { base.survival(x - shift) }
  package func quantile(_ p: Double) -> Double { base.quantile(p) + shift }

  /// Σ (k over j) shift^{k-j} E x^j.
  package func moment(_ k: Int) -> Double {
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
