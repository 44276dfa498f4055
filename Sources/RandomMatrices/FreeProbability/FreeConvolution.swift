internal import Foundation
internal import Numerics
public import Requirements
internal import SpecialFunctions
internal import Statistics

extension Law {
  /// First ⊞ second, the spectrum of a sum of large matrices in general position; see ``freeProduct(_:_:)``.
  ///
  ///     R(z) = R₁(z) + R₂(z),   G(R(z) + 1/z) = z,   G(z) = ∫ dF(x)/(z - x)
  ///
  /// Reference: Voiculescu, J. Funct. Anal. 66, 323 (1986).
  ///
  /// - Throws: for a law of unbounded support, or of a size outside 1e±50.
  public static func freeSum(
    _ first: any SpectralLaw, _ second: any SpectralLaw
  ) throws(ParameterError) -> any SpectralLaw {
    try FreeConvolution.sum(first, second)
  }

  /// The spectrum of a sum or a product of large matrices in general position, from the spectra of both.
  ///
  ///     sum       A + U B Uᵀ                        law of A ⊞ law of B
  ///     product   √A U B Uᵀ √A, A and B positive    law of A ⊠ law of B
  ///
  /// U is evenly distributed, the size infinite. Densities are solved for on the axis: relative error 1e-15 inside
  /// a band, 1e-16/d at a distance of d widths from its edge. F and edges have an absolute error of 1e-14 or so
  /// where the mass missing from the law, which is measured, is no larger.
  ///
  /// *Deviations*: bands and gaps narrower than 1/500 of the support may be missed; missed bands show in the
  /// defect. So does a density that does not end as a root or an inverse root (x^{-2/3} for the product of two
  /// square Wishart matrices) or ends next to an atom: F then has fewer digits, the density does not. At 0 the
  /// sum of two laws of random signs ±1 has 8 digits.
  ///
  /// Reference: Voiculescu, J. Funct. Anal. 66, 323 (1986); J. Operator Theory 18, 223 (1987).
  ///
  /// - Throws: for a law of unbounded support, of negative values, of a size outside 1e±50, or all at 0.
  public static func freeProduct(
    _ first: any SpectralLaw, _ second: any SpectralLaw
  ) throws(ParameterError) -> any SpectralLaw {
    try FreeConvolution.product(first, second)
  }
}

