import Foundation
import LinearAlgebra
import Numerics
import RandomMatrices
import RandomStreams
import Testing

/// Exact laws of entries and eigen-angles under Haar measure and of the circular ensembles, each with a false-positive
/// rate of 1e-6. Control: LAPACK's own Q, without the phases of R's diagonal.
@Suite struct HaarLawTests {
  private static let count = 12_000

  /// The naive Q of the matrices that ``HaarOrthogonal`` draws.
  private func naive(_ n: Int) throws -> [Matrix<Double>] {
    let normals = try GinibreEnsemble(rows: n, columns: n)
    return (0..<Self.count).map {
      var matrix = normals.sample(seed: 1, sample: $0)
      _ = QRFactorization.orthonormalize(&matrix)
      return matrix
    }
  }

  private func naive(_ normals: some MatrixEnsemble<Complex<Double>>) -> [Matrix<Complex<Double>>] {
    (0..<Self.count).map {
      var matrix = normals.sample(seed: 1, sample: $0)
      _ = QRFactorization.orthonormalize(&matrix)
      return matrix
    }
  }

  /// An entry of O(n): ±1 equally likely, arcsine law, uniform on [-1, 1] for n = 1, 2, 3.
  @Test(arguments: [1, 2, 3]) func orthogonalEntries(n: Int) throws {
    let ensemble = try HaarOrthogonal(size: n)
    func isRight(_ samples: [Matrix<Double>]) -> Bool {
      let entries = samples.map { $0[0, 0] }
      switch n {
      case 1: return entries.allSatisfy { abs($0) == 1 } && Sample(entries).isConsistent(with: 0)
      case 2: return kolmogorovStatistic(entries) { 0.5 + asin(max(-1, min(1, $0))) / .pi } < 2.694
      default: return kolmogorovStatistic(entries) { (1 + $0) / 2 } < 2.694
      }
    }
    #expect(isRight((0..<Self.count).map { ensemble.sample(seed: 1, sample: $0) }))
    #expect(try !isRight(naive(n)))
  }

  /// A rotation's angle in [0, π]: even for n = 2; (θ - sin θ)/π for n = 3, (θ + sin θ)/π with a reflection. Both
  /// determinants are equally likely.
  @Test(arguments: [2, 3]) func orthogonalAngles(n: Int) throws {
    let ensemble = try HaarOrthogonal(size: n)
    func isRight(_ samples: [Matrix<Double>]) throws -> Bool {
      var (rotations, reflections) = ([Double](), [Double]())
      for matrix in samples {
        let eigenvalues = try #require(GeneralEigenvalues.of(matrix))
        let determinant = eigenvalues.reduce(.one, *).real
        // The trace is the real eigenvalue and 2 cos θ.
        let trace = eigenvalues.reduce(.zero, +).real
        let cosine = (trace - (n == 3 ? determinant : 0)) / 2
        if determinant > 0 {
          rotations.append(acos(max(-1, min(1, cosine))))
        } else {
          reflections.append(acos(max(-1, min(1, cosine))))
        }
      }
      let shares = Sample(samples.indices.map { $0 < rotations.count ? 1 : 0 })
      guard shares.isConsistent(with: 0.5) else { return false }
      if n == 2 {
        return kolmogorovStatistic(rotations) { $0 / .pi } < 2.694
          && reflections.allSatisfy { abs($0 - .pi / 2) < 1e-12 }
      }
      return kolmogorovStatistic(rotations) { ($0 - sin($0)) / .pi } < 2.694
        && kolmogorovStatistic(reflections) { ($0 + sin($0)) / .pi } < 2.694
    }
    #expect(try isRight((0..<Self.count).map { ensemble.sample(seed: 1, sample: $0) }))
    #expect(try !isRight(naive(n)))
  }

  /// An entry of U(n): an even phase, and 1 - (1-t)^{n-1} for the law of its squared modulus.
  @Test(arguments: [1, 2, 3]) func unitaryEntries(n: Int) throws {
    let ensemble = try HaarUnitary(size: n)
    func isRight(_ samples: [Matrix<Complex<Double>>]) -> Bool {
      let entries = samples.map { $0[0, 0] }
      return kolmogorovStatistic(entries.map(\.phase)) { 0.5 + $0 / (2 * .pi) } < 2.694
        && (n == 1
          ? entries.allSatisfy { abs($0.length - 1) < 1e-15 }
          : kolmogorovStatistic(entries.map(\.lengthSquared)) { 1 - pow(1 - $0, Double(n - 1)) }
            < 2.694)
    }
    #expect(isRight((0..<Self.count).map { ensemble.sample(seed: 1, sample: $0) }))
    #expect(try !isRight(naive(ComplexGinibreEnsemble(rows: n, columns: n))))
  }

