import Foundation
import Saddlery

extension EscapeTimes {
  /// The double well f = (x² - 1)² - x/4, from its shallow minimum on the left to where it is as deep on the right as
  /// nowhere on the left.
  func well(_ report: inout Report) {
    let tilt = 0.25
    let potential: @Sendable (Double) -> Double = { x in
      let well = x * x - 1
      return well * well - tilt * x
    }
    func curvature(_ x: Double) -> Double { 12 * x * x - 4 }
    func critical(near start: Double) -> Double {
      (0..<50).reduce(start) { x, _ in x - (4 * x * (x * x - 1) - tilt) / curvature(x) }
    }
    let (bottom, top) = (critical(near: -1), critical(near: 0))
    let barrier = potential(top) - potential(bottom)
    // f = 0 on the right, where the noise brings no run back.
    let end = (0..<50).reduce(0.75) { x, _ in
      x - potential(x) / (4 * x * (x * x - 1) - tilt)
    }
    let prefactor = 2 * Double.pi / (curvature(bottom) * -curvature(top)).squareRoot()
    func kramers(_ ratio: Double) -> Double { prefactor * exp(ratio) }
    func exact(_ ratio: Double) -> Double {
      FirstPassage(temperature: barrier / ratio, potential: potential)
        .meanTime(from: bottom, to: end, low: -2.5, curvature: curvature(bottom))
    }

    let landscape = FunctionLandscape<EuclideanSpace>(dimension: 1, length: 1) { x in
      let well = x[0] * x[0] - 1
      return well * well - tilt * x[0]
    }
    let ratios = quick ? [1.5, 2.5] : [2, 3, 4, 5]
    let replicas = quick ? 100 : 600
    report.table("well", "| Δf/T | time measured | exact | Kramers | exact / Kramers | z |")
    var (means, flat): ([Estimate], [Verdict]) = ([], [])
    for (j, ratio) in ratios.enumerated() {
      let temperature = barrier / ratio
      let times = passageTimes(
        landscape, from: [bottom], step: quick ? 0.002 : 0.001, temperature: temperature, below: 0,
        replicas: replicas, longest: 50 * exact(ratio), seed: seed, sample: 1000 + j)
      let mean = Estimate(independent: times.map { $0 ?? .nan })
      let verdict = Verdict(
        "Δf/T = \(ratio)", mean, expectation: exact(ratio),
        falsePositiveRate: Self.rate / Double(ratios.count))
      report.check(verdict)
      report.row(
        "| \(ratio) | \(mean.text(2)) | \(exact(ratio).text(2)) | \(kramers(ratio).text(2)) "
          + "| \((exact(ratio) / kramers(ratio)).text(3)) | \(verdict.z.text(1)) |")
      // The law of saddles, with the same slope of the top.
      let λ = -curvature(top)
      flat.append(
        Verdict(
          "Δf/T = \(ratio)", mean,
          expectation: (log(λ / temperature) + .eulerGamma + log(2)) / (2 * λ),
          falsePositiveRate: Self.rate))
      means.append(mean)
    }
    let control = Verdict(control: "the law of saddles for a well", flat)
    report.check(control)
    report.say("control, \(control.quantity): \(control.rejection)")
    // Kramers' law is exact as T vanishes, with corrections like T.
    let far = [20.0, 40.0].map { abs(exact($0) / kramers($0) - 1) }
    report.say(
      "exact / Kramers - 1 at Δf/T = 20, 40: \(far.map { $0.text(4) }.joined(separator: ", "))")
    report.check(
      Verdict("Kramers' law, T → 0", differences: (far[0], far[1]), factor: 0.6, below: 0.05))
    report.judge("leaving a well: Kramers' law with its prefactor, as T vanishes")
    let fine = grid(0.5...6, 60)
    report.draw(
      "well", title: "Noise leaves a well in a time like e^{Δf/T}",
      caption: [
        "f = (x^2 - 1)^2 - x/4, from the left minimum; \(replicas) runs a point, seed \(seed)",
        "Kramers: 2π exp(Δf/T)/√(f'' |f''(top)|)",
      ], x: Axis("height of the barrier over temperature, Δf/T"),
      y: Axis("mean time to leave", range: 1...1000, scale: .logarithmic),
      [
        .line("exact", fine, of: exact), .dashed("Kramers", fine, fine.map(kramers)),
        .marks("Langevin dynamics", ratios, means, .blue),
      ])
  }
}
