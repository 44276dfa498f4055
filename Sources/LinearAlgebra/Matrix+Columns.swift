extension Matrix {
  /// A copy of some columns, in any order.
  package func columns(at indices: [Int]) -> Matrix {
    var result = Matrix(rows: rows, columns: 0)
    result.storage.reserveCapacity(rows * indices.count)
    for j in indices { result.storage += storage[(rows * j)..<(rows * (j + 1))] }
    return Matrix(rows: rows, columns: indices.count, elements: result.storage)
  }

  /// Puts the columns of another matrix in the place of some.
  package mutating func replaceColumns(at indices: [Int], with other: Matrix) {
    for (k, j) in indices.enumerated() {
      storage.replaceSubrange(
        (rows * j)..<(rows * (j + 1)), with: other.storage[(rows * k)..<(rows * (k + 1))])
    }
  }
}

extension Matrix<Double> {
  /// self ← self + factor · other.
  @inlinable package mutating func add(_ other: Matrix, times factor: Double) {
    other.storage.withUnsafeBufferPointer { other in
      storage.withUnsafeMutableBufferPointer { own in
        for i in own.indices { own[i] += factor * other[i] }
      }
    }
  }

  /// self ← decay · self + factor · other.
  @inlinable package mutating func blend(_ decay: Double, _ other: Matrix, times factor: Double) {
    other.storage.withUnsafeBufferPointer { other in
      storage.withUnsafeMutableBufferPointer { own in
        for i in own.indices { own[i] = decay * own[i] + factor * other[i] }
      }
    }
  }

  /// factor · self.
  @inlinable package func scaled(by factor: Double) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: storage.map { factor * $0 })
  }

  /// The squared lengths of the columns.
  package var squaredColumnNorms: [Double] {
    (0..<columns).map { j in
      storage[(rows * j)..<(rows * (j + 1))].reduce(0) { $0 + $1 * $1 }
    }
  }
}
