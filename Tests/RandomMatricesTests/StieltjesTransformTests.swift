import Foundation
import Numerics
import RandomMatrices
import Testing

@Suite struct StieltjesTransformTests {
  static let points = [
    Complex(0.4, 0.3), Complex(-1.7, 0.8), Complex(3.1, 0.25), Complex(9.3, -4.1),
  ]
  static let laws = LawCase.all.filter {
    $0.law.support.upperBound.isFinite && !($0.law is SpacingRatioLaw)
  }

  /// Closed forms, and quadrature that follows the pole, against quadrature that does not.
  @Test(arguments: laws) func integralOfTheDensity(_ item: LawCase) {
    let transform = StieltjesTransform(item.law)
    for z in Self.points {
      let high = item.bulk.upperBound
      let real = item.integral(to: high) { (1 / (z - Complex($0))).real }
      let imaginary = item.integral(to: high) { (1 / (z - Complex($0))).imaginary }
      let sum = item.law.atoms.reduce(Complex(real, imaginary)) {
        $0 + Complex($1.mass) / (z - Complex($1.position))
      }
      #expect((transform.value(at: z) - sum).length < 2e-12, "z = \(z)")
    }
  }

  /// G and G' on the axis and off it; the remainder falls as h⁴.
  @Test(arguments: laws) func derivatives(_ item: LawCase) {
    let transform = StieltjesTransform(item.law)
    for z in Self.points {
      let h = 1e-3
      func difference(_ step: Complex<Double>) -> Complex<Double> {
        (transform.value(at: z + step) - transform.value(at: z - step)) / (Complex(2) * step)
      }
      // Along both axes the errors of second order are opposite.
      let slope = (difference(Complex(h)) + difference(Complex(0, h))) / Complex(2)
      #expect((slope - transform.derivative(at: z)).length < 1e-8 * slope.length)
    }
  }

  @Test(arguments: laws) func densityOnTheAxis(_ item: LawCase) {
    let transform = StieltjesTransform(item.law)
    for x in [0.0013, 0.1874, 0.4531, 0.93, 0.9988].map(item.point) {
      let density = -transform.value(at: Complex(x)).imaginary / .pi
      #expect(abs(density - item.law.density(x)) < 1e-12 * (1 + item.law.density(x)), "x = \(x)")
    }
  }

  /// Moduli of the circular law: (2/R²)(z log(z/(z - R)) - R), on the axis too. The quarter circle and its mirror image
  /// make the semicircle.
  @Test func quadratureAgainstClosedForms() throws {
    let radius = 1.31
    let moduli = StieltjesTransform(try CircularLaw(radius: radius))
    let quarter = StieltjesTransform(try QuarterCircleLaw(radius: radius))
    let semicircle = StieltjesTransform(try SemicircleLaw(radius: radius))
    for z in [Complex(0.3), Complex(1.3), Complex(2), Complex(0.7, 1e-9), Complex(1, 0.1)] {
      let logarithm = Complex.log(z) - Complex.log(z - Complex(radius))
      let expected = Complex(2 / (radius * radius)) * (z * logarithm - Complex(radius))
      #expect((moduli.value(at: z) - expected).length < 1e-12, "z = \(z)")
      let half = (quarter.value(at: z) - quarter.value(at: -z)) / Complex(2)
      #expect((half - semicircle.value(at: z)).length < 1e-12, "z = \(z)")
    }
  }

  /// G(R(g) + 1/g) = g for small g of the upper and lower half-plane and the axis.
  @Test(arguments: laws) func rTransformInvertsG(_ item: LawCase) throws {
    let transform = StieltjesTransform(item.law)
    for g in [Complex(0.06), Complex(-0.04), Complex(0.03, 0.05), Complex(-0.01, -0.06)] {
      let z = try #require(transform.rTransform(g)) + 1 / g
      #expect((transform.value(at: z) - g).length < 1e-13, "g = \(g)")
    }
    #expect(abs((transform.rTransform(.zero)?.real ?? .nan) - item.law.mean) < 1e-15)
  }

  /// zG(z) = 1 + w at z = (1 + w)/(wS(w)).
  @Test(arguments: laws.filter { $0.law.mean > 1e-9 }) func sTransformInvertsG(_ item: LawCase)
    throws
  {
    let transform = StieltjesTransform(item.law)
    for w in [Complex(0.05), Complex(-0.02), Complex(0.03, 0.04), Complex(0.02, -0.05)] {
      let z = (1 + w) / (w * (try #require(transform.sTransform(w))))
      #expect((z * transform.value(at: z) - 1 - w).length < 1e-12, "w = \(w)")
    }
    #expect(abs((transform.sTransform(.zero)?.real ?? .nan) * item.law.mean - 1) < 1e-13)
  }

  /// Bernoulli's laws: R = (√(1 + 4g²) - 1)/(2g) for ±1, S = (1 + w)/(p + w) for 1 with probability p.
  @Test func newtonAgainstClosedForms() throws {
    let signs = StieltjesTransform(try AtomicLaw(eigenvalues: [-1, 1]))
    let projection = StieltjesTransform(try AtomicLaw(points: [0, 1], masses: [0.7, 0.3]))
    for g in [Complex(1e-9), Complex(0.4), Complex(-1.7), Complex(0.2, 0.3), Complex(0.7, -1)] {
      let expected = Complex(2) * g / (1 + Complex.sqrt(1 + Complex(4) * g * g))
      let value = try #require(signs.rTransform(g))
      #expect((value - expected).length < 1e-15, "g = \(g)")
    }
    for w in [Complex(1e-9), Complex(0.8), Complex(-0.1), Complex(0.2, 0.3), Complex(0.3, -0.2)] {
      let expected = (1 + w) / (Complex(0.3) + w)
      let value = try #require(projection.sTransform(w))
      #expect((value - expected).length < 1e-13 * expected.length, "w = \(w)")
    }
    #expect(signs.sTransform(Complex(0.1)) == nil)
  }

  /// Where G takes no such value there is no R: of the quarter circle G > -G(0⁻) below its support.
  @Test func outsideTheDomain() throws {
    let quarter = StieltjesTransform(try QuarterCircleLaw(radius: 1))
    #expect(quarter.rTransform(Complex(50)) == nil)
  }

  /// Free cumulants: R²/4 in order 2 for the semicircle; c^{k-1} for Marchenko-Pastur, a free Poisson law.
  @Test func cumulants() throws {
    func cumulants(_ law: any SpectralLaw) -> [Double] {
      FreeCumulants.cumulants(ofMoments: (1...8).map { law.moment($0) })
    }
    let two = cumulants(try SemicircleLaw(radius: 3))
    for (k, value) in two.enumerated() { #expect(abs(value - (k == 1 ? 2.25 : 0)) < 1e-10) }
    let poisson = cumulants(try MarchenkoPasturLaw(ratio: 0.7))
    for (k, value) in poisson.enumerated() {
      #expect(abs(value - pow(0.7, Double(k))) < 1e-12, "order \(k + 1)")
    }
    // Coefficients of R where R comes from Newton's method.
    let law = try QuarterCircleLaw(radius: 1)
    let series = cumulants(law)
    let g = Complex(0.01, 0.02)
    let sum = series.reversed().reduce(Complex<Double>.zero) { $0 * g + Complex($1) }
    let value = try #require(StieltjesTransform(law).rTransform(g))
    #expect((value - sum).length < 1e-13)
    let moments = FreeCumulants.moments(ofCumulants: series)
    for k in 1...8 { #expect(abs(moments[k - 1] - law.moment(k)) < 1e-15) }
  }
}
