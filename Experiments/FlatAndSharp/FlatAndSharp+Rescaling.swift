import Foundation
import Saddlery

extension FlatAndSharp {
  /// One function of a network, as sharp as one likes.
  func rescaling(_ report: inout Report) throws {
    let factors = (-7...7).map { pow(2, Double($0)) }
    let (samples, steps, seed) = (quick ? 4 : 24, quick ? 2000 : 20_000, seed)
    let all = try concurrentMap(0..<samples) {
      try RescaledNetwork(factors: factors, steps: steps, seed: seed, sample: $0)
    }
    func estimate(_ quantity: (RescaledNetwork) -> Double) -> Estimate {
      Estimate(independent: all.map(quantity))
    }
    report.say(
      "\(RescaledNetwork.inputs)-\(RescaledNetwork.hidden)-1 rectifiers, \(samples) samples of data and weights; loss over half "
        + "the variance of targets \(String(format: "%.1e", estimate(\.loss).mean)).")
    report.table(
      "rescaled",
      "| α | λ_max | over that at α = 1 | less α²μ, over its limit | largest difference of outputs | test error |"
    )
    for (i, α) in factors.enumerated() {
      let next = estimate { ($0.sharpness[i] - α * α * $0.out) / $0.next }
      let difference = all.map { $0.differences[i] }.max()!
      report.row(
        "| \(α < 1 ? "1/\(Int(1 / α))" : "\(Int(α))") | \(Self.digits(estimate { $0.sharpness[i] })) "
          + "| \(Self.digits(estimate { $0.sharpness[i] / $0.sharpness[7] })) "
          + "| \(α < 1 ? "-" : next.text(3)) | \(difference) "
          + "| \(String(format: "%.2e", estimate { $0.errors[i] }.mean)) |")
    }
    judge(all, factors, &report)
    let fine = grid(-7...7, 140).map { pow(2, $0) }
    report.draw(
      "rescaled", title: "One function, any sharpness: a rescaled rectifier network",
      caption: [
        "weights in times α, weights out over α; medians over \(samples) trained 5-10-1 networks, a faint line each; seed \(seed)",
        "outputs on fresh inputs are the same to the last bit at every α",
      ], x: Axis("factor α", range: pow(2, -7.4)...pow(2, 7.4), scale: .logarithmic),
      y: Axis("largest eigenvalue of the Hessian", range: 1...1e6, scale: .logarithmic),
      all.map { .line(nil, factors, $0.sharpness, .faint) } + [
        .dashed(
          "α²μ, block of weights out", fine, fine.map { $0 * $0 * Self.median(all.map(\.out)) },
          .black),
        .line("A/α², block of weights in", fine, .blue) {
          Self.median(all.map(\.into)) / ($0 * $0)
        },
        Series(
          "largest eigenvalue, median", x: factors,
          y: factors.indices.map { i in Self.median(all.map { $0.sharpness[i] }) },
          colour: .vermilion),
      ])
  }

  private func judge(_ all: [RescaledNetwork], _ factors: [Double], _ report: inout Report) {
    let last = factors.count - 1
    report.judge(
      Verdict(
        "outputs that differ at all, networks and factors",
        exceptions: all.reduce(0) { $0 + $1.differences.count { $0 != 0 } }))
    let sharper = all.map { $0.sharpness[last] / $0.sharpness[last / 2] }
    let changed = all.reduce(0) { $0 + $1.differences.count { $0 != 0 } }
    report.found =
      "networks were made \(Self.median(sharper).text(0)) times as sharp by other units of their weights, and "
      + "\(changed) of them then computed anything else"
    let slopes = all.map { log2($0.sharpness[last] / $0.sharpness[last - 1]) }
    let rest = all.map {
      abs(($0.sharpness[last] - pow(factors[last], 2) * $0.out) / $0.next - 1)
    }
    report.say(
      "slope of log λ_max between α = 64 and 128: \(slopes.min()!.text(4)) to \(slopes.max()!.text(4))"
    )
    report.check(
      Verdict(
        "slope, largest difference from 2", value: slopes.map { abs($0 - 2) }.max()!, below: 0.1),
      Verdict(
        "λ_max - α²μ at α = 128 over its limit, largest difference from 1", value: rest.max()!,
        below: 0.05),
      Verdict(
        "λ_max below α²μ",
        exceptions: all.reduce(0) { sum, one in
          sum
            + factors.indices.count {
              one.sharpness[$0] < factors[$0] * factors[$0] * one.out * (1 - 1e-9)
            }
        }),
      Verdict(
        control: "λ_max is that of the network as trained",
        [
          Verdict(
            "log λ_max",
            Estimate(independent: all.map { log($0.sharpness[last] / $0.sharpness[7]) }),
            expectation: 0, falsePositiveRate: Self.rate)
        ]))
    report.judge("the sharpest direction grows as α², by the weights out alone")
  }

  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  /// Three digits of the mean and two of its error.
  private static func digits(_ estimate: Estimate) -> String {
    String(format: "%.3g ± %.2g", estimate.mean, estimate.standardError)
  }
}
