import Foundation
import Saddlery

extension Overparameterization {
  /// Random quadratic equations: where descent succeeds, and what solutions are like.
  func quadratic(_ report: inout Report) {
    let alphas = [0.2, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9]
    let sizes: [(n: Int, samples: Int)] =
      quick ? [(20, 20), (40, 6)] : [(20, 64), (40, 32), (80, 12)]
    let seed = seed
    let all = sizes.enumerated().map {
      i, size -> (setting: EquationRuns.Setting, runs: [EquationRuns]) in
      let counts = alphas.map { Int(($0 * Double(size.n)).rounded()) } + [size.n - 1]
      let setting = EquationRuns.Setting(n: size.n, counts: counts, starts: 4, budgets: [3000])
      return (
        setting,
        concurrentMap((1000 * i)..<(1000 * i + size.samples)) {
          EquationRuns(setting, seed: seed, sample: $0)
        }
      )
    }
    shares(all, &report)
    patience(&report)
    modes(all, &report)
    let planted = planted(&report)
    draw(all, planted, &report)
  }

  private typealias Runs = (setting: EquationRuns.Setting, runs: [EquationRuns])

  private func x(_ setting: EquationRuns.Setting) -> [Double] {
    setting.counts.map { Double($0) / Double(setting.n) }
  }

  private func share(_ runs: [EquationRuns], _ i: Int, budget: Int = 0) -> Estimate {
    Estimate(bySample: runs.map { $0.rows[i].solved[budget].map { $0 ? 1 : 0 } })
  }

  private func middle(_ one: Runs, budget: Int = 0) -> Jackknife {
    LogisticFit.middle(x(one.setting), one.runs.map { $0.rows.map { $0.solved[budget] } })
  }

  private func shares(_ all: [Runs], _ report: inout Report) {
    report.say("Share of descents of 3000 steps that solve M = αN random quadratic equations.")
    report.table(
      "solved",
      "| α | "
        + all.map { "N = \($0.setting.n), \($0.runs.count) samples x 4" }.joined(separator: " | ")
        + " |")
    for i in all[0].setting.counts.indices {
      let α = x(all[0].setting)[i]
      let name = i == all[0].setting.counts.count - 1 ? "1 - 1/N" : α.text(2)
      report.row(
        "| \(name) | " + all.map { share($0.runs, i).text(3) }.joined(separator: " | ") + " |")
    }
    report.table(
      "middle",
      "| N | α of one half | z of α = 1 | M = N - 1: share solved | chance that there is a solution, at most |"
    )
    var controls: [Verdict] = []
    for one in all {
      let n = one.setting.n
      let middle = middle(one)
      let verdict = middle.verdict(
        "N = \(n)", expectation: 1, falsePositiveRate: Self.rate / Double(all.count))
      controls.append(verdict)
      let last = share(one.runs, one.setting.counts.count - 1)
      let bound = RandomEquations.solvable(n - 1)
      report.row(
        "| \(n) | \(middle.text(3)) | \(verdict.z.text(0)) | \(last.text(3)) | \(bound.text(3)) |"
      )
      if n > 20 {
        report.check(
          Verdict("N = \(n): half at α, from below", value: middle.value, above: 0.6),
          Verdict("N = \(n): half at α, from above", value: middle.value, below: 0.75))
      }
      report.check(
        Verdict(
          "N = \(n), M = N - 1: share solved less three errors",
          value: last.mean - 3 * last.standardError, below: bound))
    }
    report.judge("quadratic equations: half solved at α in [0.6, 0.75], N = 40 and 80")
    let control = Verdict(control: "half solved at α = 1, where parameters are as many", controls)
    report.say("control, \(control.quantity): \(control.rejection)")
    report.check(control)
    let few = share(all.last!.runs, 2)
    let most = all.last!
    report.found =
      "at N = \(most.setting.n) half of all descents solve \(middle(most).value.text(2)) N equations, and "
      + "\(few.mean.percent) solve \(x(most.setting)[2].text(2)) N"
    report.check(
      Verdict(
        "twice as many parameters, largest N: share solved plus three errors",
        value: few.mean + 3 * few.standardError, above: 0.99))
    report.judge("more parameters than equations are not enough, twice as many are")
  }

  /// The same equations with more steps.
  private func patience(_ report: inout Report) {
    let (n, samples) = (quick ? 20 : 40, quick ? 8 : 16)
    let alphas = [0.6, 0.65, 0.7, 0.75, 0.8, 0.9]
    let setting = EquationRuns.Setting(
      n: n, counts: alphas.map { Int(($0 * Double(n)).rounded()) }, starts: 4,
      budgets: quick ? [1000, 3000] : [1000, 3000, 10_000, 30_000])
    let seed = seed
    let runs = concurrentMap(20_000..<(20_000 + samples)) {
      EquationRuns(setting, seed: seed, sample: $0)
    }
    report.say("The same with fewer and more steps, N = \(n), \(samples) samples x 4.")
    report.table("patience", "| steps | α of one half |")
    for (k, budget) in setting.budgets.enumerated() {
      report.row("| \(budget) | \(middle((setting, runs), budget: k).text(3)) |")
    }
    let differences = Jackknife(samples) { some in
      let those = some.map { runs[$0] }
      return fit((setting, those), budget: setting.budgets.count - 1).middle
        - fit((setting, those), budget: 0).middle
    }
    report.say(
      "\(setting.budgets.last!) steps in place of \(setting.budgets[0]) move it by \(differences.text(3))."
    )
    report.judge(
      Verdict(
        "with more steps: α of one half plus three errors",
        value: middle((setting, runs), budget: setting.budgets.count - 1).value
          + 3 * middle((setting, runs), budget: setting.budgets.count - 1).standardError, below: 1))
  }

