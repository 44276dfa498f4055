internal import Foundation
public import Models
public import Statistics
public import Requirements

/// Exact mean density in height of the critical points of a stationary isotropic Gaussian field, by
/// index.
///
///     n_k(u) du = mean number per unit volume of points of index k with φ in [u, u + du]
///
/// With λ₀, λ₂ and λ₄ the variances of φ, ∂₁φ and ∂₁²φ, all depends on κ = λ₂/√(λ₀λ₄/3) but for
/// scales. At a critical point of height u in R^N
///
///     Hess φ = √(λ₄/3) (G⁰ + t),   t ~ N(-κu/√λ₀, 1 - κ² + 2/N),
///
/// G⁰ a GOE matrix of variance 1+δ without its trace. So κ² ≤ (N+2)/N, with equality for waves of one
/// length, Δφ = -q²φ, whose height fixes the trace. For κ ≤ 1, as always if the covariance exists in
/// every dimension, G⁰ + t is a GOE matrix with an independent normal shift.
///
/// Errors are below 1e-11 of Σ_k n_k(u): an index rarer than that is noise, or zero. For κ < 1 all are
/// noise where the sum is below 1e-30 of its maximum.
///
/// Reference: Cheng and Schwartzman, Bernoulli 24, 3422 (2018), arXiv:1511.06835; Bardeen, Bond, Kaiser
/// and Szalay, Astrophys. J. 304, 15 (1986), N = 3.
public struct FieldHeightDensity: Sendable {
  /// κ = λ₂/√(λ₀λ₄/3).
  package let kappa: Double
  private let dimension: Int
  /// √λ₀.
  private let unit: Double
  /// log √(λ₄/(3πλ₂)).
  private let logScale: Double
  private let law: Law

  private enum Law: Sendable {
    case realShift(HeightsAtRealShift)
    case imaginaryShift(HeightsAtImaginaryShift)
    case closedForm
  }

  /// The largest N served for κ ≤ 1.
  package static var largestDimension: Int { ShiftedGOE.largestDimension }
  /// The largest N served for κ > 1.
  package static var largestDimensionAboveOne: Int { HeightsAtImaginaryShift.largestDimension }

  /// The density for κ² ≤ (N+2)/N.
  ///
  /// For κ < 1 most of the work is done here, as much as for ``FieldCriticalPointDensity``; for κ > 1 it
  /// is done at every height, some 5 ms at N = 16 and 0.5 s at N = 64 on two cores.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for others, and sizes that are not served.
  public init(
    _ moments: SpectralMoments, dimension n: Int, threads: Int = defaultThreads
  ) throws(ParameterError) {
    let κ = moments.kappa
    try ParameterError.require("N", n, in: 1...Self.largestDimension)
    let largest = (Double(n + 2) / Double(n)).squareRoot()
    try ParameterError.require("κ", κ, "one up to √((N+2)/N) = \(largest)") {
      $0 <= largest * (1 + 1e-12)
    }
    // Within rounding of the bound the height fixes the trace, and of 1 there is no shift.
    kappa = abs(κ - 1) < 1e-14 ? 1 : κ > largest * (1 - 1e-14) ? largest : κ
    if kappa > 1 {
      try ParameterError.require("N for κ > 1", n, in: 1...Self.largestDimensionAboveOne)
    }
    dimension = n
    unit = moments.variance.squareRoot()
    logScale = moments.logDensityScale
    law =
      if kappa <= 1 {
        .realShift(
          HeightsAtRealShift(kappa: kappa, dimension: n, logScale: logScale, threads: threads))
      } else if n > 2 {
        .imaginaryShift(HeightsAtImaginaryShift(kappa: kappa, dimension: n, threads: threads))
      } else {
        .closedForm
      }
  }

  /// n_0(u), ..., n_N(u); NaN for NaN.
  public func byIndex(height u: Double) -> [Double] {
    let û = u / unit
    // exp(-û²/2) leaves nothing of any power beyond.
    guard abs(û) < 1e4 else {
      return [Double](repeating: û.isNaN ? .nan : 0, count: dimension + 1)
    }
    let perUnit =
      switch law {
      case .realShift(let law): law.byIndex(û)
      case .imaginaryShift(let law): law.byIndex(û, logScale: logScale)
      case .closedForm:
        HeightsInLowDimension.byIndex(û, kappa: kappa, dimension: dimension, logScale: logScale)
      }
    return perUnit.map { $0 / unit }
  }
}

extension SpectralMoments {
  /// log √(λ₄/(3πλ₂)), of the inverse distance between critical points.
  var logDensityScale: Double { 0.5 * (log(fourth) - log(second) - log(3 * Double.pi)) }
}
