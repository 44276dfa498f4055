import RandomMatrices
import Requirements
import Testing

/// Bad parameters are errors that name the value and what would be valid.
@Suite struct ParameterTests {
  @Test(arguments: [0, -3, Int.min]) func sizes(_ n: Int) {
    let expected = "\(n) is not valid; give 1 or more"
    rejects(expected) { try GaussianOrthogonalEnsemble(size: n) }
    rejects(expected) { try GaussianUnitaryEnsemble(size: n) }
    rejects(expected) { try GaussianSymplecticEnsemble(size: n) }
    rejects(expected) { try GinibreEnsemble(rows: 2, columns: n) }
    rejects(expected) { try ComplexGinibreEnsemble(rows: n, columns: 2) }
    rejects(expected) { try WishartEnsemble(size: n, observations: 3) }
    rejects(expected) { try ComplexWishartEnsemble(size: 3, observations: n) }
    rejects(expected) { try HaarOrthogonal(size: n) }
    rejects(expected) { try HaarUnitary(size: n) }
    rejects(expected) { try CircularOrthogonalEnsemble(size: n) }
    rejects(expected) { try CircularSymplecticEnsemble(size: n) }
    rejects(expected) { try HaarSymplectic(size: n) }
    rejects(expected) { try QuaternionGinibreEnsemble(rows: n, columns: 1) }
    rejects(expected) { try QuaternionWishartEnsemble(size: 3, observations: n) }
    rejects(expected) { try ManovaEnsemble(size: 3, first: n, second: 4) }
    rejects(expected) { try ComplexManovaEnsemble(size: n, first: 3, second: 4) }
    rejects(expected) { try QuaternionManovaEnsemble(size: 3, first: 4, second: n) }
    rejects(expected) { try BetaEnsemble.jacobi(size: n, first: 3, second: 4) }
    rejects(expected) { try SymmetricEnsemble.wigner(size: n, entries: .sign) }
    rejects(expected) { try SymmetricEnsemble.sparse(size: n, degree: 1) }
    rejects(expected) { try SymmetricEnsemble.levy(size: n, stability: 1) }
    rejects(expected) { try SymmetricEnsemble.spikedWigner(size: n, strengths: []) }
    rejects(expected) { try SymmetricEnsemble.spikedWishart(size: 2, observations: n, spikes: []) }
    rejects(expected) { try BetaEnsemble.hermite(size: n) }
    rejects(expected) { try BetaEnsemble.laguerre(size: n, parameter: 3) }
    rejects(expected) { try MeanDensityLaw(size: n) }
    rejects(expected) { try LargestEigenvalueLaw(size: n) }
  }

  @Test(arguments: [0, -1.5, .infinity, .nan]) func positiveNumbers(_ x: Double) {
    let expected = "is not valid; give a positive number"
    rejects(expected) { try GaussianOrthogonalEnsemble(size: 2, variance: x) }
    rejects(expected) { try GinibreEnsemble(rows: 2, columns: 2, variance: x) }
    rejects(expected) { try QuaternionWishartEnsemble(size: 2, observations: 2, variance: x) }
    rejects(expected) { try SymmetricEnsemble.wigner(size: 2, entries: .normal, variance: x) }
    rejects(expected) { try EntryLaw(variance: x) { _ in 0 } }
    rejects(expected) { try SymmetricEnsemble.spikedWishart(size: 2, observations: 3, spikes: [x]) }
    rejects(expected) { try SemicircleLaw(radius: x) }
    rejects(expected) { try CircularLaw(radius: x) }
    rejects(expected) { try QuarterCircleLaw(radius: x) }
    rejects(expected) { try MarchenkoPasturLaw(ratio: x) }
    rejects(expected) { try MarchenkoPasturLaw(ratio: 1, variance: x) }
    rejects(expected) { try WachterLaw(first: x, second: 2) }
    rejects(expected) { try WachterLaw(first: 2, second: x) }
    rejects(expected) { try RankOneOutlier.covariance(spike: x, ratio: 1) }
    rejects(expected) { try RankOneOutlier.covariance(spike: 2, ratio: x) }
    rejects(expected) { try LargestEigenvalueRate(beta: x) }
  }

  @Test(arguments: [-1.5, .infinity, .nan]) func dysonIndices(_ x: Double) {
    let expected = "is not valid; give 0 or more"
    rejects(expected) { try BetaEnsemble.hermite(size: 2, beta: x) }
    rejects(expected) { try BetaEnsemble.laguerre(size: 2, parameter: 3, beta: x) }
    rejects(expected) { try BetaEnsemble.jacobi(size: 2, first: 3, second: 3, beta: x) }
    rejects(expected) { try WignerSurmise(beta: x) }
    rejects(expected) { try BetaEnsemble.circular(size: 2, beta: x) }
  }

