import Foundation
import Saddlery

/// Minima below the ends of gradient descent, of Entropy-SGD and of Langevin dynamics, from common starts in one sample of the
/// 3-spin and with as many gradients.
struct EntropyRuns: Sendable {
  struct Setting: Sendable {
    let coupling: Double
    let temperature: Double
  }

  struct Plan: Sendable {
    let settings: [Setting]
    let starts: Int
    /// Inner steps L of each outer step.
    let innerSteps: Int
    let outerSteps: Int
    /// Step of all methods.
    let step: Double

    var gradients: Int { innerSteps * outerSteps }
    /// Each once.
    var temperatures: [Double] { Set(settings.map(\.temperature)).sorted() }
  }

  struct End: Sendable {
    let energy: Double
    /// Of the Hessian, ascending.
    let spectrum: [Double]

    var lowestEigenvalue: Double { spectrum[0] }

    /// Mean of log(γ + λ) over all modes: up to a factor of T/2 what -F_γ adds to the energy, to first order in T.
    func logarithm(_ γ: Double) -> Double { mean { log(γ + $0) } }
    /// Mean of 1/(γ + λ).
    func inverse(_ γ: Double) -> Double { mean { 1 / (γ + $0) } }

    private func mean(_ value: (Double) -> Double) -> Double {
      spectrum.reduce(0) { $0 + value($1) } / Double(spectrum.count)
    }
  }

  /// By start.
  let descent: [End]
  /// By setting, then by start.
  let entropy: [[End]]
  /// By temperature, then by start: noise without the coupling.
  let noise: [[End]]
  /// Ends that are no minima.
  let exceptions: Int

  init(_ n: Int, sample: Int, _ plan: Plan, seed: UInt64) {
    let hamiltonian = PSpinHamiltonian(.pure(3), dimension: n, seed: seed, sample: sample)
    let starts = hamiltonian.starts(plan.starts, seed: seed, sample: sample)
    func repeated(_ times: Int) -> Matrix<Double> {
      Matrix(columns: (0..<times).flatMap { _ in (0..<plan.starts).map { starts.column($0) } })
    }
    func spread(_ values: [Double]) -> [Double] {
      values.flatMap { [Double](repeating: $0, count: plan.starts) }
    }
    var bad = 0
    func minima(_ points: Matrix<Double>) -> [[End]] {
      let descent = Descent(hamiltonian, from: points)
      bad += descent.exceptions
      let spectra = hamiltonian.spectra(at: Matrix(columns: descent.ends.map(\.position)))
      let ends = zip(descent.energies, spectra).map { End(energy: $0, spectrum: $1) }
      return stride(from: 0, to: ends.count, by: plan.starts).map {
        Array(ends[$0..<($0 + plan.starts)])
      }
    }
    let budget = HaltingRule(steps: plan.gradients)
    var plain = Trajectories(hamiltonian, from: starts, by: GradientDescent(step: plan.step))
    plain.advance(until: budget)
    let method = EntropyDescent(
      innerSteps: plan.innerSteps, innerStep: plan.step,
      couplings: spread(plan.settings.map(\.coupling)),
      temperatures: spread(plan.settings.map(\.temperature)), averaging: .exponential(0.75),
      outerStep: 1)
    var smooth = Trajectories(
      hamiltonian, from: repeated(plan.settings.count), by: method, seed: seed, sample: 2 * sample)
    smooth.advance(until: HaltingRule(steps: plan.outerSteps))
    var noisy = Trajectories(
      hamiltonian, from: repeated(plan.temperatures.count),
      by: Annealing(
        timeStep: plan.step, temperatures: spread(plan.temperatures), schedule: .constant),
      seed: seed, sample: 2 * sample + 1)
    noisy.advance(until: budget)
    descent = minima(plain.points)[0]
    entropy = minima(smooth.points)
    noise = minima(noisy.points)
    exceptions = bad
  }
}
