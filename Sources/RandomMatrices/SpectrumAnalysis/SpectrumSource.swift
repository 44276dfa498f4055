/// What eigenvalues are those of, as far as it is known.
public enum SpectrumSource: Sendable, Hashable {
  /// A symmetric matrix; nothing else is known.
  case symmetric
  /// A sample covariance X Xᵀ/d of so many variables, the rows of X; d degrees of freedom are the observations, less one
  /// where means were subtracted.
  case covariance(variables: Int, degreesOfFreedom: Int)
}

/// The limiting laws that a spectrum is held against.
public enum SpectralFamily: String, Sendable, CaseIterable {
  /// Of symmetric matrices of independent entries, see ``Law/semicircle(radius:)``; here with a centre.
  case semicircle
  /// Of sample covariances, see ``Law/marchenkoPastur(ratio:variance:)``.
  case marchenkoPastur = "marchenko-pastur"
  /// Of MANOVA matrices, see ``Law/wachter(first:second:)``.
  case wachter

  /// The name in a sentence.
  public var words: String {
    switch self {
    case .semicircle: "semicircle law"
    case .marchenkoPastur: "Marchenko-Pastur law"
    case .wachter: "Wachter law"
    }
  }
}
