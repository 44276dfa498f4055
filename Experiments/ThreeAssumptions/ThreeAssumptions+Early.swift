import Foundation
import Saddlery

extension ThreeAssumptions {
  /// Descents that are stopped where the gradient is a part of the first.
  struct Stops {
    struct Stop {
      let energy: Double
      let index: Int
      let time: Double
    }

    static let parts = [0.3, 0.1, 0.03, 0.01, 1e-3, 1e-4]
    let sample: Int
    /// Start by start, a stop for each part.
    let stops: [[Stop]]
    /// E of the minima that they lead to.
    let ends: [Double]

    init(n: Int, sample: Int, starts: Int, seed: UInt64) {
      self.sample = sample
      let model = Mixture.pure(3)
      let hamiltonian = PSpinHamiltonian(model, dimension: n, seed: seed, sample: sample)
      let starts = hamiltonian.starts(starts, seed: seed, sample: sample)
      var stops = [[Stop]](repeating: [], count: starts.columns)
      var places = starts
      for part in Self.parts {
        var run = Trajectories(
          hamiltonian, from: starts, by: GradientDescent(step: Descent.step(for: model)))
        run.advance(until: HaltingRule(steps: 100_000, gradient: part))
        let (values, times) = (run.values, run.times)
        places = run.points
        let indices = hamiltonian.indices(at: places)
        for b in stops.indices {
          stops[b].append(
            Stop(energy: values[b] / Double(n), index: indices[b] ?? -1, time: times[b]))
        }
      }
      self.stops = stops
      let targets = [Int](repeating: 0, count: starts.columns)
      ends = Search(hamiltonian).run(starts: places, targets: targets, threads: 1).map {
        $0.value / Double(n)
      }
    }
  }

  /// What is said of early ends: descent terminates before it reaches a minimum.
  func early(_ report: inout Report) {
    let n = quick ? 30 : 100
    let seed = seed
    let all = concurrentMap(0..<(quick ? 8 : 40)) {
      Stops(n: n, sample: 40_000 + $0, starts: 4, seed: seed)
    }
    func mean(_ quantity: (Stops, Int) -> Double) -> Estimate {
      Estimate(
        all.flatMap { stops in
          stops.ends.indices.map { (stops.sample, quantity(stops, $0)) }
        })
    }
    report.table(
      "early",
      "| stopped at a part of the first gradient | t | E | above its minimum | in per cent of it | in a saddle's region: index above 0 |"
    )
    var (lefts, saddles): ([Double], [Double]) = ([], [])
    for (k, part) in Stops.parts.enumerated() {
      let above = mean { $0.stops[$1][k].energy - $0.ends[$1] }
      let share = mean { $0.stops[$1][k].index > 0 ? 1 : 0 }
      let energy = mean { $0.ends[$1] }.mean
      lefts.append(above.mean / -energy)
      saddles.append(share.mean)
      report.row(
        "| \(part) | \(mean { $0.stops[$1][k].time }.text(1)) "
          + "| \(mean { $0.stops[$1][k].energy }.text(4)) | \(brief(above.mean)) ± \(brief(above.standardError)) "
          + "| \((100 * above.mean / -energy).text(2)) | \(share.text(2)) |")
    }
    report.check(
      Verdict("a tenth: per cent of the energy above", value: 100 * lefts[1], above: 1),
      Verdict(
        "a tenth: share with negative eigenvalues", value: saddles[1], above: quick ? 0.2 : 0.5),
      Verdict(
        "the stricter, the fewer", exceptions: zip(saddles, saddles.dropFirst()).count { $0 < $1 }))
    report.judge("stopped at a tenth of the gradient most descents are not yet in a basin")
    report.judge(
      Verdict("none is left out of a basin at a thousandth", value: saddles[4], below: 0.05))

    let last = quick ? 16.0 : 64
    let theory = MeanFieldDescent(.pure(3), time: last / 2, steps: quick ? 320 : 1280)
    let threshold = 2 * (2.0 / 3).squareRoot()
    let fine = grid(log(0.1)...log(theory.times.last!), 120).map { exp($0) }
    let limit = fine.map { theory.energy(at: $0) + threshold }
    let marks = Stops.parts.indices.dropLast().map { k in
      (
        time: mean { $0.stops[$1][k].time }, energy: mean { $0.stops[$1][k].energy }
      )
    }.filter { $0.time.mean < last }
    report.draw(
      "early", title: "Stopped early, descent has not come down",
      caption: [
        "pure 3-spin, |σ|² = N, E = H/N, N = \(n); seed \(seed); bars: standard errors over samples",
        "marks from the left: stopped at 0.3, 0.1, 0.03, 0.01, ... of the first gradient",
        "line: equations of Cugliandolo and Kurchan at T = 0",
      ],
      x: Axis("time t of dσ/dt = -grad H", range: 0.1...(1.2 * last), scale: .logarithmic),
      y: Axis("E + E_∞, E_∞ = 1.633", range: 0.01...2, scale: .logarithmic),
      [
        .line("N → ∞", fine, limit),
        .dashed(
          "slope -2/3", [1, last],
          [1, last].map { 0.8 * limit.last! * pow(2 * $0 / last, -2.0 / 3) }),
        Series(
          "N = \(n), stopped", x: marks.map(\.time.mean),
          y: marks.map { $0.energy.mean + threshold },
          xError: marks.map(\.time.standardError), yError: marks.map(\.energy.standardError),
          colour: .blue),
      ]
    )
  }
}
