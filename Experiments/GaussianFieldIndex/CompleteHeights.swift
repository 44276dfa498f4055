import Foundation
import Saddlery

/// κ < 1 without a search's preferences: all critical points in one to three dimensions.
extension GaussianFieldIndex {
  /// Means and standard deviations of heights by index against theory; whether all agree.
  func completeHeights() throws -> Bool {
    print(
      "\n| covariance | N | κ | samples, complete | points | index | mean height | exact | "
        + "standard deviation | exact |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    let runs: [(n: Int, length: Double, samples: Int)] =
      quick ? [(1, 20, 40), (2, 5, 6)] : [(1, 20, 2000), (2, 5, 400), (3, 4, 8)]
    return try runs.map { run in
      let sampler = try TorusSampler(
        two, dimension: run.n, length: run.length, tolerance: 1e-6)
      let survey = TorusSurvey(sampler, samples: run.samples, seed: seed)
      let verdicts = survey.heightVerdicts(falsePositiveRate: 1e-3)
      for (k, verdict) in verdicts.enumerated() {
        print(
          "| two lengths | \(run.n) | " + String(format: "%.3f", survey.kappa)
            + " | \(run.samples), \(survey.acceptedSamples) | \(points(survey, k)) | \(k) | "
            + text(verdict.mean) + " | " + text(verdict.deviation) + " |")
      }
      return survey.acceptedSamples == run.samples
        && !verdicts.contains {
          $0.mean.conclusion == .inconsistent || $0.deviation.conclusion == .inconsistent
        }
    }.allSatisfy { $0 }
  }

  private func points(_ survey: TorusSurvey, _ k: Int) -> Int {
    survey.results.reduce(0) { $0 + $1.byIndex[k] }
  }

  private func text(_ verdict: Verdict) -> String {
    String(
      format: "%.4f ± %.4f | %.4f", verdict.value, verdict.standardError, verdict.expectation)
      + (verdict.conclusion == .inconsistent ? " (no)" : "")
  }
}
