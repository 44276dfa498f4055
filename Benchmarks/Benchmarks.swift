import Foundation
import Requirements
import Saddlery

/// Times what the package spends its time on, on one thread, one line each: name, seconds per item.
/// `compare.py` runs this beside NumPy.
@main
enum Benchmarks {
  static func main() throws {
    let hamiltonian = PSpinHamiltonian(.pure(3), dimension: 100, seed: 1)
    var stream = RandomStream(seed: 1, purpose: .noise)

    let count = 64
    time("search, p = 3, N = 100, per point", items: count) {
      let found = Search(hamiltonian).run(points: count, seed: 1, threads: 1)
      let converged = found.count { $0.outcome == .converged }
      demand(converged > count * 9 / 10, "\(converged) of \(count) searches converged")
    }

    let points = Matrix<Double>(
      columns: (0..<64).map { _ in
        hamiltonian.domain.point(fromNormals: stream.normals(count: 100))
      })
    var jets = JetBatch(dimension: 100, count: 64, order: .hessian)
    time("Hessians, p = 3, N = 100, batch of 64, per point", items: 20 * 64) {
      for _ in 0..<20 { hamiltonian.evaluate(points, into: &jets) }
    }

    var normals = [Double](repeating: 0, count: 1 << 22)
    time("normals, per million", items: Double(normals.count) / 1e6) {
      normals.withUnsafeMutableBufferPointer { stream.fill(normals: $0) }
    }
    for n in [200, 400] { descents(n) }
    matrices()
    try fields()
  }

  /// Beside the matrix product that evaluation comes down to.
  private static func descents(_ n: Int) {
    let (batch, steps) = (32, 5)
    let hamiltonian = PSpinHamiltonian(.pure(3), dimension: n, seed: 1)
    var stream = RandomStream(seed: 1, purpose: .starts)
    let starts = Matrix<Double>(
      columns: (0..<batch).map { _ in
        hamiltonian.domain.point(fromNormals: stream.normals(count: n))
      })
    let name = "p = 3, N = \(n), batch of \(batch), per point"
    time("step of gradient descent, \(name)", items: steps * batch) {
      for _ in GradientDescent(hamiltonian, from: starts, stepSize: 0.1).prefix(steps) {}
    }
    let unfolded = Matrix<Double>(
      rows: n * (n + 1) / 2, columns: n, elements: stream.normals(count: n * n * (n + 1) / 2))
    time("matrix product of that size", items: batch) { _ = unfolded * starts }
  }

  private static func matrices() {
    guard let large = try? GaussianOrthogonalEnsemble(size: 2000),
      let small = try? GaussianOrthogonalEnsemble(size: 100)
    else { fail("valid ensembles could not be made") }
    var matrix = Matrix<Double>(rows: 2000, columns: 2000)
    var stream = RandomStream(seed: 1, purpose: .noise)
    time("GOE matrix, 2000 x 2000", items: 1) {
      large.sample(into: &matrix, using: &stream)
    }
    time("GOE spectrum, 100 x 100", items: 1000) {
      _ = small.spectra(seed: 2, samples: 0..<1000)
    }
    time("Tracy-Widom distribution, 1000 points", items: 1) {
      guard let law = try? TracyWidomLaw(beta: 1) else { fail("no law of β = 1") }
      for i in 0..<1000 { _ = law.distribution(-6 + 0.01 * Double(i)) }
    }
  }

  private static func fields() throws {
    guard let covariance = try? IsotropicCovariance.squaredExponential(length: 0.02),
      let grid = try? GridSampler(periodic: covariance, shape: [1024, 1024], spacing: 1.0 / 1024),
      let field = try? WaveField(
        .squaredExponential().extensive(dimension: 100), dimension: 100, waves: 4096, seed: 1)
    else { fail("fields of valid covariances could not be made") }
    var values = [Double](repeating: 0, count: 1 << 20)
    time("periodic field, 1024 x 1024, per sample", items: 4) {
      for sample in 0..<4 { grid.sample(seed: 1, sample: sample, into: &values) }
    }
    let law = try SphericalCriticalPointLaw(.pure(3), dimension: 20)
    try time("critical point drawn from its law, p = 3, N = 20", items: 10) {
      for sample in 0..<10 { _ = try law.draw(index: 5, seed: 1, sample: sample) }
    }
    var stream = RandomStream(seed: 1, purpose: .noise)
    let points = Matrix<Double>(columns: (0..<64).map { _ in stream.normals(count: 100) })
    time("Hessians, 4096 waves, N = 100, batch of 64, per point", items: 64) {
      _ = field.jets(at: points, upTo: .hessian)
    }
  }

  /// Prints the best of three runs, which disturbs least what else the machine is doing.
  private static func time(_ name: String, items: Int, _ body: () throws -> Void) rethrows {
    try time(name, items: Double(items), body)
  }

  private static func time(_ name: String, items: Double, _ body: () throws -> Void) rethrows {
    let best = try (0..<3).map { _ in try ContinuousClock().measure(body) }.min()!
    let seconds = Double(best.components.seconds) + 1e-18 * Double(best.components.attoseconds)
    print(name, seconds / items, separator: "\t")
  }
}
