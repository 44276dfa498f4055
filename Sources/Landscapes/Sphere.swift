public import LinearAlgebra
internal import Foundation
internal import Requirements

/// The sphere |σ|² = N in R^N, dimension N-1.
///
/// Tangent basis at σ: the Householder reflection R = 1 - 2vvᵀ/|v|² that carries e_N to ∓σ/√N;
/// its first N-1 columns are orthonormal and tangent. With y = ⟨σ, ∇f⟩/N,
///
///     grad f = P ∇f,   Hess f = P ∇²f P - y 1   (P projects out σ),
///
/// in these coordinates the first N-1 rows and columns of R ∇²f R minus y on the diagonal:
/// O(N²) operations, no N x N product.
public struct Sphere: Domain {
  /// The N of |σ|² = N.
  public let ambientDimension: Int
  /// N-1, one less than of its space.
  public var dimension: Int { ambientDimension - 1 }
  /// 2 for odd N, 0 for even N.
  public var eulerCharacteristic: Int? { ambientDimension.isMultiple(of: 2) ? 0 : 2 }
  /// The radius √N.
  public var scale: Double { Double(ambientDimension).squareRoot() }

  /// The sphere |σ|² = N with N ≥ 2.
  public init(ambientDimension: Int) {
    demand(ambientDimension >= 2, "a sphere needs N at least 2, not \(ambientDimension)")
    self.ambientDimension = ambientDimension
  }

  /// Riemannian gradient and Hessian in the Householder basis.
  public func expand(
    _ jets: JetBatch, at points: Matrix<Double>, column b: Int, into model: inout LocalModel
  ) {
    let n = ambientDimension
    let m = n - 1
    setFrame(of: points, column: b, in: &model)
    var dot = 0.0
    for i in 0..<n { dot += points[i, b] * jets.gradients[i, b] }
    let y = dot / Double(n)
    model.value = jets.values[b]
    model.radialDerivative = y

    // With |v|² = 2: R g = g - (v·g) v.
    let v = model.frame
    var projection = 0.0
    for i in 0..<n { projection += v[i] * jets.gradients[i, b] }
    for i in 0..<m { model.gradient[i] = jets.gradients[i, b] - projection * v[i] }
    model.gradientSize = norm(jets.gradients.column(b))

    // R H R = H - v uᵀ - u vᵀ with w = H v, u = w - (v·w/2) v.
    guard let hessians = jets.hessians else { return }
    var u = [Double](repeating: 0, count: n)
    PackedSymmetric.multiply(
      hessians, column: b, Matrix<Double>(rows: n, columns: 1, elements: v), column: 0, into: &u)
    var half = 0.0
    for i in 0..<n { half += v[i] * u[i] }
    half /= 2
    for i in 0..<n { u[i] -= half * v[i] }
    model.hessianSize =
      PackedSymmetric.norm(hessians, column: b, dimension: n) + Double(n).squareRoot() * abs(y)
    let start = b * PackedSymmetric.count(n)
    hessians.elements.withUnsafeBufferPointer { packed in
      model.hessian.storage.withUnsafeMutableBufferPointer { h in
        // Eight rows at a time, which are neighbours where they are written.
        for first in stride(from: 0, to: m, by: 8) {
          let end = min(first + 8, m)
          for i in 0..<end {
            for j in max(first, i)..<end {
              h[j + m * i] = packed[start + j * (j + 1) / 2 + i] - v[i] * u[j] - u[i] * v[j]
            }
          }
        }
        for j in 0..<m { h[j + m * j] -= y }
      }
    }
  }

  /// Walks the great circle along the step: σ cos θ + √N ŝ sin θ with θ = |step|/√N, then
  /// rescales to |σ|² = N, so that points stay on the sphere to rounding however many steps.
  public func move(
    _ points: inout Matrix<Double>, column b: Int, by step: [Double], in model: LocalModel
  ) {
    let n = ambientDimension
    let length = step.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length != 0 else { return }
    let radius = scale
    let (cosine, sine) = (cos(length / radius), sin(length / radius))
    let v = model.frame
    var projection = 0.0
    for i in 0..<(n - 1) { projection += v[i] * step[i] }
    for i in 0..<n {
      let tangent = (i < n - 1 ? step[i] : 0) - projection * v[i]
      points[i, b] = points[i, b] * cosine + tangent * (radius * sine / length)
    }
    normalize(&points, column: b)
  }

