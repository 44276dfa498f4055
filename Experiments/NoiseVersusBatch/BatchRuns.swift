import Foundation
import Saddlery

/// Stochastic descent on a 3-spin that is a sum of independent ones over √P, in mini-batches of several sizes.
struct BatchRuns: Sendable {
  /// P.
  static let terms = 16

  /// The number B of terms in a batch, and the step.
  struct Setting: Sendable {
    let batch: Int
    let step: Double

    /// The temperature of Langevin dynamics with the same noise: a batch's gradient is off by ξ'(P/B - 1) along every direction
    /// in the mean square.
    var temperature: Double {
      step / 2 * Mixture.pure(3).covariance(1, derivative: 1)
        * (Double(BatchRuns.terms) / Double(batch) - 1)
    }
  }

  /// Of one sample, a number for each start.
  struct Sample: Sendable {
    /// Energies of the ends of full descent, and of one stopped at a tenth of the gradient.
    let full: [Double]
    let early: [Double]
    /// By setting: before the last full descent and after it.
    let before: [[Double]]
    let after: [[Double]]
    /// Ends that are no minima.
    let exceptions: Int
  }

  let n: Int
  let settings: [Setting]
  let samples: [Sample]

  init(
    n: Int, settings: [Setting], time: Double, samples: Int, starts: Int, first: Int, seed: UInt64
  ) {
    (self.n, self.settings) = (n, settings)
    self.samples = concurrentMap(first..<(first + samples)) { sample in
      Self.sample(sample, n: n, settings, time: time, starts: starts, seed: seed)
    }
  }

  private static func sample(
    _ sample: Int, n: Int, _ settings: [Setting], time: Double, starts: Int, seed: UInt64
  ) -> Sample {
    let model = Mixture.pure(3)
    let tensors = (0..<terms).map {
      PSpinHamiltonian(model, dimension: n, seed: seed, sample: terms * sample + $0).parts[0].tensor
    }
    let factor = 1 / Double(terms).squareRoot()
    func hamiltonian(_ some: ArraySlice<SymmetricTensor>, times factor: Double) -> PSpinHamiltonian
    {
      var tensor = some.first!
      for i in tensor.elements.indices {
        tensor.elements[i] = factor * some.reduce(0) { $0 + $1.elements[i] }
      }
      return PSpinHamiltonian(model, dimension: n, tensors: [tensor])
    }
    let whole = hamiltonian(tensors[...], times: factor)
    let starts = whole.starts(starts, seed: seed, sample: sample)
    func energies(_ points: Matrix<Double>) -> [Double] {
      whole.jets(at: points, upTo: .value).values.map { $0 / Double(n) }
    }
    let full = Descent(whole, from: starts)
    let early = Descent.run(whole, from: starts, toGradient: 0.1).points
    let ends = settings.enumerated().map { i, setting in
      let batches = stride(from: 0, to: terms, by: setting.batch).map {
        hamiltonian(tensors[$0..<($0 + setting.batch)], times: 1)
      }
      var run = Trajectories(
        whole, from: starts,
        by: BatchDescent(
          sum: SumLandscape(batches, factor: factor), timeStep: setting.step, seed: seed,
          sample: 100 * sample + i))
      run.advance(until: HaltingRule(time: time))
      return run.points
    }
    let polished = ends.map { Descent(whole, from: $0) }
    return Sample(
      full: full.energies, early: energies(early), before: ends.map(energies),
      after: polished.map(\.energies),
      exceptions: ([full] + polished).reduce(0) { $0 + $1.exceptions })
  }

  /// Means over samples.
  func mean(_ quantity: (Sample) -> [Double]) -> Estimate {
    Estimate(bySample: samples.map(quantity))
  }

  /// Of a quantity less that of full descent from the same start.
  func difference(_ quantity: (Sample) -> [Double]) -> Estimate {
    mean { sample in zip(quantity(sample), sample.full).map { $0 - $1 } }
  }
}
