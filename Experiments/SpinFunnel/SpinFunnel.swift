import ArgumentParser
import Foundation
import Saddlery

/// Descents into funnels λ N m^k in a 3-spin glass: how often, from how strong a funnel on, and how that changes with N.
struct SpinFunnel: Experiment {
  static let question = "Does a funnel in a spin glass get sharper as the system grows?"
  static let claims: Claims = [
    "ours": "Heard of networks: they are spin funnels, sharper the larger they are."
  ]

  @OptionGroup var options: Options

  func report() throws -> Report {
    var report = Report("pure 3-spin in a funnel", seed: seed)
    report.table("explore", "| k | N | λ | rate | m | unfinished | s |")
    let plans: [(Int, [Double])] = [
      (1, [0.4, 0.6, 0.8, 1, 1.2, 1.5]), (2, [0.9, 1.1, 1.3, 1.5, 1.73, 2, 2.4]),
      (3, [1.5, 2.5, 4, 6, 9, 14]), (4, [4, 8, 16, 32, 64]),
    ]
    for (k, strengths) in plans {
      for n in quick ? [50] : [50, 100] {
        let clock = ContinuousClock()
        var runs: FunnelRuns?
        let time = clock.measure {
          runs = FunnelRuns(
            degree: k, n: n, strengths: strengths, samples: 16, starts: 8, seed: seed)
        }
        for (j, s) in strengths.enumerated() {
          report.row(
            "| \(k) | \(n) | \(s) | \(runs!.rates[j].text(3)) | \(runs!.meanOverlaps[j].text(3)) | \(runs!.ends.reduce(0) { $0 + $1[j].unfinished }) | \(time) |"
          )
        }
      }
    }
    for s in [1, 1.5, 2, 3] {
      let c = ContinuousClock()
      var m: FunnelMinima?
      let t = try c.measure { m = try FunnelMinima(degree: 1, strength: s, dimension: 50) }
      report.say("\(s) \(m!) \(t)")
    }
    return report
  }
}
