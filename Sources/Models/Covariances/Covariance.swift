package import Requirements

/// The covariance of a stationary Gaussian field of mean zero.
///
///     C(x - y) = E[V(x)V(y)],   E V = 0
///
/// Reference: Rasmussen and Williams, Gaussian Processes for Machine Learning (2006), section 4.2.
public protocol Covariance: Sendable {
  /// C(x - y).
  func value(at offset: [Double]) -> Double
  /// The largest dimension in which C is positive definite, hence a covariance; nil if it is in all.
  var largestDimension: Int? { get }
  /// The law of wave vectors; nil if it is not known.
  var spectralMeasure: SpectralMeasure? { get }
}

extension Covariance {
  /// The covariance as a valid one in R^n.
  ///
  /// - Throws: ``ParameterError``.
  package func require(dimension n: Int) throws(ParameterError) {
    demand(n >= 1, "a field needs dimension at least 1, not \(n)")
    if let largest = largestDimension, n > largest {
      throw ParameterError(
        "dimension", Double(n), valid: "\(largest) or less, in which this covariance is one")
    }
  }
}

extension ParameterError {
  /// Throws unless a length or a variance is positive and from 1e-30 to 1e30: then variances of derivatives up to the
  /// fourth are numbers of full precision.
  package static func requireScale(_ name: String, _ value: Double) throws(ParameterError) {
    try requirePositive(name, value, in: 1e-30...1e30)
  }

  /// Whether a shape is infinite, and stands for the limit of a family; throws unless it is that or within a range.
  static func isLimit(
    _ name: String, _ value: Double, orIn range: ClosedRange<Double>
  ) throws(ParameterError) -> Bool {
    guard range.contains(value) || value == .infinity else {
      throw ParameterError(
        name, value, valid: "a number from \(range.lowerBound) to \(range.upperBound), or inf")
    }
    return value == .infinity
  }
}
