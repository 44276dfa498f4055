internal import COpenBLAS
public import ComplexModule
public import RealModule
internal import Requirements

/// A dense complex matrix, column-major: element (i, j) is `elements[i + rows * j]`.
public struct ComplexMatrix: Sendable, Equatable {
  /// Number of rows.
  public let rows: Int
  /// Number of columns.
  public let columns: Int
  /// The elements, one column after the other; their number stays rows · columns.
  public var elements: [Complex<Double>]

  /// A matrix of zeros.
  public init(rows: Int, columns: Int) {
    demand(rows >= 0 && columns >= 0, "matrix shape \(rows) x \(columns) is negative")
    (self.rows, self.columns) = (rows, columns)
    elements = [Complex<Double>](repeating: .zero, count: elementCount(rows, columns))
  }

  /// Element (row, column).
  @inlinable public subscript(row: Int, column: Int) -> Complex<Double> {
    get { elements[elementOffset(row, column, rows: rows, columns: columns)] }
    set { elements[elementOffset(row, column, rows: rows, columns: columns)] = newValue }
  }

  /// The trace.
  public var trace: Complex<Double> {
    (0..<min(rows, columns)).reduce(.zero) { $0 + self[$1, $1] }
  }

  /// Aᴴ.
  public var adjoint: ComplexMatrix {
    var result = ComplexMatrix(rows: columns, columns: rows)
    for j in 0..<columns { for i in 0..<rows { result[j, i] = self[i, j].conjugate } }
    return result
  }

  /// Aᵀ.
  public var transposed: ComplexMatrix {
    var result = ComplexMatrix(rows: columns, columns: rows)
    for j in 0..<columns { for i in 0..<rows { result[j, i] = self[i, j] } }
    return result
  }

  /// The product A B.
  public static func * (a: ComplexMatrix, b: ComplexMatrix) -> ComplexMatrix {
    demand(
      a.columns == b.rows,
      "shapes do not match: \(a.rows)x\(a.columns) times \(b.rows)x\(b.columns)")
    var c = ComplexMatrix(rows: a.rows, columns: b.columns)
    guard a.rows > 0, b.columns > 0, a.columns > 0 else { return c }
    _ = OpenBLAS.serial
    let (m, n, k) = (Int32(a.rows), Int32(b.columns), Int32(a.columns))
    blas_zgemm(.plain, .plain, m, n, k, a.elements, m, b.elements, k, &c.elements, m)
    return c
  }

  /// C ← A Aᴴ, Hermitian to the last bit; 4n²k operations for an A of n x k (`zherk`).
  public static func multiplyByAdjoint(_ a: ComplexMatrix, into c: inout ComplexMatrix) {
    demand(
      c.rows == a.rows && c.columns == a.rows,
      "\(a.rows)x\(a.columns) times its adjoint into \(c.rows)x\(c.columns)")
    guard a.rows > 0 else { return }
    _ = OpenBLAS.serial
    let n = Int32(a.rows)
    blas_zherk(n, Int32(a.columns), a.elements, n, &c.elements, n)
    c.mirrorLowerTriangle()
  }

  /// Makes a square matrix Hermitian by the conjugates of its lower triangle.
  public mutating func mirrorLowerTriangle() {
    demand(rows == columns, "a matrix of \(rows)x\(columns) has no triangles to mirror")
    for j in 0..<columns {
      for i in (j + 1)..<max(rows, j + 1) { self[j, i] = self[i, j].conjugate }
    }
  }
}
