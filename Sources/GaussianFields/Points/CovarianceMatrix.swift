internal import Foundation
public import LinearAlgebra
public import Models
internal import Requirements

extension IsotropicCovariance {
  /// The covariances of what is observed of a field: with z = x - y and C(z) = f(|z|²/2),
  ///
  ///     Cov(D_a V(x), D_b V(y)) = (-1)^|b| D_a D_b C(z),
  ///
  /// exact to rounding for any mixture of values, first and second derivatives.
  ///
  /// - Returns: n x n for n observations, in their order, in the units of the field and its derivatives.
  /// - Throws: ``FieldError``: invalid dimension, derivatives that the field does not have (∂V takes a finite
  ///   f′(0), ∂∂V a finite f″(0)), entries that are the same or not finite, no memory.
  /// - Complexity: n²/2 covariances, up to 10 terms each, and one f with its derivatives for every pair of
  ///   points.
  public func covarianceMatrix(of observations: [Observation]) throws(FieldError) -> Matrix<Double>
  {
    demand(!observations.isEmpty, "there are no observations")
    let dimension = observations[0].point.count
    demand(
      observations.allSatisfy { $0.point.count == dimension }, "points differ in dimension")
    try FieldError.checking { () throws(ParameterError) in try require(dimension: dimension) }
    try require(derivatives: observations.map(\.coordinates.count).max() ?? 0)
    try FieldError.requireMemory(count: observations.count)
    try FieldError.requireDistinct(observations) { $0.point }
    let groups = observations.byPoint
    var matrix = Matrix<Double>(rows: observations.count, columns: observations.count)
    for (q, second) in groups.enumerated() {
      for first in groups[0...q] {
        let pair = PairCovariance(self, from: second.point, to: first.point)
        for a in first.entries {
          for b in second.entries {
            let value = pair.value(observations[a].coordinates, observations[b].coordinates)
            matrix[a, b] = value
            matrix[b, a] = value
          }
        }
      }
    }
    return matrix
  }

  /// Throws unless the field has derivatives of this order.
  private func require(derivatives order: Int) throws(FieldError) {
    guard order > 0 else { return }
    guard derivatives(at: 0)[1...order].allSatisfy(\.isFinite) else { throw .rough }
  }

  /// f and its derivatives at τ, those that do not exist set to zero: in the covariance of derivatives that
  /// do exist they multiply powers of z that vanish faster at z = 0.
  func existingDerivatives(at τ: Double) -> [Double] {
    let f = derivatives(at: τ)
    return τ > 0 ? f : f.map { $0.isFinite ? $0 : 0 }
  }
}

extension Covariance {
  /// C(x - y) of any two columns.
  ///
  /// - Throws: as ``IsotropicCovariance/covarianceMatrix(of:)``.
  func covarianceMatrix(ofValuesAt points: Matrix<Double>) throws(FieldError) -> Matrix<Double> {
    demand(points.columns >= 1, "there are no points")
    try FieldError.checking { () throws(ParameterError) in try require(dimension: points.rows) }
    try FieldError.requireMemory(count: points.columns)
    let columns = (0..<points.columns).map(points.column)
    try FieldError.requireDistinct(columns) { $0 }
    var matrix = Matrix<Double>(rows: points.columns, columns: points.columns)
    for (b, y) in columns.enumerated() {
      for (a, x) in columns[0...b].enumerated() {
        let value = value(at: zip(x, y).map { $0 - $1 })
        matrix[a, b] = value
        matrix[b, a] = value
      }
    }
    return matrix
  }
}

/// Covariances of everything at one point with everything at another.
private struct PairCovariance {
  /// f and its derivatives at |z|²/2.
  let f: [Double]
  /// x - y.
  let z: [Double]

  init(_ covariance: IsotropicCovariance, from y: [Double], to x: [Double]) {
    z = zip(x, y).map { $0 - $1 }
    f = covariance.existingDerivatives(at: z.reduce(0) { $0 + $1 * $1 } / 2)
  }

  /// Cov(D_a V(x), D_b V(y)).
  func value(_ a: [Int], _ b: [Int]) -> Double {
    let coordinates = a + b
    let derivative = derivative(by: coordinates, left: 1 << coordinates.count - 1, order: 0)
    return b.count.isMultiple(of: 2) ? derivative : -derivative
  }

  /// The derivative of f⁽ᵏ⁾(|z|²/2) by those of the coordinates whose bits are set. The first, ∂_i, gives
  /// z_i f⁽ᵏ⁺¹⁾; the others then differentiate f⁽ᵏ⁺¹⁾, or one of them z_i.
  private func derivative(by coordinates: [Int], left: Int, order k: Int) -> Double {
    guard left != 0 else { return f[k] }
    let first = left.trailingZeroBitCount
    let rest = left & (left - 1)
    let component = z[coordinates[first]]
    var sum = component == 0 ? 0 : component * derivative(by: coordinates, left: rest, order: k + 1)
    for other in (first + 1)..<coordinates.count
    where rest & (1 << other) != 0 && coordinates[other] == coordinates[first] {
      sum += derivative(by: coordinates, left: rest & ~(1 << other), order: k + 1)
    }
    return sum
  }
}

extension FieldError {
  /// Throws if a matrix of this size and its factors are too large.
  fileprivate static func requireMemory(count: Int) throws(FieldError) {
    try requireMemory(bytes: 16 * Double(count) * Double(count))
  }

  /// Throws if two entries are the same, or one has a coordinate that is not finite.
  fileprivate static func requireDistinct<Entry: Hashable>(
    _ entries: [Entry], _ point: (Entry) -> [Double]
  ) throws(FieldError) {
    var known: [Entry: Int] = [:]
    for (i, entry) in entries.enumerated() {
      guard point(entry).allSatisfy(\.isFinite) else { throw .notFinite(i) }
      if let first = known.updateValue(i, forKey: entry) { throw .duplicatePoints(first, i) }
    }
  }
}

extension CholeskyFactorization {
  /// That of a covariance matrix.
  init(ofCovariance matrix: Matrix<Double>) throws(FieldError) {
    self.init(size: matrix.rows)
    factorize(matrix)
    if let dependentRow { throw .dependentPoint(dependentRow) }
  }
}
