import ArgumentParser
import Saddlery

/// Index against value of critical points of Gaussian fields in many dimensions, and the heights of all of them in few.
struct GaussianFieldIndex: Experiment {
  static let question = "Do critical points of Gaussian fields follow one curve, or scatter?"
  static let meaning =
    "high critical points of a Gaussian field are saddles and low ones minima, along one curve"
  static let claims: Claims = [
    "BrayDean2007": "Most points of value ε have the index fraction F(ε/ε_c), for κ = 1 all.",
    "ChengSchwartzman2018": "For κ < 1 points of an index scatter about the value 2κF⁻¹(α).",
  ]

  @OptionGroup var options: Options

  func report() throws -> Report {
    var report = Report(
      "Gaussian fields in N dimensions", "experiment GaussianFieldIndex\(quick ? " --quick" : "")",
      seed: seed, convention: "Cov(V(x), V(y)) = N f(|x-y|²/(2N)), ε = V/N")
    report.table(
      "one-length", "| covariance | N | waves/N | points | converged | rms α - α∞(ε) | bound |")
    // Waves of a sum of one term are drawn as those of a sum of two.
    let one = IsotropicCovariance.sum(of: [try .squaredExponential()])
    let bound = quick ? 0.05 : 0.03
    let sharp = try (quick ? [(20, 2)] : [(30, 16), (60, 8), (100, 4)]).map { n, samples in
      let survey = try survey(one, n: n, samples: samples, wavesPerDimension: 100)
      let check = Verdict("N = \(n)", value: survey.rmsDeviation, below: bound)
      report.check(check)
      let remark = check.conclusion == .reproduced ? "" : ", not met"
      report.row("\(row(survey, 100)) \(bound.text(2))\(remark) |")
      return survey
    }
    if let last = sharp.last {
      report.found =
        "\(last.criticalPoints.count) critical points at N = \(last.dimension) are \(last.rmsDeviation.text(4)) away from the "
        + "predicted index fraction (rms)"
    }
    // Too few waves for second derivatives to be independent: it must not fit as well.
    let same = sharp[quick ? 0 : 1]
    let few = try survey(one, n: same.dimension, samples: same.samples, wavesPerDimension: 5)
    report.row("\(row(few, 5)) none |")
    report.judge("curve of κ = 1")
    let worse = 1.25 * same.rmsDeviation
    report.judge(Verdict("control: few waves", value: few.rmsDeviation, above: worse))

    // κ = 0.81.
    let second = try IsotropicCovariance.squaredExponential(variance: 0.5, length: 0.4)
    let two = try IsotropicCovariance.squaredExponential(variance: 0.5) + second
    try completeHeights(two, &report)
    let samples = quick ? 4 : 16
    let broad = try TwoLengths(two, dimension: quick ? 20 : 40, samples: samples, seed: seed)
    broad.add(to: &report)
    try save(sharp, few, broad, &report)
    return report
  }

  private func survey(
    _ shape: IsotropicCovariance, n: Int, samples: Int, wavesPerDimension: Int
  ) throws -> IndexEnergySurvey<FieldIndexCurve> {
    let curve = try FieldIndexCurve(kappa: min(1, shape.kappa), variance: shape.variance)
    var survey = IndexEnergySurvey(curve, dimension: n)
    for sample in 0..<samples {
      let field = try WaveField(
        shape.extensive(dimension: n), dimension: n, waves: wavesPerDimension * n, seed: seed,
        sample: sample, length: 1)
      survey.add(Search(field).run(points: 64, seed: seed, sample: sample), sample: sample)
    }
    return survey
  }

  private func row(_ survey: IndexEnergySurvey<FieldIndexCurve>, _ waves: Int) -> String {
    let converged = 100 * Double(survey.converged) / Double(survey.records.count)
    return "| one length | \(survey.dimension) | \(waves) | \(survey.criticalPoints.count) "
      + "| \(converged.text(1)) % | \(survey.rmsDeviation.text(4)) |"
  }

  /// κ < 1 without a search's preferences: means and standard deviations of the heights of all critical points by
  /// index, in one to three dimensions.
  private func completeHeights(_ two: IsotropicCovariance, _ report: inout Report) throws {
    report.table(
      "heights",
      "| covariance | N | κ | samples, complete | points | index | mean height | exact "
        + "| standard deviation | exact |")
    func text(_ verdict: Verdict) -> String {
      "\(verdict.value.text(4)) ± \(verdict.standardError.text(4)) "
        + "| \(verdict.expectation.text(4))\(verdict.conclusion == .contradicted ? " (no)" : "")"
    }
    let runs: [(n: Int, length: Double, samples: Int)] =
      quick ? [(1, 20, 40), (2, 5, 6)] : [(1, 20, 2000), (2, 5, 400), (3, 4, 8)]
    for (n, length, samples) in runs {
      let sampler = try TorusSampler(two, dimension: n, length: length, tolerance: 1e-6)
      let survey = TorusSurvey(sampler, samples: samples, seed: seed)
      report.check(Verdict("complete", exceptions: samples - survey.acceptedSamples))
      for (k, verdicts) in survey.heightVerdicts(falsePositiveRate: 1e-3).enumerated() {
        report.check(verdicts.mean, verdicts.deviation)
        let points = survey.results.reduce(0) { $0 + $1.byIndex[k] }
        report.row(
          "| two lengths | \(n) | \(survey.kappa.text(3)) | \(samples), "
            + "\(survey.acceptedSamples) | \(points) | \(k) | \(text(verdicts.mean)) "
            + "| \(text(verdicts.deviation)) |")
      }
    }
    report.judge("heights of all points")
  }

  private func save(
    _ sharp: [IndexEnergySurvey<FieldIndexCurve>], _ few: IndexEnergySurvey<FieldIndexCurve>,
    _ broad: TwoLengths, _ report: inout Report
  ) throws {
    let convention = "Cov(V(x), V(y)) = N f(|x-y|²/(2N)); seed \(seed); 64 searches in each sample"
    let caption = ["squared exponential covariance, κ = 1, 100 N plane waves", convention]
    report.save("index-energy", .indexVersusEnergy(sharp, caption: caption))
    var deviation = Figure.indexDeviation(
      sharp, caption: ["squared exponential covariance, κ = 1", convention])
    let rows = few.rows(bins: 20)
    let errors = rows.map(\.deviation.standardError).map { $0.isFinite ? $0 : 0 }
    deviation.series.append(
      Series(
        "5 N waves only, N = \(few.dimension)", x: rows.map(\.energy.mean),
        y: rows.map(\.deviation.mean), yError: errors, colour: .grey))
    report.save("deviation", deviation)
    report.save("two-lengths", try broad.figure(convention))
    for survey in sharp + [broad.survey] {
      let name = survey.limit.isSharp ? "one-length" : "two-lengths"
      var origin = report.origin
      origin.notes.append(name)
      let table = survey.indexTable(bins: 20, provenance: origin)
      report.save("\(name)-N\(survey.dimension).csv", table)
    }
  }
}
