import Foundation
import Saddlery

/// The control: the index of the Hessian at points that are not critical, along gradient descent
/// and ascent in the pure 3-spin model at N = 100.
struct Control {
  let description: String
  private let dimension = 100
  /// Sample after sample, the descent first.
  let points: [ControlPoint]
  private let stepsPerFlow = 400

  /// One descent and one ascent in each disorder sample, 400 steps of 0.1.
  init(samples: Int, seed: UInt64) {
    description = "descent and ascent, N = \(dimension), \(samples) samples"
    let n = dimension
    var points: [ControlPoint] = []
    for sample in 0..<samples {
      let hamiltonian = PSpinHamiltonian(.pure(3), dimension: n, seed: seed, sample: sample)
      var stream = RandomStream(seed: seed, purpose: .starts, sample: sample)
      let start = hamiltonian.domain.point(fromNormals: stream.normals(count: n))
      for stepSize in [0.1, -0.1] {
        var run = Trajectories(
          hamiltonian, from: Matrix(columns: [start]), by: GradientDescent(step: stepSize))
        var (energies, places) = ([Double](), [[Double]]())
        for _ in 0..<stepsPerFlow {
          energies.append(run.values[0] / Double(n))
          places.append(run.points.column(0))
          run.step()
        }
        for (energy, index) in zip(energies, hamiltonian.indices(at: Matrix(columns: places))) {
          let fraction = Double(index!) / Double(n - 1)
          points.append((sample: sample, energy: energy, indexFraction: fraction))
        }
      }
    }
    self.points = points
  }

  /// The mean over samples at each energy, and single descents.
  ///
  /// At one point the index fluctuates by sqrt(ln N/π² + 0.26)/N ≈ 0.009, so that the largest
  /// deviation over hundreds of points is not what the curve predicts; the mean is.
  func add(to report: inout Report) throws {
    let limit = try LimitingIndexCurve(.pure(3))
    func deviation(_ point: ControlPoint) -> Double {
      point.indexFraction - limit.indexFraction(energy: point.energy)
    }
    let bins = Dictionary(grouping: points) { Int(($0.energy / 0.1).rounded()) }
    let samples = Set(points.map(\.sample)).count
    let means = bins.values.map { Estimate($0.map { ($0.sample, deviation($0)) }) }
      .filter { $0.samples == samples }
    let worst = means.max { abs($0.mean) < abs($1.mean) }!
    let isMet = abs(worst.mean) < 0.02
    let sizes = points.map { abs(deviation($0)) }
    let near = 100 * Double(sizes.count { $0 < 0.02 }) / Double(points.count)
    // Flows alternate, the descent of each sample first. (k + 1/2)/N takes the discreteness of the
    // index out of the comparison.
    let centred = points.map { point in
      let k = point.indexFraction * Double(dimension - 1)
      return abs((k + 0.5) / Double(dimension) - limit.indexFraction(energy: point.energy))
    }
    let first = sizes.prefix(stepsPerFlow).max()!
    report.say(
      """
      control: \(description), \(points.count) points that are not critical
      - mean index fraction at an energy (bins of 0.1 that all samples pass): largest deviation from \
      α∞(E) \(worst.text(4)), bound 0.02\(isMet ? "" : " not met")
      - single points: \(near.text(1)) % deviate by less than 0.02, the largest by \(sizes.max()!.text(4))
      - descents within 0.02 at every one of their points: \(descentsWithin(sizes)) of \(samples); with \
      (k + 1/2)/N in place of k/(N-1): \(descentsWithin(centred)) of \(samples)
      - the first descent alone: largest deviation \(first.text(4)), from E = \
      \(points[0].energy.text(3)) to \(points[stepsPerFlow - 1].energy.text(3))
      """)
    report.judge(Verdict("points that are not critical", value: abs(worst.mean), below: 0.02))
  }

  /// Number of descents all of whose deviations are below 0.02.
  private func descentsWithin(_ deviations: [Double]) -> Int {
    stride(from: 0, to: deviations.count, by: 2 * stepsPerFlow).count {
      deviations[$0..<($0 + stepsPerFlow)].max()! < 0.02
    }
  }
}
