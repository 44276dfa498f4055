import Foundation
import Saddlery

/// Minima that schedules of equal cost lead to in one sample: cycles that start again where they ended, cycles from new random
/// points, one long anneal, and descents from random points.
struct Restarts: Sendable {
  struct Plan: Sendable {
    let temperatures: [Double]
    /// Runs of each kind at each temperature.
    let chains: Int
    let cycles: Int
    /// Steps of a cycle.
    let steps: Int
    let timeStep: Double
  }

  /// What one chain of cycles leads to.
  struct Chain: Sendable {
    /// Energies of the minima at the ends of cycles.
    let energies: [Double]
    /// Of the minima of successive cycles.
    let overlaps: [Double]
    /// Whether they are the same point.
    let isSame: [Bool]

    var lowest: Double { energies.min()! }

    /// By cycle, a minimum.
    init(_ ends: [CriticalPoint]) {
      let n = Double(ends[0].position.count)
      energies = ends.map { $0.value / n }
      let pairs = Array(zip(ends, ends.dropFirst()))
      overlaps = pairs.map { a, b in
        zip(a.position, b.position).reduce(0) { $0 + $1.0 * $1.1 } / n
      }
      isSame = pairs.map { a, b in
        norm(zip(a.position, b.position).map { $0 - $1 }) < 1e-6 * norm(a.position)
      }
    }
  }

  /// By temperature and chain.
  let warm, cold: [[Chain]]
  /// Energies of single anneals.
  let annealed: [[Double]]
  /// By chain.
  let descents: [Chain]
  /// Ends that are no minima.
  let exceptions: Int

  init(_ hamiltonian: PSpinHamiltonian, _ plan: Plan, seed: UInt64, sample: Int) {
    let (chains, count) = (plan.chains, plan.temperatures.count)
    let all = plan.temperatures.flatMap { [Double](repeating: $0, count: chains) }
    // A start for each chain and cycle, the same for all temperatures.
    let starts = (0..<plan.cycles).map { cycle in
      Matrix<Double>(
        columns: (0..<chains).map { chain in
          var stream = RandomStream(
            seed: seed, purpose: .starts, sample: sample, item: chains * cycle + chain)
          return hamiltonian.domain.point(
            fromNormals: stream.normals(count: hamiltonian.dimension))
        })
    }
    func repeated(_ points: Matrix<Double>) -> Matrix<Double> {
      Matrix(columns: (0..<count).flatMap { _ in (0..<chains).map { points.column($0) } })
    }
    func run(
      _ points: Matrix<Double>, _ schedule: Annealing.Schedule, _ temperatures: [Double],
      noise: Int
    ) -> Trajectories<PSpinHamiltonian, Annealing> {
      Trajectories(
        hamiltonian, from: points,
        by: Annealing(timeStep: plan.timeStep, temperatures: temperatures, schedule: schedule),
        seed: seed, sample: (plan.cycles + 2) * sample + noise)
    }
    var bad = 0
    func minima(_ points: Matrix<Double>) -> [CriticalPoint] {
      let ends = Search(hamiltonian).run(
        starts: points, targets: [Int](repeating: 0, count: points.columns), threads: 1)
      bad += ends.count { $0.outcome != .converged || $0.index != 0 }
      return ends
    }
    let cosine = Annealing.Schedule.cosine(steps: plan.steps)
    let cycle = HaltingRule(steps: plan.steps)
    var going = run(repeated(starts[0]), cosine, all, noise: 0)
    var (warm, cold) = ([[CriticalPoint]](), [[CriticalPoint]]())
    for number in 0..<plan.cycles {
      going.advance(until: cycle)
      warm.append(minima(going.points))
      // Descents are cycles at T = 0.
      let points = Matrix(
        columns: (0...count).flatMap { _ in (0..<chains).map { starts[number].column($0) } })
      var fresh = run(
        points, cosine, all + [Double](repeating: 0, count: chains), noise: 1 + number)
      fresh.advance(until: cycle)
      cold.append(minima(fresh.points))
    }
    var long = run(
      repeated(starts[0]), .linear(steps: plan.steps * plan.cycles), all, noise: plan.cycles + 1)
    long.advance(until: HaltingRule(steps: plan.steps * plan.cycles))
    let ends = minima(long.points).map { $0.value / Double(hamiltonian.dimension) }
    func chain(_ ends: [[CriticalPoint]], _ b: Int) -> Chain { Chain(ends.map { $0[b] }) }
    func byTemperature(_ ends: [[CriticalPoint]]) -> [[Chain]] {
      (0..<count).map { t in (0..<chains).map { chain(ends, t * chains + $0) } }
    }
    (self.warm, self.cold) = (byTemperature(warm), byTemperature(cold))
    annealed = (0..<count).map { t in Array(ends[(t * chains)..<((t + 1) * chains)]) }
    descents = (0..<chains).map { chain(cold, count * chains + $0) }
    exceptions = bad
  }
}
