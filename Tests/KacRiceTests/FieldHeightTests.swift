import Foundation
import KacRice
import LinearAlgebra
import Models
import RandomStreams
import TestSupport
import Testing

/// Heights of critical points of Gaussian fields: closed forms, integrals done otherwise, identities.
@Suite struct FieldHeightTests {
  static let (λ0, λ2) = (1.7, 2.0)

  /// A field of given κ, with λ₀ and λ₂ as above.
  static func density(_ κ: Double, _ n: Int) throws -> FieldHeightDensity {
    try FieldHeightDensity(
      SpectralMoments(variance: λ0, second: λ2, fourth: fourthMoment(κ)), dimension: n)
  }

  static func fourthMoment(_ κ: Double) -> Double { 3 * λ2 * λ2 / (λ0 * κ * κ) }

  static func largestKappa(_ n: Int) -> Double { (Double(n + 2) / Double(n)).squareRoot() }

  static func all(_ κ: Double, _ n: Int) throws -> FieldCriticalPointDensity {
    try FieldCriticalPointDensity(
      SpectralMoments(variance: 1, second: λ2, fourth: fourthMoment(κ)), dimension: n)
  }

  private func below(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }
  private func normal(_ x: Double) -> Double { exp(-x * x / 2) / (2 * Double.pi).squareRoot() }

  /// N = 1: Cartwright and Longuet-Higgins (1956), maxima, with 1 - ε² = λ₂²/(λ₀λ₄).
  @Test(arguments: [0.2, 0.9, 1, 1.3, 1.7, 3.0.squareRoot()]) func line(_ κ: Double) throws {
    let density = try Self.density(κ, 1)
    let maxima = (Self.fourthMoment(κ) / Self.λ2).squareRoot() / (2 * .pi)
    let ρ = κ / 3.0.squareRoot()
    let ε = max(0, 1 - ρ * ρ).squareRoot()
    for x in stride(from: -4.1, to: 4.5, by: 0.4) {
      let smooth = ε > 1e-7 ? ε * normal(x / ε) + ρ * x * exp(-x * x / 2) * below(x * ρ / ε) : 0
      let exact = ε > 1e-7 ? smooth : max(0, x) * exp(-x * x / 2)
      let value = density.byIndex(height: x * Self.λ0.squareRoot())[1]
      #expect(abs(value - exact * maxima / Self.λ0.squareRoot()) < 1e-13, "x = \(x)")
    }
  }

  /// N = 2: the closed form of Cheng and Schwartzman for the heights of maxima.
  @Test(arguments: [0.2, 0.9, 1, 1.2, 1.41, 2.0.squareRoot()]) func plane(_ κ: Double) throws {
    let density = try Self.density(κ, 2)
    let maxima = try Self.all(κ, 2).byIndex[2].value
    let (a, b) = (max(0, 2 - κ * κ), 3 - κ * κ)
    // At κ² = 2 the arguments of the distribution function are infinite.
    func step(_ x: Double, _ square: Double) -> Double {
      square > 1e-14 ? below(κ * x / square.squareRoot()) : x > 0 ? 1 : 0
    }
    for x in stride(from: -4.1, to: 4.5, by: 0.4) {
      let first = 3.0.squareRoot() * κ * κ * (x * x - 1) * normal(x) * step(x, a)
      let second =
        a > 1e-14 ? κ * (3 * a).squareRoot() / (2 * .pi) * x * exp(-x * x / a) : 0
      let third = (6 / (.pi * b)).squareRoot() * exp(-1.5 * x * x / b) * step(x, a * b)
      let value = density.byIndex(height: x * Self.λ0.squareRoot())[2]
      let exact = (first + second + third) * maxima / Self.λ0.squareRoot()
      #expect(abs(value - exact) < 1e-13, "x = \(x)")
    }
  }

