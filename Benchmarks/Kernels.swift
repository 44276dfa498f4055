import Requirements
import Saddlery

/// What most of the time is spent in, small enough to be run under a simulator that counts instructions and allocations:
/// `Benchmarks --repeat NAME TIMES`, for `Scripts/check-costs`.
struct Kernel {
  let name: String
  let body: () throws -> Void

  static func all() throws -> [Kernel] {
    let small = PSpinHamiltonian(.pure(3), dimension: 30, seed: 1)
    let formula = TestFunction.rastrigin(dimension: 30)
    let tiny = PSpinHamiltonian(.pure(3), dimension: 5, seed: 1)
    let matrices = try GaussianOrthogonalEnsemble(size: 60)
    let signs = try SymmetricEnsemble.wigner(size: 40, entries: .sign)
    var stream = RandomStream(seed: 1, purpose: .noise)
    let starts = Matrix<Double>(
      columns: (0..<32).map { _ in small.domain.point(fromNormals: stream.normals(count: 30)) })
    var jets = JetBatch(dimension: 30, count: 32, order: .hessian)
    return [
      Kernel(name: "normals") { _ = stream.normals(count: 1 << 16) },
      Kernel(name: "couplings") { _ = PSpinHamiltonian(.pure(3), dimension: 80, seed: 1) },
      Kernel(name: "hessians") { small.evaluate(starts, into: &jets) },
      Kernel(name: "formula") { formula.evaluate(starts, into: &jets) },
      Kernel(name: "search") { _ = Search(small).run(points: 32, seed: 1, threads: 1) },
      Kernel(name: "descent") {
        var run = Trajectories(small, from: starts, by: GradientDescent(step: 0.1))
        for _ in 0..<10 { run.step() }
      },
      Kernel(name: "enumeration") { _ = try Enumeration.run(tiny, seed: 1, threads: 1) },
      Kernel(name: "counts") {
        _ = try CriticalPointCounts(.pure(3), dimension: 24, threads: 1)
      },
      Kernel(name: "goe-spectra") { _ = matrices.spectra(seed: 1, samples: 0..<64) },
      Kernel(name: "wigner-spectra") { _ = signs.spectra(seed: 1, samples: 0..<64) },
    ]
  }

  /// Runs a kernel so many times; of no name says which there are.
  static func run(_ name: String, times: String) throws {
    let kernels = try all()
    guard let kernel = kernels.first(where: { $0.name == name }), let times = Int(times) else {
      return print(kernels.map(\.name).joined(separator: "\n"))
    }
    for _ in 0..<times { try kernel.body() }
  }
}
