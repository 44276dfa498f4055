/// How far a landscape's derivatives may be off.
public struct DerivativeAccuracy: Sendable, Hashable {
  /// Error of a gradient relative to its size, or to that of a Hessian times the domain's scale if that is more.
  public var gradient: Double
  /// Error of a Hessian relative to its size.
  public var hessian: Double

  /// Derivatives by formulas: some ulps.
  public static let rounding = DerivativeAccuracy(gradient: 0x1p-50, hessian: 0x1p-49)

  /// Errors as stated, or those of rounding if they are more.
  public init(gradient: Double, hessian: Double) {
    (self.gradient, self.hessian) = (max(gradient, 0x1p-50), max(hessian, 0x1p-49))
  }
}
