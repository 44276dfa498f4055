internal import Foundation
internal import RandomStreams
internal import Requirements

/// What the laws of critical points on spheres and in R^N share: the Hessian of a point of index k has the eigenvalues
/// u(x_i - x_k), i ≠ k, of a GOE spectrum with the weight exp(-a x_k²), and the value is normal given x_k.
struct ShiftedSpectrumLaw: Sendable {
  /// Size of the spectrum, one more than that of the Hessian.
  let size: Int
  /// a.
  let damping: Double
  /// Mean of the value by x_k, and its variance given x_k, in ``valueUnit``.
  let slope, variance: Double
  let valueUnit: Double
  /// u, and what x_k is multiplied by for the radial derivative.
  let hessianUnit, radialUnit: Double

  /// A critical point of index k.
  ///
  /// Randomness: the streams (seed, purpose, sample, item 0, 1, 2, ...).
  ///
  /// - Parameter value: in ``valueUnit``; drawn as well if it is not given.
  /// - Throws: ``ParameterError`` for an index that there is not, and a value 100 times farther out than the spectrum's
  ///   edge, from where the coupling takes ever longer.
  func draw(
    index k: Int, value: Double?, seed: UInt64, sample: Int, purpose: StreamPurpose
  ) throws(ParameterError) -> PlantedPoint {
    try ParameterError.require("index", k, in: 0...(size - 1))
    let tilt: TiltedSpectrum.Tilt
    if let value {
      let largest = 100 * slope * (2 * Double(size)).squareRoot()
      try ParameterError.require(
        "value", value * valueUnit, "one within ±\(largest * valueUnit)"
      ) { abs($0) <= largest * valueUnit }
      tilt =
        variance == 0
        ? .fixed(value / slope)
        : .gaussian(
          a: damping + slope * slope / (2 * variance), b: -slope * value / variance)
    } else {
      tilt = .gaussian(a: damping, b: 0)
    }
    var spectrum = TiltedSpectrum(size: size, index: k, tilt: tilt)
      .eigenvalues(seed: seed, sample: sample, purpose: purpose)
    var stream = RandomStream(seed: seed, purpose: purpose, sample: sample)
    let noise = variance.squareRoot() * stream.normal()
    let x = spectrum.remove(at: k)
    return PlantedPoint(
      index: k, value: valueUnit * (value ?? slope * x + noise), radialDerivative: radialUnit * x,
      eigenvalues: spectrum.map { hessianUnit * ($0 - x) }, using: &stream)
  }
}
