import Foundation
import Saddlery

extension ThreeAssumptions {
  /// Second: nearly as good as the global one. All minima, exactly, and those descent finds, by p and by N.
  func goodness(_ report: inout Report) throws {
    let plan: [(p: Int, n: Int, samples: Int, starts: Int)] =
      quick
      ? [(3, 8, 40, 32), (4, 8, 40, 32), (6, 8, 20, 32), (3, 16, 20, 16)]
      : [
        (3, 12, 400, 64), (4, 12, 400, 64), (6, 12, 100, 64), (10, 12, 40, 64),
        (3, 24, 100, 32), (3, 48, 60, 16), (3, 96, 40, 8),
      ]
    let all = minima(plan, first: 0)
    let small = plan[0].n
    report.table(
      "goodness",
      "| p | N | E_∞/E_0, N → ∞ | all minima, exact: E/E_0 | by descent: E/E_0 | descent less all, z | by descent: E/E of the deepest found |"
    )
    var deeper: [Verdict] = []
    for one in all {
      let threshold = try LimitingIndexCurve(.pure(one.p)).threshold
      let ground = OneStepGroundState(.pure(one.p))!.energy
      let exact = try CriticalPointCounts(.pure(one.p), dimension: one.n).meanEnergyByIndex[0].value
      let found = one.mean(\.energy)
      let z = (found.mean - exact) / found.standardError
      if one.p == 3 {
        report.found =
          "descent at N = \(one.n) finds minima at \((-found.mean / ground).percent) of the lowest energy there is as N → ∞"
      }
      deeper.append(Verdict("p = \(one.p), N = \(one.n)", value: z, below: quick ? 0 : -4))
      report.row(
        "| \(one.p) | \(one.n) | \((threshold / ground).text(4)) | \((-exact / ground).text(4)) "
          + "| \((-found.mean / ground).text(4)) ± \((found.standardError / ground).text(4)) "
          + "| \(z.text(1)) | \(one.overDeepest.text(4)) |")
    }
    report.check(
      Verdict("ends that are no minima", exceptions: all.reduce(0) { $0 + $1.exceptions }),
      Verdict("descent finds deeper minima than the mean of all", all: deeper))
    report.judge("descent finds deeper minima than most, by four standard errors at every p and N")

    let bySize = all.filter { $0.p == 3 }.map { $0.mean(\.energy).mean }
    report.judge(
      Verdict(
        "p = 3: what descent finds goes down with N",
        exceptions: zip(bySize, bySize.dropFirst()).count { $0 <= $1 }))
    let byDegree = all.filter { $0.n == small }.map { ($0.p, $0.overDeepest) }
    let changes = zip(byDegree, byDegree.dropFirst()).map { a, b in
      let error = (pow(a.1.standardError, 2) + pow(b.1.standardError, 2)).squareRoot()
      return (name: "\(a.0) to \(b.0)", z: (b.1.mean - a.1.mean) / error)
    }
    report.say(
      "N = \(small), minima by descent over the deepest found, change with p in standard errors: "
        + changes.map { "\($0.name) \($0.z.text(1))" }.joined(separator: ", "))
    let (first, last) = (byDegree[0], byDegree.last!)
    let error = (pow(first.1.standardError, 2) + pow(last.1.standardError, 2)).squareRoot()
    report.check(
      Verdict(
        "p = \(first.0) to \(last.0)", value: (last.1.mean - first.1.mean) / error,
        below: quick ? 0 : -3))
    for change in changes where !quick {
      report.check(Verdict(change.name, value: change.z, below: 3))
    }
    report.judge(
      "N = \(small): what descent finds is further from the deepest at p = \(last.0) than at "
        + "\(first.0), and no step between is nearer")
    try draw(all, &report)
  }

  private func draw(_ all: [Minima], _ report: inout Report) throws {
    let (small, large) = (all[0].n, all.last!.n)
    let deepest = all.filter { $0.n == small }.last!
    let chosen = [all[0], deepest, all.last!]
    let series = try chosen.enumerated().flatMap { i, one -> [Series] in
      let ground = OneStepGroundState(.pure(one.p))!.energy
      let density = try CriticalPointDensity(.pure(one.p), dimension: one.n)
      let x = grid(0.5...1.15, 260)
      let exact = concurrentMap(0..<x.count) { density.byIndex(energy: -x[$0] * ground)[0] }
      let whole = exact.reduce(0, +) * (x[1] - x[0])
      let name = "p = \(one.p), N = \(one.n)"
      let energies = one.samples.flatMap { $0.map { -$0.energy / ground } }
      let bins = Series.histogram(
        nil, of: energies, bins: one.n == large ? 12 : 20, heights: .density)
      // Minima of a landscape are not independent: errors from samples.
      let width = bins.x.count > 1 ? bins.x[1] - bins.x[0] : 1
      let heights = bins.x.map { centre in
        Estimate(
          bySample: one.samples.map {
            $0.map { abs(-$0.energy / ground - centre) <= width / 2 ? 1 / width : 0 }
          })
      }
      return [
        .line(name, x, exact.map { $0 / whole }, .sample(i)).ofKind("all minima, exact"),
        .marks(name, bins.x, heights, .sample(i)).ofKind("found by descent"),
      ]
    }
    report.draw(
      "goodness", title: "Size brings minima together, depth does not",
      caption: [
        "pure p-spin, |σ|² = N, E = H/N over -E_0, the ground state for N → ∞; seed \(seed)",
        "bars: standard errors over disorder samples",
      ],
      x: Axis("E/(-E_0): 1 is the ground state for N → ∞", range: 0.5...1.15),
      y: Axis("density of minima"), series)
  }
}
