import Foundation
import Saddlery

extension EscapeTimes {
  /// Steps through the octopus's row of saddles, with kicks and without, as the dimension grows.
  func octopus(_ report: inout Report) {
    let (steep, flat, step) = (1.0, 0.5, 0.05)
    let dimensions = quick ? [2, 3, 4, 5, 6] : [2, 3, 4, 5, 6, 8, 12]
    // Of gradient descent: beyond, coordinates across fall below the smallest number.
    let last = quick ? 4 : 5
    let starts = quick ? 20 : 100
    let seed = seed
    /// Steps of each start; nil if 300 000 do not suffice.
    @Sendable func steps(_ n: Int, kick: Double?) -> [Double?] {
      let landscape = TestFunction.octopus(dimension: n, steep: steep, flat: flat)
      let lowest = landscape.value(at: [Double](repeating: 4, count: n))
      let start = octopusStarts(n, starts)
      let rule = HaltingRule(steps: 300_000, value: 0.99 * lowest)
      func count(_ method: some Method) -> [Double?] {
        var run = Trajectories(landscape, from: start, by: method, seed: seed, sample: 2000 + n)
        run.advance(until: rule)
        return zip(run.times, run.outcomes).map {
          $1 == .reached ? ($0 / step).rounded() : nil
        }
      }
      return kick.map { count(KickedGradientDescent(step: step, kick: $0)) }
        ?? count(GradientDescent(step: step))
    }
    let jobs = dimensions.map { ($0, 0.01) } + dimensions.filter { $0 <= last }.map { ($0, nil) }
    let all = concurrentMap(0..<jobs.count) { i in steps(jobs[i].0, kick: jobs[i].1) }
    let kicked = Array(all.prefix(dimensions.count))
    let plain = Array(all.dropFirst(dimensions.count))

    func logs(_ steps: [Double?]) -> Estimate {
      Estimate(independent: steps.map { $0.map { log($0) } ?? .nan })
    }
    report.table("octopus", "| n | gradient descent, steps (geometric mean) | kicked |")
    for (i, n) in dimensions.enumerated() {
      let own = i < plain.count ? exp(logs(plain[i]).mean).text(0) : ""
      report.row("| \(n) | \(own) | \(exp(logs(kicked[i]).mean).text(0)) |")
    }
    let unfinished = (plain + kicked).reduce(0) { $0 + $1.count { $0 == nil } }
    report.check(Verdict("runs that did not arrive", exceptions: unfinished))

    // While a coordinate grows by 1 + 2ηγ a step, those after it shrink by 1 - 2ηL.
    let factor = 1 - log1p(-2 * step * steep) / log1p(2 * step * flat)
    let (first, final) = (logs(plain[0]).mean, logs(plain.last!).mean)
    let growth = exp((final - first) / Double(last - dimensions[0]))
    report.say(
      "gradient descent, factor for each dimension from \(dimensions[0]) to \(last): \(growth.text(3)); "
        + "predicted for many: 1 + ln(1/(1 - 2ηL))/ln(1 + 2ηγ) = \(factor.text(3))")
    report.check(
      Verdict("factor a dimension", value: abs(growth / factor - 1), below: quick ? 0.3 : 0.15))
    // Linear: as many steps more for each dimension in the upper half as in the lower.
    let means = kicked.map { exp(logs($0).mean) }
    let middle = quick ? 2 : 4
    func bend(_ steps: [Double]) -> Double {
      func slope(_ i: Int, _ j: Int) -> Double {
        (steps[j] - steps[i]) / Double(dimensions[j] - dimensions[i])
      }
      return slope(middle, steps.count - 1) / slope(0, middle)
    }
    let exponential = bend(dimensions.map { pow(factor, Double($0)) })
    report.say(
      "kicked, steps a dimension above n = \(dimensions[middle]) over those below: \(bend(means).text(3)); "
        + "1 if linear, \(exponential.text(1)) if it grew as gradient descent")
    report.check(Verdict("kicked: bend", value: bend(means), below: quick ? 1.5 : 1.25))
    let control = Verdict(
      control: "kicked descent grows by the same factor",
      [Verdict("bend", value: bend(means), above: exponential / 2)])
    report.check(control)
    report.say("control, \(control.quantity): \(control.rejection)")
    underflow(n: last + 1, steep: steep, flat: flat, step: step, starts: starts, &report)
    report.judge("a row of saddles: exponential without kicks, linear with them")

    let sizes = dimensions.prefix(plain.count).map(Double.init)
    func marks(_ name: String, _ x: [Double], _ all: [[Double?]], _ colour: Colour) -> Series {
      let means = all.map { logs($0) }
      return Series(
        name, x: x, y: means.map { exp($0.mean) },
        yError: means.map { exp($0.mean) * $0.standardError }, colour: colour)
    }
    report.draw(
      "octopus", title: "A row of n saddles: exponential time, unless kicked",
      caption: [
        "octopus of L = \(steep), γ = \(flat), step \(step); \(starts) starts in [-1, 1]^n each, seed \(seed)"
      ], x: Axis("dimension n", range: 1...13),
      y: Axis("steps to the minimum", range: 10...1e5, scale: .logarithmic),
      [
        .dashed(
          "\(factor.text(2))^n, predicted slope", [2, 8],
          [2, 8].map { exp(final) * pow(factor, $0 - sizes.last!) }, .black),
        marks("gradient descent", sizes, plain, .blue),
        marks("kicked, 0.01", dimensions.map(Double.init), kicked, .vermilion),
      ])
  }

  /// Gradient descent in one dimension more: who does not arrive has a coordinate so small that its steps round to zero, and
  /// will never leave.
  private func underflow(
    n: Int, steep: Double, flat: Double, step: Double, starts: Int, _ report: inout Report
  ) {
    let landscape = TestFunction.octopus(dimension: n, steep: steep, flat: flat)
    var run = Trajectories(
      landscape, from: octopusStarts(n, starts), by: GradientDescent(step: step))
    let lowest = landscape.value(at: [Double](repeating: 4, count: n))
    run.advance(until: HaltingRule(steps: quick ? 20_000 : 100_000, value: 0.99 * lowest))
    let (points, outcomes) = (run.points, run.outcomes)
    let stuck = outcomes.indices.filter { outcomes[$0] != .reached }
    let lost = stuck.count { b in
      points.column(b).contains { abs($0) < .leastNormalMagnitude }
    }
    report.say(
      "gradient descent at n = \(n): \(starts - stuck.count) of \(starts) arrive; of the others \(lost) "
        + "have a coordinate below the smallest normal number")
    report.check(Verdict("still on their way", exceptions: quick ? 0 : stuck.count - lost))
  }

  private func octopusStarts(_ n: Int, _ count: Int) -> Matrix<Double> {
    let seed = seed
    return Matrix(
      columns: (0..<count).map { b in
        var stream = RandomStream(seed: seed, purpose: .starts, sample: n, item: b)
        return (0..<n).map { _ in 2 * stream.uniform() - 1 }
      })
  }
}
