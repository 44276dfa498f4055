public import Requirements
internal import SpecialFunctions

extension Covariance where Self == IsotropicCovariance {
  /// Plane waves of one wave number k in all directions of R^N.
  ///
  ///     C(r) = σ² Γ(N/2) (2/kr)^{N/2-1} J_{N/2-1}(kr)
  ///
  /// That is σ² J₀(kr) in the plane and σ² sin(kr)/kr in space. κ² = (N+2)/N, the largest there is.
  ///
  /// It is a covariance in the N it is made for and below, not above. Wave number and variance σ² are from 1e-30 to
  /// 1e30.
  ///
  /// Accuracy: a relative error of 1e-15 of f and its first four derivatives, beside what one rounding of the distance
  /// does; for N in the hundreds 1e-12 beyond the first wave.
  ///
  /// Reference: Schoenberg, Ann. Math. 39, 811 (1938), any N; Berry, J. Phys. A 10, 2083 (1977), in the plane.
  public static func monochromatic(
    wavenumber: Double, variance: Double = 1, dimension: Int
  ) throws(ParameterError) -> IsotropicCovariance {
    demand(dimension >= 1, "waves need dimension at least 1, not \(dimension)")
    try ParameterError.requireScale("wave number", wavenumber)
    try ParameterError.requireScale("variance", variance)
    // σ² ₀F₁(N/2; -k²τ/2), whose derivative in the argument is that of N/2 + 1 over N/2.
    let b = Double(dimension) / 2
    let rate = -wavenumber * wavenumber / 2
    return IsotropicCovariance(
      largestDimension: dimension,
      measure: .sphere(radius: wavenumber, dimension: dimension)
    ) { τ in
      var factor = variance
      return τ.composed(
        with: (0..<Taylor.count).map { j in
          defer { factor *= rate / (b + Double(j)) }
          return factor * BesselFunction.hypergeometric(b + Double(j), rate * τ[0])
        })
    }
  }
}
