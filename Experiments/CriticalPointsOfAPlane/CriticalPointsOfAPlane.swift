import ArgumentParser
import Saddlery

/// Minima, saddles and maxima of Gaussian fields on tori against exact densities, and a map of one.
struct CriticalPointsOfAPlane: Experiment {
  static let question = "How many minima, saddles and maxima does a random surface have?"
  static let meaning =
    "a random surface has two saddles for every minimum and every maximum"
  static let claims: Claims = [
    "LonguetHiggins1957":
      "Densities by variances of derivatives; minima : saddles : maxima = 1 : 2 : 1.",
    "BardeenBondKaiserSzalay1986": "In space the minima are 0.1233 of all.",
  ]

  @OptionGroup var options: Options

  /// False positives of one run.
  private static let rate = 1e-3

  func report() throws -> Report {
    let smooth = try IsotropicCovariance.squaredExponential()
    let rough = try smooth + IsotropicCovariance.squaredExponential(variance: 0.3, length: 0.4)
    let runs: [(String, IsotropicCovariance, n: Int, length: Double, samples: Int)] = [
      ("squared exponential", smooth, 1, 40, quick ? 50 : 4000),
      ("squared exponential", smooth, 2, 10, quick ? 40 : 1600),
      ("Matérn, ν = 5", try IsotropicCovariance.matern(smoothness: 5), 2, 12, quick ? 10 : 400),
      ("two lengths", rough, 2, 8, quick ? 10 : 400),
      ("squared exponential", smooth, 3, 5, quick ? 4 : 300),
    ]
    var report = Report(
      "Gaussian field on a torus, covariance exp(-r^2/2)", seed: seed,
      convention: "lengths in correlation lengths, variance 1")
    report.table(
      "densities",
      "| covariance | N | samples, complete | points | density / exact | shares by index "
        + #"| exact | largest \|z\| | verdict |"#)
    for (name, covariance, n, length, samples) in runs {
      let sampler = try TorusSampler(covariance, dimension: n, length: length, tolerance: 1e-6)
      let survey = TorusSurvey(sampler, samples: samples, seed: seed)
      let verdicts = survey.verdicts(falsePositiveRate: Self.rate)
      let complete = survey.acceptedSamples
      let verdict = Verdict(
        "\(name), N = \(n)",
        all: verdicts + [Verdict("complete", exceptions: samples - complete)])
      report.judge(verdict)
      let (means, exact) = (verdicts.map(\.value), verdicts.map(\.expectation))
      let (found, expected) = (means.reduce(0, +), exact.reduce(0, +))
      func shares(_ values: [Double], of total: Double) -> String {
        values.map { ($0 / total).text(4) }.joined(separator: " ")
      }
      let worst = verdicts.map { abs($0.z) }.max() ?? .nan
      if n == 2, report.found.isEmpty {
        report.found =
          "parts of \(shares(means, of: found)) of all critical points of a surface are minima, saddles and maxima, where "
          + "theory says \(shares(exact, of: expected))"
      }
      report.row(
        "| \(name) | \(n) | \(samples), \(complete) | \((found * Double(complete)).text(0)) "
          + "| \((found / expected).text(4)) | \(shares(means, of: found)) "
          + "| \(shares(exact, of: expected)) | \(worst.text(2)) | \(verdict.conclusion) |")
    }

    // One surface with its critical points, valleys and ridges.
    let field = try TorusSampler(smooth, dimension: 2, length: 10).sample(seed: seed)
    let caption = ["Gaussian field on a torus, covariance exp(-r²/2), seed \(seed)"]
    report.save(
      "plane", .criticalPointMap(of: field, Sweep(field).run(), caption: caption))
    return report
  }
}
