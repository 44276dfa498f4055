import Foundation
import Saddlery

extension FlatAndSharp {
  /// Which of two wells of one depth noise prefers.
  func wells(_ report: inout Report) {
    derivatives(&report)
    let replicas = quick ? 500 : 4000
    // f'' of the sharp well is 28.
    let (step, coarse) = (0.0015, 0.006)
    typealias Setting = (noise: WellNoise, dimension: Int, height: Double, step: Double)
    let heights = quick ? [1.0, 2] : [0.5, 1, 1.5, 2, 3]
    let settings: [Setting] =
      heights.map { (.isotropic, 1, $0, step) } + [(.isotropic, 1, 2, coarse)]
      + [2, 4].map { (.isotropic, $0, 2, step) }
      + heights.filter { $0 <= 2 }.map { (.curvature, 1, $0, step) }
    let runs = settings.enumerated().map { i, one in
      WellRuns(
        one.noise, dimension: one.dimension, height: one.height, step: one.step,
        replicas: replicas, seed: seed, number: i)
    }
    let harmonic = (UnequalWells.sharp / UnequalWells.flat).squareRoot()
    report.say(
      "Share of time in the flat well, \(replicas) runs each; harmonic wells, noise the same everywhere: "
        + "\((harmonic / (1 + harmonic)).text(4)) in one dimension.")
    report.table(
      "wells",
      "| noise | dimensions | barrier over T | step | measured | exact | with the step | z |")
    let plain = runs.filter { $0.noise == .isotropic }
    let shaped = runs.filter { $0.noise == .curvature }
    for run in runs {
      let verdict = Verdict(
        "\(run.height)", run.flat, expectation: run.exact,
        falsePositiveRate: Self.rate / Double(plain.count))
      let isPlain = run.noise == .isotropic
      if isPlain { report.check(verdict) }
      report.row(
        "| \(isPlain ? "the same everywhere" : "as the curvature") | \(run.dimension) | \(run.height) | \(run.step) "
          + "| \(run.flat.text(4)) | \(run.limit.text(4)) | \(isPlain ? run.exact.text(4) : "-") "
          + "| \(isPlain ? verdict.z.text(1) : "-") |")
    }
    report.judge(
      "noise the same everywhere: the share of the flat well is Boltzmann's, with the step")
    let one = plain.filter { $0.dimension == 1 && $0.step == step }
    let rest = [4.0, 8].map { height -> Double in
      let share = WellNoise.isotropic.flatShare(temperature: UnequalWells.barrier / height)
      return abs(share - harmonic / (1 + harmonic))
    }
    report.say(
      "Exact share less that of harmonic wells, barriers of 4 T and 8 T: \(rest[0].text(4)), \(rest[1].text(4))."
    )
    report.judge(
      Verdict(
        "one dimension: the exact share is that of harmonic wells as T falls",
        differences: (rest[0], rest[1]), factor: 0.6, below: 0.02))
    report.check(
      Verdict(
        "noise as the curvature: largest difference of the share from the exact law",
        value: shaped.map { abs($0.flat.mean - $0.limit) }.max()!, below: 0.02),
      Verdict(
        control: "noise as the curvature has the share of noise that is the same everywhere",
        zip(shaped, one).map { run, plain in
          Verdict(
            "\(run.height)", run.flat, expectation: plain.limit,
            falsePositiveRate: Self.rate / Double(shaped.count))
        }))
    report.judge("noise as the curvature: the flat well is preferred exponentially in 1/T")
    draw(one, shaped, &report)
  }

  private func draw(_ plain: [WellRuns], _ shaped: [WellRuns], _ report: inout Report) {
    let fine = grid(0.4...3.2, 56)
    func odds(_ share: Double) -> Double { share / (1 - share) }
    func marks(_ name: String, _ runs: [WellRuns], _ colour: Colour) -> Series {
      Series(
        name, x: runs.map(\.height), y: runs.map { odds($0.flat.mean) },
        yError: runs.map { $0.flat.standardError / pow(1 - $0.flat.mean, 2) }, colour: colour)
    }
    func line(_ name: String, _ noise: WellNoise, _ x: [Double], _ colour: Colour) -> Series {
      .line(name, x, colour) {
        odds(noise.flatShare(temperature: UnequalWells.barrier / $0))
      }
    }
    report.draw(
      "odds", title: "Two wells of one depth, curvatures 8 apart: noise prefers the flat one",
      caption: [
        "one dimension; lines exact for continuous time; seed \(seed)",
        "same noise everywhere: by √8 at any temperature; noise in proportion to the curvature: exponentially in 1/T",
      ], x: Axis("height of the barrier over T", range: 0.3...3.2),
      y: Axis("time in the flat well over time in the sharp one", scale: .logarithmic),
      [
        line("noise as the curvature", .curvature, fine.filter { $0 <= 2.2 }, .vermilion)
          .ofKind("exact"),
        marks("noise as the curvature", shaped, .vermilion).ofKind("measured"),
        .dashed(
          "the same everywhere", fine,
          fine.map { odds(WellNoise.isotropic.flatShare(temperature: UnequalWells.barrier / $0)) },
          .blue
        ).ofKind("exact"),
        marks("the same everywhere", plain, .blue).ofKind("measured"),
      ])
  }

  /// Derivatives of the wells against slopes of Taylor remainders.
  private func derivatives(_ report: inout Report) {
    let landscape = UnequalWells(dimension: 3)
    let checks = (0..<12).map { i -> DerivativeCheck in
      var stream = RandomStream(seed: seed, purpose: .starts, sample: 1_000_000, item: i)
      return DerivativeCheck(
        landscape, at: stream.normals(count: 3).map { $0 / 2 },
        along: stream.normals(count: 3).map { $0 / 4 })
    }
    let (first, second) = (
      Self.median(checks.map(\.gradientSlope)), Self.median(checks.map(\.hessianSlope))
    )
    report.judge(
      Verdict(
        "derivatives of the wells: powers 2 and 3 of Taylor remainders, difference",
        value: max(abs(first - 2), abs(second - 3)), below: 0.05))
  }
}