  /// N = 3 and 4: integrals over eigenvalues of fixed or normal sum, by an independent program.
  @Test func eigenvalueIntegrals() throws {
    let rows = try referenceTable("field_heights.csv", in: .module)
    #expect(rows.count == 93)
    for (key, group) in Dictionary(grouping: rows, by: { [$0[0], $0[1], $0[2]] }) {
      let (n, square, û) = (Int(key[0])!, Double(key[1])!, Double(key[2])!)
      let density = try FieldHeightDensity(
        SpectralMoments(variance: 1, second: 1, fourth: 3 / square), dimension: n)
      let values = density.byIndex(height: û)
      let total = values.reduce(0, +)
      for row in group {
        #expect(abs(values[Int(row[3])!] - Double(row[4])!) < 1e-11 * total, "\(row)")
      }
    }
  }

  /// N = 5, κ² = 1.3: Hessians drawn from their covariance given the height, without the GOE.
  ///
  /// Means of 200 000, at most twelve, of the indices seen a thousand times, within 5.3 standard
  /// errors: false positives 1.4e-6. Control: the law for κ = 1 with the same λ₂ and λ₄ fails.
  @Test func sampledHessians() throws {
    let (n, κ) = (5, 1.3.squareRoot())
    let λ4 = Self.fourthMoment(κ)
    let wrong = try FieldHeightDensity(
      SpectralMoments(variance: Self.λ0 * 1.3, second: Self.λ2, fourth: λ4), dimension: n)
    #expect(abs(wrong.kappa - 1) < 1e-14)
    for (item, u) in [-0.6, 1.5].enumerated() {
      // Covariance of the ∂ᵢ²φ given φ = u, and its Cholesky factor.
      var factor = Matrix<Double>(rows: n, columns: n)
      for i in 0..<n {
        for j in 0...i {
          var entry = λ4 * (i == j ? 1 : 1.0 / 3) - Self.λ2 * Self.λ2 / Self.λ0
          for l in 0..<j { entry -= factor[i, l] * factor[j, l] }
          factor[i, j] = i == j ? entry.squareRoot() : entry / factor[j, j]
        }
      }
      var random = RandomStream(seed: 7, purpose: .noise, item: item)
      var solver = HermitianEigensolver<Double>(size: n)
      let samples = 200_000
      var seen = [Int](repeating: 0, count: n + 1)
      var (sums, squares) = (
        [Double](repeating: 0, count: n + 1), [Double](repeating: 0, count: n + 1)
      )
      for _ in 0..<samples {
        let z = random.normals(count: n)
        var hessian = Matrix<Double>(rows: n, columns: n)
        for i in 0..<n {
          hessian[i, i] = -Self.λ2 * u / Self.λ0
          for l in 0...i { hessian[i, i] += factor[i, l] * z[l] }
          for j in 0..<i {
            hessian[i, j] = (λ4 / 3).squareRoot() * random.normal()
            hessian[j, i] = hessian[i, j]
          }
        }
        let solved = solver.diagonalize(hessian, vectors: false)
        try #require(solved)
        let determinant = abs(solver.eigenvalues.reduce(1, *))
        let index = solver.eigenvalues.count { $0 < 0 }
        seen[index] += 1
        sums[index] += determinant
        squares[index] += determinant * determinant
      }
      let weight =
        pow(2 * .pi * Self.λ2, -Double(n) / 2) * exp(-u * u / (2 * Self.λ0))
        / (2 * .pi * Self.λ0).squareRoot() / Double(samples)
      func worst(_ density: FieldHeightDensity) -> Double {
        let values = density.byIndex(height: u)
        return (0...n).filter { seen[$0] >= 1000 }.map { k in
          let error = (squares[k] - sums[k] * sums[k] / Double(samples)).squareRoot()
          return abs(values[k] / weight - sums[k]) / error
        }.max()!
      }
      #expect(seen.count { $0 >= 1000 } >= 3)
      #expect(try worst(Self.density(κ, n)) < 5.3)
      #expect(worst(wrong) > 5.3)
    }
  }
}