  /// v ← v - (v·σ/N) σ.
  public func project(_ vectors: inout Matrix<Double>, at points: Matrix<Double>) {
    let n = ambientDimension
    points.elements.withUnsafeBufferPointer { σ in
      vectors.withUnsafeMutableElements { v in
        for first in stride(from: 0, to: v.count, by: n) {
          var dot = 0.0
          for i in first..<(first + n) { dot += v[i] * σ[i] }
          dot /= Double(n)
          for i in first..<(first + n) { v[i] -= dot * σ[i] }
        }
      }
    }
  }

  /// σ ← √N σ/|σ|.
  public func restore(_ points: inout Matrix<Double>) {
    for b in 0..<points.columns { normalize(&points, column: b) }
  }

  /// Along great circles, as far as the steps are long.
  public func move(_ points: inout Matrix<Double>, along steps: Matrix<Double>) {
    let n = ambientDimension
    let radius = scale
    steps.elements.withUnsafeBufferPointer { s in
      points.withUnsafeMutableElements { σ in
        for first in stride(from: 0, to: s.count, by: n) {
          var square = 0.0
          for i in first..<(first + n) { square += s[i] * s[i] }
          guard square != 0 else { continue }
          let length = square.squareRoot()
          let (cosine, factor) = (cos(length / radius), radius * sin(length / radius) / length)
          for i in first..<(first + n) { σ[i] = σ[i] * cosine + s[i] * factor }
        }
      }
    }
    restore(&points)
  }

  /// A tangent vector in ambient coordinates, from those of the frame of a ``LocalModel``.
  public func ambient(_ tangent: [Double], frame v: [Double]) -> [Double] {
    let projection = zip(v, tangent).reduce(0) { $0 + $1.0 * $1.1 }
    return (0..<ambientDimension).map {
      ($0 < tangent.count ? tangent[$0] : 0) - projection * v[$0]
    }
  }

  /// A symmetric form on the tangent space in ambient coordinates, zero along σ.
  public func ambient(_ form: Matrix<Double>, frame: [Double]) -> Matrix<Double> {
    let half = Matrix<Double>(
      columns: (0..<form.columns).map { ambient(form.column($0), frame: frame) })
    let rows = (0..<ambientDimension).map { i in
      ambient((0..<form.columns).map { half[i, $0] }, frame: frame)
    }
    return Matrix<Double>(columns: rows)
  }

  /// √N times the direction of a standard normal vector: uniform on the sphere.
  public func point(fromNormals normals: [Double]) -> [Double] {
    demand(
      normals.count == ambientDimension,
      "\(normals.count) numbers given for a point in \(ambientDimension) dimensions")
    var point = Matrix<Double>(columns: [normals])
    normalize(&point, column: 0)
    return point.elements
  }

  /// v with |v|² = 2 and R = 1 - vvᵀ carrying e_N to ∓σ/√N, the sign without cancellation.
  private func setFrame(of points: Matrix<Double>, column b: Int, in model: inout LocalModel) {
    let n = ambientDimension
    let last = points[n - 1, b] / scale
    let sign = last < 0 ? -1.0 : 1.0
    let norm = (1 + abs(last)).squareRoot()
    for i in 0..<n { model.frame[i] = points[i, b] / (scale * norm) }
    model.frame[n - 1] = (last + sign) / norm
  }

  private func normalize(_ points: inout Matrix<Double>, column b: Int) {
    var square = 0.0
    for i in 0..<ambientDimension { square += points[i, b] * points[i, b] }
    let factor = (Double(ambientDimension) / square).squareRoot()
    for i in 0..<ambientDimension { points[i, b] *= factor }
  }
}
