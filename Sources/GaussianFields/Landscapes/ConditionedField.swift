public import Landscapes
public import LinearAlgebra

/// A sample of an isotropic Gaussian field in R^n that has a given value, gradient and Hessian at one point.
///
/// A free sample V of the field is corrected by what its jet at the point x₀ falls short by: with
/// z = x - x₀, τ = |z|²/2 and the covariance f(τ),
///
///     V(x) + a f + b (2τ f'' + n f') + f'' zᵀWz - f' w·z,
///
/// the mean of the field given the difference. w and the traceless W are those of gradient and Hessian over
/// λ₂ and 2f''(0); a and b solve two equations for value and trace. If V has the covariance f, the
/// result has the field's law given the jet.
public struct ConditionedField<Base: Landscape, C: IsotropicCovariance>: Landscape
where Base.Space == EuclideanSpace {
  /// V.
  public let base: Base
  /// The covariance f.
  public let covariance: C
  /// x₀.
  public let point: [Double]

  /// Where it lives.
  public var domain: EuclideanSpace { base.domain }

  private let a: Double
  private let b: Double
  /// w.
  private let slope: [Double]
  /// W.
  private let shape: Matrix

  /// - Parameters:
  ///   - base: a sample of the field.
  ///   - covariance: of the field; four derivatives of f are used, up to two at zero.
  ///   - point: x₀.
  ///   - gradient: zero for a critical point.
  ///   - hessian: n x n, symmetric.
  /// - Throws: ``FieldError`` if the field has no second derivatives, or if value and trace of the Hessian
  ///   determine each other (κ² = (n+2)/n).
  public init(
    _ base: Base, covariance: C, at point: [Double], value: Double, gradient: [Double]? = nil,
    hessian: Matrix
  ) throws(FieldError) {
    let n = base.domain.dimension
    precondition(
      point.count == n && hessian.rows == n && hessian.columns == n && gradient?.count ?? n == n,
      "a jet in \(n) dimensions has a point, a gradient of \(n) numbers and a Hessian of \(n) x \(n)"
    )
    try covariance.require(dimension: n)
    let f = covariance.derivatives(at: 0)
    guard f[2].isFinite else { throw .rough }
    let jets = base.jets(at: Matrix(columns: [point]), upTo: .hessian)
    let present = jets.hessian(0)
    var missing = hessian
    var trace = 0.0
    for i in 0..<n {
      for j in 0..<n { missing[i, j] -= present[i, j] }
      trace += missing[i, i]
    }
    let (count, mean, rest) = (Double(n), trace / Double(n), value - jets.values[0])
    // [f  n f'; f'  (n+2) f''] (a, b) = (rest, mean).
    let determinant = f[0] * (count + 2) * f[2] - count * f[1] * f[1]
    guard determinant > 1e-12 * f[0] * (count + 2) * f[2] else { throw .degenerateJet }
    a = ((count + 2) * f[2] * rest - count * f[1] * mean) / determinant
    b = (f[0] * mean - f[1] * rest) / determinant
    for i in 0..<n {
      missing[i, i] -= mean
      for j in 0..<n { missing[i, j] /= 2 * f[2] }
    }
    shape = missing
    let target = gradient ?? [Double](repeating: 0, count: n)
    slope = (0..<n).map { (target[$0] - jets.gradients[$0, 0]) / -f[1] }
    (self.base, self.covariance, self.point) = (base, covariance, point)
  }

  /// Values and derivatives at each column of `points`.
  public func evaluate(_ points: Matrix, into jets: inout JetBatch) {
    base.evaluate(points, into: &jets)
    for column in 0..<points.columns { correct(points, column, &jets) }
  }

  private func correct(_ points: Matrix, _ column: Int, _ jets: inout JetBatch) {
    let n = domain.dimension
    let count = Double(n)
    let z = (0..<n).map { points[$0, column] - point[$0] }
    let τ = z.reduce(0) { $0 + $1 * $1 } / 2
    let f = covariance.derivatives(at: τ)
    let turned = (0..<n).map { i in (0..<n).reduce(0) { $0 + shape[i, $1] * z[$1] } }
    let square = zip(turned, z).reduce(0) { $0 + $1.0 * $1.1 }
    let along = zip(slope, z).reduce(0) { $0 + $1.0 * $1.1 }
    jets.values[column] +=
      a * f[0] + b * (2 * τ * f[2] + count * f[1]) + f[2] * square - f[1] * along
    guard jets.order >= .gradient else { return }
    // Of the radial part by τ.
    let first = a * f[1] + b * ((count + 2) * f[2] + 2 * τ * f[3])
    let radial = first + f[3] * square - f[2] * along
    for i in 0..<n {
      jets.gradients[i, column] += radial * z[i] + 2 * f[2] * turned[i] - f[1] * slope[i]
    }
    guard jets.order == .hessian else { return }
    let second = a * f[2] + b * ((count + 4) * f[3] + 2 * τ * f[4])
    let outer = second + f[4] * square - f[3] * along
    var row = 0
    for j in 0..<n {
      for i in 0...j {
        let cross =
          2 * f[3] * (turned[i] * z[j] + z[i] * turned[j])
          - f[2] * (slope[i] * z[j] + z[i] * slope[j])
        jets.hessians![row, column] +=
          outer * z[i] * z[j] + cross + 2 * f[2] * shape[i, j] + (i == j ? radial : 0)
        row += 1
      }
    }
  }
}
