import Foundation
import Saddlery

/// Descents with noise in one ``RuggedBowl``: how far above the global minimum a last descent without noise ends.
struct LineRuns: Sendable {
  static let step = 0.02
  static let reach = 20.0

  let wells: Int
  /// Without noise.
  let still: (runs: Double, exact: Double)
  /// By temperature: mean of runs, exact at the same time, at longer times, after infinite time.
  let runs: [Double]
  let exact: [Double]
  let longer: [[Double]]
  let equilibrium: [Double]

  /// nil if the wells are not proved to be all.
  init?(
    temperatures: [Double], time: Double, longerTimes: [Double], replicas: Int, seed: UInt64,
    sample: Int
  ) {
    let bowl = RuggedBowl(seed: seed, sample: sample)
    guard let wells = bowl.wells else { return nil }
    self.wells = wells.bottoms.count
    let starts = RuggedBowl.starts(replicas, seed: seed, sample: sample)
    func mean(_ places: [Double]) -> Double {
      places.reduce(0) { $0 + wells.gap(from: $1) } / Double(places.count)
    }
    let landscape = bowl.landscape
    runs = temperatures.indices.map { i in
      var run = Trajectories(
        landscape, from: Matrix(rows: 1, columns: replicas, elements: starts),
        by: Langevin(step: Self.step, temperature: temperatures[i]), seed: seed,
        sample: 100 * sample + i)
      run.advance(until: HaltingRule(time: time))
      return mean(run.points.elements)
    }
    let line = LineDiffusion(bowl.value, reach: Self.reach, points: 601)
    let gaps = line.places.map(wells.gap)
    func average(_ law: [Double]) -> Double { zip(law, gaps).reduce(0) { $0 + $1.0 * $1.1 } }
    func exact(_ temperature: Double, _ time: Double) -> Double {
      average(
        line.law(
          startsOfDeviation: RuggedBowl.spread, temperature: temperature, time: time, steps: 800))
    }
    let normal = line.places.map {
      exp(-$0 * $0 / (2 * RuggedBowl.spread * RuggedBowl.spread))
    }
    let total = normal.reduce(0, +)
    still = (mean(starts), average(normal.map { $0 / total }))
    self.exact = temperatures.map { exact($0, time) }
    longer = longerTimes.map { time in temperatures.map { exact($0, time) } }
    equilibrium = temperatures.map { average(line.equilibrium(temperature: $0)) }
  }
}
