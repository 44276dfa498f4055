import ArgumentParser
import Commands
import Saddlery

/// A quadratic valley with noise of three shapes: what the noise prefers, and whether it turns in circles.
struct LimitCycles: Experiment {
  static let question = "Does gradient noise sample the loss, or does it turn in circles?"
  static let meaning =
    "noise that is not the same along all axes goes in circles round a minimum instead of resting at it"
  static let claims: Claims = [
    "ChaudhariSoatto2018":
      "Stochastic gradient descent minimises another potential than the loss, and where noise is not the same along all axes "
      + "it settles into cycles instead of resting."
  ]

  @OptionGroup var options: Options

  static let curvatures = [1.0, 3.0]
  static let rate = 1e-3

  func report() throws -> Report {
    let shapes: [(name: String, diffusion: [[Double]])] = [
      ("the same along all axes", [[1.5, 0], [0, 1.5]]),
      ("along the axes of the valley", [[1, 0], [0, 2]]),
      ("across the axes", [[1.5, 0.8], [0.8, 1.5]]),
    ]
    let replicas = quick ? 1000 : 20_000
    let valleys = shapes.enumerated().map { number, shape in
      NoisyValley(
        shape.name, Matrix(columns: shape.diffusion), replicas: replicas, seed: seed,
        sample: number)
    }
    var report = Report(
      "f = (x² + 3y²)/2, dx = -∇f dt + √2 L dW, LLᵀ = D", "\(replicas) runs of each noise",
      seed: seed,
      convention: "covariances Σ of positions; area swept round the minimum, anticlockwise positive"
    )
    covariances(valleys, &report)
    areas(valleys, &report)
    draw(valleys, &report)
    return report
  }

  /// Σ against the equation of Lyapunov, and against Boltzmann's law.
  private func covariances(_ valleys: [NoisyValley], _ report: inout Report) {
    report.say("Covariances where noise and valley balance; exact for the step that is taken.")
    report.table(
      "covariances", "| noise | entry | exact | measured | z | of exp(-f/T) | verdict |")
    let each = Self.rate / 9
    for valley in valleys {
      for (i, j) in [(0, 0), (0, 1), (1, 1)] {
        let (measured, exact) = (valley.covariance(i, j), valley.exactCovariance(i, j))
        let verdict = Verdict(
          valley.name, value: measured.mean, standardError: measured.standardError,
          samples: measured.samples, expectation: exact, falsePositiveRate: each)
        report.check(verdict)
        report.row(
          "| \(valley.name) | \(i)\(j) | \(exact.text(4)) | \(measured.text(4)) | \(verdict.z.text(2)) "
            + "| \(valley.boltzmann(i, j).text(4)) | \(verdict.conclusion) |")
      }
    }
    report.judge("covariances solve AΣ + ΣA = 2D")
    let across = valleys[2]
    report.check(
      Verdict(
        control: "Boltzmann's law",
        [(0, 0), (0, 1), (1, 1)].map { i, j in
          let measured = across.covariance(i, j)
          return Verdict(
            "\(i)\(j)", value: measured.mean, standardError: measured.standardError,
            samples: measured.samples, expectation: across.boltzmann(i, j), falsePositiveRate: each)
        }))
    report.judge("noise across the axes does not sample exp(-f/T)")
  }

  /// The area swept in a unit of time, (a₁ - a₂) Σ₁₂/2.
  private func areas(_ valleys: [NoisyValley], _ report: inout Report) {
    report.say("Area swept round the minimum in a unit of time.")
    report.table("areas", "| noise | exact | measured | z | verdict |")
    for valley in valleys {
      let exact = valley.exactArea
      let verdict = Verdict(
        valley.name, value: valley.area.mean, standardError: valley.area.standardError,
        samples: valley.area.samples, expectation: exact, falsePositiveRate: Self.rate / 3)
      report.check(verdict)
      report.row(
        "| \(valley.name) | \(exact.text(4)) | \(valley.area.text(4)) | \(verdict.z.text(2)) "
          + "| \(verdict.conclusion) |")
    }
    report.judge("areas are those of the exact current")
    let across = valleys[2].area
    report.found =
      "noise across the axes sweeps an area of \(across.text(3)) round the minimum in a unit of time, where theory says "
      + "\(valleys[2].exactArea.text(3))"
    report.check(
      Verdict(
        control: "no current",
        [
          Verdict(
            "area", value: across.mean, standardError: across.standardError,
            samples: across.samples,
            expectation: 0, falsePositiveRate: Self.rate)
        ]))
    report.judge("noise across the axes turns in circles")
  }

  private func draw(_ valleys: [NoisyValley], _ report: inout Report) {
    let colours: [Colour] = [.black, .blue, .vermilion]
    let series = zip(valleys, colours).flatMap { valley, colour in
      [
        Series(
          valley.name, x: valley.times, y: valley.swept.map(\.mean),
          yError: valley.swept.map(\.standardError), colour: colour
        ).ofKind("measured"),
        Series.dashed(
          nil, valley.times, valley.times.map { $0 * valley.exactArea }, colour),
      ]
    }
    report.draw(
      "areas", title: "Noise across the axes turns in circles",
      caption: [
        "f = (x² + 3y²)/2; noise of diffusion matrix D; means ± standard error over runs; dashed: exact",
        "seed \(seed)",
      ], x: Axis("time"), y: Axis("area swept round the minimum"), series)
  }
}
