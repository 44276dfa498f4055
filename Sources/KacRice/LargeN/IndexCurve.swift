internal import Models

/// Index fraction of most critical points as a function of energy, as N → ∞.
public protocol IndexCurve: Sendable {
  /// Critical points of extensive index lie between minus and plus this energy.
  var threshold: Double { get }
  /// α at an energy.
  func indexFraction(energy: Double) -> Double
  /// Number of eigenvalues of the Hessian in N dimensions, which α is a fraction of.
  func directions(dimension n: Int) -> Int
  /// The energy with its normalisation, for axes and captions.
  var energyName: String { get }
  /// The index fraction with its normalisation.
  var fractionName: String { get }
  /// The symbol of the threshold.
  var thresholdName: String { get }
  /// Whether α is a function of the energy alone, or what is most likely at it.
  var isSharp: Bool { get }
}

extension LimitingIndexCurve: IndexCurve {
  /// N - 1.
  public func directions(dimension n: Int) -> Int { n - 1 }
  /// H/N.
  public var energyName: String { "energy per spin E = H/N" }
  /// k/(N-1).
  public var fractionName: String { "index fraction α = k/(N-1)" }
  /// E_∞.
  public var thresholdName: String { "E_∞" }
  /// Pure models have it.
  public var isSharp: Bool { mixture.isPure }
}

extension FieldIndexCurve: IndexCurve {
  /// N.
  public func directions(dimension n: Int) -> Int { n }
  /// V/N.
  public var energyName: String { "value per dimension ε = V/N" }
  /// k/N.
  public var fractionName: String { "index fraction α = k/N" }
  /// ε_c.
  public var thresholdName: String { "ε_c" }
  /// κ = 1.
  public var isSharp: Bool { kappa == 1 }
}
