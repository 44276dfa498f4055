import ArgumentParser
import Foundation
import LinearAlgebra
import Saddlery

/// Do spectra of random matrices follow the laws that everybody quotes, and from which size on? See README.md.
@main
struct SpectralLaws: ParsableCommand {
  @Flag(help: "Fewer samples, some seconds.")
  var quick = false

  @Option(help: "Seed of the matrices.")
  var seed: UInt64 = 1

  @Option(help: "Folder for tables and figures.")
  var output = "Experiments/SpectralLaws/results"

  /// False positives of a comparison with an exact law.
  static let rate = 1e-4

  func run() throws {
    print("verdicts at a false-positive rate of \(Self.rate) for each row\n")
    let parts = [semicircle, covariances, largestEigenvalues, levels, outliers, sums]
    var isContradicted = false
    for part in parts {
      isContradicted = try !part() || isContradicted
      print("")
    }
    print("verdict: " + (isContradicted ? "contradicted" : "reproduced"))
    if isContradicted { throw ExitCode(1) }
  }

  /// Spectra of samples 0..<samples, in order whatever the threads do.
  func spectra(_ ensemble: some SpectrumEnsemble, samples: Int) -> [[Double]] {
    let (seed, chunk) = (seed, 64)
    return concurrentMap(count: (samples + chunk - 1) / chunk, threads: defaultThreads) {
      ensemble.spectra(seed: seed, samples: chunk * $0..<min(samples, chunk * ($0 + 1)))
    }.flatMap(\.self)
  }

  /// Whether bins agree with a law: the largest of their deviations, by Student's t with a spectrum as the unit.
  func agreement(_ measured: EmpiricalDensity, _ law: any SpectralLaw) -> (z: Double, isRight: Bool)
  {
    let z = measured.deviations(from: law).map(abs).max() ?? .nan
    let spectra = measured.masses.first?.samples ?? 0
    let verdict = Verdict(
      "largest deviation", value: z, standardError: 1, samples: spectra, expectation: 0,
      falsePositiveRate: Self.rate / Double(measured.masses.count))
    return (z, verdict.conclusion == .consistent)
  }

  func origin(_ model: String, _ convention: String) -> Provenance {
    Provenance(model: model, convention: convention, seed: seed)
  }

  /// Writes a figure, and a table if there is one.
  func write(_ figure: Figure, _ table: DataTable? = nil, name: String, _ origin: Provenance) throws
  {
    if let table { try OutputFolder(output).write([("\(name)-table.csv", table.csv())]) }
    try figure.write(to: output, name: name, provenance: origin.comments)
  }
}

/// "yes" where it should be, in capitals where it should not.
func word(_ isRight: Bool) -> String { isRight ? "consistent" : "INCONSISTENT" }
func rejection(_ isRejected: Bool) -> String { isRejected ? "rejected" : "NOT REJECTED" }
