import Foundation
import Numerics
import RandomMatrices
import Testing

@Suite struct FreeConvolutionTests {
  static let fractions = [1e-4, 0.0131, 0.1874, 0.4531, 0.7385, 0.93, 0.9988]

  static let signs = try! AtomicLaw(eigenvalues: [-1, 1])

  /// Convolutions that are laws of this library, by different formulas.
  @Test func knownLaws() throws {
    let circle = try SemicircleLaw(radius: 3)
    let mp = try MarchenkoPasturLaw(ratio: 0.5)
    let kesten = { (degree: Int) in try KestenMcKayLaw(degree: degree) }
    // Radii add in squares.
    try agree(.sum(circle, SemicircleLaw(radius: 4)), SemicircleLaw(radius: 5))
    // Free Poisson laws of one jump cσ²: means σ² add.
    try agree(
      .sum(
        MarchenkoPasturLaw(ratio: 0.4, variance: 3), MarchenkoPasturLaw(ratio: 2, variance: 0.6)),
      MarchenkoPasturLaw(ratio: 1.0 / 3, variance: 3.6))
    // With an atom.
    try agree(
      .sum(MarchenkoPasturLaw(ratio: 3), MarchenkoPasturLaw(ratio: 3)),
      MarchenkoPasturLaw(ratio: 1.5, variance: 2))
    // Signs: the arcsine law, then regular trees.
    try agree(.sum(Self.signs, Self.signs), kesten(2))
    try agree(.sum(kesten(2), Self.signs), kesten(3))
    try agree(.sum(kesten(4), kesten(3)), kesten(7))
    // Points, a shift, and a scale.
    let point = try FreeConvolution.sum(
      AtomicLaw(eigenvalues: [2]), AtomicLaw(eigenvalues: [-2]))
    #expect(point.bands.isEmpty && point.atoms.map(\.position) == [0] && point.massDefect == 0)
    #expect(point.distribution(-0.1) == 0 && point.distribution(0) == 1)
    #expect(abs(point.moment(0) - 1) < 1e-14 && abs(point.moment(2)) < 1e-14)
    try agree(.sum(AtomicLaw(eigenvalues: [0]), circle), circle)
    try agree(
      .product(AtomicLaw(eigenvalues: [1.7]), mp), MarchenkoPasturLaw(ratio: 0.5, variance: 1.7))
    // (5 + w)/(2 + w) · 1/(1 + w/5) = 1/(0.4(1 + w/2)).
    try agree(
      .product(WachterLaw(first: 2, second: 3), MarchenkoPasturLaw(ratio: 0.2)),
      MarchenkoPasturLaw(ratio: 0.5, variance: 0.4))
  }

  /// Densities, F, edges and atoms; 1e-4 of the width from an edge the density has 12 digits.
  private func agree(
    _ convolution: FreeConvolution, _ law: any SpectralLaw,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let band = try #require(convolution.bands.first, sourceLocation: location)
    #expect(convolution.bands.count == 1, sourceLocation: location)
    #expect(abs(convolution.massDefect) < 1e-12, sourceLocation: location)
    let bulk = (law as? MarchenkoPasturLaw)?.bands[0] ?? law.support
    let width = bulk.upperBound - bulk.lowerBound
    #expect(abs(band.lowerBound - bulk.lowerBound) < 1e-12 * width, sourceLocation: location)
    #expect(abs(band.upperBound - bulk.upperBound) < 1e-12 * width, sourceLocation: location)
    for x in Self.fractions.map({ bulk.lowerBound + $0 * width }) {
      let (value, expected) = (convolution.density(x), law.density(x))
      #expect(abs(value - expected) < 2e-12 * expected, "x = \(x)", sourceLocation: location)
      let mass = convolution.distribution(x) - law.distribution(x)
      #expect(abs(mass) < 1e-12, "x = \(x)", sourceLocation: location)
    }
    #expect(convolution.atoms.count == law.atoms.count, sourceLocation: location)
    for (a, b) in zip(convolution.atoms, law.atoms) {
      #expect(a.position == b.position && abs(a.mass - b.mass) < 1e-15, sourceLocation: location)
    }
  }

