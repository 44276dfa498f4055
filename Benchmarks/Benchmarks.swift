import Foundation
import Requirements
import Saddlery

/// Times what the package spends its time on, on one thread, one line each: name, seconds per item, and where it is known
/// what this machine cannot be faster than: operations at the rate of a large matrix product, or bytes at that of reading
/// memory. `compare.py` runs this beside NumPy.
@main
enum Benchmarks {
  /// Operations and bytes a second, measured first.
  nonisolated(unsafe) private static var limits = (operations: 1.0, bytes: 1.0)

  private enum Work {
    case operations(Double)
    case bytes(Double)
  }

  static func main() throws {
    let arguments = CommandLine.arguments
    if arguments.count == 4, arguments[1] == "--repeat" {
      return try Kernel.run(arguments[2], times: arguments[3])
    }
    if arguments.dropFirst() == ["--scaling"] { return Scaling.run() }
    if arguments.count == 3, arguments[1] == "--networks" {
      return try SmallNetworks.run(into: arguments[2])
    }
    measureLimits()
    let hamiltonian = PSpinHamiltonian(.pure(3), dimension: 100, seed: 1)
    var stream = RandomStream(seed: 1, purpose: .noise)

    search(hamiltonian, points: 64)
    search(PSpinHamiltonian(.pure(3), dimension: 200, seed: 1), points: 64)

    let points = Matrix<Double>(
      columns: (0..<64).map { _ in
        hamiltonian.domain.point(fromNormals: stream.normals(count: 100))
      })
    var jets = JetBatch(dimension: 100, count: 64, order: .hessian)
    time(
      "Hessians, p = 3, N = 100, batch of 64, per point", items: 20 * 64,
      .operations(100 * 100 * 101)
    ) {
      for _ in 0..<20 { hamiltonian.evaluate(points, into: &jets) }
    }

    for (name, formula, hand) in Formulas.pairs {
      for (whose, landscape) in [("formula", formula), ("by hand", hand)] {
        derivatives(of: landscape, "\(name), N = \(Formulas.n), value to Hessian, \(whose)")
      }
    }
    normals()
    for (p, n) in [(3, 400), (4, 80)] {
      time("Hamiltonian drawn, p = \(p), N = \(n)", items: 1) {
        _ = PSpinHamiltonian(.pure(p), dimension: n, seed: 1)
      }
    }
    for n in [200, 400] { descents(n) }
    matrices()
    try fields()
  }

  private static func measureLimits() {
    let n = 1500
    var stream = RandomStream(seed: 1, purpose: .noise)
    let a = Matrix<Double>(rows: n, columns: n, elements: stream.normals(count: n * n))
    let product = seconds { _ = a * a }
    limits.operations = 2 * Double(n * n * n) / product
    let many = [Double](repeating: 1, count: 1 << 26)
    let reading = seconds {
      var sums = SIMD8<Double>.zero
      many.withUnsafeBytes { bytes in
        for vector in bytes.bindMemory(to: SIMD8<Double>.self) { sums += vector }
      }
      demand(sums.sum() == Double(many.count), "a sum of ones is \(sums.sum())")
    }
    limits.bytes = 8 * Double(many.count) / reading
    print(
      "matrix product of 1500 x 1500, per 10⁹ operations", 1e9 / limits.operations, separator: "\t")
    print("reading memory, per 10⁹ bytes", 1e9 / limits.bytes, separator: "\t")
  }

  /// Beside the contraction and the tridiagonal reduction of every step at the rate of a matrix product.
  private static func search(_ hamiltonian: PSpinHamiltonian, points: Int) {
    let n = Double(hamiltonian.domain.ambientDimension)
    var steps = 0
    let best = seconds {
      let found = Search(hamiltonian).run(points: points, seed: 1, threads: 1)
      let converged = found.count { $0.outcome == .converged }
      demand(converged > points * 9 / 10, "\(converged) of \(points) searches converged")
      steps = found.reduce(0) { $0 + $1.iterations }
    }
    let operations = Double(steps) * (n * n * (n + 1) + 4 / 3 * n * n * n)
    report(
      "search, p = 3, N = \(Int(n)), per point", best, items: Double(points),
      .operations(operations / Double(points)))
  }

