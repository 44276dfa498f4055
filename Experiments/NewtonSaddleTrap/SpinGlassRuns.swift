import Saddlery

/// Where each method ends in one 3-spin landscape, from common starts.
struct SpinGlassRuns {
  struct Run {
    let isSettled: Bool
    let energy: Double
    let indexFraction: Double
    let steps: Int
  }

  let sample: Int
  /// A list for each method, start by start.
  let runs: [[Run]]

  init(n: Int, sample: Int, starts count: Int, seed: UInt64) {
    self.sample = sample
    let model = PSpinHamiltonian(.pure(3), dimension: n, seed: seed, sample: sample)
    let starts = Matrix<Double>(
      columns: (0..<count).map { item in
        var stream = RandomStream(seed: seed, purpose: .starts, sample: sample, item: item)
        return model.domain.point(fromNormals: stream.normals(count: n))
      })
    runs = SaddleMethod.allCases.map { method in
      let end = method.run(model, from: starts, step: 0.12, limit: 2000, gradient: 1e-8)
      let indices = model.indices(at: end.points)
      return (0..<count).map { b in
        Run(
          isSettled: end.outcomes[b] == "settled", energy: end.values[b] / Double(n),
          indexFraction: indices[b].map { Double($0) / Double(n - 1) } ?? .nan,
          steps: end.steps[b])
      }
    }
  }
}
