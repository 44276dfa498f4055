import RandomMatrices
import Testing

/// What every ensemble must have, over all ensembles. A mean is wrong with a false-positive rate of 1e-6 (4.9 standard
/// errors).
@Suite struct EnsembleTableTests {
  @Test(arguments: EnsembleCase.all) func scaleAndSymmetry(_ item: EnsembleCase) {
    let samples = (0..<6000).map { item.draw(1, $0) }
    #expect(Sample(samples.map(\.trace)).isConsistent(with: item.trace))
    let squares = samples.map(\.square)
    func isRight(_ expected: Double) -> Bool {
      // Of unitary matrices and of signs it is exact.
      Sample(squares).isConsistent(with: expected)
        || squares.allSatisfy { abs($0 - expected) < 1e-13 * expected }
    }
    #expect(isRight(item.square), "\(Sample(squares)) against \(item.square)")
    // Control: a tenth too much.
    #expect(!isRight(1.1 * item.square))
    #expect(samples.allSatisfy { $0.defect <= item.tolerance })
    #expect(samples[7] == item.draw(1, 7))
    #expect(samples[7] != samples[8] || squares.allSatisfy { $0 == squares[0] })
    #expect((0..<20).contains { item.draw(1, $0) != item.draw(2, $0) })
  }

  /// Spectra of large matrices are rigid: no more than 0.02 from the limiting law anywhere. Control: the same
  /// eigenvalues a tenth larger, or smaller where 1 is the bound.
  @Test(arguments: EnsembleCase.all.filter { $0.large != nil })
  func limitingLaw(_ item: EnsembleCase) throws {
    let ensemble = try #require(item.large)
    let law = try #require(ensemble.limitingLaw)
    let spectrum = ensemble.eigenvalues(seed: 3)
    #expect(spectrum.count == ensemble.size)
    let root = Double(spectrum.count).squareRoot()
    #expect(kolmogorovStatistic(spectrum, law) / root < 0.02)
    #expect(kolmogorovStatistic(spectrum.map { 0.9 * $0 }, law) / root > 0.02)
  }
}
