internal import LinearAlgebra
internal import Foundation
internal import Requirements

/// Whether a landscape's derivatives are those of its values, by the slope of Taylor remainders.
///
/// Along the curve c(t) = move(x, t s) the remainders
///
///     |f(c(t)) - f - t g·s|            fall as t² if the gradient g is right,
///     |f(c(t)) - f - t g·s - t²/2 s·Hs| fall as t³ if the Hessian H is right too,
///
/// and no better than t and t² otherwise. The test needs only values, so its two sides are
/// independent.
///
/// Compare slopes with 2 and 3 from both sides, in several directions: where a wrong term is small
/// along the direction it cancels the next order at some t, and the fit there gives any number.
/// For the same reason about one direction in a hundred misses 2 or 3 with right derivatives.
public struct DerivativeCheck: Sendable {
  /// Slope of the first remainder in log-log, 2 for a right gradient; infinite if the remainder
  /// vanishes to rounding.
  public let gradientSlope: Double
  /// Slope of the second remainder, 3 for a right Hessian; infinite if it vanishes to rounding.
  public let hessianSlope: Double

  /// Checks at a point of the domain along a direction, not zero, in its tangent coordinates.
  ///
  /// Costs 40 evaluations in one batch.
  public init<L: Landscape>(_ landscape: L, at point: [Double], along direction: [Double]) {
    let domain = landscape.domain
    demand(
      direction.count == domain.dimension,
      "direction of length \(direction.count) on a domain of dimension \(domain.dimension)")
    let start = Matrix<Double>(columns: [point])
    var model = LocalModel(of: domain)
    domain.expand(landscape.jets(at: start, upTo: .hessian), at: start, column: 0, into: &model)
    let length = norm(direction)
    demand(length > 0, "a direction of length \(length) shows nothing")
    let steps = (0..<40).map { domain.scale / length * pow(2, -Double($0) / 2 - 3) }
    var points = Matrix<Double>(
      rows: point.count, columns: steps.count, elements: steps.flatMap { _ in point })
    for (b, t) in steps.enumerated() {
      domain.move(&points, column: b, by: direction.map { t * $0 }, in: model)
    }
    let values = landscape.jets(at: points, upTo: .value).values
    var slope = 0.0
    var curvature = 0.0
    for j in direction.indices {
      slope += model.gradient[j] * direction[j]
      for i in j..<direction.count {
        curvature += (i > j ? 2 : 1) * model.hessian[i, j] * direction[i] * direction[j]
      }
    }
    let scale = values.reduce(abs(model.value)) { max($0, abs($1)) }
    let floor = 1e-12 * max(scale, abs(slope) * steps[0])
    let first = zip(steps, values).map { abs($1 - model.value - $0 * slope) }
    let second = zip(steps, values).map {
      abs($1 - model.value - $0 * slope - $0 * $0 / 2 * curvature)
    }
    gradientSlope = Self.slope(steps, first, above: floor)
    hessianSlope = Self.slope(steps, second, above: floor)
  }

  /// The log-log slope over the five smallest steps whose remainder still stands above rounding;
  /// NaN if the landscape gave a number that is not finite.
  private static func slope(_ steps: [Double], _ remainders: [Double], above floor: Double)
    -> Double
  {
    guard remainders.allSatisfy(\.isFinite) else { return .nan }
    let clear = remainders.indices.prefix { remainders[$0] > floor }
    guard clear.count >= 5 else { return .infinity }
    let x = clear.suffix(5).map { log(steps[$0]) }
    let y = clear.suffix(5).map { log(remainders[$0]) }
    let meanX = x.reduce(0, +) / 5
    let meanY = y.reduce(0, +) / 5
    let covariance = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    return covariance / x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
  }
}
