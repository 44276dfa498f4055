import Foundation
import Saddlery

extension ThreeAssumptions {
  /// Third: flat around. Curvatures at the minima that descent finds, against their depth.
  func flatness(_ report: inout Report) {
    let plan: [(p: Int, n: Int, samples: Int, starts: Int)] =
      quick
      ? [(3, 20, 20, 8), (3, 40, 10, 8)]
      : [(3, 20, 200, 16), (3, 40, 100, 16), (3, 80, 60, 8), (3, 160, 24, 8)]
    let all = minima(plan, first: 20_000)
    let threshold = 2 * (2.0 / 3).squareRoot()
    report.table(
      "flatness",
      #"| N | minima | lowest eigenvalue λ_min | λ_min less 3(\|E\| - E_∞) | correlation of E with λ_min | with mean ln λ | with mean λ | d mean ln λ/dE | theory 2E/E_∞² |"#
    )
    var (signs, sizes): ([Verdict], [Double]) = ([], [])
    for one in all {
      let lowest = one.mean(\.lowest)
      let correlation = one.correlation(\.energy, \.lowest)
      let sharpness = one.correlation(\.energy, \.logarithm)
      let slope = one.slope(\.energy, \.logarithm)
      let energy = one.mean(\.energy).mean
      sizes.append(lowest.mean)
      report.row(
        "| \(one.n) | \(lowest.count) | \(lowest.text(3)) "
          + "| \((lowest.mean - 3 * (-energy - threshold)).text(3)) | \(correlation.text(3)) "
          + "| \(sharpness.text(3)) | \(one.correlation(\.energy, \.mean).text(3)) "
          + "| \(slope.text(2)) | \((2 * energy / (threshold * threshold)).text(2)) |")
      for (name, found) in [("λ_min", correlation), ("mean ln λ", sharpness)] {
        signs.append(
          Verdict(
            "N = \(one.n): \(name)", value: found.value / found.standardError,
            below: quick ? 0 : -4))
      }
    }
    report.check(Verdict("the deeper, the sharper", all: signs))
    let control = Verdict(
      control: "the deeper, the flatter",
      all.map {
        Verdict("N = \($0.n)", value: $0.correlation(\.energy, \.logarithm).value, above: 0)
      })
    report.check(control)
    report.say("control, the deeper the flatter: \(control.rejection)")
    report.judge("deeper minima are sharper")
    if !quick {
      let first = all[0]
      report.judge(
        Verdict(
          "correlation of E with mean ln λ, N = \(first.n): -0.82 within 0.1",
          value: abs(first.correlation(\.energy, \.logarithm).value + 0.82), below: 0.1))
    }
    let logs = zip(plan, sizes).map { (log(Double($0.n)), log($1)) }
    let power = Regression(logs.map(\.0), logs.map(\.1)).slope
    report.say("lowest eigenvalue at ends of descent ~ N^\(power.text(2))")
    report.judge(
      Verdict(
        "minima become flat with N along the softest direction",
        exceptions: zip(sizes, sizes.dropFirst()).count { $0 <= $1 }))
    draw(all, threshold, &report)
  }

  private func draw(_ all: [Minima], _ threshold: Double, _ report: inout Report) {
    let shown = [all[0], all.last!]
    let energies = grid(-1.8 ... -1.2, 60)
    report.draw(
      "flatness", title: "The deeper a minimum, the sharper",
      caption: [
        "pure 3-spin, |σ|² = N, E = H/N; minima found by descent, seed \(seed)",
        "line: semicircle of centre 3|E| and radius 2√6: mean ln λ = ln√6 - 1/2 + (E/E_∞)^2, N → ∞",
      ],
      x: Axis("energy per spin E = H/N", range: -1.8 ... -1.2),
      y: Axis("mean of ln λ over the eigenvalues of the Hessian"),
      [
        .line("N → ∞", energies) {
          log(6.0.squareRoot()) - 0.5 + $0 * $0 / (threshold * threshold)
        }
      ]
        + shown.enumerated().map { i, one in
          let some = one.samples.flatMap { $0.prefix(4) }
          return Series(
            "N = \(one.n)", x: some.map(\.energy), y: some.map(\.logarithm), style: .dots,
            colour: .sample(i))
        })
    report.draw(
      "softest", title: "Flat along the softest direction only near the threshold",
      caption: [
        "pure 3-spin, |σ|² = N, E = H/N; minima found by descent, seed \(seed)",
        "line: 3(|E| - E_∞), N → ∞",
      ],
      x: Axis("energy per spin E = H/N", range: -1.8 ... -1.2),
      y: Axis("lowest eigenvalue of the Hessian", range: 0...2),
      [.line("N → ∞", energies) { max(0, 3 * (-$0 - threshold)) }]
        + shown.enumerated().map { i, one in
          let some = one.samples.flatMap { $0.prefix(4) }
          return Series(
            "N = \(one.n)", x: some.map(\.energy), y: some.map(\.lowest), style: .dots,
            colour: .sample(i))
        }
    )
  }
}
