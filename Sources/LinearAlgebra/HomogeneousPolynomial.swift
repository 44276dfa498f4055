internal import COpenBLAS
internal import Requirements

/// The homogeneous polynomial f(x) = T x^d of a symmetric tensor T, with exact derivatives.
///
///     f = Σ T[i₁...i_d] x_{i₁}...x_{i_d},   ∇f = d T x^{d-1},   ∇²f = d(d-1) T x^{d-2}
///
/// Batches are the primitive: the Hessians of B points come from one matrix product, gradients
/// and values follow by Euler's theorem (∇f = ∇²f x/(d-1), f = x·∇f/d). There is no other
/// evaluation path.
public struct HomogeneousPolynomial: Sendable {
  /// The symmetric tensor of coefficients.
  public let tensor: SymmetricTensor
  private let unfolding: HessianUnfolding?

  /// Prepares a tensor for evaluation; see `memory(degree:dimension:)` for what that takes.
  public init(_ tensor: SymmetricTensor) {
    self.tensor = tensor
    unfolding = tensor.degree >= 2 ? HessianUnfolding(tensor) : nil
  }

  /// Bytes held by a polynomial: the packed tensor and its unfolding.
  ///
  /// In floating point, because the number itself may overflow an integer.
  package static func memory(degree: Int, dimension: Int) -> Double {
    // C(n+d-1, d) = C(n+d-1, n-1): the smaller number of factors, and none once the product is infinite.
    func choose(_ d: Int) -> Double {
      let (few, many) = (min(d, dimension - 1), max(d, dimension - 1))
      var result = 1.0
      var i = 0
      while i < few, result.isFinite {
        i += 1
        result *= (Double(many) + Double(i)) / Double(i)
      }
      return result
    }
    return 8 * (choose(degree) + (degree >= 2 ? choose(2) * choose(degree - 2) : 0))
  }

  /// Adds α f, α ∇f and α ∇²f at each point to what the buffers hold, or puts α ∇²f in the place of what they hold.
  ///
  /// - Parameters:
  ///   - points: n x B, a point per column.
  ///   - values: B numbers.
  ///   - gradients: n x B.
  ///   - hessians: n(n+1)/2 x B, packed upper triangles; nil if not wanted.
  ///   - isFirst: whether Hessians are put in place.
  ///   - scratch: overwritten; made n(n+1)/2 x B where it is needed.
  package func accumulate(
    at points: Matrix<Double>, scale alpha: Double, values: inout [Double],
    gradients: inout Matrix<Double>,
    hessians: inout Matrix<Double>?, isFirst: Bool = false,
    scratch: inout Matrix<Double>
  ) {
    let n = tensor.dimension
    demand(
      points.rows == n && values.count == points.columns && gradients.rows == n
        && gradients.columns == points.columns,
      "\(points.rows)x\(points.columns) points given to a polynomial in \(n) variables")
    let packed = PackedSymmetric.count(n) * points.columns
    demand(
      hessians?.elements.count ?? packed == packed,
      "\(hessians?.elements.count ?? 0) Hessian entries, not \(packed)")
    guard let unfolding else {
      accumulateLinear(at: points, scale: alpha, values: &values, gradients: &gradients)
      if isFirst { hessians?.withUnsafeMutableElements { $0.update(repeating: 0) } }
      return
    }
    let degree = Double(tensor.degree)
    // Where the product goes: into place if it may.
    let isPlaced = isFirst && hessians != nil
    if isPlaced {
      swap(&hessians!, &scratch)
    } else if scratch.elements.count != packed {
      scratch = Matrix<Double>(rows: PackedSymmetric.count(n), columns: points.columns)
    }
    defer { if isPlaced { swap(&hessians!, &scratch) } }
    Matrix<Double>.multiply(
      unfolding.matrix, unfolding.monomials(of: points), scale: degree * (degree - 1) * alpha,
      into: &scratch)
    if hessians != nil, !isPlaced {
      scratch.elements.withUnsafeBufferPointer { source in
        hessians!.storage.withUnsafeMutableBufferPointer { sum in
          for i in 0..<sum.count { sum[i] += source[i] }
        }
      }
    }
    var gradient = [Double](repeating: 0, count: n)
    for b in 0..<points.columns {
      PackedSymmetric.multiply(
        scratch, column: b, points, column: b, scale: 1 / (degree - 1), into: &gradient)
      var value = 0.0
      for i in 0..<n {
        value += gradient[i] * points[i, b]
        gradients[i, b] += gradient[i]
      }
      values[b] += value / degree
    }
  }

  private func accumulateLinear(
    at points: Matrix<Double>, scale alpha: Double, values: inout [Double],
    gradients: inout Matrix<Double>
  ) {
    for b in 0..<points.columns {
      for i in 0..<tensor.dimension {
        gradients[i, b] += alpha * tensor.elements[i]
        values[b] += alpha * tensor.elements[i] * points[i, b]
      }
    }
  }
}
