internal import Foundation
internal import Numerics
internal import SpecialFunctions

/// The Stieltjes transform of any law of bounded support, by quadrature.
///
///     G(z) = Σ m/(z - p) + f(x₀) log((z - a)/(z - b)) + ∫ (f(x) - f(x₀))/(z - x) dx,   x₀ nearest to z
///
/// x = middle - half·cos θ takes roots out of the ends, and 16 Gauss-Legendre nodes are laid on panels whose
/// lengths halve towards x₀. So G has 12 digits or more also next to the axis, for densities that are smooth
/// inside [a, b] up to roots or inverse roots at its ends. Density that ends elsewhere inside costs digits.
struct QuadratureTransform: Sendable {
  private let law: any SpectralLaw
  private let atoms: [SpectralAtom]
  private let low: Double
  private let high: Double
  private static let rule = GaussLegendre(count: 16)

  init(_ law: any SpectralLaw) {
    self.law = law
    let atoms = law.atoms
    self.atoms = atoms
    let support = law.support
    // Where the density begins beside an atom at an end; of an infinite tail 1e-16 is left out.
    func mass(at x: Double) -> Double { atoms.first { $0.position == x }?.mass ?? 0 }
    let (below, above) = (mass(at: support.lowerBound), mass(at: support.upperBound))
    low = below > 0 ? law.quantile(min(1, below + 1e-15)) : support.lowerBound
    high =
      above > 0 || support.upperBound.isInfinite
      ? law.quantile(max(0, 1 - above - 2e-16)) : support.upperBound
  }

  func jet(_ z: Complex<Double>) -> StieltjesJet {
    var sum = StieltjesSum()
    for atom in atoms { sum.add(atom.mass, at: atom.position, from: z) }
    guard high > low else { return sum.jet }
    let (middle, half) = (low + (high - low) / 2, (high - low) / 2)
    let centre = acos(max(-1, min(1, (middle - z.real) / half)))
    let isNear = z.real > low && z.real < high && z.imaginary < half
    let height = isNear ? law.density(z.real) : 0
    if height > 0 {
      // Logarithms apart: on the axis their difference keeps -iπ.
      let (a, b) = (z - Complex(low), z - Complex(high))
      let (logarithm, slope) = (Complex.log(a) - Complex.log(b), 1 / a - 1 / b)
      sum.value += Complex(height) * logarithm
      sum.slope += Complex(height) * slope
      sum.moment += Complex(height) * (z * logarithm - Complex(high - low))
      sum.momentSlope += Complex(height) * (logarithm + z * slope)
    }
    func add(_ start: Double, _ end: Double) {
      for (node, weight) in zip(Self.rule.nodes, Self.rule.weights) {
        let θ = start + (end - start) * (1 + node) / 2
        let x = middle - half * cos(θ)
        let mass = weight / 2 * abs(end - start) * half * sin(θ) * (law.density(x) - height)
        sum.add(mass, at: x, from: z)
      }
    }
    let least = max(z.imaginary / half, 1e-14)
    for end in [0, Double.pi] {
      var reach = end - centre
      while abs(reach) > least {
        add(centre + reach / 2, centre + reach)
        reach /= 2
      }
      add(centre, centre + reach)
    }
    return sum.jet
  }
}
