import Foundation
import Saddlery

extension SpuriousMinima {
  /// XOR by networks of more and more hidden units.
  func exclusiveOr(_ report: inout Report) throws {
    let widths = [2, 3, 4, 6, 10, 20]
    let (starts, steps, batch, seed) = (quick ? 64 : 960, quick ? 4000 : 100_000, 32, seed)
    let runs = try widths.map { h in
      let parts = try concurrentMap(0..<(starts / batch)) { part in
        try ExclusiveOr(
          hidden: h, starts: (batch * part)..<(batch * (part + 1)), steps: steps, seed: seed)
      }
      return (ends: parts.flatMap(\.ends), errors: parts.flatMap(\.errors))
    }
    let kinds: [(name: String, end: ExclusiveOr.End)] = [
      ("solved", .solved), ("E = 1/4", .minimum(constantOn: 4)),
      ("E = 1/6", .minimum(constantOn: 3)), ("E = 1/8", .minimum(constantOn: 2)),
      ("other", .other),
    ]
    func share(_ i: Int, _ end: ExclusiveOr.End) -> Estimate {
      Self.share(runs[i].ends.count { $0 == end }, of: starts)
    }
    report.say("XOR: \(starts) starts for each number of hidden units h.")
    report.table(
      "xor", "| h | solved | minimum, E = 1/4 | 1/6 | 1/8 | not proved a minimum |")
    for (i, h) in widths.enumerated() {
      report.row(
        "| \(h) | " + kinds.map { share(i, $0.end).text(3) }.joined(separator: " | ") + " |")
    }
    let stuck = runs.map { run in run.ends.count { $0 != .solved && $0 != .other } }
    let other = runs.reduce(0) { $0 + $1.ends.count { $0 == .other } }
    let all = starts * widths.count
    report.say("proved minima that are no solutions: \(stuck.reduce(0, +)) of \(all) runs")
    let bad = Estimate(
      independent: runs[0].ends.map { $0 == .solved || $0 == .other ? 0 : 1 })
    let wide = Double(stuck[stuck.count - 1]) / Double(starts)
    report.found =
      "\(bad.mean.percent) of runs with \(widths[0]) hidden units end in minima that are proved and bad, and \(wide.percent) with "
      + "\(widths[widths.count - 1])"
    report.judge(
      Verdict(
        "XOR, h = 2: share of runs in proved bad minima, less three errors",
        value: bad.mean - 3 * bad.standardError, above: 0))
    report.judge(
      Verdict(
        "XOR: share of runs that are neither solved nor in a proved minimum",
        value: Double(other) / Double(all), below: 0.05))
    let steps2 = zip(widths.indices, widths.indices.dropFirst()).map { i, j in
      let (a, b) = (share(i, .solved), share(j, .solved))
      let error = (pow(a.standardError, 2) + pow(b.standardError, 2)).squareRoot()
      return (a.mean - b.mean) / error
    }
    report.check(
      Verdict(
        "solved less often with more units, standard errors", statistic: steps2.max() ?? .nan,
        within: 4),
      Verdict(
        control: "solved as often with 2 units as with 20",
        [
          Self.sameShare(
            "2 and 20", share(0, .solved), share(widths.count - 1, .solved), rate: Self.rate)
        ]))
    report.judge("XOR: more units, fewer bad minima")
    let control = Verdict(
      control: "all bad minima are constants on all examples",
      [
        Verdict(
          "1/6 and 1/8",
          exceptions: runs.reduce(0) {
            $0
              + $1.ends.count {
                $0 == .minimum(constantOn: 3) || $0 == .minimum(constantOn: 2)
              }
          })
      ])
    report.say("control, \(control.quantity): \(control.rejection)")
    report.check(control)
    report.judge("XOR: bad minima of three levels")
    draw(
      widths, starts, kinds.map { kind in (kind.name, widths.indices.map { share($0, kind.end) }) },
      report: &report)
    report.save(
      "xor-ends.csv",
      DataTable(
        "h,start,E",
        rows: zip(widths, runs).flatMap { h, run in
          run.errors.enumerated().map { [Double(h), Double($0), $1] }
        }))
  }

  private func draw(
    _ widths: [Int], _ starts: Int, _ shares: [(name: String, values: [Estimate])],
    report: inout Report
  ) {
    let x = widths.map(Double.init)
    let colours: [Colour] = [.black, .vermilion, .orange, .blue, .grey]
    report.draw(
      "xor", title: "XOR by 2-h-1 rectifiers: descent ends in bad minima, of three levels",
      caption: [
        "\(starts) starts from standard normal weights for each h, shares with binomial errors; seed \(seed)",
        "E mean squared error: 1/4, 1/6, 1/8 of a constant on 4, 3, 2 of the examples, proved minima",
      ], x: Axis("hidden units h", range: 1.8...22, tickStep: 2, scale: .logarithmic),
      y: Axis("share of descents", range: -0.02...1.02),
      zip(shares, colours).flatMap { share, colour -> [Series] in
        [
          .marks(share.name, x, share.values, colour),
          .dashed(nil, x, share.values.map(\.mean), colour),
        ]
      })
  }
}
