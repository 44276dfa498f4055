public import LinearAlgebra

/// A smooth real function with exact derivatives on a domain.
///
/// The batch is the primitive: a landscape says what it is at B points at once, a point per
/// column, and a single point is B = 1. That turns a memory-bound contraction into one matrix
/// product, and it is the only evaluation path. Conformers are immutable, so batches may be
/// evaluated from many threads.
public protocol Landscape: Sendable {
  /// The set the function lives on.
  associatedtype Space: Domain
  /// The set the function lives on.
  var domain: Space { get }
  /// Writes values and Euclidean derivatives in ambient coordinates at each column of `points`.
  ///
  /// - Parameters:
  ///   - points: n x B with n the ambient dimension; for a sphere the columns are on it.
  ///   - jets: B jets, overwritten up to their order.
  /// - Complexity: stated by each conformer.
  func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch)
}

extension Landscape {
  /// Values and Euclidean derivatives at each column of `points`.
  public func jets(at points: Matrix<Double>, upTo order: DerivativeOrder) -> JetBatch {
    var jets = JetBatch(
      dimension: domain.ambientDimension, count: points.columns, order: order)
    evaluate(points, into: &jets)
    return jets
  }

  /// The value at one point.
  public func value(at point: [Double]) -> Double {
    jets(at: Matrix<Double>(columns: [point]), upTo: .value).values[0]
  }

  /// The Euclidean gradient at one point, n numbers.
  public func gradient(at point: [Double]) -> [Double] {
    jets(at: Matrix<Double>(columns: [point]), upTo: .gradient).gradients.elements
  }

  /// The Euclidean Hessian at one point, n x n.
  public func hessian(at point: [Double]) -> Matrix<Double> {
    jets(at: Matrix<Double>(columns: [point]), upTo: .hessian).hessian(0)
  }
}
