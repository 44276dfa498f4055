import Foundation
import Saddlery

/// Gradient descents on the random equations of one sample, for more and more of them.
struct EquationRuns: Sendable {
  /// What is asked of the sample.
  struct Setting: Sendable {
    let n: Int
    let counts: [Int]
    var planted = false
    let starts: Int
    /// Steps of the descents, ascending.
    let budgets: [Int]
  }

  /// One number of equations.
  struct Row: Sendable {
    /// Solved within each budget, by start.
    let solved: [[Bool]]
    /// Zero modes of the Gauss-Newton matrix along the sphere at solutions.
    let zeroModes: [Int]
    /// Least eigenvalues of JJᵀ at starts, and at solutions.
    let (before, after): ([Double], [Double])
    /// tr JJᵀ/M at starts.
    let traces: [Double]
  }

  let rows: [Row]

  init(_ setting: Setting, seed: UInt64, sample: Int) {
    rows = setting.counts.map { m in
      let equations = RandomEquations(
        dimension: setting.n, count: m, planted: setting.planted, seed: seed, sample: sample)
      let starts = Matrix<Double>(
        columns: (0..<setting.starts).map { i in
          var stream = RandomStream(seed: seed, purpose: .starts, sample: sample, item: i)
          return equations.domain.point(fromNormals: stream.normals(count: setting.n))
        })
      let goal = Overparameterization.solved * Double(m) / 2
      var run = Trajectories(equations, from: starts, by: GradientDescent(step: Self.step))
      var solved: [[Bool]] = []
      for budget in setting.budgets {
        run.advance(until: HaltingRule(steps: budget - run.steps, value: goal))
        solved.append(run.values.map { $0 <= goal })
      }
      let ends = (0..<setting.starts).filter { solved.last![$0] }.map { run.points.column($0) }
      let there = ends.map { Self.spectrum(equations, at: $0) }
      let here = (0..<setting.starts).map { Self.spectrum(equations, at: starts.column($0)) }
      return Row(
        solved: solved,
        // Between rounding and what a matrix of random entries has is a wide gap.
        zeroModes: there.map { λ in setting.n - 1 - λ.count { $0 > 1e-10 * λ.last! } },
        before: here.map { $0[0] }, after: there.map { $0[0] },
        traces: here.map { $0.reduce(0, +) / Double(m) })
    }
  }

  /// Below 2 over the largest curvature, about 2(1 + √α)² + 4√α at the start.
  static let step = 0.1

  /// Eigenvalues of the smaller of JJᵀ and JᵀJ, ascending: all that are not zero by necessity.
  private static func spectrum(_ equations: RandomEquations, at point: [Double]) -> [Double] {
    let columns = equations.jacobian(at: point)
    let jacobian = columns.rows < columns.columns ? columns : columns.transposed
    var product = Matrix<Double>(rows: jacobian.rows, columns: jacobian.rows)
    Matrix.multiplyByAdjoint(jacobian, into: &product)
    var solver = HermitianEigensolver<Double>(size: product.rows)
    _ = solver.diagonalize(product)
    return solver.eigenvalues
  }
}
