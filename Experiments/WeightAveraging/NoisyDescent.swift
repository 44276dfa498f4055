import Saddlery

/// Noisy descent from a minimum: excess energies of iterates, and of averages over more and more of them.
struct NoisyDescent: Sendable {
  struct Setting: Sendable {
    let temperature: Double
    let step: Double
    /// Steps before the first iterate that counts.
    let rest: Int
    /// Numbers of iterates averaged, the last that of all.
    let counts: [Int]
  }

  /// Replicas that end in another basin, which are left out.
  let left: Int
  /// Mean (H - H*)/N of iterates, by replica.
  let iterates: [Double]
  /// Of the average over so many, scaled back to the sphere, by replica.
  let averages: [[Double]]
  /// What theory says of both, and of iterates to first order in T.
  let iterate: Double
  let average: [Double]
  let harmonic: Double
  /// T/2 for each degree of freedom.
  let classical: Double

  /// - Parameter sample: of the noise.
  init(
    _ hamiltonian: PSpinHamiltonian, in basin: Basin, _ setting: Setting, replicas: Int,
    seed: UInt64, sample: Int
  ) {
    let (rest, counts, total) = (setting.rest, setting.counts, setting.counts.last!)
    let (t, step) = (setting.temperature, setting.step)
    var run = Trajectories(
      hamiltonian, from: Matrix(columns: (0..<replicas).map { _ in basin.position }),
      by: Langevin(step: step, temperature: t), seed: seed, sample: sample)
    run.advance(until: HaltingRule(steps: rest))
    var sum = Matrix<Double>(rows: hamiltonian.dimension, columns: replicas)
    var (energies, means) = ([Double](repeating: 0, count: replicas), [[Double]]())
    func excess(_ values: [Double]) -> [Double] { values.map { ($0 - basin.value) / basin.n } }
    for count in 1...total {
      run.step()
      sum.add(run.points, times: 1)
      for (b, value) in excess(run.values).enumerated() { energies[b] += value / Double(total) }
      guard counts.contains(count) else { continue }
      var mean = sum
      hamiltonian.domain.restore(&mean)
      means.append(excess(hamiltonian.jets(at: mean, upTo: .value).values))
    }
    let ends = Descent(hamiltonian, from: run.points).ends
    let stay = (0..<replicas).filter { b in
      norm(zip(ends[b].position, basin.position).map { $0 - $1 }) < 1e-6 * norm(basin.position)
    }
    left = replicas - stay.count
    iterates = stay.map { energies[$0] }
    averages = means.map { mean in stay.map { mean[$0] } }
    iterate = basin.iterate(t, step: step, after: (rest + 1)..<(rest + total + 1))
    average = counts.map {
      basin.average(t, step: step, after: (rest + 1)..<(rest + $0 + 1))
    }
    classical = basin.classical(t)
    harmonic = iterate + basin.second * t * t / basin.n
  }
}

/// The stiffest minimum below some starts of a sample, by its lowest eigenvalue, and noisy descents from it.
struct NoisyBasin: Sendable {
  let energy: Double
  let lowestEigenvalue: Double
  let descents: [NoisyDescent]

  init(
    _ n: Int, sample: Int, settings: [NoisyDescent.Setting], replicas: Int, seed: UInt64
  ) {
    let hamiltonian = PSpinHamiltonian(.pure(3), dimension: n, seed: seed, sample: sample)
    let minima = Descent(hamiltonian, from: hamiltonian.starts(8, seed: seed, sample: sample)).ends
    let minimum = minima.filter { $0.outcome == .converged && $0.index == 0 }
      .max { $0.lowestEigenvalue < $1.lowestEigenvalue }!
    let basin = Basin(hamiltonian, at: minimum)
    (energy, lowestEigenvalue) = (minimum.value / Double(n), minimum.lowestEigenvalue)
    descents = settings.enumerated().map { i, setting in
      NoisyDescent(
        hamiltonian, in: basin, setting, replicas: replicas, seed: seed,
        sample: settings.count * sample + i)
    }
  }
}