  /// Free compression: a corner of fraction t of a matrix of Marchenko-Pastur c has c t, besides zeros.
  @Test func compression() throws {
    let projection = try AtomicLaw(points: [0, 1], masses: [0.4, 0.6])
    let convolution = try FreeConvolution.product(MarchenkoPasturLaw(ratio: 0.5), projection)
    let corner = try MarchenkoPasturLaw(ratio: 0.3)
    #expect(convolution.atoms.map(\.position) == [0] && convolution.atoms[0].mass == 0.4)
    for x in Self.fractions.map({ 0.205 + $0 * 2.19 }) {
      #expect(abs(convolution.density(x) - 0.6 * corner.density(x)) < 1e-12)
      #expect(abs(convolution.distribution(x) - 0.4 - 0.6 * corner.distribution(x)) < 1e-12)
    }
  }

  /// Semicircle ⊞ Marchenko-Pastur: z = (R²/4)G + σ²/(1 - cσ²G) + 1/G is a cubic.
  @Test(arguments: [(1.3, 0.5), (0.2, 0.1), (2, 2.5)])
  func cubicOfASum(_ radius: Double, _ ratio: Double) throws {
    let convolution = try FreeConvolution.sum(
      SemicircleLaw(radius: radius), MarchenkoPasturLaw(ratio: ratio))
    let quarter = radius * radius / 4
    compare(convolution) { x in
      // -cq G³ + (q + cx) G² + (1 - c - x) G + 1 = 0
      let roots = cubicRoots([1, 1 - ratio - x, quarter + ratio * x, -ratio * quarter])
      return (roots.map { abs($0.imaginary) }.max() ?? 0) / .pi
    }
  }

  /// Marchenko-Pastur ⊠ Marchenko-Pastur: z = (1 + w)(1 + cw)(1 + dw)/w, w = zG - 1, is a cubic.
  @Test(arguments: [(0.5, 0.8), (0.3, 0.3), (0.6, 2)])
  func cubicOfAProduct(_ c: Double, _ d: Double) throws {
    let convolution = try FreeConvolution.product(
      MarchenkoPasturLaw(ratio: c), MarchenkoPasturLaw(ratio: d))
    compare(convolution) { x in
      let roots = cubicRoots([1, 1 + c + d - x, c + d + c * d, c * d])
      return (roots.map { abs($0.imaginary) }.max() ?? 0) / (.pi * x)
    }
  }

