internal import Foundation
public import RandomStreams
public import Requirements
internal import SpecialFunctions

/// The circular β-ensemble: the angles of n eigenvalues on the unit circle.
///
///     joint density of angles ∝ ∏|e^{iθ_j} - e^{iθ_k}|^β on (-π, π]ⁿ
///
/// β = 1, 2, 4 have the spectra of COE, CUE and CSE, pairs of the last once; for β = 0 the angles are independent.
/// ``eigenvalues(from:)`` are the angles, on average n dθ/2π of them in dθ for every n and β.
///
/// They are zeros of an orthogonal polynomial of degree n on the circle whose recurrence has independent
/// coefficients, the first n - 1 even in phase with 1 - |α|² = U^{2/βj}, j = n-1, ..., 1, and the last on the
/// circle. Along the circle the phase of the polynomial's Blaschke product rises by 2πn, so that every zero has its
/// bracket.
///
/// Reference: Killip and Nenciu, Int. Math. Res. Not. 2004, 2665.
public struct CircularEnsemble: SpectrumEnsemble {
  /// The size n.
  public let size: Int
  /// The Dyson index β ≥ 0.
  public let beta: Double

  /// Even on the circle.
  public var limitingLaw: (any SpectralLaw)? { EvenAngleLaw() }

  /// The ensemble of a size and a Dyson index from 0 to 1e290.
  public init(size: Int, beta: Double) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    try requireDysonIndex(beta)
    (self.size, self.beta) = (size, beta)
  }

  /// The angles of one sample, ascending in (-π, π], to rounding times n.
  ///
  /// Randomness: 2n - 1 uniform numbers; n for β = 0. Cost: O(n²), some ten phases of n factors for each angle.
  public func eigenvalues(from generator: inout GSLGenerator) -> [Double] {
    func angle() -> Double { .pi * (1 - 2 * generator.stream.uniform()) }
    guard beta > 0 else { return (0..<size).map { _ in angle() }.sorted() }
    let steps = (1..<size).reversed().map { j in
      let logRest = 2 * log1p(-generator.stream.uniform()) / (beta * Double(j))
      return BlaschkePhase.Step(
        modulus: (-expm1(logRest)).squareRoot(), rest: exp(logRest), phase: angle())
    }
    return BlaschkePhase(steps: steps).angles(at: angle())
  }
}

/// The phase ψ(θ) of the Blaschke product of an orthogonal polynomial on the circle, from ψ = θ by
///
///     ψ ↦ ψ + θ - 2 arg(1 - αe^{iψ})
///
/// for each coefficient α. It rises, by 2π(count + 1) over the circle.
private struct BlaschkePhase {
  /// A coefficient α, with 1 - |α|² to its own rounding.
  struct Step {
    let modulus, rest, phase: Double
  }

  let steps: [Step]

  /// The angles in (-π, π] at which ψ is a given one but for multiples of 2π, ascending.
  func angles(at phase: Double) -> [Double] {
    let turns = ((self(-.pi).value - phase) / (2 * .pi)).rounded(.up)
    var (angles, low) = ([Double](), -Double.pi)
    for k in 0...steps.count {
      let goal = phase + 2 * .pi * (turns + Double(k))
      // Twice the mean distance, and further where need be.
      var reach = 4 * .pi / Double(steps.count + 1)
      while low + reach < .pi, self(low + reach).value < goal { reach *= 2 }
      low = zero(in: low...min(low + reach, .pi)) { θ in
        let here = self(θ)
        return (here.value - goal, here.slope)
      }
      angles.append(low)
    }
    return angles
  }

  private func callAsFunction(_ θ: Double) -> (value: Double, slope: Double) {
    var (ψ, slope) = (θ, 1.0)
    for step in steps {
      let turn = step.phase + ψ
      let (x, y) = (1 - step.modulus * cos(turn), -step.modulus * sin(turn))
      ψ += θ - 2 * atan2(y, x)
      slope = 1 + slope * step.rest / (x * x + y * y)
    }
    return (ψ, slope)
  }
}