  /// Sizes whose double or sum is no number are errors, not traps.
  @Test func tooLarge() {
    let expected = "is not valid; give at most 4294967296"
    rejects(expected) { try GaussianSymplecticEnsemble(size: .max) }
    rejects(expected) { try HaarSymplectic(size: .max) }
    rejects(expected) { try QuaternionGinibreEnsemble(rows: .max, columns: 1) }
    rejects(expected) { try ManovaEnsemble(size: 3, first: .max, second: .max) }
  }

  @Test func otherDomains() {
    rejects("parameter 1 is not valid; give one above 1.5") {
      try BetaEnsemble.laguerre(size: 4, parameter: 1)
    }
    rejects("parameter 1 is not valid; give one above 1.5") {
      try BetaEnsemble.jacobi(size: 4, first: 2, second: 1)
    }
    rejects("sum of observations 4 is not valid; give the size 5 or more") {
      try ManovaEnsemble(size: 5, first: 1, second: 3)
    }
    rejects("mean degree 5 is not valid; give one above 0 and up to 4") {
      try SymmetricEnsemble.sparse(size: 4, degree: 5)
    }
    rejects("index of stability 2.5 is not valid; give one from 0.05 to 2") {
      try SymmetricEnsemble.levy(size: 4, stability: 2.5)
    }
    rejects("number of degrees of freedom 2 is not valid; give one above 2") {
      try EntryLaw.studentT(degreesOfFreedom: 2)
    }
    rejects("number of spikes 3 is not valid; give at most the size 2") {
      try SymmetricEnsemble.spikedWigner(size: 2, strengths: [1, 1, 1])
    }
    rejects("strength nan is not valid; give a finite number") {
      try SymmetricEnsemble.spikedWigner(size: 2, strengths: [.nan])
    }
    rejects("sum of the ratios 1 is not valid; give one above 1") {
      try WachterLaw(first: 0.25, second: 0.75)
    }
    rejects("degree 1 is not valid; give 2 or more") { try KestenMcKayLaw(degree: 1) }
    rejects("Dyson index 3 is not valid; give 0, 1, 2 or 4") { try SpacingRatioLaw(beta: 3) }
    rejects("Dyson index 4 is not valid; give 1 or 2") { try MeanDensityLaw(size: 3, beta: 4) }
    rejects("Dyson index 3 is not valid; give 1, 2 or 4") {
      try LargestEigenvalueLaw(size: 3, beta: 3)
    }
    rejects("size 601 is not valid; give one up to 600") { try LargestEigenvalueLaw(size: 601) }
    rejects("size 301 is not valid; give one up to 300") {
      try LargestEigenvalueLaw(size: 301, beta: 4)
    }
    rejects("Dyson index 0 is not valid; give 1, 2 or 4") { try GapProbability(beta: 0) }
    rejects("Dyson index 3 is not valid; give 1, 2 or 4") { try BulkSpacingLaw(beta: 3) }
    rejects("Dyson index 3 is not valid; give 0, 1, 2 or 4") { try BulkLevels(beta: 3) }
    rejects("Dyson index 3 is not valid; give 1, 2 or 4") { try TracyWidomLaw(beta: 3) }
    rejects("Dyson index 0 is not valid; give 1, 2 or 4") { try NextLargestLaw(rank: 2, beta: 0) }
    rejects("rank 5 is not valid; give 1, 2, 3 or 4") { try NextLargestLaw(rank: 5) }
    rejects("number of points 0 is not valid; give 1 or more") { try AtomicLaw(eigenvalues: []) }
    rejects("point inf is not valid; give finite ones") { try AtomicLaw(eigenvalues: [.infinity]) }
    rejects("mass -1 is not valid; give a positive number") {
      try AtomicLaw(points: [0, 1], masses: [2, -1])
    }
    rejects("sum of the masses 0.5 is not valid; give masses of sum 1") {
      try AtomicLaw(points: [0, 1], masses: [0.25, 0.25])
    }
    rejects("upper end of the support inf is not valid; give laws of bounded support") {
      try FreeConvolution.sum(SemicircleLaw.unit, PoissonSpacingLaw())
    }
    rejects("lower end of the support -1 is not valid; give laws on the positive axis") {
      try FreeConvolution.product(MarchenkoPasturLaw(ratio: 1), SemicircleLaw.unit)
    }
    rejects("mean 0 is not valid; give a positive number") {
      try FreeConvolution.product(AtomicLaw(eigenvalues: [0]), MarchenkoPasturLaw(ratio: 1))
    }
    rejects("strength -0.5 is not valid; give 0 or more") {
      try RankOneOutlier.additive(strength: -0.5)
    }
  }

  private func rejects<Value>(
    _ text: String, at location: SourceLocation = #_sourceLocation, _ make: () throws -> Value
  ) {
    let error = #expect(throws: ParameterError.self, sourceLocation: location) { try make() }
    #expect(error?.description.hasSuffix(text) == true, sourceLocation: location)
  }
}
