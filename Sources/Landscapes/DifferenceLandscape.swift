public import LinearAlgebra
internal import Numerics
internal import Requirements

/// A landscape from a function whose derivatives nobody wrote down, or only the first: the others are differences, with
/// errors that are measured and stated.
///
///     let bowl = DifferenceLandscape(on: EuclideanSpace(dimension: 3), length: 1) { x in x[0] * x[0] + ... }
///
/// Central differences of fourth order at ±h and ±2h along each coordinate,
///
///     f' = (8(f₁ - f₋₁) - (f₂ - f₋₂)) / 12h,   f'' = (16(f₁ + f₋₁) - (f₂ + f₋₂) - 30f₀) / 12h²,
///
/// and for two coordinates the first of the first. Of gradients h is length · ε^{1/5}, of values for second derivatives
/// length · ε^{1/6}, ε = 2⁻⁵²: where the function changes over the length, errors are about ε^{4/5} = 3·10⁻¹³ and ε^{2/3} =
/// 4·10⁻¹¹ of its size. ``accuracy`` is four times the largest change of a derivative, at five points of the domain's
/// reference law, when h is halved. A function that is better known as a formula is a ``FunctionLandscape``.
///
/// - Complexity: a Hessian takes 4n gradients, or 8n² values.
public struct DifferenceLandscape<Space: Domain>: Landscape {
  /// The set the function lives on.
  public let domain: Space
  /// The distance over which the function changes.
  public let length: Double
  /// As differences were measured to be.
  public private(set) var accuracy = DerivativeAccuracy.rounding

  private let value: @Sendable ([Double]) -> Double
  private let gradient: (@Sendable ([Double]) -> [Double])?

  /// From value and gradient, both in ambient coordinates: the Hessian is one of differences.
  ///
  /// - Parameters:
  ///   - domain: where the function is defined.
  ///   - length: the distance over which the function changes, by which steps are scaled.
  ///   - value: the function.
  ///   - gradient: its derivatives, one for each coordinate.
  public init(
    on domain: Space, length: Double, value: @escaping @Sendable ([Double]) -> Double,
    gradient: @escaping @Sendable ([Double]) -> [Double]
  ) {
    self.init(domain, length, value, gradient)
  }

  /// From the value alone.
  ///
  /// - Parameters:
  ///   - domain: where the function is defined.
  ///   - length: the distance over which the function changes, by which steps are scaled.
  ///   - value: the function.
  public init(
    on domain: Space, length: Double, value: @escaping @Sendable ([Double]) -> Double
  ) {
    self.init(domain, length, value, nil)
  }

  private init(
    _ domain: Space, _ length: Double, _ value: @escaping @Sendable ([Double]) -> Double,
    _ gradient: (@Sendable ([Double]) -> [Double])?
  ) {
    demand(length > 0 && length.isFinite, "a length is positive and finite, not \(length)")
    (self.domain, self.length, self.value, self.gradient) = (domain, length, value, gradient)
    accuracy = measuredAccuracy()
  }

  /// Writes values, and derivatives as they are known or by differences.
  public func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
    let n = domain.ambientDimension
    for b in 0..<points.columns {
      let x = points.column(b)
      jets.values[b] = value(x)
      guard jets.order > .value else { continue }
      let slopes = slopes(x, step: 1)
      demand(slopes.count == n, "a gradient of \(slopes.count) numbers in \(n) dimensions")
      for i in 0..<n { jets.gradients[i, b] = slopes[i] }
      guard jets.order == .hessian else { continue }
      let bends = bends(x, jets.values[b], step: 1)
      for k in bends.indices { jets.hessians![k, b] = bends[k] }
    }
  }

  /// f′ by its values at -2h, -h, h, 2h.
  private static func slope(_ f: [Double], _ h: Double) -> Double {
    (8 * (f[2] - f[1]) - (f[3] - f[0])) / (12 * h)
  }

  /// The points at -2h, -h, h and 2h along an axis.
  private func line(_ x: [Double], _ i: Int, _ h: Double) -> [[Double]] {
    [-2, -1, 1, 2].map { k in
      var y = x
      y[i] += k * h
      return y
    }
  }

  /// Steps are rounded to powers of two: at coordinates of order one they are exact.
  private func step(_ exponent: Double, _ factor: Double) -> Double {
    factor
      * Double(sign: .plus, exponent: (length * .pow(0x1p-52, exponent)).exponent, significand: 1)
  }

  private func slopes(_ x: [Double], step factor: Double) -> [Double] {
    if let gradient { return gradient(x) }
    let h = step(0.2, factor)
    return x.indices.map { Self.slope(line(x, $0, h).map(value), h) }
  }

  /// The packed Hessian.
  private func bends(_ x: [Double], _ height: Double, step factor: Double) -> [Double] {
    let n = x.count
    var packed = [Double](repeating: 0, count: PackedSymmetric.count(n))
    if let gradient {
      let h = step(0.2, factor)
      let columns = (0..<n).map { i in
        let slopes = line(x, i, h).map(gradient)
        return (0..<n).map { j in Self.slope(slopes.map { $0[j] }, h) }
      }
      for j in 0..<n {
        for i in 0...j { packed[j * (j + 1) / 2 + i] = (columns[i][j] + columns[j][i]) / 2 }
      }
      return packed
    }
    let h = step(1.0 / 6, factor)
    for j in 0..<n {
      let lines = line(x, j, h)
      for i in 0..<j {
        packed[j * (j + 1) / 2 + i] = Self.slope(
          lines.map { Self.slope(line($0, i, h).map(value), h) }, h)
      }
      let f = lines.map(value)
      packed[j * (j + 1) / 2 + j] =
        (16 * (f[1] + f[2]) - (f[0] + f[3]) - 30 * height) / (12 * h * h)
    }
    return packed
  }

  private func measuredAccuracy() -> DerivativeAccuracy {
    let n = domain.ambientDimension
    var worst = (gradient: 0.0, hessian: 0.0)
    for k in 0..<5 {
      // Quantiles of the normal law, in another order for each point.
      let normals = (0..<n).map { i in Double((7 * i + 3 * k + i * i * k) % 11 - 5) / 3 }
      let x = domain.point(
        fromNormals: normals.contains { $0 != 0 } ? normals : normals.map { _ in 1 })
      let (a, b) = (slopes(x, step: 1), slopes(x, step: 0.5))
      let (h, k) = (bends(x, value(x), step: 1), bends(x, value(x), step: 0.5))
      let size = norm(h)
      guard size > 0, size.isFinite else { continue }
      worst.hessian = max(worst.hessian, norm(zip(h, k).map { $0 - $1 }) / size)
      let typical = max(norm(a), size / Double(n).squareRoot() * domain.scale)
      worst.gradient = max(worst.gradient, norm(zip(a, b).map { $0 - $1 }) / typical)
    }
    return DerivativeAccuracy(gradient: 4 * worst.gradient, hessian: 4 * worst.hessian)
  }
}
