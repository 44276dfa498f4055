import Foundation
import Numerics
import RandomMatrices
import RandomStreams
import Requirements
import SpecialFunctions
import Testing

/// Every parameter of every ensemble at 0, negative, tiny, huge and not a number: an error that says so, or a
/// spectrum that is right or says that it is none.
@Suite struct EnsembleDomainTests {
  static let numbers: [Double] = [
    0, -0.0, -1, -1e308, .leastNonzeroMagnitude, 1e-300, 1e-16, 0.05, 0.5, 1, 2, 4, 1e3, 1e15,
    1e100, 1e290,
    1e300, 1e308, .nan, .infinity, -.infinity,
  ]
  static let smallSizes = [Int.min, -1, 0, 1, 2, 3, .max]

  /// The spectrum, if there is an ensemble: ascending, or all NaN.
  private static func walk(_ name: String, _ make: () throws -> any SpectrumEnsemble) {
    do {
      let ensemble = try make()
      guard ensemble.size < 10 else { return }
      for spectrum in [ensemble.eigenvalues(seed: 1)] + ensemble.spectra(seed: 1, samples: 0..<2) {
        let isNone = spectrum.allSatisfy { $0.isNaN }
        let ascends = zip(spectrum, spectrum.dropFirst()).allSatisfy { $0 <= $1 }
        #expect(spectrum.count == ensemble.size && (isNone || ascends), "\(name): \(spectrum)")
      }
      if let law = ensemble.limitingLaw {
        #expect(law.support.lowerBound.isFinite && law.support.upperBound.isFinite, "\(name)")
        #expect(law.distribution(law.support.upperBound) == 1, "\(name)")
      }
    } catch let error as ParameterError {
      #expect(error.description.contains("is not valid; give"), "\(name)")
    } catch { Issue.record("\(name): \(error)") }
  }

  @Test(arguments: numbers) func oneNumber(_ x: Double) {
    let ensembles: [(String, () throws -> any SpectrumEnsemble)] = [
      ("GOE", { try GaussianOrthogonalEnsemble(size: 3, variance: x) }),
      ("GUE", { try GaussianUnitaryEnsemble(size: 3, variance: x) }),
      ("GSE", { try GaussianSymplecticEnsemble(size: 3, variance: x) }),
      ("Hermite", { try BetaEnsemble.hermite(size: 3, beta: x) }),
      ("Wishart", { try WishartEnsemble(size: 3, observations: 4, variance: x) }),
      ("complex Wishart", { try ComplexWishartEnsemble(size: 3, observations: 2, variance: x) }),
      (
        "quaternion Wishart",
        { try QuaternionWishartEnsemble(size: 3, observations: 4, variance: x) }
      ),
      ("Wigner", { try SymmetricEnsemble.wigner(size: 3, entries: .exponential, variance: x) }),
      ("sparse", { try SymmetricEnsemble.sparse(size: 4, degree: x) }),
      ("Lévy", { try SymmetricEnsemble.levy(size: 3, stability: x) }),
      ("spiked Wigner", { try SymmetricEnsemble.spikedWigner(size: 3, strengths: [x, 1]) }),
      ("spiked Wigner ±", { try SymmetricEnsemble.spikedWigner(size: 3, strengths: [x, -x]) }),
      (
        "spiked Wishart",
        { try SymmetricEnsemble.spikedWishart(size: 3, observations: 4, spikes: [x]) }
      ),
      (
        "Student",
        { try SymmetricEnsemble.wigner(size: 3, entries: .studentT(degreesOfFreedom: 2 + x)) }
      ),
    ]
    for (name, make) in ensembles { Self.walk("\(name) \(x)", make) }
  }

  @Test(arguments: numbers) func twoNumbers(_ x: Double) {
    for y in Self.numbers {
      Self.walk("Laguerre \(x), \(y)") { try BetaEnsemble.laguerre(size: 3, parameter: x, beta: y) }
      for β in [Double.leastNonzeroMagnitude, 1e-300, 1, 1e15, 1e290] {
        Self.walk("Jacobi \(x), \(y), \(β)") {
          try BetaEnsemble.jacobi(size: 3, first: x, second: y, beta: β)
        }
      }
    }
  }

  @Test(arguments: smallSizes) func sizes(_ n: Int) {
    Self.walk("Hermite") { try BetaEnsemble.hermite(size: n) }
    Self.walk("GSE") { try GaussianSymplecticEnsemble(size: n) }
    Self.walk("Wishart") { try WishartEnsemble(size: n, observations: 3) }
    Self.walk("MANOVA") { try ManovaEnsemble(size: n, first: 3, second: 2) }
    Self.walk("complex MANOVA") { try ComplexManovaEnsemble(size: 3, first: n, second: 2) }
    Self.walk("quaternion MANOVA") { try QuaternionManovaEnsemble(size: 1, first: n, second: n) }
    Self.walk("spiked Wishart") {
      try SymmetricEnsemble.spikedWishart(size: 2, observations: n, spikes: [2])
    }
    Self.walk("sparse") { try SymmetricEnsemble.sparse(size: n, degree: 1) }
  }

