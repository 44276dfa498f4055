import Foundation
import KacRice
import Models
import Requirements
import Testing

/// Identities that the heights of critical points of Gaussian fields obey for every N and κ.
@Suite struct FieldHeightIdentityTests {
  private typealias Heights = FieldHeightTests

  private static let cases: [(Int, Double)] = [
    (1, 0.5), (1, 1.5), (2, 0.1), (2, 1), (2, 1.2), (3, 0.97), (3, Heights.largestKappa(3)),
    (4, 1.1), (4, Heights.largestKappa(4)), (5, Heights.largestKappa(5)), (6, 0.5),
    (7, Heights.largestKappa(7)), (9, 1), (10, 0.99), (10, Heights.largestKappa(10)), (16, 1.01),
    (16, Heights.largestKappa(16)), (40, 1), (40, Heights.largestKappa(40)),
  ]

  /// Points above u, with signs, are the Euler characteristic: Σ_k (-1)^{N-k} n_k(u) is minus the
  /// derivative of its density, (2π)^{-(N+1)/2} (λ₂/λ₀)^{N/2} He_N(û) e^{-û²/2}/√λ₀, as
  /// E[det(-Hess φ) | φ = u] is a Hermite polynomial (Adler and Taylor, Random Fields and Geometry).
  @Test(arguments: cases) func eulerCharacteristic(_ n: Int, _ κ: Double) throws {
    let density = try Heights.density(κ, n)
    let unit = Heights.λ0.squareRoot()
    for û in [-7.3, -3.1, -1.3, -0.2, 0, 0.7, 2.2, 5.1] {
      let values = density.byIndex(height: û * unit)
      let sum = values.enumerated().reduce(0) {
        $0 + ((n - $1.offset).isMultiple(of: 2) ? 1 : -1) * $1.element
      }
      var (previous, hermite) = (0.0, 1.0)
      for j in 0..<n { (previous, hermite) = (hermite, û * hermite - Double(j) * previous) }
      let exact =
        pow(2 * .pi, -Double(n + 1) / 2) * pow(Heights.λ2 / Heights.λ0, Double(n) / 2) * hermite
        * exp(-û * û / 2) / unit
      #expect(abs(sum - exact) < 1e-11 * values.reduce(0, +), "N = \(n), κ = \(κ), û = \(û)")
      // The field -φ has the same law.
      let mirrored = density.byIndex(height: -û * unit)
      for k in 0...n {
        #expect(abs(values[k] - mirrored[n - k]) < 1e-11 * values.reduce(0, +))
      }
    }
  }

  /// Per index: the integral over u, and the means of He_1, He_2, He_3 at û.
  private func moments(_ κ: Double, _ n: Int) throws -> [[Double]] {
    let density = try Heights.density(κ, n)
    let unit = Heights.λ0.squareRoot()
    var sums = [[Double]](repeating: [0, 0, 0, 0], count: n + 1)
    let step = 0.1
    for i in -90...90 {
      let û = step * Double(i)
      let hermite = [1, û, û * û - 1, û * (û * û - 3)]
      for (k, value) in density.byIndex(height: û * unit).enumerated() {
        for j in 0...3 { sums[k][j] += step * unit * value * hermite[j] }
      }
    }
    return sums.map { sums in [sums[0]] + sums.dropFirst().map { $0 / sums[0] } }
  }

  /// The integrals over u are the densities of ``FieldCriticalPointDensity``; and as the Hessian
  /// without the height does not know κ, the mean of He_j(û) is κ^j times what does not depend on κ.
  @Test(arguments: [(1, 1.6), (2, 1.3), (3, Heights.largestKappa(3)), (5, 1.1)])
  func integralsAndMoments(_ n: Int, _ above: Double) throws {
    let reference = try moments(1, n)
    for κ in [0.3, 0.93, 1, above] {
      let (values, all) = (try moments(κ, n), try Heights.all(κ, n))
      for k in 0...n {
        let exact = all.byIndex[k].value
        #expect(abs(values[k][0] - exact) < 1e-11 * all.total.value, "N = \(n), κ = \(κ), k = \(k)")
        for j in 1...3 {
          let scaled = pow(κ, Double(j)) * reference[k][j]
          let tolerance = 1e-10 * all.total.value / exact
          #expect(abs(values[k][j] - scaled) < tolerance, "N = \(n), κ = \(κ), k = \(k), j = \(j)")
        }
      }
    }
    // Not a trivial zero: minima lie low, and the factor is seen.
    #expect(reference[0][1] < -0.5)
    #expect(try abs(moments(above, n)[0][1] - reference[0][1]) > 0.01)
  }

  /// Through κ = 1 the densities go on smoothly, though computed by real shifts on one side and
  /// imaginary ones on the other: first differences are equal.
  @Test(arguments: [1, 2, 3, 8]) func continuity(_ n: Int) throws {
    for u in [-1.9, 0.3, 1] {
      let rows = try [1 - 1e-6, 1, 1 + 1e-6].map { κ in
        try Heights.density(κ, n).byIndex(height: u)
      }
      let total = rows[1].reduce(0, +)
      for k in 0...n {
        #expect(abs(rows[2][k] - 2 * rows[1][k] + rows[0][k]) < 1e-10 * total)
      }
      let change = (0...n).map { abs(rows[2][$0] - rows[1][$0]) }.max()!
      #expect(change > 1e-8 * total && change < 1e-4 * total)
    }
  }

  /// Units: φ(x) → a φ(bx).
  @Test(arguments: [0.8, 1.15]) func units(_ κ: Double) throws {
    let (n, a, b) = (4, 3.1, 0.7)
    let plain = try Heights.density(κ, n)
    let scaled = try FieldHeightDensity(
      SpectralMoments(
        variance: a * a * Heights.λ0, second: a * a * b * b * Heights.λ2,
        fourth: a * a * pow(b, 4) * Heights.fourthMoment(κ)), dimension: n)
    let expected = plain.byIndex(height: 0.9)
    for (k, value) in scaled.byIndex(height: a * 0.9).enumerated() {
      #expect(abs(value * a / pow(b, Double(n)) - expected[k]) < 1e-13 * expected.reduce(0, +))
    }
  }

  @Test func impossibleFields() {
    for (fourth, n) in [(1.49, 2), (2.99, 65)] {
      #expect(throws: ParameterError.self) {
        try FieldHeightDensity(
          SpectralMoments(variance: 1, second: 1, fourth: fourth), dimension: n)
      }
    }
  }

  /// Covariance a e^{-br²/2} has κ = 1 and waves of one length have the largest κ, whatever rounding
  /// does.
  @Test func limitsOfKappa() throws {
    for (a, b) in [(0.7, 0.3), (1.1, 2.7), (3.3, 0.1), (13, 7.7), (1e5, 1e-7)] {
      let smooth = try FieldHeightDensity(
        SpectralMoments(variance: a, second: a * b, fourth: 3 * a * b * b), dimension: 80)
      #expect(smooth.kappa == 1)
      for n in 1...4 {
        // q² = Nb: λ₂ = λ₀q²/N, λ₄ = 3λ₀q⁴/(N(N+2)).
        let waves = try FieldHeightDensity(
          SpectralMoments(
            variance: a, second: a * b,
            fourth: 3 * a * b * b * Double(n) / Double(n + 2)), dimension: n)
        #expect(waves.kappa == Heights.largestKappa(n))
        // Δφ = -q²φ leaves no minimum above zero.
        let values = waves.byIndex(height: 0.4 * a.squareRoot())
        #expect(values[0] < 1e-12 * values.reduce(0, +))
      }
    }
  }
}
