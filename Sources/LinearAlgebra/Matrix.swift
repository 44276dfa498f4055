public import Requirements

/// A dense matrix of real or complex numbers, column-major.
///
/// Element (i, j) is `elements[i + rows * j]`. A batch of points is a matrix with one point per
/// column, which is what lets a landscape evaluate it in one matrix product.
public struct Matrix<Scalar: MatrixScalar>: Sendable, Equatable {
  /// Number of rows.
  public let rows: Int
  /// Number of columns.
  public let columns: Int
  /// ``elements``; what changes it keeps their number.
  @usableFromInline package var storage: [Scalar]

  /// The elements, one column after the other.
  @inlinable public var elements: [Scalar] { storage }

  /// A matrix of zeros.
  @inlinable public init(rows: Int, columns: Int) {
    demand(rows >= 0 && columns >= 0, "matrix shape \(rows) x \(columns) is negative")
    self.rows = rows
    self.columns = columns
    storage = [Scalar](repeating: .zero, count: elementCount(rows, columns))
  }

  /// A matrix over given elements, column-major.
  @inlinable public init(rows: Int, columns: Int, elements: [Scalar]) {
    demand(
      rows >= 0 && columns >= 0 && elements.count == elementCount(rows, columns),
      "\(elements.count) elements do not fill a \(rows) x \(columns) matrix")
    self.rows = rows
    self.columns = columns
    storage = elements
  }

  /// A matrix with the given columns, all of one length.
  @inlinable public init(columns: [[Scalar]]) {
    let rows = columns.first?.count ?? 0
    demand(columns.allSatisfy { $0.count == rows }, "columns differ in length")
    self.init(rows: rows, columns: columns.count, elements: columns.flatMap { $0 })
  }

  /// The identity of size n.
  @inlinable public static func identity(_ n: Int) -> Matrix {
    var result = Matrix(rows: n, columns: n)
    for i in 0..<n { result[i, i] = 1 }
    return result
  }

  /// Element (row, column).
  @inlinable public subscript(row: Int, column: Int) -> Scalar {
    get { storage[offset(row, column)] }
    set { storage[offset(row, column)] = newValue }
  }

  /// A copy of one column.
  @inlinable public func column(_ j: Int) -> [Scalar] {
    demand(0 <= j && j < columns, "column \(j) of a \(rows) x \(columns) matrix")
    return Array(storage[(rows * j)..<(rows * (j + 1))])
  }

  /// A copy of some columns.
  package func columns(in range: Range<Int>) -> Matrix {
    Matrix(
      rows: rows, columns: range.count,
      elements: Array(storage[(rows * range.lowerBound)..<(rows * range.upperBound)]))
  }

  /// Calls `body` with the elements in place.
  ///
  /// - Throws: what `body` throws.
  @inlinable public mutating func withUnsafeMutableElements<Result>(
    _ body: (inout UnsafeMutableBufferPointer<Scalar>) throws -> Result
  ) rethrows -> Result {
    try storage.withUnsafeMutableBufferPointer(body)
  }

  /// The place of element (row, column) in the storage; ends the process with a line if there is none.
  ///
  /// A negative index is a large one without its sign, so that two comparisons do; nothing can overflow
  /// after them.
  @inlinable @inline(__always)
  func offset(_ row: Int, _ column: Int) -> Int {
    guard UInt(bitPattern: row) < UInt(bitPattern: rows),
      UInt(bitPattern: column) < UInt(bitPattern: columns)
    else { failOutside(row, column, rows, columns) }
    return row &+ rows &* column
  }
}

@usableFromInline @inline(never)
func failOutside(_ row: Int, _ column: Int, _ rows: Int, _ columns: Int) -> Never {
  fail("element (\(row), \(column)) of a \(rows) x \(columns) matrix")
}

/// rows · columns, of a shape that is not negative.
@usableFromInline
func elementCount(_ rows: Int, _ columns: Int) -> Int {
  let (count, isTooLarge) = rows.multipliedReportingOverflow(by: columns)
  demand(!isTooLarge, "a \(rows) x \(columns) matrix has more elements than any memory holds")
  return count
}
