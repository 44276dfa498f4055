import Saddlery

/// Langevin dynamics with a diffusion matrix D in f = Σ a_i x_i²/2, long after the start.
struct NoisyValley {
  static let step = 0.02

  let name: String
  /// When areas are looked at, from the end of the first part of the run on.
  let times: [Double]
  /// The area swept until then.
  let swept: [Estimate]
  /// Mean area in a unit of time.
  let area: Estimate

  private let diffusion: Matrix<Double>
  private let products: [[[Double]]]

  init(_ name: String, _ diffusion: Matrix<Double>, replicas: Int, seed: UInt64, sample: Int) {
    let a = LimitCycles.curvatures
    let valley = FunctionLandscape(dimension: 2) { x in
      (a[0] * x[0] * x[0] + a[1] * x[1] * x[1]) / 2
    }
    // What is left of the start is e^-10 of it.
    let (rest, stretch, looks) = (Int(10 / a[0] / Self.step), 25, 20)
    let batch = 1000
    let parts = concurrentMap(0..<(replicas / batch)) {
      part -> (swept: [[Double]], end: Matrix<Double>) in
      var run = Trajectories(
        valley, from: Matrix(rows: 2, columns: batch),
        by: Langevin(step: Self.step, diffusion: diffusion),
        seed: seed, sample: sample, first: part * batch)
      run.advance(until: HaltingRule(steps: rest))
      var (areas, history) = ([Double](repeating: 0, count: batch), [[Double]]())
      for _ in 0..<looks {
        for _ in 0..<stretch {
          let before = run.points
          run.step()
          for b in 0..<batch {
            areas[b] += (before[0, b] * run.points[1, b] - before[1, b] * run.points[0, b]) / 2
          }
        }
        history.append(areas)
      }
      return (history, run.points)
    }
    func estimate(_ values: [Double]) -> Estimate {
      Estimate(values.enumerated().map { ($0.offset, $0.element) })
    }
    (self.name, self.diffusion) = (name, diffusion)
    times = (1...looks).map { Double($0 * stretch) * Self.step }
    swept = (0..<looks).map { look in estimate(parts.flatMap { $0.swept[look] }) }
    let length = times[looks - 1]
    area = estimate(parts.flatMap { $0.swept[looks - 1] }.map { $0 / length })
    products = (0..<2).map { i in
      (0..<2).map { j in
        parts.flatMap { part in (0..<batch).map { part.end[i, $0] * part.end[j, $0] } }
      }
    }
  }

  /// E x_i x_j; the mean is zero by symmetry.
  func covariance(_ i: Int, _ j: Int) -> Estimate {
    Estimate(products[i][j].enumerated().map { ($0.offset, $0.element) })
  }

  /// Of x ← (1 - ηA)x + √(2η) Lξ: Σ_ij (a_i + a_j - η a_i a_j) = 2 D_ij.
  func exactCovariance(_ i: Int, _ j: Int) -> Double {
    let a = LimitCycles.curvatures
    return 2 * diffusion[i, j] / (a[i] + a[j] - Self.step * a[i] * a[j])
  }

  /// Of exp(-f/T) with the T of the mean noise.
  func boltzmann(_ i: Int, _ j: Int) -> Double {
    i == j ? diffusion.trace / 2 / LimitCycles.curvatures[i] : 0
  }

  /// E (x₁y₂ - x₂y₁)/2η from x to y in a step.
  var exactArea: Double {
    let a = LimitCycles.curvatures
    let area = (a[0] - a[1]) * exactCovariance(0, 1) / 2
    return area == 0 ? 0 : area
  }
}
