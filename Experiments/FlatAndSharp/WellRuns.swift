import Foundation
import Saddlery

/// Runs in the two wells of one noise, half of them from each bottom, looked at when they no longer remember which.
struct WellRuns: Sendable {
  let noise: WellNoise
  let dimension: Int
  /// The barrier over the temperature.
  let height: Double
  let step: Double
  /// Time in the flat well, by run, as a share of the looks.
  let flat: Estimate

  /// - Parameter number: of the setting, for the streams.
  init(
    _ noise: WellNoise, dimension: Int, height: Double, step: Double, replicas: Int,
    seed: UInt64, number: Int
  ) {
    (self.noise, self.dimension, self.height, self.step) = (noise, dimension, height, step)
    let temperature = UnequalWells.barrier / height
    let (batch, looks) = (250, 16)
    let landscape = UnequalWells(dimension: dimension)
    let time = max(noise.relaxationTime(temperature: temperature), 1 / UnequalWells.flat)
    let (rest, pause) = (Int(14 * time / step), Int(time / (2 * step)))
    let parts = concurrentMap(0..<(replicas / batch)) { part -> [Double] in
      var places = Matrix<Double>(rows: dimension, columns: batch)
      for b in 0..<batch { places[0, b] = b.isMultiple(of: 2) ? -1 : 1 }
      var run = Trajectories(
        landscape, from: places,
        by: WellDynamics(timeStep: step, temperature: temperature, noise: noise), seed: seed,
        sample: number, first: batch * part)
      var shares = [Double](repeating: 0, count: batch)
      for look in 0..<looks {
        run.advance(until: HaltingRule(steps: look == 0 ? rest : pause))
        let points = run.points
        for b in 0..<batch where points[0, b] < UnequalWells.top { shares[b] += 1 / Double(looks) }
      }
      return shares
    }
    flat = Estimate(independent: parts.flatMap { $0 })
  }

  /// The law of continuous time, and with the term of first order in the step where it is known.
  var limit: Double {
    noise.flatShare(temperature: UnequalWells.barrier / height, dimension: dimension)
  }
  var exact: Double {
    noise.flatShare(
      temperature: UnequalWells.barrier / height, dimension: dimension, step: step)
  }
}
