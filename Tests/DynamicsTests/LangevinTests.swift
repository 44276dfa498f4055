import Dynamics
import Foundation
import Landscapes
import LinearAlgebra
import Models
import RandomStreams
import SpinGlasses
import Statistics
import TestSupport
import Testing

/// Noise against exact laws; z-tests at a rate of 1e-5 each, with a control.
@Suite struct LangevinTests {
  /// In a well the law of a step is exact at any step: variance T/λ · 1/(1 - ηλ/2), which differs from T/λ by 20 standard
  /// errors here.
  @Test func well() {
    let (λ, temperature, step) = (2.0, 0.7, 0.2)
    let well = FunctionLandscape(dimension: 10) { x in x.map { $0 * $0 }.reduce(0, +) * (λ / 2) }
    var run = Trajectories(
      well, from: Matrix(rows: 10, columns: 2000),
      by: Langevin(step: step, temperature: temperature),
      seed: 3)
    run.advance(until: HaltingRule(steps: 60))
    let squares = run.points.elements.map { $0 * $0 }
    let mean = squares.reduce(0, +) / Double(squares.count)
    let exact = temperature / λ / (1 - step * λ / 2)
    let error = exact * (2 / Double(squares.count)).squareRoot()
    #expect(abs(mean - exact) < 4.42 * error)
    #expect(abs(mean - temperature / λ) > 20 * error)
  }

  /// Free on the sphere each step turns by √(2Tη) |Pξ|/√N, so that the mean of the overlap with the start is known.
  @Test func sphere() {
    let n = 6
    let flat = FunctionLandscape(on: Sphere(ambientDimension: n)) { x in 0 * x[0] }
    let (steps, size, replicas) = (10, 2 * 0.3 * 0.1 / Double(n), 20_000)
    let start = [Double](repeating: 1, count: n)
    var run = Trajectories(
      flat, from: Matrix(columns: [[Double]](repeating: start, count: replicas)),
      by: Langevin(step: 0.1, temperature: 0.3), seed: 8)
    run.advance(until: HaltingRule(steps: steps))
    // E cos(√size χ), χ² with n - 1 degrees: a series in size.
    var (factor, term) = (0.0, 1.0)
    for k in 0..<20 {
      factor += term
      term *= -size * Double(n - 1 + 2 * k) / Double((2 * k + 1) * (2 * k + 2))
    }
    let overlaps = (0..<replicas).map { b in
      run.points.column(b).reduce(0, +) / Double(n)
    }
    let mean = overlaps.reduce(0, +) / Double(replicas)
    let squares = overlaps.map { ($0 - mean) * ($0 - mean) }
    let spread = squares.reduce(0, +) / Double(replicas - 1)
    let error = (spread / Double(replicas)).squareRoot()
    #expect(abs(mean - pow(factor, Double(steps))) < 4.42 * error)
    // Another temperature by a tenth.
    #expect(abs(mean - pow(factor, 1.1 * Double(steps))) > 6 * error)
  }

  /// Mean energies of the 3-spin model in equilibrium, by sample, after a start at infinite temperature.
  private func energies(
    _ temperature: Double, step: Double, n: Int, replicas: Int, samples: Int, until end: Double
  ) -> [Double] {
    concurrentMap(0..<samples) { sample in
      let hamiltonian = PSpinHamiltonian(.pure(3), dimension: n, seed: 6, sample: sample)
      var stream = RandomStream(seed: 6, purpose: .starts, sample: sample)
      let starts = Matrix<Double>(
        columns: (0..<replicas).map { _ in
          hamiltonian.domain.point(fromNormals: stream.normals(count: n))
        })
      var run = Trajectories(
        hamiltonian, from: starts, by: Langevin(step: step, temperature: temperature), seed: 6,
        sample: sample)
      let seen = run.record(at: Array(stride(from: 8, through: end, by: 1)), [.energy])
      let values = seen.observables["energy"]!.joined()
      return values.reduce(0, +) / Double(values.count)
    }
  }

