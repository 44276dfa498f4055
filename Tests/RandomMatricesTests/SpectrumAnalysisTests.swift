import Foundation
import LinearAlgebra
import RandomMatrices
import RandomStreams
import Requirements
import Testing

@Suite struct SpectrumAnalysisTests {
  private static func spectrum(_ name: String) throws -> [Double] {
    switch name {
    case "GOE": try GaussianOrthogonalEnsemble(size: 60).eigenvalues(seed: 3)
    case "spiked":
      try SymmetricEnsemble.spikedWishart(size: 40, observations: 90, spikes: [9, 6]).eigenvalues(
        seed: 4)
    default: (0..<50).map { Double($0 * $0) }
    }
  }

  private func analysis(
    _ eigenvalues: [Double], family: SpectralFamily? = nil, threads: Int = 2
  ) throws -> SpectrumAnalysis {
    try SpectrumAnalysis(
      eigenvalues: eigenvalues, family: family, references: 39, seed: 8, threads: threads)
  }

  private func pValues(_ analysis: SpectrumAnalysis) -> [Double] {
    [analysis.fit.pValue]
      + ([analysis.meanSpacingRatio, analysis.spacingDistance] + analysis.numberVariance
      + analysis.rigidity).flatMap { $0.comparisons.map(\.pValue) }
  }

  /// Another unit multiplies parameters and outliers, and nothing else; nor does the order of the eigenvalues matter, nor
  /// the number of threads.
  @Test(arguments: ["GOE", "spiked", "squares"]) func units(_ name: String) throws {
    let values = try Self.spectrum(name)
    let plain = try analysis(values)
    for unit in [1e-9, 1e9, 1e-100, 1e100] {
      let scaled = try analysis(
        values.reversed().map { unit * $0 }, family: plain.fit.family, threads: 1)
      #expect(pValues(scaled) == pValues(plain), "\(unit)")
      #expect(scaled.outliers.count == plain.outliers.count && scaled.zeros == plain.zeros)
      for (a, b) in zip(scaled.fit.parameters, plain.fit.parameters) {
        let factor = b.name == "ratio" ? 1 : unit
        #expect(abs(a.value / factor - b.value) < 1e-9 * plain.eigenvalues.last!)
        #expect(abs(a.standardError / factor - b.standardError) < 1e-9 * plain.eigenvalues.last!)
      }
      for (a, b) in zip(scaled.outliers, plain.outliers) {
        #expect(abs(a.eigenvalue / unit - b.eigenvalue) < 1e-12 * b.eigenvalue)
        #expect(abs(a.pValue - b.pValue) < 1e-6 * b.pValue)
        #expect(abs(a.strength! / unit - b.strength!) < 1e-9 * b.strength!)
      }
    }
    #expect(plain.outliers.count == (name == "spiked" ? 2 : plain.outliers.count))
  }

  /// Each family is recognised by its own spectra, its parameters within five standard errors; the errors are those of
  /// independent spectra, within a third. Control: the parameters of another.
  @Test func parameters() throws {
    let cases: [(SpectralFamily, any SpectrumEnsemble, Double, [Double])] = [
      (.semicircle, try GaussianOrthogonalEnsemble(size: 80), 1, [0, 2 * 40.0.squareRoot()]),
      (.marchenkoPastur, try WishartEnsemble(size: 80, observations: 200), 0.01, [0.4, 2]),
      (.wachter, try ManovaEnsemble(size: 80, first: 200, second: 160), 1, [2.5, 2]),
    ]
    for (family, ensemble, unit, exact) in cases {
      let all = try (0..<60).map { sample in
        try analysis(ensemble.eigenvalues(seed: 12, sample: sample).map { unit * $0 })
      }
      #expect(all.count { $0.fit.family == family } >= 50, "\(family)")
      let fits = all.map(\.fit).filter { $0.family == family }
      for (i, value) in exact.enumerated() {
        let values = Sample(fits.map { $0.parameters[i].value })
        let spread = values.error * Double(fits.count).squareRoot()
        let stated = Sample(fits.map { $0.parameters[i].standardError }).mean
        #expect(abs(values.mean - value) < 0.5 * spread, "\(family): \(values)")
        #expect(abs(values.mean - 1.1 * value - 0.5) > 2 * spread, "\(family): \(values)")
        #expect(abs(stated / spread - 1) < 1.0 / 3, "\(family): \(stated), \(spread)")
      }
    }
  }

