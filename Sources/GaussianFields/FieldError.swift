/// Why a field cannot be made.
public enum FieldError: Error, Equatable, CustomStringConvertible {
  /// A parameter that must be positive and finite.
  case parameter(String, Double)
  /// A covariance that is not positive definite in so many dimensions.
  case dimension(Int, largest: Int)
  /// A covariance whose spectral measure nobody knows how to draw from.
  case noSpectrum
  /// A covariance without the derivatives that are asked for.
  case rough

  /// One line: the value at fault and what would be valid.
  public var description: String {
    switch self {
    case .parameter(let name, let value):
      "\(name) \(value) is not valid; give a positive number"
    case .dimension(let n, let largest):
      "this covariance is not one in \(n) dimensions, only up to \(largest)"
    case .noSpectrum:
      "the spectral measure of this covariance is not known; sample it on points or a grid"
    case .rough:
      "a field of this covariance does not have second derivatives; choose a smoother one"
    }
  }

  /// Throws unless the value is positive and finite.
  static func requirePositive(_ name: String, _ value: Double) throws(FieldError) {
    guard value > 0, value.isFinite else { throw .parameter(name, value) }
  }
}
