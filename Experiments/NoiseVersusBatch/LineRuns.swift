import Foundation
import Saddlery

/// Descents with noise in one ``RuggedBowl``: how far above the global minimum a last descent without noise ends.
struct LineRuns: Sendable {
  static let step = 0.02
  static let reach = 20.0

  let wells: Int
  /// Without noise: from the starts of the runs, and from all starts by their law.
  let still: (runs: Double, exact: Double)
  /// By temperature: mean of runs, exact at the same time, at other times, after infinite time.
  let runs: [Double]
  let exact: [Double]
  let others: [[Double]]
  let equilibrium: [Double]

  /// nil if the wells are not proved to be all.
  init?(
    temperatures: [Double], time: Double, otherTimes: [Double], replicas: Int, seed: UInt64,
    sample: Int
  ) {
    let bowl = RuggedBowl(seed: seed, sample: sample)
    guard let wells = bowl.wells else { return nil }
    self.wells = wells.bottoms.count
    let starts = RuggedBowl.starts(replicas, seed: seed, sample: sample)
    runs = temperatures.indices.map { i in
      bowl.noisyEnds(
        from: starts, step: Self.step, temperature: temperatures[i], time: time, seed: seed,
        sample: 100 * sample + i
      ).map(wells.gap).mean
    }
    let line = LineDiffusion(bowl.value, reach: Self.reach, points: 601)
    let gaps = line.places.map(wells.gap)
    func average(_ law: [Double]) -> Double { zip(law, gaps).reduce(0) { $0 + $1.0 * $1.1 } }
    func exact(_ temperature: Double, _ time: Double) -> Double {
      average(
        line.law(
          startsOfDeviation: RuggedBowl.spread, temperature: temperature, time: time,
          steps: LineDiffusion.steps))
    }
    still = (
      starts.map(wells.gap).mean, average(line.normalLaw(deviation: RuggedBowl.spread))
    )
    self.exact = temperatures.map { exact($0, time) }
    others = otherTimes.map { time in temperatures.map { exact($0, time) } }
    equilibrium = temperatures.map { average(line.equilibrium(temperature: $0)) }
  }
}

extension RuggedBowl {
  /// Where descents with noise are after a time.
  func noisyEnds(
    from starts: [Double], step: Double, temperature: Double, time: Double, seed: UInt64,
    sample: Int
  ) -> [Double] {
    var run = Trajectories(
      landscape, from: Matrix(rows: 1, columns: starts.count, elements: starts),
      by: Langevin(step: step, temperature: temperature), seed: seed, sample: sample)
    run.advance(until: HaltingRule(time: time))
    return run.points.elements
  }
}

extension [Double] {
  var mean: Double { reduce(0, +) / Double(count) }
}
