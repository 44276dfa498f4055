internal import Requirements

/// A dense real matrix, column-major.
///
/// Element (i, j) is `elements[i + rows * j]`. A batch of points is a matrix with one point per
/// column, which is what lets a landscape evaluate it in one matrix product.
public struct Matrix: Sendable, Equatable {
  /// Number of rows.
  public let rows: Int
  /// Number of columns.
  public let columns: Int
  /// The elements, one column after the other; their number stays rows · columns.
  public var elements: [Double]

  /// A matrix of zeros.
  public init(rows: Int, columns: Int) {
    demand(rows >= 0 && columns >= 0, "matrix shape \(rows) x \(columns) is negative")
    self.rows = rows
    self.columns = columns
    elements = [Double](repeating: 0, count: elementCount(rows, columns))
  }

  /// A matrix over given elements, column-major.
  public init(rows: Int, columns: Int, elements: [Double]) {
    demand(
      rows >= 0 && columns >= 0 && elements.count == elementCount(rows, columns),
      "\(elements.count) elements do not fill a \(rows) x \(columns) matrix")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// A matrix with the given columns, all of one length.
  public init(columns: [[Double]]) {
    let rows = columns.first?.count ?? 0
    demand(columns.allSatisfy { $0.count == rows }, "columns differ in length")
    self.init(rows: rows, columns: columns.count, elements: columns.flatMap { $0 })
  }

  /// The identity of size n.
  public static func identity(_ n: Int) -> Matrix {
    var result = Matrix(rows: n, columns: n)
    for i in 0..<n { result[i, i] = 1 }
    return result
  }

  /// Element (row, column).
  @inlinable public subscript(row: Int, column: Int) -> Double {
    get { elements[elementOffset(row, column, rows: rows, columns: columns)] }
    set { elements[elementOffset(row, column, rows: rows, columns: columns)] = newValue }
  }

  /// A copy of one column.
  public func column(_ j: Int) -> [Double] {
    demand(0 <= j && j < columns, "column \(j) of a \(rows) x \(columns) matrix")
    return Array(elements[(rows * j)..<(rows * (j + 1))])
  }
}

/// rows · columns, of a shape that is not negative.
func elementCount(_ rows: Int, _ columns: Int) -> Int {
  let (count, isTooLarge) = rows.multipliedReportingOverflow(by: columns)
  demand(!isTooLarge, "a \(rows) x \(columns) matrix has more elements than any memory holds")
  return count
}
