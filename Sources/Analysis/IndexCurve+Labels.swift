public import KacRice

/// What axes and captions call the quantities of an index curve, each with its normalisation.
public struct IndexCurveLabels: Sendable {
  /// The energy.
  package let energy: String
  /// The index fraction.
  package let fraction: String
  /// The symbol of the threshold.
  package let threshold: String
}

/// An index curve that can be drawn.
public protocol LabelledIndexCurve: IndexCurve {
  /// What its axes are called.
  static var labels: IndexCurveLabels { get }
}

extension LimitingIndexCurve: LabelledIndexCurve {
  /// E = H/N and k/(N-1).
  public static var labels: IndexCurveLabels {
    IndexCurveLabels(
      energy: "energy per spin E = H/N", fraction: "index fraction α = k/(N-1)", threshold: "E_∞")
  }
}

extension FieldIndexCurve: LabelledIndexCurve {
  /// ε = V/N and k/N.
  public static var labels: IndexCurveLabels {
    IndexCurveLabels(
      energy: "value per dimension ε = V/N", fraction: "index fraction α = k/N", threshold: "ε_c")
  }
}
