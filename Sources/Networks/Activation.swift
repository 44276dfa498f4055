internal import CLanes

/// What a hidden unit makes of the sum z that arrives at it.
public enum Activation: String, Sendable, CaseIterable {
  /// The identity, z itself.
  case linear
  /// The hyperbolic tangent, tanh z.
  case tanh
  /// ln(1 + eᶻ).
  case softplus
  /// max(0, z). At the kink, z = 0, the slope is taken as 0, as is usual, and there is no second derivative: Hessians there
  /// are NaN.
  case relu

  /// Whether φ(-z) = -φ(z), so that turning the signs of all weights of a unit changes nothing.
  public var isOdd: Bool { self == .linear || self == .tanh }

  /// z ← φ(z), with φ′(z) and φ″(z) beside it where they are asked for.
  func apply(
    to values: UnsafeMutableBufferPointer<Double>, slopes: UnsafeMutablePointer<Double>?,
    curvatures: UnsafeMutablePointer<Double>?
  ) {
    switch self {
    case .linear:
      slopes?.update(repeating: 1, count: values.count)
      curvatures?.update(repeating: 0, count: values.count)
    case .tanh:
      elementary_tanh(values.count, values.baseAddress)
      guard let slopes else { return }
      for i in values.indices { slopes[i] = 1 - values[i] * values[i] }
      guard let curvatures else { return }
      for i in values.indices { curvatures[i] = -2 * values[i] * slopes[i] }
    case .softplus:
      withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * values.count) { room in
        let (e, logarithm) = (room.baseAddress!, room.baseAddress! + values.count)
        for i in values.indices { e[i] = -abs(values[i]) }
        elementary_decay(values.count, e)
        logarithm.update(from: e, count: values.count)
        elementary_log1p(values.count, logarithm)
        for i in values.indices {
          let z = values[i]
          values[i] = (z > 0 ? z : 0) + logarithm[i]
          slopes?[i] = (z >= 0 ? 1 : e[i]) / (1 + e[i])
          curvatures?[i] = e[i] / ((1 + e[i]) * (1 + e[i]))
        }
      }
    case .relu:
      for i in values.indices {
        let z = values[i]
        // Not max(), which takes NaN for zero.
        values[i] = z < 0 ? 0 : z
        slopes?[i] = z > 0 ? 1 : z <= 0 ? 0 : .nan
        curvatures?[i] = z > 0 || z < 0 ? 0 : .nan
      }
    }
  }
}