  /// Spectra of variance v are √v times those of variance 1 (v times for Wishart matrices).
  @Test(arguments: [1e-300, 1e-100, 1e100, 1e300]) func variances(_ v: Double) throws {
    let root = v.squareRoot()
    func same(_ a: [Double], _ b: [Double], _ unit: Double, _ name: String) {
      let size = b.reduce(0) { max($0, abs($1)) }
      for (x, y) in zip(a, b) { #expect(abs(x / unit - y) < 1e-13 * size, "\(name)") }
    }
    try same(
      GaussianOrthogonalEnsemble(size: 4, variance: v).eigenvalues(seed: 2),
      GaussianOrthogonalEnsemble(size: 4, variance: 1).eigenvalues(seed: 2), root, "GOE")
    try same(
      SymmetricEnsemble.wigner(size: 4, entries: .uniform, variance: v).eigenvalues(seed: 2),
      SymmetricEnsemble.wigner(size: 4, entries: .uniform).eigenvalues(seed: 2), root, "Wigner")
    try same(
      WishartEnsemble(size: 4, observations: 3, variance: v).eigenvalues(seed: 2),
      WishartEnsemble(size: 4, observations: 3).eigenvalues(seed: 2), v, "Wishart")
    let (a, b) = try (
      GinibreEnsemble(rows: 4, columns: 4, variance: v).complexEigenvalues(seed: 2),
      GinibreEnsemble(rows: 4, columns: 4).complexEigenvalues(seed: 2)
    )
    same(a.map(\.length).sorted(), b.map(\.length).sorted(), root, "Ginibre")
  }

  /// For β → ∞ a spectrum freezes at the zeros of Hermite's polynomial, 0 and ±√3 in units of √(β/2), with deviations
  /// of order 1; for β → 0 eigenvalues are independent normals.
  @Test(arguments: [1e8, 1e12, 1e20, 1e100, 1e290]) func frozen(_ beta: Double) throws {
    let unit = (beta / 2).squareRoot()
    for sample in 0..<20 {
      let x = try BetaEnsemble.hermite(size: 3, beta: beta).eigenvalues(seed: 4, sample: sample)
      for (value, zero) in zip(x, [-3.0.squareRoot(), 0, 3.0.squareRoot()]) {
        #expect(abs(value / unit - zero) < 8 / unit + 1e-14)
      }
    }
  }

  /// Means and variances k of Γ laws on both sides of the change of sampler, each within five standard errors.
  @Test(arguments: [9.9e8, 1.01e9, 1e13, 1e18]) func gammaNumbers(_ shape: Double) {
    var generator = GSLGenerator(RandomStream(seed: 9, purpose: .noise))
    let count = 20_000
    let deviations = (0..<count).map { _ in
      (generator.gamma(shape: shape) - shape) / shape.squareRoot()
    }
    let mean = deviations.reduce(0, +) / Double(count)
    let square = deviations.reduce(0) { $0 + $1 * $1 } / Double(count)
    #expect(abs(mean) < 5 / Double(count).squareRoot())
    #expect(abs(square - 1) < 5 * (2 / Double(count)).squareRoot())
  }

  /// Entries of no number are no spectrum, and nothing ends.
  @Test func notANumber() throws {
    let entries = try EntryLaw { _ in .nan }
    let ensemble = try SymmetricEnsemble.wigner(size: 3, entries: entries)
    #expect(ensemble.eigenvalues(seed: 1).allSatisfy { $0.isNaN })
    #expect(ensemble.complexEigenvalues(seed: 1).allSatisfy { $0.real.isNaN })
    #expect(SpacingRatios.of([1, .nan, 2, 4]).allSatisfy { $0.isNaN })
    #expect(try BetaEnsemble.hermite(size: 2).logJointDensity(of: [.nan, 1]).isNaN)
    #expect(try BetaEnsemble.laguerre(size: 2, parameter: 3).logJointDensity(of: [.nan, 1]).isNaN)
    #expect(
      try BetaEnsemble.jacobi(size: 2, first: 3, second: 3).logJointDensity(of: [.nan, 1]).isNaN)
    #expect(try BetaEnsemble.hermite(size: 2).logJointDensity(of: [.infinity, 1]) == -.infinity)
    #expect(
      try BetaEnsemble.laguerre(size: 2, parameter: 3).logJointDensity(of: [.infinity, 1])
        == -.infinity)
    for beta in [0, 1, 2, 4] {
      let levels = try BulkLevels(beta: beta)
      #expect(levels.clusterFunction(.nan).isNaN && levels.clusterFunction(.infinity) == 0)
      #expect(levels.numberVariance(.nan).isNaN && levels.rigidity(.nan).isNaN)
      #expect(
        levels.numberVariance(.infinity) == .infinity && levels.rigidity(.infinity) == .infinity)
      #expect(levels.numberVariance(1e300) > levels.numberVariance(1e10))
    }
    for beta in [1, 2, 4] {
      let gap = try GapProbability(beta: beta)
      #expect(gap(.nan).isNaN && gap(0) == 1 && gap(.infinity) == 0)
    }
  }
}
