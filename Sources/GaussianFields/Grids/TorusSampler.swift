internal import Foundation
public import Landscapes
public import Models
internal import RandomStreams
internal import Requirements

/// Samples of a stationary Gaussian field on a torus of period L in one to three dimensions, as finite
/// Fourier series with exact derivatives everywhere.
///
///     V(x) = Σ_k a_k cos(k·x) + b_k sin(k·x),   Σ_m C(r + mL) = Σ_k s_k cos(k·r),   k = 2πm/L, one of k and -k
///
/// a_k and b_k are independent and normal of variance s_k: the covariance on the torus is C summed over all periods.
///
/// Reference: Adler and Taylor, Random Fields and Geometry (2007), chapter 5, the spectral representation.
public struct TorusSampler: Sendable {
  /// A pair k, -k of the dual lattice, k = 2π vector/L, and the variance of its wave.
  typealias Mode = (vector: [Int], variance: Double)

  private let modes: [Mode]
  /// The torus that fields live on.
  public let domain: Torus

  /// - Parameters:
  ///   - covariance: C, of the field on Rⁿ that is made periodic.
  ///   - n: the dimension of the torus.
  ///   - length: L, from 1e-30 to 1e30, and long enough beside the correlation length for the field to vary.
  ///   - tolerance: waves are left out whose variances together are below so much of the whole, from 1e-15 to 0.1.
  /// - Throws: ``FieldError``: invalid dimension or length, slow decay, or a field so rough or a torus so long
  ///   that it takes more than a hundred thousand waves.
  public init(
    _ covariance: some Covariance, dimension n: Int, length: Double, tolerance: Double = 1e-8
  ) throws(FieldError) {
    demand((1...3).contains(n), "periodic fields are made in 1 to 3 dimensions, not \(n)")
    try FieldError.checking { () throws(ParameterError) in
      try ParameterError.requireScale("length", length)
      try ParameterError.requirePositive("tolerance", tolerance, in: 1e-15...0.1)
      try covariance.require(dimension: n)
    }
    modes = try Self.modes(covariance, n, length, tolerance)
    let unit = 2 * Double.pi / length
    var moments = (second: 0.0, fourth: 0.0, cross: 0.0)
    for mode in modes {
      let k = mode.vector.map { Double($0) * unit }
      let square = k[0] * k[0]
      moments.second += mode.variance * square
      moments.fourth += mode.variance * square * square
      moments.cross += mode.variance * square * (n > 1 ? k[1] * k[1] : square / 3)
    }
    let variance = modes.reduce(0) { $0 + $1.variance }
    guard
      let exact = try? SpectralMoments(
        variance: variance, second: moments.second, fourth: moments.fourth)
    else { throw .constant }
    self.moments = exact
    anisotropy = abs(1 - 3 * moments.cross / moments.fourth)
    let correlation = (3 * moments.second / moments.fourth).squareRoot()
    domain = Torus(dimension: n, length: length, scale: Double(n).squareRoot() * correlation)
  }

  /// Those of the series.
  public let moments: SpectralMoments
  /// |1 - 3 Var(∂₁∂₂V)/λ₄|, zero for an isotropic field: a torus of less than five correlation lengths is
  /// felt in all directions, and exact numbers for isotropic fields do not hold on it.
  public let anisotropy: Double
  /// Whether ``anisotropy`` is at most a thousandth, which changes exact numbers for isotropic fields by as much.
  public var isIsotropic: Bool { anisotropy <= 1e-3 }

  /// One sample. The domain's scale is √n correlation lengths √(3λ₂/λ₄).
  ///
  /// Randomness: the stream (seed, disorder, sample).
  public func sample(seed: UInt64, sample: Int = 0) -> FourierField {
    let origin = Draw(seed: seed, sample: sample)
    var stream = origin.stream()
    let roots = modes.map { $0.variance.squareRoot() }
    return FourierField(
      on: domain, vectors: modes.map(\.vector),
      cosines: zip(stream.normals(count: roots.count), roots).map { $0 * $1 },
      sines: zip(stream.normals(count: roots.count), roots).map { $0 * $1 }, origin: origin)
  }

  private static func modes(
    _ covariance: some Covariance, _ n: Int, _ length: Double, _ tolerance: Double
  ) throws(FieldError) -> [Mode] {
    let sum = try PeriodicSum(covariance, periods: [Double](repeating: length, count: n))
    var m = 16
    while true {
      let spacing = length / Double(m)
      let spectrum = try TorusSpectrum(
        [Int](repeating: m, count: n), isIsotropic: covariance is IsotropicCovariance
      ) { sum.value(at: $0.map { $0 * spacing }) }
      let modes = self.modes(spectrum)
      let total = modes.reduce(0) { $0 + $1.variance }
      let outer = modes.filter { $0.vector.contains { abs($0) > m / 2 - m / 8 } }
      if outer.reduce(0, { $0 + $1.variance }) < tolerance * total {
        return strongest(modes, of: total, leaving: tolerance * total)
      }
      m *= 2
      let points = pow(Double(m), Double(n))
      guard points <= 0x1p18, points * Double(sum.terms) <= 0x1p25 else { throw .tooManyWaves }
    }
  }

  private static func modes(_ spectrum: TorusSpectrum) -> [Mode] {
    let (m, count) = (spectrum.transform.shape[0], Double(spectrum.transform.count))
    let half = m / 2 + 1
    return spectrum.eigenvalues.enumerated().compactMap { position, eigenvalue in
      var vector = [position % half]
      var remaining = position / half
      for _ in 1..<max(1, spectrum.transform.shape.count) {
        let index = remaining % m
        vector.append(2 * index < m ? index : index - m)
        remaining /= m
      }
      // One of k and -k; the largest k stands for itself and its alias, which are left out.
      guard let first = vector.first(where: { $0 != 0 }) else {
        return (vector, max(0, eigenvalue) / count)
      }
      guard first > 0, !vector.contains(where: { 2 * abs($0) == m }) else { return nil }
      return (vector, 2 * max(0, eigenvalue) / count)
    }
  }

  /// All but the weakest; of waves that are equal to rounding the first go first, in any units.
  private static func strongest(
    _ modes: [Mode], of total: Double, leaving rest: Double
  ) -> [Mode] {
    let strengths = modes.map { ($0.variance / total * 1e14).rounded() }
    var left = 0.0
    let weak = modes.indices.sorted { (strengths[$0], $0) < (strengths[$1], $1) }.prefix {
      left += modes[$0].variance
      return left < rest
    }
    let dropped = Set(weak)
    return modes.indices.filter { !dropped.contains($0) }.map { modes[$0] }
  }
}
