import LandscapeConformance
import Landscapes
import LinearAlgebra
import Models
import SpinGlasses
import TestSupport
import Testing

/// Hamiltonians with a planted direction.
@Suite struct SignalTests {
  private func model(
    _ mixture: [Int: Double], _ signal: [Int: Double]?, _ n: Int
  ) throws -> PSpinHamiltonian {
    PSpinHamiltonian(
      try Mixture(mixture), dimension: n, signal: try signal.map { try Signal($0) }, seed: 3)
  }

  @Test(arguments: [
    ([3: 1.0], [3: 1.5]), ([2: 0.5, 3: 1], [2: 0.5, 3: 1]), ([3: 1], [1: 0.4, 4: 2]),
  ])
  func conforms(_ mixture: [Int: Double], _ signal: [Int: Double]) throws {
    #expect(landscapeViolations(try model(mixture, signal, 7)) == [])
  }

  /// H less the same noise is -Nφ(m), at any point.
  @Test(arguments: [
    ([3: 1.0], [3: 1.5]), ([2: 0.5, 3: 1], [2: 0.5, 3: 1]), ([3: 1], [1: 0.4, 4: 2]),
  ])
  func signalIsAFunctionOfTheOverlap(_ mixture: [Int: Double], _ signal: [Int: Double]) throws {
    let n = 6
    let spiked = try model(mixture, signal, n)
    let noise = try model(mixture, nil, n)
    let planted = [Double](repeating: 1, count: n)
    #expect(spiked.overlap(of: planted) == 1)
    for sigma in [planted, genericPoint(n, seed: 1), genericPoint(n, seed: 2)] {
      let m = dot(sigma, planted) / Double(n)
      let phi = signal.reduce(0.0) { sum, term in
        sum + term.value * (0..<term.key).reduce(1.0) { product, _ in product * m }
      }
      #expect(abs(spiked.overlap(of: sigma) - m) < 1e-15)
      #expect(
        abs(spiked.value(at: sigma) - noise.value(at: sigma) + Double(n) * phi) < 1e-12)
    }
  }

  @Test func fileRoundTrip() throws {
    let folder = try TemporaryFolder()
    let path = folder("spiked.h5")
    let original = try model([3: 1], [1: 0.4, 3: 2], 4)
    try original.writeCouplings(to: path)
    let copy = try PSpinHamiltonian(readingCouplings: path)
    #expect(copy.signal == original.signal)
    #expect(copy.mixture == original.mixture)
    #expect(copy.parts.map(\.tensor.elements) == original.parts.map(\.tensor.elements))
  }

  @Test func badSignals() {
    #expect(throws: TermsError.coefficient(-1, degree: 3, .signal)) { try Signal([3: -1]) }
    #expect(throws: TermsError.degree(0, .signal)) { try Signal(degree: 0, strength: 1) }
    #expect(throws: TermsError.malformed("x", part: "x", .signal)) { try Signal(parsing: "x") }
    #expect(throws: TermsError.repeated(3, .signal)) { try Signal(parsing: "3:1,3:2") }
    #expect(throws: TermsError.empty(.signal)) { try Signal([:]) }
  }
}
