import Saddlery

extension ThresholdFloor {
  /// Gradient descent against stochastic gradient descent, from the same starts: differences are less than a hundredth of
  /// the energy, which is the claim, and are tested for being zero.
  func stochastic(_ report: inout Report) {
    let sizes = quick ? [(20, 32), (30, 16)] : [(30, 256), (60, 128)]
    let runs = sizes.enumerated().map { i, size in
      Stochastic(
        n: size.0, samples: size.1, starts: 8, sweeps: quick ? 60 : 300, first: 20_000 + 1000 * i,
        seed: seed)
    }
    report.say(
      "\(Stochastic.terms) mini-batches, \(runs[0].sweeps) sweeps, \(sizes.map { "\($0.1)" }.joined(separator: " and ")) "
        + "samples of 8 starts")
    report.table(
      "stochastic",
      "| N | descent | E before the last descent | E of ends | ends less those of GD | z | equal? | overlap of ends |"
    )
    for run in runs { compare(run, tests: runs.count, &report) }
    report.judge("stochastic and plain gradient descent end within 1 % of the energy")
    same(runs[1], &report)
    drawStochastic(runs[1], &report)
  }

  private func compare(_ run: Stochastic, tests: Int, _ report: inout Report) {
    let full = run.mean(\.full)
    report.row("| \(run.n) | GD | | \(full.text(4)) | | | | |")
    // Two schedules and the finer steps, at each size.
    let rate = Self.rate / Double(3 * tests)
    func row(
      _ name: String, _ quantity: (Stochastic.Sample) -> [Double], before: Estimate? = nil,
      overlap: Estimate? = nil
    ) -> Verdict {
      let difference = run.difference(quantity)
      let test = Verdict(name, difference, expectation: 0, falsePositiveRate: rate)
      report.row(
        "| \(run.n) | \(name) | \(before?.text(4) ?? "") | \(run.mean(quantity).text(4)) "
          + "| \(difference.text(4)) | \(test.z.text(1)) "
          + "| \(test.conclusion == .contradicted ? "no" : "not rejected") "
          + "| \(overlap?.text(2) ?? "") |")
      return Verdict(
        "N = \(run.n), \(name)", value: abs(difference.mean / full.mean), below: 0.01)
    }
    for (k, schedule) in Stochastic.Schedule.allCases.enumerated() {
      report.check(
        row(
          "SGD, \(schedule.rawValue) steps", { $0.after[k] }, before: run.mean { $0.before[k] },
          overlap: run.mean { $0.overlaps[k] }))
    }
    report.check(row("GD, a tenth of the step", \.fine))
    let early = row("control: GD to a tenth of the gradient", \.early)
    report.check(
      Verdict(control: "control: GD stopped early", [early]),
      Verdict(
        "ends are minima and the sum is a 3-spin",
        exceptions: run.samples.reduce(0) { $0 + $1.exceptions }))
  }

  /// That the last steps may be Newton's: where descent to a ten-thousandth of the gradient ends.
  private func same(_ run: Stochastic, _ report: inout Report) {
    let (n, seed) = (run.n, seed)
    let found = concurrentMap(0..<16) { sample in
      let hamiltonian = PSpinHamiltonian(.pure(3), dimension: n, seed: seed, sample: sample)
      let starts = hamiltonian.starts(8, seed: seed, sample: sample)
      return Descent.sameEnds(
        Descent(hamiltonian, from: starts), Descent(hamiltonian, from: starts, toGradient: 1e-4))
    }
    let same = found.reduce(0, +)
    report.say(
      "last steps by Newton's method from 1e-2 of the gradient or from 1e-4: \(same) of 128 ends the same, N = \(n)"
    )
    report.judge(
      Verdict(
        "Newton's last steps change less than 2 % of the ends", value: Double(128 - same) / 128,
        below: 0.02))
  }

  private func drawStochastic(_ runs: Stochastic, _ report: inout Report) {
    func means(_ quantity: (Stochastic.Sample) -> [Double]) -> [Double] {
      runs.samples.map { sample in
        let all = quantity(sample)
        return all.reduce(0, +) / Double(all.count)
      }
    }
    let (full, early) = (means(\.full), means(\.early))
    let (low, high) = (full.min()! - 0.02, early.max()! + 0.02)
    report.save(
      "stochastic",
      Figure(
        title: "Stochastic and plain gradient descent end about equally deep",
        caption: [
          "pure 3-spin, N = \(runs.n), |σ|² = N, E = H/N; \(Stochastic.terms) mini-batches; seed \(seed)",
          "a mark is the mean over the starts of one disorder sample",
        ],
        x: Axis("E of the ends of gradient descent", range: low...high),
        y: Axis("E from the same starts, otherwise", range: low...high),
        series: [
          .line("equal", [low, high], [low, high])
        ]
          + Stochastic.Schedule.allCases.enumerated().map { k, schedule in
            Series(
              "SGD, \(schedule.rawValue) steps", x: full, y: means { $0.after[k] },
              colour: .sample(k))
          } + [Series("control: stopped early", x: full, y: early, colour: .grey)]))
  }

  /// Hessian descent: where it reaches the sphere, and the minima below.
  func hessian(_ floors: [Floor], _ report: inout Report) {
    let model = floors[0].model
    report.say("Hessian descent in K steps from the starts of the descents above.")
    report.table(
      "hessian",
      "| K | N | E on the sphere | K steps, N → ∞ | E of minima below | less those of GD | z |")

    var checks: [Verdict] = []
    let levels = quick ? [10] : [10, 40]
    let rate = Self.rate / Double(levels.count * floors.count)
    for k in levels {
      let limit = Outward.limit(model, levels: k)
      let runs = floors.map {
        Outward(
          $0, samples: min($0.samples, quick ? 8 : $0.n < 200 ? 32 : 12), levels: k, seed: seed)
      }
      let reached = runs.map { Estimate(bySample: $0.reached) }
      let misses = reached.map { abs($0.mean - limit) }
      checks.append(
        Verdict(
          "K = \(k)", differences: (misses[misses.count - 2], misses[misses.count - 1]),
          factor: 0.9, below: quick ? 0.3 : 0.1))
      for (run, reached) in zip(runs, reached) {
        let check = Verdict(
          "K = \(k), N = \(run.n)", Estimate(bySample: run.differences), expectation: 0,
          falsePositiveRate: rate)
        checks.append(check)
        report.row(
          "| \(k) | \(run.n) | \(reached.text(4)) | \(limit.text(4)) "
            + "| \(Estimate(bySample: run.polished).text(4)) "
            + "| \(Estimate(bySample: run.differences).text(4)) | \(check.z.text(1)) |")
      }
    }
    for check in checks { report.check(check) }
    report.judge("Hessian descent comes to the same floor")

  }
}