  private static func derivatives(of landscape: some Landscape, _ name: String) {
    let (n, count) = (landscape.domain.ambientDimension, 64)
    var stream = RandomStream(seed: 1, purpose: .noise)
    let points = Matrix<Double>(columns: (0..<count).map { _ in stream.normals(count: n) })
    var jets = JetBatch(dimension: n, count: count, order: .hessian)
    time("\(name), per point", items: 500 * Double(count)) {
      for _ in 0..<500 { landscape.evaluate(points, into: &jets) }
    }
  }

  /// In the cache, beside NumPy's default generator and beside the one that ours is.
  private static func normals() {
    var stream = RandomStream(seed: 1, purpose: .noise)
    var normals = [Double](repeating: 0, count: 1 << 16)
    for peer in ["", ", Philox"] {
      time("normals, per million\(peer)", items: 64 * Double(normals.count) / 1e6) {
        for _ in 0..<64 { normals.withUnsafeMutableBufferPointer { stream.fill(normals: $0) } }
      }
    }
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
    let operations = Double(n * n * (n + 1))
    time(
      "step of gradient descent, p = 3, N = \(n), batch of \(batch), per point",
      items: steps * batch, .operations(operations)
    ) {
      var run = Trajectories(hamiltonian, from: starts, by: GradientDescent(step: 0.1))
      for _ in 0..<steps { run.step() }
    }
    let unfolded = Matrix<Double>(
      rows: n * (n + 1) / 2, columns: n, elements: stream.normals(count: n * n * (n + 1) / 2))
    time("matrix product of that size, N = \(n)", items: batch, .operations(operations)) {
      _ = unfolded * starts
    }
  }

  private static func matrices() {
    guard let large = try? GaussianOrthogonalEnsemble(size: 2000),
      let small = try? GaussianOrthogonalEnsemble(size: 100)
    else { fail("valid ensembles could not be made") }
    var matrix = Matrix<Double>(rows: 2000, columns: 2000)
    var stream = RandomStream(seed: 1, purpose: .noise)
    time("GOE matrix, 2000 x 2000", items: 1, .bytes(8 * 2000 * 2000)) {
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
    time("periodic field, 1024 x 1024, per sample", items: 4, .bytes(8 * 1024 * 1024)) {
      for sample in 0..<4 { grid.sample(seed: 1, sample: sample, into: &values) }
    }
    let law = try SphericalCriticalPointLaw(.pure(3), dimension: 20)
    try time("critical point drawn from its law, p = 3, N = 20", items: 10) {
      for sample in 0..<10 { _ = try law.draw(index: 5, seed: 1, sample: sample) }
    }
    var stream = RandomStream(seed: 1, purpose: .noise)
    let points = Matrix<Double>(columns: (0..<64).map { _ in stream.normals(count: 100) })
    time(
      "Hessians, 4096 waves, N = 100, batch of 64, per point", items: 64,
      .operations(4096 * 100 * 101)
    ) {
      _ = field.jets(at: points, upTo: .hessian)
    }
  }

  private static func time(
    _ name: String, items: Int, _ work: Work? = nil, _ body: () throws -> Void
  ) rethrows {
    try time(name, items: Double(items), work, body)
  }

  /// - Parameter work: of an item.
  private static func time(
    _ name: String, items: Double, _ work: Work? = nil, _ body: () throws -> Void
  ) rethrows {
    report(name, try seconds(body), items: items, work)
  }

  /// The best of three runs, which disturbs least what else the machine is doing.
  private static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let best = try (0..<3).map { _ in try ContinuousClock().measure(body) }.min()!
    return Double(best.components.seconds) + 1e-18 * Double(best.components.attoseconds)
  }

  private static func report(_ name: String, _ seconds: Double, items: Double, _ work: Work?) {
    let limit: Double? =
      switch work {
      case .operations(let number): number / limits.operations
      case .bytes(let number): number / limits.bytes
      case nil: nil
      }
    let columns = [seconds / items] + (limit.map { [$0] } ?? [])
    print(([name] + columns.map { "\($0)" }).joined(separator: "\t"))
  }
}
