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
  /// A value and a Hessian that cannot both be asked for: the field's trace is fixed by its value.
  case degenerateJet
  /// A grid that no torus tried makes part of a circulant matrix without negative eigenvalues; `padding`
  /// would, if it is known.
  case notEmbeddable(padding: Double?)
  /// A covariance that decays too slowly to be summed over the periods of a torus.
  case slowDecay
  /// A grid that does not fit into memory.
  case memory(bytes: Double, available: Double)

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
    case .degenerateJet:
      "value and trace of the Hessian determine each other for this covariance; choose another one"
    case .notEmbeddable(let padding?):
      "the covariance has negative eigenvalues on this torus; give padding \(padding)"
    case .notEmbeddable(nil):
      "the covariance has negative eigenvalues on every torus that fits into memory; sample it on points"
    case .slowDecay:
      "this covariance decays too slowly to be made periodic; choose a longer period"
    case .memory(let bytes, let available):
      "the grid takes \(Self.gigabytes(bytes)) GB of memory, this machine has "
        + "\(Self.gigabytes(available)) GB; choose fewer points"
    }
  }

  private static func gigabytes(_ bytes: Double) -> String { String((bytes / 1e8).rounded() / 10) }

  /// Throws unless the value is positive and finite.
  static func requirePositive(_ name: String, _ value: Double) throws(FieldError) {
    guard value > 0, value.isFinite else { throw .parameter(name, value) }
  }
}