package struct FreeConvolution: SpectralLaw {
  package let bands: [ClosedRange<Double>]
  package let atoms: [SpectralAtom]
  let subordination: Subordination
  private let series: [BandSeries]

  package static func sum(_ first: any SpectralLaw, _ second: any SpectralLaw)
    throws(ParameterError) -> FreeConvolution
  {
    for law in [first, second] { try requireBounded(law) }
    // Masses at a and b above 1 together put the rest at a + b.
    let atoms = pairs(first, second) { a, b in (a + b, 1) }
    let low = first.support.lowerBound + second.support.lowerBound
    let high = first.support.upperBound + second.support.upperBound
    return FreeConvolution(.sum, first, second, atoms: atoms, reach: low...high)
  }

  package static func product(_ first: any SpectralLaw, _ second: any SpectralLaw)
    throws(ParameterError) -> FreeConvolution
  {
    for law in [first, second] {
      try requireBounded(law)
      try ParameterError.require(
        "lower end of the support", law.support.lowerBound, "laws on the positive axis"
      ) { $0 >= 0 }
      try ParameterError.requirePositive("mean", law.mean)
    }
    func atZero(_ law: any SpectralLaw) -> Double {
      law.atoms.first { $0.position == 0 }?.mass ?? 0
    }
    let zero = max(atZero(first), atZero(second))
    let atoms =
      (zero > 0 ? [SpectralAtom(position: 0, mass: zero)] : [])
      + pairs(first, second) { a, b in (a * b, a * b == 0 ? 0 : 1) }
    let low = first.support.lowerBound * second.support.lowerBound
    let high = first.support.upperBound * second.support.upperBound
    return FreeConvolution(.product, first, second, atoms: atoms, reach: low...high)
  }

  private static func requireBounded(_ law: any SpectralLaw) throws(ParameterError) {
    try ParameterError.require(
      "upper end of the support", law.support.upperBound, "laws of bounded support"
    ) { _ in true }
    // Products of four lengths are formed on the way.
    let size = max(abs(law.support.lowerBound), abs(law.support.upperBound))
    try ParameterError.require("size of the support", size, "0 or one from 1e-50 to 1e50") {
      $0 == 0 || (1e-50...1e50).contains($0)
    }
  }

  private static func pairs(
    _ first: any SpectralLaw, _ second: any SpectralLaw,
    _ place: (Double, Double) -> (position: Double, weight: Double)
  ) -> [SpectralAtom] {
    first.atoms.flatMap { a in
      second.atoms.compactMap { b in
        let (position, weight) = place(a.position, b.position)
        let mass = weight * (a.mass + b.mass - 1)
        return mass > 1e-14 ? SpectralAtom(position: position, mass: mass) : nil
      }
    }.sorted { $0.position < $1.position }
  }

  private init(
    _ operation: Subordination.Operation, _ first: any SpectralLaw, _ second: any SpectralLaw,
    atoms: [SpectralAtom], reach: ClosedRange<Double>
  ) {
    let subordination = Subordination(
      operation: operation, first: StieltjesTransform(first), second: StieltjesTransform(second),
      scale: max(reach.upperBound - reach.lowerBound, reach.upperBound.magnitude))
    self.subordination = subordination
    self.atoms = atoms
    bands = Self.bands(subordination, in: reach)
    series = bands.map { band in
      BandSeries(band) { Self.density($0, subordination) }
    }
  }

  private static func density(_ x: Double, _ subordination: Subordination) -> Double {
    let value = -subordination.jet(Complex(x, 0)).value.imaginary / .pi
    return value < 0 ? 0 : value
  }

  /// Bands met by 1024 points. Their edges are bisected, roughly by the density, which rounding makes 1e-8 next
  /// to an edge, then by the sign of a smooth function if it has one.
  private static func bands(_ subordination: Subordination, in reach: ClosedRange<Double>)
    -> [ClosedRange<Double>]
  {
    let width = reach.upperBound - reach.lowerBound
    let isInside = { @Sendable (x: Double) in density(x, subordination) * width > 1e-7 }
    let count = 1024
    let points = (0...count).map {
      reach.lowerBound + width * (1 - cos(.pi * Double($0) / Double(count))) / 2
    }
    let found = concurrentMap(0..<(count - 1), threads: defaultThreads) {
      isInside(points[$0 + 1])
    }
    let inside = [false] + found + [false]
    func edge(_ inner: Double, _ outer: Double) -> Double {
      let near = bisect(from: inner, to: outer, until: 1e-8 * width) { !isInside($0) }
      let reach = near.first - near.last
      let (a, b) = (near.last - reach, near.first + reach)
      if subordination.edgeSign(a) < 0 && subordination.edgeSign(b) > 0 {
        return bisect(from: a, to: b) { subordination.edgeSign($0) >= 0 }.last
      }
      return bisect(from: near.last, to: near.first, until: 1e-16 * width) { !isInside($0) }.last
    }
    var bands: [ClosedRange<Double>] = []
    var low = 0.0
    for i in 1...count where inside[i] != inside[i - 1] {
      if inside[i] {
        low = edge(points[i], points[i - 1])
      } else {
        bands.append(low...edge(points[i - 1], points[i]))
      }
    }
    return bands
  }

  package var support: ClosedRange<Double> {
    let ends =
      atoms.map(\.position) + bands.flatMap { [$0.lowerBound, $0.upperBound] }
    return (ends.min() ?? 0)...(ends.max() ?? 0)
  }

  /// 1 less the masses of atoms and bands: rounding if all were found and resolved.
  package var massDefect: Double {
    series.reduce(1 - atoms.reduce(0) { $0 + $1.mass }) { $0 - $1.mass }
  }

  /// The density at a point, without atoms; 0 outside the bands.
  package func density(_ x: Double) -> Double {
    bands.contains { x > $0.lowerBound && x < $0.upperBound }
      ? Self.density(x, subordination) : outside(x, 0)
  }

  /// F, the mass up to a point; its error is that of ``massDefect``.
  package func distribution(_ x: Double) -> Double {
    guard x < support.upperBound else { return outside(x, 1) }
    let atoms = atoms.reduce(0) { $0 + ($1.position <= x ? $1.mass : 0) }
    return min(1, series.reduce(atoms) { $0 + max(0, $1.mass(below: x)) })
  }

  /// E x^k = (1/2πi) ∮ z^k G(z) dz, on a circle of twice the support's radius: 64 points of the upper half, which
  /// do not use the bands. Relative error of rounding, times 2^k or so.
  package func moment(_ k: Int) -> Double {
    requireOrder(k)
    return moment(k, about: 0)
  }

  package var variance: Double { moment(2, about: mean) }

  private func moment(_ k: Int, about centre: Double) -> Double {
    let (low, high) = (support.lowerBound, support.upperBound)
    let (middle, radius) = (low + (high - low) / 2, high > low ? high - low : 1)
    let count = 64
    return (0..<count).reduce(0) { sum, j in
      let arm = Complex(length: radius, phase: .pi * (Double(j) + 0.5) / Double(count))
      let z = Complex(middle) + arm
      return sum + (subordination.jet(z).value * Complex.pow(z - Complex(centre), k) * arm).real
        / Double(count)
    }
  }
}
