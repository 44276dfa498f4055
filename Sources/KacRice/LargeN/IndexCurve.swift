internal import Models

/// Index fraction of most critical points as a function of energy, as N → ∞.
///
///     α(E) = lim k/N, k the index of most critical points of energy E
///
/// Reference: Auffinger and Ben Arous, arXiv:1110.5872, on the sphere; Bray and Dean, arXiv:cond-mat/0611023, of
/// fields.
public protocol IndexCurve: Sendable {
  /// Critical points of extensive index lie between minus and plus this energy.
  var threshold: Double { get }
  /// α at an energy.
  func indexFraction(energy: Double) -> Double
  /// Number of eigenvalues of the Hessian in N dimensions, which α is a fraction of.
  func directions(dimension n: Int) -> Int
  /// Whether α is a function of the energy alone, or what is most likely at it.
  var isSharp: Bool { get }
}

extension LimitingIndexCurve: IndexCurve {
  /// N - 1.
  public func directions(dimension n: Int) -> Int { n - 1 }
  /// Pure models have it.
  public var isSharp: Bool { mixture.isPure }
}

extension FieldIndexCurve: IndexCurve {
  /// All N of them.
  public func directions(dimension n: Int) -> Int { n }
  /// κ = 1.
  public var isSharp: Bool { kappa == 1 }
}
