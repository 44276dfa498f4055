public import Numerics

/// The Stieltjes (Cauchy) transform of a law.
///
///     G(z) = E 1/(z - x),   Im z ≠ 0; on the axis the limit from above, -Im G(x + i0)/π = density
///
/// Closed for ``Law/semicircle(radius:)``, ``Law/marchenkoPastur(ratio:variance:)``, ``Law/wachter(first:second:)`` and ``Law/kestenMcKay(degree:)``; a sum for
/// ``Law/atomic(points:masses:)``; by subordination for ``Law/freeProduct(_:_:)``; by quadrature for other laws, to about 12 digits.
///
/// Reference: Mingo and Speicher, Free Probability and Random Matrices, chapters 2 to 4.
public struct StieltjesTransform: Sendable {
  private indirect enum Form: Sendable {
    case quadratic(QuadraticTransform)
    case atoms([SpectralAtom])
    case convolution(Subordination)
    case quadrature(QuadratureTransform)
  }
  private let form: Form
  /// E x, the R transform at 0.
  package let mean: Double
  /// The smallest interval that holds the law.
  package let support: ClosedRange<Double>

  /// The transform of a law.
  public init(_ law: any SpectralLaw) {
    if let transform = QuadraticTransform(law) {
      form = .quadratic(transform)
    } else if let law = law as? AtomicLaw {
      form = .atoms(law.atoms)
    } else if let law = law as? FreeConvolution {
      form = .convolution(law.subordination)
    } else {
      form = .quadrature(QuadratureTransform(law))
    }
    (mean, support) = (law.mean, law.support)
  }

  /// The transform G(z) = E 1/(z - x).
  public func value(at z: Complex<Double>) -> Complex<Double> { jet(z).value }

  /// G'(z) = -E 1/(z - x)².
  public func derivative(at z: Complex<Double>) -> Complex<Double> { jet(z).slope }

  func jet(_ z: Complex<Double>) -> StieltjesJet {
    if z.imaginary < 0 { return jet(z.conjugate).conjugate }
    // No negative zero, which would put square roots below their cuts.
    let z = Complex(z.real, z.imaginary == 0 ? 0 : z.imaginary)
    switch form {
    case .quadratic(let transform): return transform.jet(z)
    case .convolution(let subordination): return subordination.jet(z)
    case .quadrature(let transform): return transform.jet(z)
    case .atoms(let atoms):
      var sum = StieltjesSum()
      for atom in atoms { sum.add(atom.mass, at: atom.position, from: z) }
      return sum.jet
    }
  }

  /// R(g), G(R(g) + 1/g) = g; additive under free convolution.
  ///
  ///     semicircle R²g/4,   Marchenko-Pastur σ²/(1 - cσ²g),   Kesten-McKay d(√(1 + 4g²) - 1)/(2g),
  ///     Wachter 2a/(a + b - g + √(g² + 2(a - b)g + (a + b)²))
  ///
  /// Closed for these, with principal roots; else by Newton's method from large z. Both are for g near 0.
  ///
  /// - Returns: nil where no solution is found.
  public func rTransform(_ g: Complex<Double>) -> Complex<Double>? {
    if case .quadratic(let transform) = form { return transform.rTransform(g) }
    if g == .zero { return Complex(mean) }
    let z = solve(from: 1 / g + Complex(mean)) { (1 / g + $0.remainder, $0.remainderSlope) }
    return z.map { jet($0).remainder }
  }

  /// S(w) = (1 + w)/(wz) where zG(z) - 1 = w; multiplicative under free convolution of laws on the positive axis.
  ///
  ///     Marchenko-Pastur 1/(σ²(1 + cw)),   Wachter (a + b + w)/(a + w)
  ///
  /// Closed for these; else by Newton's method, as for R. It needs a mean other than 0; S(0) is its inverse.
  ///
  /// - Returns: nil where no solution is found, and for mean 0.
  public func sTransform(_ w: Complex<Double>) -> Complex<Double>? {
    if mean == 0 { return nil }
    if case .quadratic(let transform) = form, let sTransform = transform.sTransform {
      return sTransform(w)
    }
    if w == .zero { return Complex(1 / mean) }
    let ratio = (1 + w) / w
    let z = solve(from: Complex(mean) * ratio) {
      (ratio * $0.remainder, ratio * $0.remainderSlope)
    }
    return z.map { 1 / jet($0).remainder }
  }

  /// z = map(f(z)) by Newton's method, halving steps that enter the support.
  private func solve(
    from start: Complex<Double>,
    _ map: (StieltjesJet) -> (Complex<Double>, Complex<Double>)
  ) -> Complex<Double>? {
    func isOutside(_ z: Complex<Double>) -> Bool {
      z.isFinite && (z.imaginary != 0 || !support.contains(z.real))
    }
    var z = start
    while !isOutside(z) {
      guard z.isFinite, z.length < 1e6 * (1 + support.upperBound.magnitude) else { return nil }
      z = Complex(2) * z - Complex(mean)
      if z == Complex(mean) { return nil }
    }
    for _ in 0..<100 {
      let (image, slope) = map(jet(z))
      var step = (image - z) / (1 - slope)
      guard step.isFinite else { return nil }
      if step.length <= 2e-16 * z.length { return z }
      for _ in 0..<60 where !isOutside(z + step) || (z + step).imaginary * z.imaginary < 0 {
        step = Complex(0.5) * step
      }
      z += step
    }
    let residual = (map(jet(z)).0 - z).length
    return residual < 1e-12 * z.length ? z : nil
  }
}
