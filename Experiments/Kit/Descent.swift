import Saddlery

/// Gradient descent to the minimum it leads to.
///
/// It descends until the gradient is a hundredth of the largest met. The rest of the way, hundreds of steps along soft modes,
/// is Newton's, aimed at index 0; see ``sameEnds(_:_:)`` for what that changes.
struct Descent {
  /// The minima.
  let ends: [CriticalPoint]
  let n: Double

  /// In units of 1/√ξ''(1), of which 1/2 is the limit of stability at the threshold.
  private static let step = 0.3
  static let part = 1e-2

  /// The step η for a model; 0.122 for the pure 3-spin. Of a field alone, whose curvature is √ξ'(1), 0.6 of its inverse.
  static func step(for model: Mixture) -> Double {
    let (slope, curvature) = (
      model.covariance(1, derivative: 1), model.covariance(1, derivative: 2)
    )
    return step / max(curvature, slope / 4).squareRoot()
  }

  /// From points of the sphere, one a column.
  ///
  /// - Parameter divisor: the step is this part of the usual one.
  init(
    _ hamiltonian: PSpinHamiltonian, from starts: Matrix<Double>, toGradient part: Double = part,
    stepOver divisor: Double = 1
  ) {
    let run = Self.run(hamiltonian, from: starts, toGradient: part, stepOver: divisor)
    let targets = [Int](repeating: 0, count: starts.columns)
    ends = Search(hamiltonian).run(starts: run.points, targets: targets, threads: 1)
    n = Double(hamiltonian.dimension)
  }

  /// Energies E = H/N of the minima.
  var energies: [Double] { ends.map { $0.value / n } }

  /// Ends that are no minima.
  var exceptions: Int { ends.count { $0.outcome != .converged || $0.index != 0 } }

  /// The descent by itself.
  static func run(
    _ hamiltonian: PSpinHamiltonian, from starts: Matrix<Double>, toGradient part: Double,
    stepOver divisor: Double = 1
  ) -> Trajectories<PSpinHamiltonian, GradientDescent> {
    let step = step(for: hamiltonian.mixture) / divisor
    var run = Trajectories(hamiltonian, from: starts, by: GradientDescent(step: step))
    run.advance(until: HaltingRule(steps: 200_000, gradient: part))
    return run
  }

  /// How many ends are the same point, to a millionth of the sphere's radius.
  static func sameEnds(_ a: Descent, _ b: Descent) -> Int {
    zip(a.ends, b.ends).count { a, b in
      norm(zip(a.position, b.position).map { $0 - $1 }) < 1e-6 * norm(a.position)
    }
  }
}

extension PSpinHamiltonian {
  /// Uniform points of the sphere, those of a sample.
  func starts(_ count: Int, seed: UInt64, sample: Int) -> Matrix<Double> {
    Matrix(
      columns: (0..<count).map { i in
        var stream = RandomStream(seed: seed, purpose: .starts, sample: sample, item: i)
        return domain.point(fromNormals: stream.normals(count: dimension))
      })
  }
}
