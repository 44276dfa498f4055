import Foundation
import Saddlery

extension Overparameterization {
  /// The control: linear equations a·x = y, which descent solves exactly where M ≤ N; without end, and in 3000 steps.
  ///
  /// From x = 0 the residual after t steps is (1 - ηAAᵀ)^t y. Its limit is what of y lies in the kernel of AAᵀ, of mean
  /// square 1 - N/M an equation.
  func linear(_ report: inout Report) {
    let (n, samples, seed) = (40, quick ? 32 : 200, seed)
    let counts = [30, 34, 38, 39, 40, 41, 42, 44, 50]
    /// By count and sample.
    let all = counts.map { m in
      concurrentMap(0..<samples) { sample -> (limit: Double, soon: Double) in
        var stream = RandomStream(seed: seed, purpose: .disorder, sample: 100_000 + sample, item: m)
        let size = 1 / Double(n).squareRoot()
        let a = Matrix<Double>(
          rows: m, columns: n, elements: stream.normals(count: m * n).map { $0 * size })
        let y = stream.normals(count: m)
        var product = Matrix<Double>(rows: m, columns: m)
        Matrix.multiplyByAdjoint(a, into: &product)
        var solver = HermitianEigensolver<Double>(size: m)
        _ = solver.diagonalize(product, vectors: true)
        let λ = solver.eigenvalues
        var (limit, soon) = (0.0, 0.0)
        for (i, λ) in λ.enumerated() {
          let part = zip(solver.eigenvectors.column(i), y).reduce(0) { $0 + $1.0 * $1.1 }
          // Rounding alone makes the eigenvalues of a kernel other than zero.
          if λ < 1e-12 * solver.eigenvalues[m - 1] { limit += part * part / Double(m) }
          let step = 1 / solver.eigenvalues[m - 1]
          soon += part * part * pow(1 - step * max(λ, 0), 6000) / Double(m)
        }
        return (limit, soon)
      }
    }
    report.say("Linear equations, N = \(n), \(samples) samples.")
    report.table(
      "linear",
      "| M | α | solved, descent without end | in 3000 steps | mean squared residual, limit | max(0, 1 - N/M) | z |"
    )
    var exceptions = 0
    for (m, runs) in zip(counts, all) {
      let exact = max(0, 1 - Double(n) / Double(m))
      let residual = Estimate(independent: runs.map(\.limit))
      let verdict = Verdict(
        "M = \(m)", residual, expectation: exact, falsePositiveRate: Self.rate / 4)
      if m > n { report.check(verdict) }
      exceptions += runs.count { ($0.limit < Self.solved) != (m <= n) }
      func share(_ quantity: ((limit: Double, soon: Double)) -> Double) -> Estimate {
        Estimate(independent: runs.map { quantity($0) < Self.solved ? 1 : 0 })
      }
      report.row(
        "| \(m) | \((Double(m) / Double(n)).text(3)) | \(share(\.limit).text(3)) | \(share(\.soon).text(3)) "
          + "| \(residual.text(4)) | \(exact.text(4)) | \(m > n ? verdict.z.text(1) : "exact") |")
    }
    report.check(Verdict("linear: solved if and only if M ≤ N", exceptions: exceptions))
    report.judge("linear equations: the threshold is α = 1")
  }
}
