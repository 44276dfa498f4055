import Foundation
import Saddlery

extension EscapeTimes {
  /// f = -Σ xᵢ⁴/N on the sphere |x|² = N: an orthogonal tensor, whose components ±√N eᵢ are its only minima, all global. Saddles
  /// have k equal coordinates: k - 1 modes of -8/k, and 4/k across.
  func tensor(_ report: inout Report) {
    let n = 10
    let temperatures = [1e-4, 1e-8]
    let replicas = quick ? 100 : 1000
    let landscape = FunctionLandscape(on: Sphere(ambientDimension: n)) { x in
      x.reduce(TracedNumber(0)) { $0 - $1 * $1 * $1 * $1 } / Double(n)
    }
    let equal = [2, 3, 5, 10]
    report.table(
      "tensor",
      "| k | T | λ = 8/k | time measured | (ln(λr²/T) - ψ((k-1)/2) - ln 2)/(2λ) | ratio | in a component |"
    )
    var (lost, stays) = (0, 0)
    var series: [Series] = []
    for (i, k) in equal.enumerated() {
      let start = (0..<n).map { $0 < k ? (Double(n) / Double(k)).squareRoot() : 0 }
      let λ = 8 / Double(k)
      let reach = 0.1 * Double(n).squareRoot()
      let value = landscape.value(at: start)
      var scaled: [Estimate] = []
      for (j, temperature) in temperatures.enumerated() {
        let times = passageTimes(
          landscape, from: start, step: 0.01 / λ, temperature: temperature,
          below: value - 0.5 * λ * reach * reach, replicas: replicas, longest: 100 / λ, seed: seed,
          sample: 3000 + 10 * i + j)
        let mean = Estimate(independent: times.map { $0 ?? .nan })
        let expected = Self.leaving(λ: λ, modes: k - 1, reach: reach, temperature: temperature)
        let ends = ends(landscape, start, temperature: temperature, sample: 4000 + 10 * i + j)
        lost += ends.total - ends.inComponent
        report.row(
          "| \(k) | \(temperature) | \(λ.text(3)) | \(mean.text(3)) | \(expected.text(3)) "
            + "| \((mean.mean / expected).text(3)) | \(ends.inComponent) of \(ends.total) |")
        report.check(
          Verdict(
            "k = \(k), T = \(temperature)", value: abs(mean.mean / expected - 1),
            below: quick ? 0.1 : 0.05))
        scaled.append(Estimate(independent: times.map { $0.map { λ * $0 } ?? .nan }))
      }
      var still = Trajectories(
        landscape, from: Matrix(columns: [start]), by: GradientDescent(step: 0.01 / λ))
      still.advance(until: HaltingRule(time: 100 / λ, value: value - 0.5 * λ * reach * reach))
      stays += still.outcomes[0] == .reached ? 0 : 1
      let fine = grid(-9 ... -3, 12).map { pow(10, $0) }
      series += [
        .line("k = \(k)", fine, .sample(i)) {
          λ * Self.leaving(λ: λ, modes: k - 1, reach: reach, temperature: $0)
        }.ofKind("k - 1 modes alone"),
        .marks("k = \(k)", temperatures, scaled, .sample(i)).ofKind("noisy gradient descent"),
      ]
    }
    report.check(Verdict("noisy runs that end elsewhere than in a component", exceptions: lost))
    let control = Verdict(
      control: "no noise is needed",
      [Verdict("runs without noise that stay at their saddle", exceptions: stays)])
    report.check(control)
    report.say(
      "control, \(control.quantity): \(stays) of \(equal.count) stay, \(control.rejection)")
    report.judge("orthogonal tensor: noise leads to a component, from every saddle")
    report.draw(
      "tensor", title: "Saddles with more ways down are left sooner in units of 1/λ",
      caption: ["f = -Σ x_i^4/N on |x|² = N = \(n); \(replicas) runs a point, seed \(seed)"],
      x: Axis("temperature T in units of f", scale: .logarithmic),
      y: Axis("λ · mean time to leave", range: 0...12), series)
  }

  /// The mean time for the length of so many modes, each normal of variance T/λ at first, to grow to a reach.
  private static func leaving(
    λ: Double, modes: Int, reach: Double, temperature: Double
  ) -> Double {
    // ψ at halves and whole numbers by its recurrence.
    var (x, digamma) =
      modes % 2 == 1 ? (0.5, -Double.eulerGamma - 2 * log(2)) : (1, -Double.eulerGamma)
    while x < Double(modes) / 2 {
      digamma += 1 / x
      x += 1
    }
    return (log(λ * reach * reach / temperature) - digamma - log(2)) / (2 * λ)
  }

  /// Runs with noise, then without: how many end within a thousandth of a component.
  private func ends(
    _ landscape: FunctionLandscape<Sphere>, _ start: [Double], temperature: Double, sample: Int
  ) -> (inComponent: Int, total: Int) {
    let (total, n) = (100, Double(start.count))
    var noisy = Trajectories(
      landscape, from: Matrix(columns: (0..<total).map { _ in start }),
      by: Langevin(step: 0.02, temperature: temperature), seed: seed, sample: sample)
    noisy.advance(until: HaltingRule(steps: 2000))
    var still = Trajectories(landscape, from: noisy.points, by: GradientDescent(step: 0.02))
    still.advance(until: HaltingRule(steps: 2000))
    let points = still.points
    let found = (0..<total).count { b in
      let largest = points.column(b).reduce(0) { max($0, abs($1)) }
      return abs(largest / n.squareRoot() - 1) < 1e-3
    }
    return (found, total)
  }
}
