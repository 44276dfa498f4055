import Foundation
import Saddlery

/// Gradient descent and stochastic gradient descent from the same starts, on sums of independent Hamiltonians.
struct Stochastic {
  /// How the step of one mini-batch changes.
  enum Schedule: String, CaseIterable, Sendable {
    /// The step of gradient descent over the number of mini-batches: a sweep is one step of it.
    case small
    /// From a third of the step of gradient descent down by a factor of a hundred.
    case decreasing
  }

  /// Of one sample, a number for each start.
  struct Sample: Sendable {
    /// Of gradient descent, and of stochastic gradient descent by schedule: before the last full descent and after it.
    let full: [Double]
    let before: [[Double]]
    let after: [[Double]]
    /// Of gradient descent stopped early, and of one in a tenth of the step.
    let early: [Double]
    let fine: [Double]
    /// Overlap of the ends with that of gradient descent, by schedule.
    let overlaps: [[Double]]
    let exceptions: Int
  }

  static let terms = 10
  let n: Int
  let sweeps: Int
  let samples: [Sample]

  init(n: Int, samples: Int, starts: Int, sweeps: Int, first: Int, seed: UInt64) {
    (self.n, self.sweeps) = (n, sweeps)
    self.samples = concurrentMap(first..<(first + samples)) { sample in
      Self.sample(sample, n: n, starts: starts, sweeps: sweeps, seed: seed)
    }
  }

  private static func sample(
    _ sample: Int, n: Int, starts: Int, sweeps: Int, seed: UInt64
  ) -> Sample {
    let model = Mixture.pure(3)
    let parts = (0..<terms).map {
      PSpinHamiltonian(model, dimension: n, seed: seed, sample: terms * sample + $0)
    }
    let factor = 1 / Double(terms).squareRoot()
    let sum = SumLandscape(parts, factor: factor)
    // The whole is one Hamiltonian again, ten times as fast.
    var couplings = parts[0].parts[0].tensor
    for i in couplings.elements.indices {
      couplings.elements[i] = factor * parts.reduce(0) { $0 + $1.parts[0].tensor.elements[i] }
    }
    let whole = PSpinHamiltonian(model, dimension: n, tensors: [couplings])
    let starts = whole.starts(starts, seed: seed, sample: sample)
    func energies(_ points: Matrix<Double>) -> [Double] {
      whole.jets(at: points, upTo: .value).values.map { $0 / Double(n) }
    }
    let rounding = zip(
      energies(starts), sum.jets(at: starts, upTo: .value).values.map { $0 / Double(n) }
    ).count { abs($0 - $1) > 1e-12 * model.covariance(1).squareRoot() }
    let full = Descent(whole, from: starts)
    let early = Descent.run(whole, from: starts, toGradient: 0.1).points
    let fine = Descent(whole, from: starts, stepOver: 10)
    let ends = Schedule.allCases.map { schedule in
      stochastic(sum, from: starts, schedule, sweeps: sweeps)
    }
    let polished = ends.map { Descent(whole, from: $0) }
    return Sample(
      full: full.energies, before: ends.map(energies), after: polished.map(\.energies),
      early: energies(early), fine: fine.energies,
      overlaps: polished.map { end in
        zip(end.ends, full.ends).map { a, b in
          zip(a.position, b.position).reduce(0) { $0 + $1.0 * $1.1 } / Double(n)
        }
      }, exceptions: rounding + ([full, fine] + polished).reduce(0) { $0 + $1.exceptions })
  }

  private static func stochastic(
    _ sum: SumLandscape<PSpinHamiltonian>, from starts: Matrix<Double>, _ schedule: Schedule,
    sweeps: Int
  ) -> Matrix<Double> {
    let step = Descent.step(for: .pure(3))
    let stages = schedule == .small ? 1 : 15
    var points = starts
    for stage in 0..<stages {
      let η =
        schedule == .small
        ? step / Double(terms)
        : step / 3 * exp(-log(100) * Double(stage) / Double(stages - 1))
      var run = Trajectories(miniBatches: sum, from: points, by: GradientDescent(step: η))
      run.advance(until: HaltingRule(steps: sweeps * terms / stages))
      points = run.points
    }
    return points
  }

  /// Means over samples.
  func mean(_ quantity: (Sample) -> [Double]) -> Estimate {
    Estimate(bySample: samples.map(quantity))
  }

  func difference(_ quantity: (Sample) -> [Double]) -> Estimate {
    mean { sample in zip(quantity(sample), sample.full).map { $0 - $1 } }
  }
}