  /// Exact zeros are set aside and counted, and what is left is as without them.
  @Test func zeros() throws {
    let values = try Self.spectrum("GOE")
    let (plain, padded) = try (analysis(values), analysis(values + [0, 1e-18, -0.0]))
    #expect(padded.zeros == 3 && plain.zeros == 0 && padded.eigenvalues.count == 63)
    #expect(pValues(plain) == pValues(padded))
    #expect(try analysis(values + [0]).zeros == 0)
    #expect(try analysis(values.map { $0 * $0 } + [0]).zeros == 1)
  }

  /// Both edges of all families against spectra: scores have mean and variance of the law of Tracy and Widom, -1.2065 and
  /// 1.6078, to the order n^{-2/3}. False-positive rate 1e-6 an assertion. Control: the plain centres, whose errors are of
  /// order n^{-1/3}.
  @Test func edges() throws {
    let law = try Law.tracyWidom()
    let models: [(BulkModel, String)] = [
      (.semicircle(size: 150, centre: 3, radius: 0.7), "semicircle"),
      (.marchenkoPastur(size: 100, columns: 260, unit: 0.3), "Marchenko-Pastur"),
      (.wachter(size: 100, first: 260, second: 210), "Wachter"),
    ]
    for (model, name) in models {
      let spectra = SpectralReference.goe.spectra(model, seed: 5, samples: 0..<2000)
      for (edge, scores) in [
        ("upper", spectra.map { model.upperScore($0.last!) }),
        ("lower", spectra.compactMap { model.lowerScore($0[0]) }),
      ] {
        #expect(scores.count == 2000)
        let sample = Sample(scores)
        let square = Sample(scores.map { ($0 - law.mean) * ($0 - law.mean) })
        #expect(
          abs(sample.mean - law.mean) < 4.9 * sample.error + 0.03, "\(name), \(edge): \(sample)")
        #expect(
          abs(square.mean - law.variance) < 4.9 * square.error + 0.1, "\(name), \(edge): \(square)")
        #expect(abs(sample.mean - law.mean - 0.3) > 4.9 * sample.error + 0.03)
      }
    }
    #expect(BulkModel.marchenkoPastur(size: 50, columns: 51, unit: 1).lowerScore(1e-3) == nil)
  }

  /// The exact law up to n = 600, that of Tracy and Widom beyond, are close where they meet.
  @Test func edgeTests() {
    let (exact, limit) = (EdgeTest(.semicircle, size: 600), EdgeTest(.semicircle, size: 601))
    for score in [-3, -1.2, 0.45, 2, 5] {
      #expect(abs(exact.survival(score) / limit.survival(score) - 1) < 0.1)
    }
    #expect(abs(limit.critical(0.05) - 0.9793) < 1e-4)
    #expect(exact.survival(1e6) == 0)
  }

  /// The inverse of the map from a spike to its eigenvalue, and where there is none.
  @Test func spikeReadings() throws {
    for θ in [1.001, 1.385, 7, 1e5] {
      let outlier = try RankOneOutlier.additive(strength: θ)
      #expect(abs(RankOneOutlier.strength(at: outlier.position)! - θ) < 1e-9 * θ)
    }
    #expect(RankOneOutlier.strength(at: 2) == nil && RankOneOutlier.strength(at: -9) == nil)
    for (ℓ, c) in [(1.9, 0.3), (3, 1), (4.7, 2.6), (1e5, 0.1)] {
      let outlier = try RankOneOutlier.covariance(spike: ℓ, ratio: c)
      #expect(abs(RankOneOutlier.spike(at: outlier.position, ratio: c)! - ℓ) < 1e-9 * ℓ)
    }
    // Below the bulk, by the equation itself.
    for (ℓ, c) in [(0.2, 0.3), (0.001, 0.9), (0.6, 0.1)] where ℓ < 1 - c.squareRoot() {
      let z = ℓ * (1 + c / (ℓ - 1))
      #expect(abs(RankOneOutlier.spike(at: z, ratio: c)! - ℓ) < 1e-9)
    }
    #expect(RankOneOutlier.spike(at: 1, ratio: 0.5) == nil)
    #expect(RankOneOutlier.spike(at: 0.01, ratio: 2) == nil)
  }

  /// E (X + s)³ = s³ + 3sR²/4 for the semicircle.
  @Test func shiftedLaw() throws {
    let law = ShiftedLaw(try SemicircleLaw(radius: 2), by: 5)
    #expect(law.moment(0) == 1 && law.mean == 5 && law.variance == 1)
    #expect(abs(law.moment(3) - (125 + 15)) < 1e-12)
    #expect(
      law.support == 3...7 && law.distribution(5) == 0.5 && abs(law.quantile(0.5) - 5) < 1e-15)
    #expect(abs(law.density(5) - 1 / .pi) < 1e-15 && law.survival(5) == 0.5)
  }

  @Test func refusals() throws {
    func rejects(_ text: String, _ make: () throws -> SpectrumAnalysis) {
      let error = #expect(throws: ParameterError.self) { try make() }
      #expect(error?.description == text)
    }
    let ten = (1...10).map(Double.init)
    rejects("eigenvalue nan is not valid; give finite ones") { try analysis(ten + [.nan]) }
    rejects("largest eigenvalue in size 0 is not valid; give one from 1e-140 to 1e140") {
      try analysis([0, 0])
    }
    rejects("number of eigenvalues that are not zero 9 is not valid; give 10 or more") {
      try analysis(Array(ten.dropFirst()) + [0])
    }
    rejects(
      "distance of the quartiles 0 is not valid; give eigenvalues that differ in their middle half"
    ) {
      try analysis(ten.map { min(max($0, 2), 2) } + [1, 3])
    }
    rejects(
      "smallest eigenvalue -3 is not valid; give positive ones for the law of Marchenko and Pastur"
    ) {
      try analysis(ten + [-3], family: .marchenkoPastur)
    }
    rejects("eigenvalue 10 is not valid; give ones between 0 and 1 for Wachter's law") {
      try analysis(ten, family: .wachter)
    }
    rejects("number of references 18 is not valid; give a whole number from 19 to 1000000") {
      try SpectrumAnalysis(eigenvalues: ten, references: 18)
    }
    rejects("level 0.7 is not valid; give one from 1e-9 to 0.5") {
      try SpectrumAnalysis(eigenvalues: ten, level: 0.7)
    }
    rejects("number of variables 11 is not valid; give that of the eigenvalues") {
      try SpectrumAnalysis(
        eigenvalues: ten, source: .covariance(variables: 11, degreesOfFreedom: 30))
    }
    rejects(
      "degrees of freedom 9 is not valid; give at least as many as eigenvalues that are not zero"
    ) {
      try SpectrumAnalysis(
        eigenvalues: ten, source: .covariance(variables: 10, degreesOfFreedom: 9))
    }
    rejects("smallest eigenvalue -3 is not valid; give those of a covariance, none negative") {
      try SpectrumAnalysis(
        eigenvalues: ten + [-3], source: .covariance(variables: 11, degreesOfFreedom: 30))
    }
    // As few as are served, and levels that coincide, have an answer.
    for values in [ten, ten + ten, ten + [5, 5, 5, 5]] {
      #expect(!(try analysis(values)).fit.pValue.isNaN)
    }
  }
}
