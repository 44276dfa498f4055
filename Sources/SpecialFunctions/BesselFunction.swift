internal import CGSL
internal import RandomStreams

/// Bessel functions in the forms that covariances take.
package enum BesselFunction {
  /// log K_ν(x), x > 0; K_{-ν} is K_ν.
  package static func logK(_ order: Double, _ x: Double) -> Double {
    GSL.initialize()
    return gsl_sf_bessel_lnKnu(abs(order), x)
  }

  /// ₀F₁(b; z) for z ≤ 0: its series as long as the terms fall, beyond the first wave Bessel's function, and
  /// between them downwards from a larger b,
  ///
  ///     ₀F₁(b - 1; z) = ₀F₁(b; z) + z/((b - 1) b) ₀F₁(b + 1; z),
  ///
  /// where Bessel's function of so high an order is no number. There it is below exp(z/b): at most 750b steps.
  package static func hypergeometric(_ b: Double, _ z: Double) -> Double {
    guard -z > b else { return series(b, z) }
    guard -z < b * b / 4 else { return beyondFirstWave(b, z) }
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

  private static func beyondFirstWave(_ b: Double, _ z: Double) -> Double {
    GSL.initialize()
    return gsl_sf_hyperg_0F1(b, z)
  }
}
