import RandomMatrices
import Testing

/// Many spectra at a time are those of one at a time, within rounding.
@Suite struct SpectraTests {
  private static let ensembles: [any SpectrumEnsemble] = try! [
    BetaEnsemble.hermite(size: 40, beta: 2.5),
    BetaEnsemble.laguerre(size: 30, parameter: 40, beta: 1.5),
    BetaEnsemble.jacobi(size: 30, first: 40, second: 35, beta: 2),
    GaussianOrthogonalEnsemble(size: 50),
    GaussianUnitaryEnsemble(size: 1), GaussianSymplecticEnsemble(size: 20, variance: 3),
    WishartEnsemble(size: 10, observations: 4), ComplexWishartEnsemble(size: 10, observations: 30),
    QuaternionWishartEnsemble(size: 5, observations: 8, variance: 0.1),
    ManovaEnsemble(size: 6, first: 7, second: 8),
  ]

  @Test(arguments: ensembles.indices) func agree(_ number: Int) {
    let ensemble = Self.ensembles[number]
    let together = ensemble.spectra(seed: 3, samples: 5..<24)
    #expect(together.count == 19)
    for (i, spectrum) in together.enumerated() {
      let alone = ensemble.eigenvalues(seed: 3, sample: 5 + i)
      let norm = alone.map(abs).max() ?? 0
      #expect(spectrum.count == alone.count)
      #expect(zip(spectrum, alone).allSatisfy { abs($0 - $1) < 1e-14 * norm })
      // Control: the next sample.
      let other = ensemble.eigenvalues(seed: 3, sample: 6 + i)
      #expect(!zip(spectrum, other).allSatisfy { abs($0 - $1) < 1e-14 * norm })
    }
    #expect(ensemble.spectra(seed: 3, samples: 2..<2).isEmpty)
  }
}
