import Foundation
import Saddlery

/// Gradient descent from a critical point that was kicked in random directions, the same ones with every length.
struct KickedSaddle {
  let sample: Int
  let indexFraction: Double
  let lowestEigenvalue: Double
  /// Of kicks, over √N.
  let lengths: [Double]
  /// The time until the energy has fallen by what ``reach`` along the lowest mode brings, a row for each length; nil where it did not.
  let times: [[Double?]]
  let step: Double
  /// A distance from the saddle over √N.
  static let reach = 0.1

  /// - Parameters:
  ///   - patience: the longest time, in units of the time to grow e-fold.
  init(
    _ model: PSpinHamiltonian, _ point: CriticalPoint, sample: Int, lengths: [Double], kicks: Int,
    step: Double, patience: Double, using stream: inout RandomStream
  ) {
    let n = model.dimension
    (self.sample, self.lengths, self.step) = (sample, lengths, step)
    indexFraction = Double(point.index ?? 0) / Double(n - 1)
    lowestEigenvalue = point.lowestEigenvalue
    let places = Matrix<Double>(columns: (0..<kicks).map { _ in point.position })
    var directions = Matrix<Double>(
      rows: n, columns: kicks, elements: stream.normals(count: n * kicks))
    model.domain.project(&directions, at: places)
    let sizes = directions.squaredColumnNorms.map { $0.squareRoot() }
    let starts = Matrix<Double>(
      columns: lengths.flatMap { length in
        (0..<kicks).map { k in
          let factor = length * model.domain.scale / sizes[k]
          var place = Matrix<Double>(columns: [point.position])
          model.domain.move(
            &place, along: Matrix(columns: [directions.column(k).map { factor * $0 }]))
          return place.elements
        }
      })
    let drop = 0.5 * abs(lowestEigenvalue) * Self.reach * Self.reach * Double(n)
    var run = Trajectories(model, from: starts, by: GradientDescent(step: step))
    run.advance(
      until: HaltingRule(
        time: patience / abs(lowestEigenvalue), value: point.value - drop))
    let (ends, outcomes) = (run.times, run.outcomes)
    times = lengths.indices.map { i in
      (0..<kicks).map { k in
        outcomes[i * kicks + k] == .reached ? ends[i * kicks + k] : nil
      }
    }
  }

  /// Share of the kicks of all lengths that led away.
  var escapes: Double {
    let all = times.flatMap { $0 }
    return Double(all.count { $0 != nil }) / Double(all.count)
  }

  /// ln 10/|λ_min|, for steps of finite length: a step multiplies the lowest mode by 1 + η|λ_min|.
  var predictedTimePerDecade: Double { step * log(10) / log1p(step * abs(lowestEigenvalue)) }

  /// The mean time in units of 1/|λ_min| if the lowest mode alone moved: ln of what the kick's part along it, normal of
  /// variance 1/(N - 1) of its length, has to grow by.
  static func predictedTime(n: Int, kick: Double) -> Double {
    log(reach * Double(n - 1).squareRoot() / kick) + (.eulerGamma + log(2)) / 2
  }

  /// The mean over kicks of the time that a kick a tenth as long takes more, between two lengths.
  func timePerDecade(from i: Int, to j: Int) -> Double {
    let decades = log10(lengths[i] / lengths[j])
    let pairs = zip(times[i], times[j]).compactMap { a, b in a.flatMap { a in b.map { $0 - a } } }
    return pairs.reduce(0, +) / Double(pairs.count) / decades
  }
}
