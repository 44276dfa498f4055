internal import Foundation
internal import Numerics

/// A Stieltjes transform that solves a quadratic equation, with R and S transforms where they are known.
///
///     a(z) G² + b(z) G + c = 0,   b² - 4ac = κ² (z - λ₋)(z - λ₊)
///
/// In the upper half-plane √(z - λ₋)√(z - λ₊) has no cut, and the sum -b + κ√(z - λ₋)√(z - λ₊) is the root that
/// makes zG → 1.
struct QuadraticTransform: Sendable {
  typealias Function = @Sendable (Complex<Double>) -> Complex<Double>

  private let a: [Double]
  private let b: [Double]
  private let c: Double
  private let edges: ClosedRange<Double>
  private let κ: Double
  let rTransform: Function
  let sTransform: Function?

  /// The transform of a law that has one; nil for others.
  init?(_ law: any SpectralLaw) {
    switch law {
    case let law as SemicircleLaw:
      let quarter = law.radius * law.radius / 4
      (a, b, c) = ([quarter, 0, 0], [0, -1], 1)
      (edges, κ) = (law.support, 1)
      rTransform = { Complex(quarter) * $0 }
      sTransform = nil
    case let law as MarchenkoPasturLaw:
      let (variance, ratio) = (law.entryVariance, law.ratio)
      (a, b, c) = ([0, ratio * variance, 0], [variance * (1 - ratio), -1], 1)
      (edges, κ) = (law.bulk, 1)
      rTransform = { Complex(variance) / (1 - Complex(ratio * variance) * $0) }
      sTransform = { 1 / (Complex(variance) * (1 + Complex(ratio) * $0)) }
    case let law as WachterLaw:
      let (first, second) = (law.first, law.second)
      let sum = first + second
      (a, b, c) = ([0, 1, -1], [first - 1, 2 - sum], sum - 1)
      (edges, κ) = (law.bulk, sum)
      rTransform = { g in
        let root = Complex.sqrt(g * g + Complex(2 * (first - second)) * g + Complex(sum * sum))
        return Complex(2 * first) / (root + Complex(sum) - g)
      }
      sTransform = { (Complex(sum) + $0) / (Complex(first) + $0) }
    case let law as KestenMcKayLaw:
      let d = Double(law.degree)
      (a, b, c) = ([d * d, 0, -1], [0, 2 - d], d - 1)
      (edges, κ) = (law.support, d)
      rTransform = { g in Complex(2 * d) * g / (1 + Complex.sqrt(1 + Complex(4) * g * g)) }
      sTransform = nil
    default: return nil
    }
  }

  /// The jet in the upper half-plane or, from above, on the axis.
  ///
  /// f solves c f² - B f + a₀ + (a₁ + b₀)z = 0, B = b₀ + (b₁ + 2c)z, of the same discriminant.
  func jet(_ z: Complex<Double>) -> StieltjesJet {
    let root =
      Complex(κ) * Complex.sqrt(z - Complex(edges.lowerBound))
      * Complex.sqrt(z - Complex(edges.upperBound))
    let quadratic = Complex(a[0]) + z * (Complex(a[1]) + z * Complex(a[2]))
    let linear = Complex(b[0]) + z * Complex(b[1])
    let value = Self.quotient(Complex(c), quadratic, sum: root - linear, other: -root - linear)
    let (shift, rise) = (a[1] + b[0], b[1] + 2 * c)
    let middle = Complex(b[0]) + Complex(rise) * z
    let remainder = Self.quotient(
      Complex(a[0]) + Complex(shift) * z, Complex(c), sum: middle + root, other: middle - root)
    let change = Complex(a[1]) + Complex(2 * a[2]) * z
    return StieltjesJet(
      value: value, slope: (change * value + Complex(b[1])) * value / root, remainder: remainder,
      remainderSlope: (Complex(shift) - Complex(rise) * remainder) / root)
  }

  /// 2n/sum = other/2d, by the one that does not cancel.
  private static func quotient(
    _ n: Complex<Double>, _ d: Complex<Double>, sum: Complex<Double>, other: Complex<Double>
  ) -> Complex<Double> {
    sum.lengthSquared >= other.lengthSquared ? Complex(2) * n / sum : other / (Complex(2) * d)
  }
}
