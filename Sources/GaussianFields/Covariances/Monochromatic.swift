internal import CGSL
internal import Foundation
public import RandomStreams
internal import Requirements

/// Plane waves of one wave number k in all directions of R^N: C(r) = σ² Γ(N/2) (2/kr)^{N/2-1}
/// J_{N/2-1}(kr), that is σ² J₀(kr) in the plane and σ² sin(kr)/kr in space. κ² = (N+2)/N, the largest
/// there is.
///
/// It is a covariance in the N it is made for and below, not above.
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
        return factor * gsl_sf_hyperg_0F1(b + Double(j), rate * τ[0])
      })
  }

  /// Of length k; in lower dimension its projection.
  public func wavevector(dimension n: Int, using stream: inout RandomStream) -> [Double]? {
    let normals = stream.normals(count: dimension)
    let norm = normals.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return normals.prefix(n).map { $0 * wavenumber / norm }
  }
}
