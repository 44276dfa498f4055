import Foundation
import Saddlery

extension NoiseVersusBatch {
  /// Linear least squares: what the losses of single examples do where their mean is least.
  func examples(_ report: inout Report) {
    let n = quick ? 20 : 40
    let samples = quick ? 100 : 400
    let ratios = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4]
    let share = Self.rate / Double(4 * ratios.count)
    let seed = seed
    report.table(
      "examples",
      "| M/N | mean of r² | 1 - N/M | z | mean of \\|grad\\|² of one example | (M-N)/(M+2) | z "
        + "| examples at their own minimum |")
    var (squares, rest): ([Estimate], [Verdict]) = ([], [])
    for (i, ratio) in ratios.enumerated() {
      let m = Int(ratio * Double(n))
      let found = concurrentMap(0..<samples) { sample -> (Double, Double, Double) in
        let problem = LeastSquares(
          examples: m, unknowns: n, seed: seed, sample: 1_000_000 + 10_000 * i + sample)
        let x = problem.solution
        return (
          problem.meanSquare(at: x), problem.meanSquaredGradient(at: x), problem.satisfied(at: x)
        )
      }
      let square = Estimate(independent: found.map(\.0))
      let gradient = Estimate(independent: found.map(\.1))
      let satisfied = Estimate(independent: found.map(\.2))
      squares.append(square)
      let expected = max(0, 1 - Double(n) / Double(m))
      let slope = Double(max(0, m - n)) / Double(m + 2)
      let both = [
        Verdict("r², M/N = \(ratio)", square, expectation: expected, falsePositiveRate: share),
        Verdict("gradient", gradient, expectation: slope, falsePositiveRate: share),
      ]
      if m > n {
        both.forEach { report.check($0) }
        rest.append(
          Verdict("M/N = \(ratio)", satisfied, expectation: 1, falsePositiveRate: share))
      }
      let interpolates = found.count { $0.2 == 1 }
      report.check(
        Verdict(
          "M/N = \(ratio): all examples at once",
          exceptions: m > n ? interpolates : samples - interpolates))
      report.row(
        "| \(ratio) | \(m > n ? square.text(4) : "0") | \(expected.text(4)) "
          + "| \(m > n ? both[0].z.text(1) : "") | \(m > n ? gradient.text(4) : "0") "
          + "| \(slope.text(4)) | \(m > n ? both[1].z.text(1) : "") | \(satisfied.mean.text(3)) |")
    }
    report.judge("one point is the minimum of every example's loss if and only if M ≤ N")
    let stochastic = stochasticExamples(&report)

    let fine = grid(1...4.2, 64)
    report.draw(
      "examples", title: "A minimum of all examples' losses only where they can be interpolated",
      caption: [
        "linear least squares, \(n) unknowns, M examples, targets of variance 1; seed \(seed)",
        "bars: standard errors over samples, smaller than the marks",
      ], x: Axis("examples per unknown M/N", range: 0.3...4.2),
      y: Axis("mean squared residual of an example", range: -0.05...1.4),
      [
        .line("exact, 1 - N/M", [0.3] + fine, [0] + fine.map { 1 - 1 / $0 }),
        .marks("least mean loss", ratios, squares, .blue),
        .marks("stochastic descent, constant step", stochastic.0, stochastic.1, .vermilion),
      ])
  }

  /// Stochastic descent on single examples: where it ends.
  private func stochasticExamples(_ report: inout Report) -> ([Double], [Estimate]) {
    let n = 20
    let samples = quick ? 20 : 100
    let (ratios, step) = ([0.25, 0.5, 1.5, 2, 3, 4], 0.5)
    let seed = seed
    report.table(
      "stochastic",
      "| M/N | steps | stochastic descent, mean of r² | less the least | examples at their own minimum |"
    )
    var (squares, resting): ([Estimate], [Verdict]) = ([], [])
    for (i, ratio) in ratios.enumerated() {
      let m = Int(ratio * Double(n))
      let steps = (m > n ? 200 : 4000) * m
      let found = concurrentMap(0..<samples) { sample -> (Double, Double, Double) in
        let number = 2_000_000 + 10_000 * i + sample
        let problem = LeastSquares(examples: m, unknowns: n, seed: seed, sample: number)
        var run = Trajectories(
          problem.sum, from: Matrix(rows: n, columns: 1),
          by: BatchDescent(sum: problem.sum, timeStep: step, seed: seed, sample: number))
        run.advance(until: HaltingRule(steps: steps))
        let x = run.points.column(0)
        let square = problem.meanSquare(at: x)
        return (square, square - problem.meanSquare(at: problem.solution), problem.satisfied(at: x))
      }
      let square = Estimate(independent: found.map(\.0))
      let excess = Estimate(independent: found.map(\.1))
      let satisfied = Estimate(independent: found.map(\.2))
      squares.append(square)
      if m > n {
        resting.append(
          Verdict("M/N = \(ratio)", excess, expectation: 0, falsePositiveRate: Self.rate))
      } else {
        report.check(
          Verdict("M/N = \(ratio): ends at all", exceptions: found.count { $0.2 < 1 }))
      }
      report.row(
        "| \(ratio) | \(steps) | \(square.text(4)) | \(excess.text(4)) | \(satisfied.mean.text(3)) |"
      )
    }
    let control = Verdict(control: "it comes to rest where M > N", resting)
    report.check(control)
    report.say("control, \(control.quantity): \(control.rejection)")
    report.judge("stochastic descent comes to rest only where M ≤ N")
    return (ratios, squares)
  }
}