  private func estimate(_ values: [Double]) -> Estimate {
    Estimate(values.enumerated().map { ($0.offset, $0.element) })
  }

  /// At high temperature the 3-spin model has E = -1/T, but for terms of order 1/N and η, which two sizes and two steps take
  /// out here.
  @Test(arguments: [2, 1.5]) func paramagnet(_ temperature: Double) {
    func energy(_ n: Int, _ step: Double) -> [Double] {
      energies(temperature, step: step, n: n, replicas: 64, samples: 12, until: 20)
    }
    let (coarse, fine, small) = (energy(60, 0.04), energy(60, 0.02), energy(30, 0.02))
    let limit = estimate(
      zip(zip(coarse, fine), small).map { 2 * $0.1 - $1 + ($0.1 - $0.0) })
    #expect(abs(limit.mean + 1 / temperature) < 3 * limit.standardError, "\(limit)")
    let other = temperature == 2 ? -2.0 / 3 : -0.5
    #expect(abs(limit.mean - other) > 6 * limit.standardError)
  }

  /// Halving the step halves what is due to it: the ratio of two differences is 2.
  @Test(.long) func halvedSteps() {
    let means = [0.04, 0.02, 0.01].map {
      energies(1.5, step: $0, n: 30, replicas: 128, samples: 24, until: 20)
    }
    let differences = (0..<24).map { (means[0][$0] - means[1][$0], means[1][$0] - means[2][$0]) }
    let (first, second) = (estimate(differences.map(\.0)), estimate(differences.map(\.1)))
    let rest = estimate(differences.map { $0.0 - 2 * $0.1 })
    print(
      "differences \(first.mean) ± \(first.standardError), \(second.mean) ± \(second.standardError)"
    )
    #expect(abs(rest.mean) < 3.3 * rest.standardError)
    #expect(abs(second.mean) > 6 * second.standardError)
  }

  /// Replicas draw from streams of their own: part of a batch goes where the whole batch's part goes.
  @Test func streams() {
    let well = FunctionLandscape(dimension: 3) { x in x.map { $0 * $0 }.reduce(0, +) }
    func end(_ range: Range<Int>) -> [Double] {
      var run = Trajectories(
        well, from: Matrix(rows: 3, columns: range.count), by: Langevin(step: 0.1, temperature: 1),
        seed: 4, sample: 2, first: range.lowerBound)
      run.advance(until: HaltingRule(steps: 7))
      return run.points.elements
    }
    #expect(end(0..<5) == end(0..<2) + end(2..<5))
    #expect(end(0..<1) != end(1..<2))
  }

  /// A diffusion matrix D across the axes of a form A: the covariance Σ solves AΣ + ΣA = 2D as η vanishes.
  @Test func diffusion() {
    let form = FunctionLandscape(dimension: 2) { x in (x[0] * x[0] + 3 * x[1] * x[1]) / 2 }
    let d = Matrix<Double>(columns: [[1, 0.8], [0.8, 2]])
    let step = 0.01
    var run = Trajectories(
      form, from: Matrix(rows: 2, columns: 40_000), by: Langevin(step: step, diffusion: d), seed: 9)
    run.advance(until: HaltingRule(steps: 500))
    let count = Double(run.points.columns)
    for (i, j) in [(0, 0), (0, 1), (1, 1)] {
      let products = (0..<run.points.columns).map { run.points[i, $0] * run.points[j, $0] }
      let mean = products.reduce(0, +) / count
      let squares = products.map { ($0 - mean) * ($0 - mean) }
      let spread = squares.reduce(0, +) / count
      let (a, b) = ([1.0, 3][i], [1.0, 3][j])
      // Of the step that is taken: x ← (1 - ηA)x + √(2η) L ξ.
      let exact = 2 * d[i, j] / (a + b - step * a * b)
      #expect(abs(mean - exact) < 4.42 * (spread / count).squareRoot())
    }
  }
}
