internal import Foundation
internal import RandomStreams
public import Requirements
internal import SpecialFunctions

extension BetaEnsemble {
  /// The circular β-ensemble: the angles of n eigenvalues on the unit circle.
  ///
  ///     joint density of angles ∏|e^{iθ_j} - e^{iθ_k}|^β/Z on (-π, π]ⁿ,   Z = (2π)ⁿ Γ(1 + βn/2)/Γ(1 + β/2)ⁿ
  ///
  /// β = 1, 2, 4 have the spectra of COE, CUE and CSE, pairs of the last once; for β = 0 the angles are independent.
  /// The levels are the angles, ascending in (-π, π], to rounding times n: on average n dθ/2π of them in dθ for every n
  /// and β from 0 to 1e290.
  ///
  /// They are zeros of an orthogonal polynomial of degree n on the circle whose recurrence has independent
  /// coefficients, the first n - 1 even in phase with 1 - |α|² = U^{2/βj}, j = n-1, ..., 1, and the last on the
  /// circle. Along the circle the phase of the polynomial's Blaschke product rises by 2πn, so that every zero has its
  /// bracket.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for a size below 1 or a β beyond 0 to 1e290.
  ///
  /// Randomness: 2n - 1 uniform numbers; n for β = 0. Cost: O(n²), some ten phases of n factors for each angle.
  ///
  /// Reference: Killip and Nenciu, Int. Math. Res. Not. 2004, 2665; Dyson, J. Math. Phys. 3, 140 (1962).
  public static func circular(size n: Int, beta: Double) throws(ParameterError) -> BetaEnsemble {
    try require(size: n, beta: beta)
    return BetaEnsemble(
      size: n, beta: beta, logDensity: { logCircularDensity($0, size: n, beta: beta) },
      law: EvenAngleLaw(), .direct { angles(&$0, n, beta) })
  }

  private static func angles(
    _ generator: inout GSLGenerator, _ n: Int, _ beta: Double
  ) -> [Double] {
    func angle() -> Double { .pi * (1 - 2 * generator.stream.uniform()) }
    guard beta > 0 else { return (0..<n).map { _ in angle() }.sorted() }
    let steps = (1..<n).reversed().map { j in
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
