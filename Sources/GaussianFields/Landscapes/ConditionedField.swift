public import Landscapes
public import LinearAlgebra
public import Models
internal import Requirements

/// A sample of an isotropic Gaussian field in R^n with given values, gradients and Hessians at some points.
///
/// A free sample V of the field is corrected by what it falls short by of the m numbers y_j asked for. If K
/// is the covariance matrix of these numbers O_j,
///
///     V(x) + Σ_j c_j Cov(V(x), O_j),   K c = y - O(V),
///
/// is the mean of the field given the difference. If V has the covariance f, the result has the field's law
/// given the numbers. With z = x - x₀ from a point x₀ and τ = |z|²/2 the terms of that point are
///
///     a f - f' w·z + f'' zᵀWz + f' tr W,
///
/// where a, w and W are the c_j of value, gradient and Hessian (half of that of ∂_i∂_j, i ≠ j, in W_ij and
/// half in W_ji). Derivatives are exact; at a point given, terms with derivatives that a rough field does not
/// have are left out.
///
/// - Complexity: what V takes, and for each point and each point given n² operations: n for values and
///   gradients if no Hessian is given there.
///
/// Reference: Hoffman and Ribak, Astrophys. J. 380, L5 (1991).
public struct ConditionedField<Base: Landscape>: Landscape
where Base.Space == EuclideanSpace {
  /// A point with its part of the correction.
  private struct Centre {
    let point: [Double]
    /// a.
    var value = 0.0
    /// w.
    var slope: [Double]
    /// W; nil if no Hessian is given here.
    var shape: Matrix<Double>?

    init(_ point: [Double]) {
      self.point = point
      slope = [Double](repeating: 0, count: point.count)
    }
  }

  /// V.
  package let base: Base
  /// The covariance f.
  package let covariance: IsotropicCovariance
  /// The points where something is given.
  package var points: [[Double]] { centres.map(\.point) }
  private let centres: [Centre]

  /// Where it lives.
  public var domain: EuclideanSpace { base.domain }

  /// The field given any values, first and second derivatives.
  ///
  /// - Parameters:
  ///   - base: a sample of the field.
  ///   - covariance: of the field; four derivatives of f are used, up to two at zero.
  ///   - observations: what is given, no two of them the same.
  ///   - values: a number for each.
  /// - Throws: ``FieldError``: invalid dimension, derivatives that the field does not have, entries that are
  ///   the same or not finite, no memory; and entries that follow from others to rounding (points too close
  ///   together, or the trace of a Hessian from the value). So too if K is positive definite but the numbers
  ///   are so unlikely that with the large c they take one is missed by 1e-8 standard deviations.
  /// - Complexity: m³/3 operations and 16m² bytes. A jet at one point alone takes far less by
  ///   ``init(_:covariance:at:value:gradient:hessian:)``.
  public init(
    _ base: Base, covariance: IsotropicCovariance, observations: [Observation], values: [Double]
  ) throws(FieldError) {
    let n = base.domain.dimension
    demand(
      values.count == observations.count,
      "\(values.count) values for \(observations.count) observations")
    demand(
      observations.allSatisfy { $0.point.count == n }, "the points are not of \(n) dimensions")
    if let i = values.firstIndex(where: { !$0.isFinite }) { throw .notFinite(i) }
    let matrix = try covariance.covarianceMatrix(of: observations)
    let missing = zip(values, base.values(of: observations)).map { $0 - $1 }
    var weights = missing
    try CholeskyFactorization(ofCovariance: matrix).solve(&weights)
    centres = observations.byPoint.map { point, entries in
      var centre = Centre(point)
      for entry in entries {
        switch observations[entry].quantity {
        case .value: centre.value = weights[entry]
        case .derivative(let i): centre.slope[i] = weights[entry]
        case .secondDerivative(let i, let j):
          if centre.shape == nil { centre.shape = Matrix<Double>(rows: n, columns: n) }
          centre.shape![i, j] += weights[entry] / 2
          centre.shape![j, i] += weights[entry] / 2
        }
      }
      return centre
    }
    (self.base, self.covariance) = (base, covariance)
    if let i = wrongEntry(observations, values, matrix, missing) { throw .dependentPoint(i) }
  }

  /// The first number that is off by 1e-8 standard deviations (times the largest correction in such units,
  /// if above 1); nil if there is none.
  private func wrongEntry(
    _ observations: [Observation], _ values: [Double], _ matrix: Matrix<Double>, _ missing: [Double]
  ) -> Int? {
    let deviations = values.indices.map { matrix[$0, $0].squareRoot() }
    let size = zip(missing, deviations).reduce(1) { max($0, abs($1.0) / $1.1) }
    let found = self.values(of: observations)
    // Not `>`, for the sake of NaN.
    return values.indices.first { !(abs(found[$0] - values[$0]) <= 1e-8 * size * deviations[$0]) }
  }

  /// The field given value, gradient and Hessian at one point, in closed form: w and the traceless part of W
  /// are those of gradient and Hessian over λ₂ and 2f″(0); a and tr W solve two equations for value and
  /// trace.
  ///
  /// - Parameters:
  ///   - base: a sample of the field.
  ///   - covariance: of the field; four derivatives of f are used, up to two at zero.
  ///   - point: x₀.
  ///   - value: V(x₀).
  ///   - gradient: zero for a critical point.
  ///   - hessian: n x n, symmetric.
  /// - Throws: ``FieldError`` if the field has no second derivatives, or if value and trace of the Hessian
  ///   determine each other (κ² = (n+2)/n).
  public init(
    _ base: Base, covariance: IsotropicCovariance, at point: [Double], value: Double,
    gradient: [Double]? = nil,
    hessian: Matrix<Double>
  ) throws(FieldError) {
    let n = base.domain.dimension
    demand(
      point.count == n && hessian.rows == n && hessian.columns == n && gradient?.count ?? n == n,
      "a jet in \(n) dimensions has a point, a gradient of \(n) numbers and a Hessian of \(n) x \(n)"
    )
    try FieldError.checking { () throws(ParameterError) in try covariance.require(dimension: n) }
    let f = covariance.derivatives(at: 0)
    guard f[2].isFinite else { throw .rough }
    let jets = base.jets(at: Matrix<Double>(columns: [point]), upTo: .hessian)
    let present = jets.hessian(0)
    var missing = hessian
    var trace = 0.0
    for i in 0..<n {
      for j in 0..<n { missing[i, j] -= present[i, j] }
      trace += missing[i, i]
    }
    let (count, mean, rest) = (Double(n), trace / Double(n), value - jets.values[0])
    // [f  n f'; f'  (n+2) f''] (a, tr W / n) = (rest, mean).
    let determinant = f[0] * (count + 2) * f[2] - count * f[1] * f[1]
    guard determinant > 1e-12 * f[0] * (count + 2) * f[2] else { throw .degenerateJet }
    let diagonal = (f[0] * mean - f[1] * rest) / determinant
    for i in 0..<n {
      missing[i, i] -= mean
      for j in 0..<n { missing[i, j] /= 2 * f[2] }
      missing[i, i] += diagonal
    }
    var centre = Centre(point)
    centre.value = ((count + 2) * f[2] * rest - count * f[1] * mean) / determinant
    let target = gradient ?? [Double](repeating: 0, count: n)
    centre.slope = (0..<n).map { (target[$0] - jets.gradients[$0, 0]) / -f[1] }
    centre.shape = missing
    centres = [centre]
    (self.base, self.covariance) = (base, covariance)
  }

  /// Values and derivatives at each column of `points`.
  public func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
    base.evaluate(points, into: &jets)
    for column in 0..<points.columns {
      for centre in centres { correct(points, column, by: centre, &jets) }
    }
  }

  private func correct(
    _ points: Matrix<Double>, _ column: Int, by centre: Centre, _ jets: inout JetBatch
  ) {
    let n = domain.dimension
    let (a, slope, shape) = (centre.value, centre.slope, centre.shape)
    let z = (0..<n).map { points[$0, column] - centre.point[$0] }
    let f = covariance.existingDerivatives(at: z.reduce(0) { $0 + $1 * $1 } / 2)
    let along = zip(slope, z).reduce(0) { $0 + $1.0 * $1.1 }
    // Wz, zᵀWz and tr W.
    var (turned, square, trace) = ([Double](repeating: 0, count: n), 0.0, 0.0)
    if let shape {
      for i in 0..<n {
        turned[i] = (0..<n).reduce(0) { $0 + shape[i, $1] * z[$1] }
        square += turned[i] * z[i]
        trace += shape[i, i]
      }
    }
    jets.values[column] += a * f[0] + trace * f[1] + f[2] * square - f[1] * along
    guard jets.order >= .gradient else { return }
    // Of the radial part by τ.
    let radial = a * f[1] + trace * f[2] + f[3] * square - f[2] * along
    for i in 0..<n {
      jets.gradients[i, column] += radial * z[i] + 2 * f[2] * turned[i] - f[1] * slope[i]
    }
    guard jets.order == .hessian else { return }
    let outer = a * f[2] + trace * f[3] + f[4] * square - f[3] * along
    var row = 0
    for j in 0..<n {
      for i in 0...j {
        let cross =
          2 * f[3] * (turned[i] * z[j] + z[i] * turned[j])
          - f[2] * (slope[i] * z[j] + z[i] * slope[j])
        jets.hessians![row, column] +=
          outer * z[i] * z[j] + cross + 2 * f[2] * (shape?[i, j] ?? 0) + (i == j ? radial : 0)
        row += 1
      }
    }
  }
}
