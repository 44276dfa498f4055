public import LinearAlgebra
public import Requirements

/// An isotropic covariance after a linear map: different lengths along different axes.
///
///     E[V(x)V(y)] = C(|A(x - y)|)
///
/// Reference: Rasmussen and Williams, Gaussian Processes for Machine Learning (2006), section 4.2.
public struct AnisotropicCovariance: Covariance {
  /// The covariance before the map.
  package let base: IsotropicCovariance
  /// A, square.
  package let map: Matrix<Double>

  /// - Parameters:
  ///   - base: C.
  ///   - map: A, square; the identity changes nothing.
  public init(_ base: IsotropicCovariance, map: Matrix<Double>) {
    demand(map.rows == map.columns, "a map of space is a square matrix")
    (self.base, self.map) = (base, map)
  }

  /// Lengths multiplied along the coordinate axes, each by 1e-30 to 1e30.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for a stretch beyond.
  public init(_ base: IsotropicCovariance, stretches: [Double]) throws(ParameterError) {
    for stretch in stretches { try ParameterError.requireScale("stretch", stretch) }
    var map = Matrix<Double>(rows: stretches.count, columns: stretches.count)
    for (i, stretch) in stretches.enumerated() { map[i, i] = 1 / stretch }
    self.init(base, map: map)
  }

  /// The dimension of the map, or less.
  public var largestDimension: Int? { min(map.rows, base.largestDimension ?? .max) }

  /// C(|A offset|), the covariance at that offset.
  public func value(at offset: [Double]) -> Double {
    demand(offset.count == map.columns, "the map is of \(map.columns) dimensions")
    return base.value(at: (map * Matrix<Double>(columns: [offset])).elements)
  }

  /// That of C, of wave vectors Aᵀk.
  public var spectralMeasure: SpectralMeasure? {
    base.spectralMeasure.map { .image($0, map: map) }
  }
}
