import Saddlery

/// Where descents from random points end in many samples of a model at one size.
struct Floor {
  let model: Mixture
  let n: Int
  let samples: Int
  /// Number of the first sample.
  let first: Int
  /// Energies of the ends, sample by sample.
  let energies: [[Double]]
  /// Ends that are no minima.
  let exceptions: Int

  /// - Parameter first: number of the first sample; no two sizes are to share any.
  init(_ model: Mixture, n: Int, samples: Int, starts: Int, first: Int, seed: UInt64) {
    (self.model, self.n, self.samples, self.first) = (model, n, samples, first)
    let found = concurrentMap(first..<(first + samples)) { sample in
      let hamiltonian = PSpinHamiltonian(model, dimension: n, seed: seed, sample: sample)
      let starts = hamiltonian.starts(starts, seed: seed, sample: sample)
      let end = Descent(hamiltonian, from: starts)
      return (energies: end.energies, exceptions: end.exceptions)
    }
    energies = found.map(\.energies)
    exceptions = found.reduce(0) { $0 + $1.exceptions }
  }

  var mean: Estimate { Estimate(bySample: energies) }

  /// Of single ends.
  var deviation: Double {
    let all = energies.flatMap { $0 }
    let mean = mean.mean
    return (all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count - 1)).squareRoot()
  }
}
