import Foundation
import Saddlery

extension SpuriousMinima {
  /// Students of as many units as their teacher, of one and of two more.
  func students(_ report: inout Report) {
    derivatives(&report)
    let sizes = quick ? [6, 12] : [5, 6, 7, 8, 10, 12, 16, 20]
    let (starts, steps) = quick ? (48, 5000) : (160, 30_000)
    let extras = [0, 1, 2]
    /// By size, then by units more.
    let runs = sizes.map { k in
      extras.map {
        StudentRuns(students: k + $0, teachers: k, starts: starts, steps: steps, seed: seed)
      }
    }
    let all = runs.flatMap { $0 }
    report.say("Students: \(starts) starts of each size.")
    report.table(
      "students",
      "| k | n | bad end | F/F(0) of these, least | median | largest of the others | of these slow | strict minima among bad ends | different values of F | lowest over highest eigenvalue, least |"
    )
    for run in all {
      let strict = run.strict
      let scale = run.landscape.scale
      let values = run.stuck.map { $0.value / scale }.sorted()
      let good = run.values.filter { $0 < StudentRuns.solved }.max()
      let stiffness = strict.map { $0.lowestEigenvalue / $0.highestEigenvalue }.min()
      func text(_ value: Double?) -> String { value.map { String(format: "%.1e", $0) } ?? "-" }
      report.row(
        "| \(run.landscape.teachers) | \(run.landscape.students) | \(run.share.text(3)) "
          + "| \(text(values.first)) | \(text(values.isEmpty ? nil : values[values.count / 2])) "
          + "| \(text(good)) | \(run.slow) | \(strict.count) of \(run.stuck.count) | \(run.levels) | \(text(stiffness)) |"
      )
    }
    judge(runs, sizes, &report)
    let x = sizes.map(Double.init)
    let colours: [Colour] = [.vermilion, .blue, .black]
    report.draw(
      "students",
      title: "Students of a teacher of k rectifiers: bad minima, fewer with a unit more",
      caption: [
        "orthonormal teacher in k dimensions, exact loss for normal inputs, weights of variance 1/k at the start",
        "\(starts) starts each, shares with binomial errors; seed \(seed)",
      ], x: Axis("units k of the teacher", range: 4...21),
      y: Axis("share of descents in bad minima", range: -0.02...1.02),
      zip(extras, colours).flatMap { extra, colour -> [Series] in
        let shares = runs.map { $0[extra].share }
        return [
          .marks("n = k" + (extra == 0 ? "" : " + \(extra)"), x, shares, colour),
          .dashed(nil, x, shares.map(\.mean), colour),
        ]
      })
    report.save(
      "students-ends.csv",
      DataTable(
        "k,n,F_over_F0",
        rows: all.flatMap { run in
          run.values.map {
            [Double(run.landscape.teachers), Double(run.landscape.students), $0]
          }
        }))
  }

  private func judge(_ runs: [[StudentRuns]], _ sizes: [Int], _ report: inout Report) {
    let equal = runs.map { $0[0] }
    let (stuck, strict) = (equal.flatMap(\.stuck), equal.flatMap(\.strict))
    let ways = equal.flatMap(\.moves).sorted()
    let far = ways.count { $0 > 1e-2 }
    report.say(
      "n = k: \(strict.count) of \(stuck.count) bad ends are strict minima. Newton's method goes a median "
        + "\(String(format: "%.0e", ways.isEmpty ? .nan : ways[ways.count / 2])) of the length of all weights to them, and "
        + "more than a hundredth from \(far).")
    report.check(
      Verdict(
        "n = k: bad ends that are no strict minima", exceptions: stuck.count - strict.count),
      Verdict("n = k: some are", value: Double(strict.count), above: 0))
    report.judge("students, n = k: bad ends are strict local minima")
    let shares = equal.map(\.share)
    let drops = zip(shares, shares.dropFirst()).map { a, b in
      (a.mean - b.mean)
        / max((pow(a.standardError, 2) + pow(b.standardError, 2)).squareRoot(), 1e-300)
    }
    let control = Verdict(
      control: "as often at the least k as at the largest",
      [Self.sameShare("least and largest", shares.first!, shares.last!, rate: Self.rate)])
    report.say("control, \(control.quantity): \(control.rejection)")
    report.check(
      Verdict("less often at larger k, standard errors", statistic: drops.max() ?? .nan, within: 4),
      control)
    report.judge("students, n = k: bad minima more often with size")
    let last = runs.last!
    report.check(
      Verdict(
        control: "as often with a unit more",
        [Self.sameShare("n = k, k + 1", last[0].share, last[1].share, rate: Self.rate)]),
      Verdict(
        control: "as often with two more",
        [Self.sameShare("n = k, k + 2", last[0].share, last[2].share, rate: Self.rate)]))
    report.judge("students: a unit or two more, fewer bad minima")
    report.judge(
      Verdict(
        "students, n = k + 2: largest share of bad ends",
        value: runs.map { $0[2].share.mean }.max() ?? .nan, below: 0.05))
  }

  /// Derivatives of the loss against slopes of Taylor remainders, where nothing is special.
  private func derivatives(_ report: inout Report) {
    let landscape = TeacherStudent(students: 4, teachers: 3)
    let checks = (0..<12).map { i -> DerivativeCheck in
      var stream = RandomStream(seed: seed, purpose: .starts, sample: 1, item: i)
      let place = landscape.domain.point(fromNormals: stream.normals(count: 12))
      return DerivativeCheck(landscape, at: place, along: stream.normals(count: 12))
    }
    func median(_ slopes: [Double]) -> Double { slopes.sorted()[slopes.count / 2] }
    let (first, second) = (
      median(checks.map(\.gradientSlope)), median(checks.map(\.hessianSlope))
    )
    report.say(
      "Taylor remainders of F fall with the powers \(first.text(3)) and \(second.text(3)), medians of 12."
    )
    report.judge(
      Verdict(
        "derivatives: powers 2 and 3, difference", value: max(abs(first - 2), abs(second - 3)),
        below: 0.05))
  }
}
