import Foundation
import Saddlery

extension EntropySGD {
  /// Where the method must work: begun at the bottom of a narrow well as deep as a wide one.
  func wells(_ report: inout Report) {
    let wells = TwoWells(dimension: 4, narrow: 16, wide: 1, distance: 2.5)
    let (landscape, threshold, seed) = (wells.landscape, wells.threshold, seed)
    let innerSteps = quick ? 200 : 400
    let factors = quick ? [0.2, 5] : [0.1, 0.25, 0.5, 2, 4, 10]
    let (replicas, outer) = (quick ? 20 : 50, quick ? 100 : 200)
    let narrow = [wells.distance] + [Double](repeating: 0, count: wells.dimension - 1)
    let starts = Matrix<Double>(columns: (0..<replicas).map { _ in narrow })
    /// Of replicas that begin in the narrow well those that end on the other side.
    @Sendable func escaped(
      _ γ: Double, steps: Int, outer: Int, _ averaging: EntropyDescent.Averaging,
      outerStep: Double, sample: Int
    ) -> Int {
      let method = EntropyDescent(
        innerSteps: steps, innerStep: 0.2 / (wells.narrow + γ),
        couplings: [Double](repeating: γ, count: replicas),
        temperatures: [Double](repeating: 1, count: replicas), averaging: averaging,
        outerStep: outerStep)
      var run = Trajectories(landscape, from: starts, by: method, seed: seed, sample: sample)
      run.advance(until: HaltingRule(steps: outer))
      let ends = run.points
      return (0..<replicas).count { wells.isWide(ends.column($0)) }
    }
    let counts = concurrentMap(0..<(2 * factors.count)) { job in
      let γ = factors[job / 2] * threshold
      return job % 2 == 0
        ? escaped(
          γ, steps: innerSteps, outer: outer / 4, .uniform, outerStep: 0.2, sample: 5000 + job)
        : escaped(γ, steps: 20, outer: outer, .exponential(0.75), outerStep: 1, sample: 5000 + job)
    }
    var still = Trajectories(landscape, from: starts, by: GradientDescent(step: 0.05))
    still.advance(until: HaltingRule(steps: 2000))
    let stays = (0..<replicas).count { !wells.isWide(still.points.column($0)) }
    // As many gradients as the short runs, with f alone.
    var noisy = Trajectories(
      landscape, from: starts, by: Langevin(step: 0.2 / wells.narrow, temperature: 1), seed: seed,
      sample: 6000)
    noisy.advance(until: HaltingRule(steps: 20 * outer))
    let warm = (0..<replicas).count { wells.isWide(noisy.points.column($0)) }
    report.say(
      """
      two wells: -F_γ has no minimum at the narrow one below γ = \(threshold.text(3)); gradient descent stays there, \
      \(stays) of \(replicas); Langevin dynamics leaves it, \(warm) of \(replicas)
      """)
    report.check(Verdict("gradient descent leaves the narrow well", exceptions: replicas - stays))
    report.table(
      "wells",
      "| γ | γ/γ_c | -F_γ, narrow less wide | descent on -F_γ ends at | mean of many steps: in the wide well | 20 steps: in the wide well |"
    )
    for (i, factor) in factors.enumerated() {
      let γ = factor * threshold
      let (averaged, short) = (counts[2 * i], counts[2 * i + 1])
      report.row(
        "| \(γ.text(2)) | \(factor) | \((wells.value(wells.distance, γ) - wells.value(0, γ)).text(3)) "
          + "| \(wells.end(γ).text(2)) | \(averaged) of \(replicas) | \(short) of \(replicas) |")
      // Short runs are noisy: each may be found in the narrow well, which holds 1/257 of e^{-f}.
      if factor <= 0.25 {
        report.check(
          Verdict("γ = \(factor) γ_c, averaged: stays", exceptions: replicas - averaged))
      } else if factor >= 4 {
        report.check(Verdict("γ = \(factor) γ_c, averaged: leaves", exceptions: averaged))
      }
    }
    report.judge("two wells: the wide one is found where the local entropy has no other minimum")
    let x = grid(-1...4, 250)
    report.draw(
      "wells", title: "Two wells as deep, and minus their local entropy",
      caption: [
        "four dimensions, curvatures \(wells.narrow) and \(wells.wide), temperature 1; on the axis through both",
        "γ_c = \(threshold.text(2)): below, the narrow well has no minimum",
      ], x: Axis("place on the axis"),
      y: Axis("f and -F, in units of the temperature", range: -0.2...4),
      [
        .line(
          "f", x,
          landscape.jets(
            at: Matrix(columns: x.map { [$0] + narrow.dropFirst() }), upTo: .value
          ).values, .grey)
      ]
        + [(10, Colour.blue), (1, .vermilion), (0.1, .green)].map { factor, colour in
          let lowest = x.map { wells.value($0, factor * threshold) }.min()!
          return .line("γ = \(factor) γ_c", x, colour) {
            wells.value($0, factor * threshold) - lowest
          }
        })
  }
}