  /// Density against a pair of complex roots; none outside the bands.
  private func compare(
    _ convolution: FreeConvolution, at location: SourceLocation = #_sourceLocation,
    _ density: (Double) -> Double
  ) {
    #expect(abs(convolution.massDefect) < 1e-12, sourceLocation: location)
    for band in convolution.bands {
      let width = band.upperBound - band.lowerBound
      for x in Self.fractions.map({ band.lowerBound + $0 * width }) {
        let expected = density(x)
        #expect(
          abs(convolution.density(x) - expected) < 1e-11 * expected, "x = \(x)",
          sourceLocation: location)
      }
      for x in [band.lowerBound - 1e-9 * width, band.upperBound + 1e-9 * width] {
        #expect(density(x) < 1e-9 && convolution.density(x) == 0, sourceLocation: location)
      }
    }
  }

  /// All roots of Σ c_k x^k, k = 0...3, after Durand and Kerner.
  private func cubicRoots(_ c: [Double]) -> [Complex<Double>] {
    var roots = (0..<3).map { Complex.pow(Complex(0.4, 0.9), $0) }
    for _ in 0..<200 {
      for i in 0..<3 {
        let x = roots[i]
        let value = c.reversed().reduce(Complex<Double>.zero) { $0 * x + Complex($1) }
        let product = roots.indices.reduce(Complex(c[3])) { $1 == i ? $0 : $0 * (x - roots[$1]) }
        let step = value / product
        if step.isFinite { roots[i] -= step }
      }
    }
    return roots
  }

  /// Moments by a contour against free cumulants, against the bands, and F against its inverse: also where there
  /// are gaps, atoms and laws known by quadrature only.
  @Test(arguments: [0, 1, 2, 3]) func momentsAddCumulants(_ number: Int) throws {
    let projection = try AtomicLaw(points: [0, 1], masses: [0.8, 0.2])
    let pairs: [(any SpectralLaw, any SpectralLaw)] = [
      (try SemicircleLaw(radius: 0.5), Self.signs),
      (try QuarterCircleLaw(radius: 1), try SemicircleLaw(radius: 0.5)),
      (projection, projection),
      (try WachterLaw(first: 0.6, second: 1.3), try MarchenkoPasturLaw(ratio: 1.4)),
    ]
    let (first, second) = pairs[number]
    let convolution = try FreeConvolution.sum(first, second)
    func cumulants(_ law: any SpectralLaw) -> [Double] {
      FreeCumulants.cumulants(ofMoments: (1...8).map { law.moment($0) })
    }
    let moments = FreeCumulants.moments(
      ofCumulants: zip(cumulants(first), cumulants(second)).map { $0 + $1 })
    let size = max(abs(convolution.support.lowerBound), convolution.support.upperBound)
    for k in 1...8 {
      let scale = pow(size, Double(k))
      #expect(abs(convolution.moment(k) - moments[k - 1]) < 1e-12 * scale, "order \(k)")
    }
    // The quarter circle's transform takes too long for 10 000 points.
    if number != 1 {
      let atoms = convolution.atoms.reduce(0) { $0 + $1.mass * $1.position * $1.position }
      let sum = convolution.bands.reduce(atoms) { sum, band in
        sum + LawCase("", convolution, bulk: band).integral(to: band.upperBound) { $0 * $0 }
      }
      #expect(abs(sum - moments[1]) < 1e-9 * size * size)
    }
    #expect(abs(convolution.massDefect) < 1e-12)
    #expect(convolution.bands.count == (number == 0 ? 2 : 1))
    for p in [0.013, 0.31, 0.52, 0.77, 0.999] {
      let x = convolution.quantile(p)
      let atom = convolution.atoms.first { $0.position == x }?.mass ?? 0
      #expect(abs(convolution.distribution(x) - p) < 1e-13 || atom > 0)
    }
    #expect(convolution.density(convolution.support.upperBound + 0.1) == 0)
    #expect(convolution.distribution(convolution.support.upperBound) == 1)
    #expect(convolution.distribution(convolution.support.lowerBound - 0.1) == 0)
  }

  /// Products of square Wishart matrices have the moments of Fuss and Catalan; their density has x^{-2/3} at 0, which
  /// the series does not resolve and the defect tells.
  @Test func fussCatalan() throws {
    let square = try MarchenkoPasturLaw(ratio: 1)
    let product = try FreeConvolution.product(square, square)
    for (k, number) in [1, 1, 3, 12, 55, 273, 1428].enumerated() {
      #expect(abs(product.moment(k) / Double(number) - 1) < 1e-13)
    }
    #expect(abs(product.support.upperBound - 6.75) < 1e-11)
    #expect(product.massDefect > 1e-4 && product.massDefect < 0.01)
  }

  @Test func atomicLaw() throws {
    let law = try AtomicLaw(eigenvalues: [2, -1, 2, 5])
    #expect(law.atoms.map(\.position) == [-1, 2, 5] && law.atoms.map(\.mass) == [0.25, 0.5, 0.25])
    #expect([-2, -1, 1.9, 2, 9].map(law.distribution) == [0, 0.25, 0.25, 0.75, 1])
    #expect([0, 0.25, 0.26, 0.75, 1].map(law.quantile) == [-1, -1, 2, 2, 5])
    #expect(law.mean == 2 && law.moment(2) == 8.5 && law.support == -1...5)
  }

  /// S of a product found by Newton's method on its own transform.
  @Test func transformsOfConvolutions() throws {
    let (first, second) = (
      try MarchenkoPasturLaw(ratio: 0.5), try QuarterCircleLaw(radius: 1.4)
    )
    let product = StieltjesTransform(try FreeConvolution.product(first, first))
    let sum = StieltjesTransform(try FreeConvolution.sum(first, second))
    let (one, two) = (StieltjesTransform(first), StieltjesTransform(second))
    for w in [Complex(0.1), Complex(0.03, 0.08), Complex(-0.05)] {
      let s = try #require(one.sTransform(w))
      let value = try #require(product.sTransform(w))
      #expect((value - s * s).length < 1e-13)
      let r = (try #require(one.rTransform(w)), try #require(two.rTransform(w)))
      #expect((try #require(sum.rTransform(w)) - r.0 - r.1).length < 1e-12)
      let (z, h) = (Complex(1.1, 0.4) + w, Complex(1e-4))
      for transform in [product, sum] {
        let slope = (transform.value(at: z + h) - transform.value(at: z - h)) / Complex(2e-4)
        #expect((slope - transform.derivative(at: z)).length < 1e-7)
      }
    }
  }
}
