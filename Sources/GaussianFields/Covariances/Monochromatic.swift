internal import CGSL
internal import Foundation
public import RandomStreams
internal import Requirements

/// Plane waves of one wave number k in all directions of R^N: C(r) = σ² Γ(N/2) (2/kr)^{N/2-1}
/// J_{N/2-1}(kr), that is σ² J₀(kr) in the plane and σ² sin(kr)/kr in space. κ² = (N+2)/N, the largest
/// there is.
///
/// It is a covariance in the N it is made for and below, not above.
///
/// Accuracy: a relative error of 1e-15 of f and its first four derivatives, beside what one rounding of the distance
/// does; for N in the hundreds 1e-12 beyond the first wave.
public struct Monochromatic: IsotropicCovariance, Equatable {
  private let scale: Double
  /// k.
  public let wavenumber: Double
  /// N.
  public let dimension: Int

  /// Wave number k and variance σ² from 1e-30 to 1e30.
  public init(wavenumber: Double, variance: Double = 1, dimension: Int) throws(FieldError) {
    demand(dimension >= 1, "waves need dimension at least 1, not \(dimension)")
    try FieldError.requirePositive("wave number", wavenumber)
    try FieldError.requirePositive("variance", variance)
    GSL.initialize()
    (scale, self.wavenumber, self.dimension) = (variance, wavenumber, dimension)
  }

  /// The N it is made for.
  public var largestDimension: Int? { dimension }

  /// f at τ.
  public func profile(_ τ: Taylor) -> Taylor {
    // σ² ₀F₁(N/2; -k²τ/2), whose derivative in the argument is that of N/2 + 1 over N/2.
    let b = Double(dimension) / 2
    let rate = -wavenumber * wavenumber / 2
    var factor = scale
    return τ.composed(
      with: (0..<Taylor.count).map { j in
        defer { factor *= rate / (b + Double(j)) }
        return factor * Self.hypergeometric(b + Double(j), rate * τ[0])
      })
  }

  /// ₀F₁(b; z) for z ≤ 0: its series as long as the terms fall, beyond the first wave Bessel's function, and
  /// between them downwards from a larger b,
  ///
  ///     ₀F₁(b - 1; z) = ₀F₁(b; z) + z/((b - 1) b) ₀F₁(b + 1; z),
  ///
  /// where Bessel's function of so high an order is no number. There it is below exp(z/b): at most 750b steps.
  private static func hypergeometric(_ b: Double, _ z: Double) -> Double {
    guard -z > b else { return series(b, z) }
    guard -z < b * b / 4 else { return gsl_sf_hyperg_0F1(b, z) }
    guard -z < 750 * b else { return 0 }
    let steps = (-z - b).rounded(.up)
    var (here, above) = (series(b + steps, z), series(b + steps + 1, z))
    for c in stride(from: b + steps, to: b, by: -1) {
      (here, above) = (here + z / ((c - 1) * c) * above, here)
    }
    return here
  }

  private static func series(_ b: Double, _ z: Double) -> Double {
    var (sum, term, m) = (1.0, 1.0, 0.0)
    while abs(term) > 1e-17 * abs(sum) {
      term *= z / ((m + 1) * (b + m))
      sum += term
      m += 1
    }
    return sum
  }

  /// Of length k; in lower dimension its projection.
  public func wavevector(dimension n: Int, using stream: inout RandomStream) -> [Double]? {
    let normals = stream.normals(count: dimension)
    let norm = normals.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return normals.prefix(n).map { $0 * wavenumber / norm }
  }
}
