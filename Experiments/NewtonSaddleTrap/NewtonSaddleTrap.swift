import ArgumentParser
import Foundation
import Saddlery

/// Newton's method, its variants that go down and gradient descent, from common starts.
struct NewtonSaddleTrap: Experiment {
  static let question =
    "Is Newton's method trapped by saddles where saddle-free Newton and gradients are not?"
  static let meaning =
    "saddles trap Newton's method, and neither saddle-free Newton nor gradients"
  static let claims: Claims = [
    "Dauphin2014": "Newton's method is attracted to saddles; saddle-free Newton leaves them.",
    "ours": "Often heard: gradient methods do better than those of second order.",
  ]

  @OptionGroup var options: Options

  /// False positives of each check.
  private static let rate = 1e-3

  func report() throws -> Report {
    var report = Report("toy saddles in the plane; pure 3-spin", seed: seed)
    toys(&report)
    let n = 50
    let (samples, starts) = quick ? (8, 4) : (150, 8)
    let seed = seed
    let all = concurrentMap(0..<samples) {
      SpinGlassRuns(n: n, sample: $0, starts: starts, seed: seed)
    }
    spinGlass(all, n: n, &report)
    return report
  }

  /// All starts of the square but a null set leave the toys by every method that goes down; Newton's method ends at their
  /// saddles from everywhere.
  private func toys(_ report: inout Report) {
    report.table("toys", "| f | method | starts | at the saddle | away | steps (mean) |")
    let starts = quick ? 100 : 1000
    var trapped: [Verdict] = []
    for (i, toy) in ToySaddle.all.enumerated() {
      for method in SaddleMethod.allCases {
        let count = toy.count(method, starts: starts, seed: seed, sample: 1_000_000 + i)
        report.row(
          "| \(toy.name) | \(method.name) | \(starts) | \(count.atSaddle) | \(count.away) "
            + "| \(count.steps.text(1)) |")
        let name = "\(toy.name), \(method.name)"
        if method == .newton {
          report.check(Verdict("\(name): not at the saddle", exceptions: starts - count.atSaddle))
        } else {
          report.check(Verdict("\(name): not away", exceptions: starts - count.away))
          trapped.append(Verdict(name, exceptions: starts - count.atSaddle))
        }
      }
      draw(toy, &report)
    }
    let control = Verdict(control: "the others end at the saddles too", trapped)
    report.check(control)
    report.say("control, \(control.quantity): \(control.rejection)")
    report.judge("toy saddles trap Newton's method, from every start, and no other")
  }

  private func spinGlass(_ all: [SpinGlassRuns], n: Int, _ report: inout Report) {
    func mean(
      _ method: SaddleMethod, settled: Bool = true, _ quantity: (SpinGlassRuns.Run) -> Double
    ) -> Estimate {
      let i = SaddleMethod.allCases.firstIndex(of: method)!
      return Estimate(
        all.flatMap { one in
          one.runs[i].filter { $0.isSettled || !settled }.map { (one.sample, quantity($0)) }
        })
    }
    report.table(
      "spin-glass", "| method | settled | E | index fraction | index 0 | steps (mean) |")
    for method in SaddleMethod.allCases {
      let settled = mean(method, settled: false) { $0.isSettled ? 1 : 0 }
      report.row(
        "| \(method.name) | \(settled.text(3)) | \(mean(method, \.energy).text(4)) "
          + "| \(mean(method, \.indexFraction).text(4)) "
          + "| \(mean(method) { $0.indexFraction == 0 ? 1 : 0 }.text(3)) "
          + "| \(mean(method) { Double($0.steps) }.text(1)) |")
    }

    let fraction = mean(.newton, \.indexFraction)
    let energy = mean(.newton, \.energy)
    report.check(
      Verdict("Newton: |α - 1/2|", value: abs(fraction.mean - 0.5), below: 0.1),
      Verdict(
        "Newton: α = 1/2, by symmetry", fraction, expectation: 0.5, falsePositiveRate: Self.rate),
      Verdict("Newton: E = 0, by symmetry", energy, expectation: 0, falsePositiveRate: Self.rate))
    for method in [SaddleMethod.shifted, .saddleFree, .gradient] {
      let saddles = all.reduce(0) { sum, one in
        let i = SaddleMethod.allCases.firstIndex(of: method)!
        return sum + one.runs[i].count { !$0.isSettled || $0.indexFraction > 0 }
      }
      report.check(Verdict("\(method.name): not in a minimum", exceptions: saddles))
    }
    report.judge("3-spin: Newton's method ends at saddles of index half, the others in minima")

    /// Differences of energy from gradient descent, start by start.
    func difference(_ method: SaddleMethod) -> Estimate {
      let i = SaddleMethod.allCases.firstIndex(of: method)!
      let last = SaddleMethod.allCases.firstIndex(of: .gradient)!
      return Estimate(
        all.flatMap { one in
          zip(one.runs[i], one.runs[last]).filter { $0.isSettled && $1.isSettled }.map {
            (one.sample, $0.energy - $1.energy)
          }
        })
    }
    report.table(
      "depth", "| method | E less that of gradient descent, same start | z | verdict |")
    var verdicts: [SaddleMethod: Verdict] = [:]
    for method in [SaddleMethod.newton, .shifted, .saddleFree] {
      let verdict = Verdict(
        method.name, difference(method), expectation: 0, falsePositiveRate: Self.rate)
      verdicts[method] = verdict
      report.row(
        "| \(method.name) | \(difference(method).text(4)) | \(verdict.z.text(1)) "
          + "| \(verdict.conclusion) |")
    }
    let depth = abs(difference(.saddleFree).mean / mean(.gradient, \.energy).mean)
    report.found =
      "Newton's method ends where \(fraction.mean.percent) of directions go down, and saddle-free Newton in minima within "
      + "\(depth.percent) of the depth that descent reaches"
    report.say("saddle-free Newton, difference over energy: \((100 * depth).text(2)) %")
    report.judge(
      Verdict("saddle-free Newton as deep within a hundredth", value: depth, below: 0.01))
    let control = Verdict(control: "Newton's method ends as deep", [verdicts[.newton]!])
    report.say("control, \(control.quantity): \(control.rejection)")
    report.check(control)
    report.judge("saddle-free Newton as deep within a hundredth, Newton's method not")
    let ratio =
      mean(.gradient) { Double($0.steps) }.mean / mean(.saddleFree) { Double($0.steps) }.mean
    report.say("steps of gradient descent for one of saddle-free Newton: \(ratio.text(1))")
    report.judge(Verdict("saddle-free Newton takes a tenth of the steps", value: ratio, above: 10))
    draw(all, n: n, &report)
  }
}
