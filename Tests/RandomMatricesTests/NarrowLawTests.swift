import Foundation
import RandomMatrices
import Testing

/// Laws whose parameters leave them narrow, against the laws that they tend to.
@Suite struct NarrowLawTests {
  /// (x - centre)/half width tends to the semicircle; the difference is of the order of the width.
  private static func isSemicircle(
    _ law: any SpectralLaw, centre: Double, half: Double, error: Double, mass: Double = 1,
    below: Double = 0
  ) {
    for t in stride(from: -0.95, through: 0.95, by: 0.05) {
      let expected = SemicircleLaw.unit.distribution(t)
      let value = (law.distribution(centre + t * half) - below) / mass
      #expect(abs(value - expected) < error, "t = \(t)")
    }
  }

  @Test(arguments: [1e-6, 1e-9, 1e-12]) func marchenkoPastur(_ c: Double) throws {
    let root = c.squareRoot()
    // Rounding of x, of order ε/√c in units of the width, and the third cumulant, √c.
    let error = 1e-15 / root + root
    Self.isSemicircle(
      try MarchenkoPasturLaw(ratio: c, variance: 1e100), centre: 1e100 * (1 + c),
      half: 2e100 * root, error: error)
    // The nonzero eigenvalues of X Xᵀ/n are those of XᵀX/n: ratio 1/c, variance c.
    Self.isSemicircle(
      try MarchenkoPasturLaw(ratio: 1 / c, variance: c), centre: 1 + c, half: 2 * root,
      error: error + 1e-15 / c, mass: c, below: 1 - c)
  }

  @Test(arguments: [1e6, 1e10, 1e15]) func kestenMcKay(_ degree: Double) throws {
    let law = try KestenMcKayLaw(degree: Int(degree))
    Self.isSemicircle(law, centre: 0, half: law.support.upperBound, error: 2e-15 + 1 / degree)
  }

  @Test(arguments: [1e8, 1e12]) func wachter(_ a: Double) throws {
    let law = try WachterLaw(first: a, second: 3 * a)
    Self.isSemicircle(
      law, centre: 0.25, half: 2 * (3 / (64 * a)).squareRoot(),
      error: 3 * a.squareRoot() * 1e-15 + 2 / a.squareRoot())
  }

  /// Normal of variance 1/(2β), with a correction of order β^{-1/2}.
  @Test(arguments: [1e6, 1e10, 1e15, 1e20, 1e28]) func surmise(_ beta: Double) throws {
    let law = try WignerSurmise(beta: beta)
    let deviation = (2 * beta).squareRoot()
    for t in stride(from: -3.0, through: 3, by: 0.25) {
      let x = 1 + t / deviation
      let used = (x - 1) * deviation
      #expect(
        abs(law.distribution(x) - erfc(-used / 2.0.squareRoot()) / 2) < 1e-14 + 0.3
          / beta.squareRoot())
      let normal = deviation * exp(-used * used / 2) / (2 * .pi).squareRoot()
      #expect(abs(law.density(x) / normal - 1) < 1e-13 + 20 / beta.squareRoot(), "t = \(t)")
    }
  }

  /// Both sides of the change of formula, by quadrature of the density.
  @Test(arguments: [30.0, 79, 82, 3e3, 1.99e5, 2.01e5]) func surmiseIntegrates(_ beta: Double)
    throws
  {
    let law = try WignerSurmise(beta: beta)
    let deviation = 1 / (2 * beta).squareRoot()
    // The trapezoidal rule is exact to rounding for a density like a normal one.
    let step = deviation / 8
    var (sum, mean) = (0.0, 0.0)
    for i in -120...120 {
      let s = 1 + Double(i) * step
      guard s > 0 else { continue }
      sum += step * law.density(s)
      mean += step * law.density(s) * s
      if i.isMultiple(of: 8) {
        let half = step * law.density(s) / 2
        // h²f'/12 at a point inside.
        #expect(abs(law.distribution(s) - sum + half) < 3.5e-4, "s = \(s)")
      }
    }
    #expect(abs(sum - 1) < 1e-12 && abs(mean - 1) < 1e-12)
    #expect(abs(law.moment(1) - 1) < 1e-15)
    #expect(abs(law.moment(2) - (1 + 1 / beta) / (1 + 0.5 / beta)) < 0.2 / (beta * beta))
  }

  @Test func rates() throws {
    let rate = try LargestEigenvalueRate(beta: 2)
    #expect(rate.above(.nan).isNaN && rate.below(.nan).isNaN)
    for y in [2, 2.0.nextUp, 2.0.nextDown, 1.9999] {
      #expect(rate.above(y) >= 0 && rate.below(y) >= 0, "y = \(y)")
    }
    #expect(rate.above(.infinity) == .infinity && rate.below(-.infinity) == .infinity)
    #expect(rate.above(-.infinity) == 0 && rate.below(.infinity) == 0)
    // βy²/4 from far away, less the logarithm above, more of it below.
    for y in [1e6, 1e9, 9e19, 1.1e20, 1e150] {
      #expect(abs(rate.above(y) / (y / 2 * y) - 1) < 1e-10, "y = \(y)")
      #expect(abs(rate.below(-y) / (y / 2 * y) - 1) < 1e-10, "y = \(y)")
    }
  }
}