  private func fit(_ one: Runs, budget: Int) -> LogisticFit {
    LogisticFit(
      x(one.setting),
      one.setting.counts.indices.map { i in
        let solved = one.runs.flatMap { $0.rows[i].solved[budget] }
        return (solved.count, solved.count { $0 })
      })
  }

  private func modes(_ all: [Runs], _ report: inout Report) {
    report.table(
      "modes",
      "| N | α | solutions | zero modes | N - 1 - M | least eigenvalue of JJᵀ at starts | at solutions | 2(1 - √α)² | tr JJᵀ/M at starts | 2(N-1)/N | z |"
    )
    var exceptions = 0
    let checked = all.count * 3
    for one in all {
      let n = one.setting.n
      for i in [0, 1, 3] {
        let (m, rows) = (one.setting.counts[i], one.runs.map { $0.rows[i] })
        let zeros = rows.flatMap(\.zeroModes)
        exceptions += zeros.count { $0 != n - 1 - m }
        let trace = Estimate(bySample: rows.map(\.traces))
        let exact = 2 * Double(n - 1) / Double(n)
        let verdict = Verdict(
          "N = \(n), M = \(m)", trace, expectation: exact,
          falsePositiveRate: Self.rate / Double(checked))
        report.check(verdict)
        let α = Double(m) / Double(n)
        let range = Set(zeros).sorted().map(String.init).joined(separator: ", ")
        report.row(
          "| \(n) | \(α.text(2)) | \(zeros.count) | \(range) | \(n - 1 - m) "
            + "| \(Estimate(bySample: rows.map(\.before)).text(3)) "
            + "| \(Estimate(bySample: rows.map(\.after)).text(3)) "
            + "| \((2 * pow(1 - α.squareRoot(), 2)).text(3)) | \(trace.text(3)) | \(exact.text(3)) "
            + "| \(verdict.z.text(1)) |")
      }
    }
    report.judge("gradients at random points: tr JJᵀ = 2M(N-1)/N in the mean")
    report.judge(
      Verdict("solutions with other than N - 1 - M zero modes", exceptions: exceptions))
  }

  /// Equations that a planted point solves.
  private func planted(_ report: inout Report) -> Runs {
    let n = quick ? 20 : 40
    let alphas = [0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 1, 1.25, 1.5, 2, 3]
    let setting = EquationRuns.Setting(
      n: n, counts: alphas.map { Int(($0 * Double(n)).rounded()) }, planted: true, starts: 4,
      budgets: [3000])
    let seed = seed
    let runs = concurrentMap(10_000..<(quick ? 10_010 : 10_024)) {
      EquationRuns(setting, seed: seed, sample: $0)
    }
    report.say("The same with the values of a planted point, N = \(n), \(runs.count) samples x 4.")
    report.table("planted", "| α | solved |")
    for (i, α) in x(setting).enumerated() {
      report.row("| \(α.text(2)) | \(share(runs, i).text(3)) |")
    }
    let least = setting.counts.indices.map { share(runs, $0) }.min { $0.mean < $1.mean }!
    report.judge(
      Verdict(
        "planted solutions: least share found plus three errors",
        value: least.mean + 3 * least.standardError, below: 0.5))
    return (setting, runs)
  }

  private func draw(_ all: [Runs], _ planted: Runs, _ report: inout Report) {
    let colours: [Colour] = [.blue, .vermilion, .green]
    let fine = grid(0.15...1, 170)
    let measured = zip(all, colours).flatMap { one, colour -> [Series] in
      let fit = fit(one, budget: 0)
      return [
        .line(nil, fine, colour) { fit($0) },
        .marks(
          "N = \(one.setting.n)", x(one.setting),
          one.setting.counts.indices.map { share(one.runs, $0) }, colour),
      ]
    }
    var figure = Figure(
      title: "Descent solves seven tenths as many equations as there are parameters",
      caption: [
        "M = αN random quadratic equations on the sphere, gradient descent of 3000 steps; lines: logistic fits; seed \(seed)",
        "planted: values of a random point, so that there is a solution at every α; errors over samples",
      ], x: Axis("equations over parameters α = M/N", range: 0.15...2.1),
      y: Axis("share of descents that solve them", range: -0.02...1.02),
      series: measured + [
        .dashed(
          nil, x(planted.setting), x(planted.setting).indices.map { share(planted.runs, $0).mean },
          .black),
        .marks(
          "planted solution, N = \(planted.setting.n)", x(planted.setting),
          x(planted.setting).indices.map { share(planted.runs, $0) }, .black),
      ])
    figure.lines = [.vertical(at: 1, label: "as many parameters as equations")]
    report.save("solved", figure)
  }
}
