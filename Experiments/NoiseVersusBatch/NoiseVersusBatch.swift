import ArgumentParser
import Foundation
import Saddlery

struct NoiseVersusBatch: Experiment {
  static let question = "Does noise help descent, and is it what small batches are for?"
  static let claims: Claims = ["Kleinberg2018": "."]

  @OptionGroup var options: Options

  static let rate = 1e-3

  func report() throws -> Report {
    var report = Report("x", seed: seed)
    let seed = seed
    let ts = [0.05, 0.1, 0.2, 0.3, 0.45, 0.7, 1, 1.5, 2.5, 4]
    let clock = ContinuousClock()
    var all: [LineRuns?] = []
    let t = clock.measure {
      all = concurrentMap(0..<40) {
        LineRuns(
          temperatures: ts, time: 100, longerTimes: [10, 1000, 10000], replicas: 16, seed: seed,
          sample: $0)
      }
    }
    let good = all.compactMap { $0 }
    report.say(
      "\(t) proved \(good.count) of \(all.count) wells \(Estimate(independent: good.map { Double($0.wells) }).text(2))"
    )
    func e(_ f: (LineRuns) -> Double) -> String { Estimate(independent: good.map(f)).text(3) }
    report.say("still \(e { $0.still.runs }) \(e { $0.still.exact })")
    report.table("line", "| T | runs | exact | diff | t10 | t1000 | 1e4 | eq |")
    for (i, t) in ts.enumerated() {
      report.row(
        "| \(t) | \(e { $0.runs[i] }) | \(e { $0.exact[i] }) | \(e { $0.runs[i] - $0.exact[i] }) | \(e { $0.longer[0][i] })| \(e { $0.longer[1][i] })| \(e { $0.longer[2][i] })| \(e { $0.equilibrium[i] })|"
      )
    }
    return report
  }
}
