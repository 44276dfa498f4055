internal import Requirements

/// The place of element (row, column) in the storage of a column-major matrix; ends the process with a line
/// if there is none.
///
/// A negative index is a large one without its sign, so that two comparisons do; nothing can overflow
/// after them.
@inlinable @inline(__always)
func elementOffset(_ row: Int, _ column: Int, rows: Int, columns: Int) -> Int {
  guard UInt(bitPattern: row) < UInt(bitPattern: rows),
    UInt(bitPattern: column) < UInt(bitPattern: columns)
  else { failOutside(row, column, rows, columns) }
  return row &+ rows &* column
}

@usableFromInline @inline(never)
func failOutside(_ row: Int, _ column: Int, _ rows: Int, _ columns: Int) -> Never {
  fail("element (\(row), \(column)) of a \(rows) x \(columns) matrix")
}
