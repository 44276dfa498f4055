import ArgumentParser
import Saddlery

/// Spectra of random matrices against exact laws at finite size and against their limits.
struct SpectralLaws: Experiment {
  static let question = "Do spectra of random matrices follow the laws that everybody quotes?"
  static let meaning =
    "random matrices follow the laws that are quoted for them, if slowly at the edge"
  static let claims: Claims = [
    "ours": "Semicircle, Marchenko-Pastur, free sums.",
    "TracyWidom1994, DumitriuEdelman2002": "Largest eigenvalues; tridiagonal matrices.",
    "AtasEtAl2013": "Ratios of spacings.",
    "BaikBenArousPeche2005": "Spikes leave the bulk.",
  ]

  @OptionGroup var options: Options

  /// False positives of a comparison with an exact law.
  static let rate = 1e-4

  func report() throws -> Report {
    var report = Report(origin("random matrices", "eigenvalues"))
    report.say("verdicts at a false-positive rate of \(Self.rate) for each row")
    for part in [semicircle, covariances, largestEigenvalues, levels, outliers, sums] {
      try part(&report)
    }
    return report
  }

  func spectra(_ ensemble: some SpectrumEnsemble, samples: Int) -> [[Double]] {
    ensemble.spectra(seed: seed, samples: 0..<samples, threads: defaultThreads)
  }

  func origin(_ model: String, _ convention: String) -> Provenance {
    Provenance(model: model, convention: convention, seed: seed)
  }
}
