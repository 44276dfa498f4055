internal import Foundation
internal import Numerics
internal import SpecialFunctions

/// The mean modulus of a GOE determinant with a rank-one shift, by index, at any shift.
///
///     f_k(x, ϑ) = E|det(M - x - ϑ ee^T)| 1{k negative eigenvalues},   M an n x n GOE matrix,
///
/// in units of √2 Γ((n+1)/2). With e the row split off in ``RankOneDensity`` the determinant is
/// det(M' - x) (s - ϑ); hence ∂²f_k/∂ϑ² is the density of s at ϑ, and with |s - ϑ| in its Fourier
/// form
///
///     f_k(x, ϑ) = f_k(x, 0) - (ϑ/2)(G_k(0) - G_{k-1}(0))
///               + (1/π) ∫_0^∞ Re[(1 - e^{iωϑ})(G_k + G_{k-1})(ω)] dω/ω².
///
/// Absolute errors are some 1e-15 of Σ_k f_k(x, 0) and of ϑ Σ_k G_k(0).
struct ShiftedDeterminant: Sendable {
  private let unshifted: IndexDensity
  private let complement: IndexDensity
  private let rankOne: RankOneDensity
  private let complementScale: Double
  private let frequencies: [Double]
  private let weights: [Double]

  /// - Parameters:
  ///   - size: n, at least 1.
  ///   - phase: the largest |x| and |x + ϑ| asked for, which set the number of frequencies.
  ///   - extraNodes: more quadrature nodes than enough, to vary the discretisation.
  init(size n: Int, largestPhase phase: Double, extraNodes: Int = 0) {
    unshifted = IndexDensity(size: n + 1, extraNodes: extraNodes)
    complement = IndexDensity(size: n, extraNodes: extraNodes)
    rankOne = RankOneDensity(size: n, extraNodes: extraNodes)
    complementScale = exp(lgamma(Double(n) / 2) - lgamma(Double(n + 1) / 2))
    // ω = 9 v³: exp(-ω²/2) ends the integral, and the cube takes care of terms ω² log ω at zero.
    let quadrature = HalfLineQuadrature(count: 38 + Int(1.5 * phase) + extraNodes)
    let v = quadrature.nodes.map { (1 + $0) / 2 }
    frequencies = v.map { 9 * $0 * $0 * $0 }
    weights = zip(v, quadrature.weights).map { 13.5 * $0 * $0 * $1 }
  }

  /// All that is needed at one x.
  struct AtPoint: Sendable {
    fileprivate let unshifted: [Double]
    fileprivate let slope: [Double]
    fileprivate let transforms: [[Complex<Double>]]
    fileprivate let frequencies: [Double]
    fileprivate let weights: [Double]

    /// f_0(x, ϑ), ..., f_n(x, ϑ).
    func callAsFunction(_ shift: Double) -> [Double] {
      var sum = zip(unshifted, slope).map { $0 + shift * $1 }
      guard shift != 0 else { return sum }
      for (i, frequency) in frequencies.enumerated() {
        // 1 - e^{iωϑ} = 2 sin²(ωϑ/2) - i sin ωϑ.
        let half = sin(frequency * shift / 2)
        let factor = weights[i] / (Double.pi * frequency * frequency)
        let (re, im) = (2 * half * half * factor, -sin(frequency * shift) * factor)
        for k in sum.indices {
          sum[k] += re * transforms[i][k].real - im * transforms[i][k].imaginary
        }
      }
      return sum.map(nonNegative)
    }

    /// A bound on the rounding error of every f_k(x, ϑ).
    func noise(_ shift: Double) -> Double {
      4e-15 * (unshifted.reduce(0, +) + abs(shift) * slope.reduce(0) { $0 + abs($1) })
    }
  }

  func at(_ x: Double) -> AtPoint {
    let bare = unshifted(x, damping: -0.5)
    let zero = complement(x, damping: -0.5).map { $0 * complementScale }
    let center = zip(zero.indices, zero).reduce(0) { $0 + Double($1.0) * $1.1 } / zero.reduce(0, +)
    func neighbours<T>(_ values: [T], zero: T, _ combine: (T, T) -> T) -> [T] {
      (0...values.count).map {
        combine($0 < values.count ? values[$0] : zero, $0 > 0 ? values[$0 - 1] : zero)
      }
    }
    let transforms = rankOne(x, frequencies: frequencies, center: center)
    return AtPoint(
      unshifted: bare, slope: neighbours(zero, zero: 0) { -($0 - $1) / 2 },
      transforms: transforms.map { neighbours($0, zero: Complex<Double>(0), +) },
      frequencies: frequencies, weights: weights)
  }
}
