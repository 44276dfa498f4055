public import LinearAlgebra
internal import Requirements

/// How far a landscape's expansion at a point is wanted.
public enum DerivativeOrder: Int, Sendable, Comparable {
  /// Values only, no derivatives.
  case value = 0
  /// Values and gradients.
  case gradient = 1
  /// Values, gradients and Hessians.
  case hessian = 2

  /// Lower orders come first.
  public static func < (a: DerivativeOrder, b: DerivativeOrder) -> Bool { a.rawValue < b.rawValue }
}

/// Values, gradients and Hessians of a landscape at a batch of B points, in ambient coordinates.
///
/// These are Euclidean derivatives in the n coordinates of the ambient space; a ``Domain`` turns
/// them into derivatives along itself.
public struct JetBatch: Sendable {
  /// Ambient dimension n.
  public let dimension: Int
  /// Number of points B.
  public let count: Int
  /// The highest derivative held.
  public let order: DerivativeOrder
  /// The B values.
  public var values: [Double]
  /// n x B gradients, a point per column.
  public var gradients: Matrix<Double>
  /// n(n+1)/2 x B Hessians, packed upper triangles by columns; nil if not wanted.
  public var hessians: Matrix<Double>?
  /// A matrix that a landscape may use and resize while it evaluates; no meaning afterwards.
  package var workspace = Matrix<Double>(rows: 0, columns: 0)

  /// A batch of zeros.
  public init(dimension: Int, count: Int, order: DerivativeOrder) {
    self.dimension = dimension
    self.count = count
    self.order = order
    values = [Double](repeating: 0, count: count)
    gradients = Matrix<Double>(rows: dimension, columns: count)
    hessians =
      order == .hessian
      ? Matrix<Double>(rows: PackedSymmetric.count(dimension), columns: count) : nil
  }

  /// Sets every value and derivative to zero, or all but the Hessians.
  package mutating func clear(hessians isComplete: Bool = true) {
    values.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    gradients.withUnsafeMutableElements { $0.update(repeating: 0) }
    if isComplete { hessians?.withUnsafeMutableElements { $0.update(repeating: 0) } }
  }

  /// Entry (i, j) of the Hessian at point b, which is entry (j, i) too; the batch has to hold Hessians.
  @inlinable public subscript(hessian i: Int, j: Int, at b: Int) -> Double {
    get { hessians![max(i, j) * (max(i, j) + 1) / 2 + min(i, j), b] }
    set { hessians![max(i, j) * (max(i, j) + 1) / 2 + min(i, j), b] = newValue }
  }

  /// The full n x n Hessian at point b.
  public func hessian(_ b: Int) -> Matrix<Double> {
    guard let hessians else { fail("this batch holds no Hessians") }
    return PackedSymmetric.unpack(hessians, column: b, dimension: dimension)
  }
}
