import Foundation
import Saddlery

extension EscapeTimes {
  /// f = -λx²/2 from x = 0 to |x| = 1, for some λ and T.
  func saddle(_ report: inout Report) {
    let lambdas = [0.5, 1.0, 2.0]
    let temperatures = quick ? [1e-2, 1e-4] : [1e-2, 1e-3, 1e-4, 1e-5]
    let replicas = quick ? 200 : 2000
    report.table("saddle", "| λ | T | time measured | exact | (ln(λ/T) + γ + ln 2)/(2λ) | z |")
    let share = Self.rate / Double(lambdas.count * temperatures.count)
    var (series, slopes): ([Series], [(λ: Double, value: Double, error: Double)]) = ([], [])
    var independent: [Verdict] = []
    for (i, λ) in lambdas.enumerated() {
      let landscape = FunctionLandscape<EuclideanSpace>(dimension: 1, length: 1) { x in
        -0.5 * λ * x[0] * x[0]
      }
      var (means, exacts): ([Estimate], [Double]) = ([], [])
      for (j, temperature) in temperatures.enumerated() {
        let times = passageTimes(
          landscape, from: [0], step: 0.002 / λ, temperature: temperature, below: -0.5 * λ,
          replicas: replicas, longest: 100 / λ, seed: seed, sample: 100 * i + j)
        let mean = Estimate(independent: times.map { $0 ?? .nan })
        let exact = FirstPassage(temperature: temperature) { -0.5 * λ * $0 * $0 }
          .meanTime(from: 0, to: 1, low: 0, curvature: λ)
        let verdict = Verdict(
          "λ = \(λ), T = \(temperature)", mean, expectation: exact, falsePositiveRate: share)
        report.check(verdict)
        report.row(
          "| \(λ) | \(temperature) | \(mean.text(3)) | \(exact.text(3)) "
            + "| \(Self.leaving(λ, temperature).text(3)) | \(verdict.z.text(1)) |")
        means.append(mean)
        exacts.append(exact)
      }
      let decades = log10(temperatures[0] / temperatures.last!)
      let (first, last) = (means[0], means.last!)
      let error = (pow(first.standardError, 2) + pow(last.standardError, 2)).squareRoot()
      slopes.append((λ, (last.mean - first.mean) / decades, error / decades))
      independent.append(
        Verdict(
          "λ = \(λ): no slope", value: last.mean - first.mean, standardError: error,
          samples: replicas, expectation: 0, falsePositiveRate: Self.rate))
      let fine = grid(-5.3 ... -1.7, 60).map { pow(10, $0) }
      series += [
        .line("λ = \(λ)", fine, .sample(i)) { temperature in
          FirstPassage(temperature: temperature) { -0.5 * λ * $0 * $0 }
            .meanTime(from: 0, to: 1, low: 0, curvature: λ)
        }.ofKind("exact"),
        Series(
          "λ = \(λ)", x: temperatures, y: means.map(\.mean), yError: means.map(\.standardError),
          colour: .sample(i)
        ).ofKind("Langevin dynamics"),
      ]
    }
    report.table("slopes", "| λ | time per decade of 1/T | ln 10/(2λ) |")
    for (λ, slope, error) in slopes {
      let expected = log(10) / (2 * λ)
      if λ == 1 {
        report.found =
          "a tenth of the noise makes leaving a saddle longer by \(slope.text(2)) units of time, where theory says "
          + "\(expected.text(2))"
      }
      report.row("| \(λ) | \(slope.text(3)) ± \(error.text(3)) | \(expected.text(3)) |")
      report.check(
        Verdict("λ = \(λ): slope", value: abs(slope / expected - 1), below: quick ? 0.2 : 0.05))
    }
    let control = Verdict(control: "the time depends on λ alone, not on T", independent)
    report.check(control)
    report.say("control, \(control.quantity): \(control.rejection)")
    report.judge("leaving a saddle: ln(1/T)/(2λ) and its constant")
    report.draw(
      "saddle", title: "Noise leaves a saddle in a time like ln(1/T)/(2λ)",
      caption: ["f = -λx²/2, from x = 0 to |x| = 1; \(replicas) runs a point, seed \(seed)"],
      x: Axis("temperature T in units of f", scale: .logarithmic),
      y: Axis("mean time to leave", range: 0...15), series)
  }

  /// For T much below λ.
  private static func leaving(_ λ: Double, _ temperature: Double) -> Double {
    (log(λ / temperature) + .eulerGamma + log(2)) / (2 * λ)
  }
}
