public import LinearAlgebra

/// The normalised spectral measure of a stationary field in R^n: the law of a wave vector k over which
/// cos(k·(x-y)) averages to C(x-y)/C(0).
///
///     C(x - y)/C(0) = E cos(k·(x - y))
///
/// It says what to draw; `WaveField` draws.
///
/// Reference: Rasmussen and Williams, Gaussian Processes for Machine Learning (2006), section 4.2 (Bochner's theorem).
public indirect enum SpectralMeasure: Sendable {
  /// Independent normal components of standard deviation 1/length.
  case normal(length: Double)
  /// A normal vector over a chi variable of ν degrees of freedom, times √ν/length: Student's t.
  case student(degreesOfFreedom: Double, length: Double)
  /// A normal vector times the root of a gamma variable of a shape and mean 1, over length.
  case gamma(shape: Double, length: Double)
  /// Evenly distributed on the sphere of a radius in so many dimensions; in lower dimension its projection.
  case sphere(radius: Double, dimension: Int)
  /// One of several measures, with chances in proportion to weights.
  case mixture([(weight: Double, measure: SpectralMeasure)])
  /// The sum of an independent wave vector of each.
  case sum([SpectralMeasure])
  /// k/length of those of a measure.
  case scaled(SpectralMeasure, length: Double)
  /// Aᵀk of those of a measure, A square.
  case image(SpectralMeasure, map: Matrix<Double>)
}