  /// An entry of Sp(n): the squared modulus of a quaternion follows 1, t²(3-2t) and 1 - (1-t)⁴(1+4t); a complex
  /// entry has an even phase.
  @Test(arguments: [1, 2, 3]) func symplecticEntries(n: Int) throws {
    let ensemble = try HaarSymplectic(size: n)
    func isRight(_ samples: [Matrix<Complex<Double>>]) -> Bool {
      let phases = samples.map { $0[0, 0].phase }
      let squares = samples.map { $0[0, 0].lengthSquared + $0[0, 1].lengthSquared }
      guard kolmogorovStatistic(phases, distribution: { 0.5 + $0 / (2 * .pi) }) < 2.694 else {
        return false
      }
      switch n {
      case 1:
        // A number of the even law on the sphere in four dimensions: |a|² is even.
        return squares.allSatisfy { abs($0 - 1) < 1e-14 }
          && kolmogorovStatistic(samples.map { $0[0, 0].lengthSquared }) { $0 } < 2.694
      case 2: return kolmogorovStatistic(squares) { $0 * $0 * (3 - 2 * $0) } < 2.694
      default: return kolmogorovStatistic(squares) { 1 - pow(1 - $0, 4) * (1 + 4 * $0) } < 2.694
      }
    }
    #expect(isRight((0..<Self.count).map { ensemble.sample(seed: 1, sample: $0) }))
    #expect(try !isRight(naive(QuaternionGinibreEnsemble(rows: n, columns: n))))
  }

  /// U(n): a random eigen-angle is even, a random pair differs by the two-point law n² - (sin(nθ/2)/sin(θ/2))².
  @Test(arguments: [1, 2, 3]) func unitaryAngles(n: Int) throws {
    let ensemble = try HaarUnitary(size: n)
    func isRight(_ samples: [Matrix<Complex<Double>>]) throws -> Bool {
      let angles = try randomAngles(samples)
      guard kolmogorovStatistic(angles.map { $0[0] }, distribution: even) < 2.694 else {
        return false
      }
      return n == 1
        || kolmogorovStatistic(angles.map { fold($0[1] - $0[0]) }, distribution: pairs) < 2.694
    }
    func pairs(_ θ: Double) -> Double {
      let sum = (1..<n).reduce(0) { $0 + 2 * Double(n - $1) * sin(Double($1) * θ) / Double($1) }
      return (Double(n * n - n) * θ - sum) / (2 * .pi * Double(n * n - n))
    }
    #expect(try isRight((0..<Self.count).map { ensemble.sample(seed: 1, sample: $0) }))
    #expect(try !isRight(naive(ComplexGinibreEnsemble(rows: n, columns: n))))
  }

  /// Sp(n): a random eigen-angle in [0, π] has the density (2/πn) Σ sin²(kθ).
  @Test(arguments: [1, 2, 3]) func symplecticAngles(n: Int) throws {
    let ensemble = try HaarSymplectic(size: n)
    func isRight(_ samples: [Matrix<Complex<Double>>]) throws -> Bool {
      let angles = try randomAngles(samples).map { min($0[0], 2 * .pi - $0[0]) }
      return kolmogorovStatistic(angles) { θ in
        let sum = (1...n).reduce(0) { $0 + sin(2 * Double($1) * θ) / (2 * Double($1)) }
        return (Double(n) * θ - sum) / (Double(n) * .pi)
      } < 2.694
    }
    #expect(try isRight((0..<Self.count).map { ensemble.sample(seed: 1, sample: $0) }))
    #expect(try !isRight(naive(QuaternionGinibreEnsemble(rows: n, columns: n))))
  }

  /// Two eigenvalues of COE and CSE differ by d with density ∝ sin^β(d/2). Control: each other's law.
  @Test func circularPairs() throws {
    let orthogonal = try CircularOrthogonalEnsemble(size: 2)
    let symplectic = try CircularSymplecticEnsemble(size: 2)
    let first = try (0..<Self.count).map { sample in
      let z = try #require(GeneralEigenvalues.of(orthogonal.sample(seed: 1, sample: sample)))
      return fold(z[1].phase - z[0].phase)
    }
    let fourth = try (0..<Self.count).map { sample in
      let z = try #require(GeneralEigenvalues.of(symplectic.sample(seed: 1, sample: sample)))
      let other = try #require(z.first { ($0 - z[0]).length > 1e-6 })
      return fold(other.phase - z[0].phase)
    }
    func one(_ d: Double) -> Double { (1 - cos(d / 2)) / 2 }
    func four(_ d: Double) -> Double {
      (6 * d - 8 * sin(d) + sin(2 * d)) / (12 * .pi)
    }
    #expect(kolmogorovStatistic(first, distribution: one) < 2.694)
    #expect(kolmogorovStatistic(fourth, distribution: four) < 2.694)
    #expect(kolmogorovStatistic(first, distribution: four) > 2.694)
    #expect(kolmogorovStatistic(fourth, distribution: one) > 2.694)
  }

  /// Eigen-angles in [0, 2π), in an order that LAPACK does not choose.
  private func randomAngles(_ samples: [Matrix<Complex<Double>>]) throws -> [[Double]] {
    var stream = RandomStream(seed: 5, purpose: .noise)
    return try samples.map { matrix in
      let eigenvalues = try #require(GeneralEigenvalues.of(matrix))
      return eigenvalues.shuffled(using: &stream).map { fold($0.phase) }
    }
  }

  private func even(_ θ: Double) -> Double { θ / (2 * .pi) }
  private func fold(_ θ: Double) -> Double { θ < 0 ? θ + 2 * .pi : θ }
}
