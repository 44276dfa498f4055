import CriticalPoints
import SpinGlasses
import Landscapes
import LinearAlgebra
import Foundation
@main enum Probe {
  static func main() {
    let a = CommandLine.arguments
    let p = Int(a[1])!, n = Int(a[2])!, samples = Int(a[3])!, points = Int(a[4])!
    let method = SearchMethod(rawValue: a.count > 5 ? a[5] : "indexTargeted")!
    let t0 = Date()
    var all: [CriticalPoint] = []
    for s in 0..<samples {
      let h = PSpinHamiltonian(.pure(p), dimension: n, seed: 1, sample: UInt64(s))
      if s == 0 { print("setup", Date().timeIntervalSince(t0), OpenBLAS.library) }
      var rule = StoppingRule()
      if let cap = ProcessInfo.processInfo.environment["CAP"] { rule.stepCap = Double(cap)! }
      let f = Search(h, method: method, rule: rule)
      all += f.run(points: points, seed: 1, sample: UInt64(s), threads: Int(a.count > 6 ? a[6] : "2")!)
    }
    let t = Date().timeIntervalSince(t0)
    let conv = all.filter { $0.outcome == .converged }
    print("t", t, "per point ms", t / Double(all.count) * 1e3, "converged", Double(conv.count) / Double(all.count),
      "iters", Double(conv.map(\.iterations).reduce(0, +)) / Double(conv.count), "hit", conv.count { $0.index == $0.targetIndex })
    var counts: [SearchOutcome: Int] = [:]
    for c in all { counts[c.outcome, default: 0] += 1 }
    print(counts)
    for c in all.prefix(12) + all.suffix(4) {
      print(c.targetIndex, c.index, c.value / Double(n), c.radialDerivative, c.gradientNorm, c.iterations, c.outcome)
    }
    // rms
    let einf = 2 * (Double(p - 1) / Double(p)).squareRoot()
    var ss = 0.0
    for c in conv {
      let x = max(-1, min(1, c.value / Double(n) / einf))
      let F = 0.5 + (x * (1 - x * x).squareRoot() + asin(x)) / .pi
      let d = Double(c.index) / Double(n - 1) - F
      ss += d * d
    }
    print("rms", (ss / Double(conv.count)).squareRoot())
  }
}
