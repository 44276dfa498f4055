public import LinearAlgebra

extension Perceptron {
  /// The fraction of examples that each network puts in a wrong class: that of its largest output is not that of the largest
  /// target, or, of a single output, its sign not the side of 1/2 on which the target lies. Weights of examples do not count.
  ///
  /// - Parameter points: weights of networks, a network a column.
  public func errorRates(at points: Matrix<Double>) -> [Double] {
    let classes = (0..<data.count).map { Self.largest(data.targets, column: $0, threshold: 0.5) }
    return (0..<points.columns).map { b in
      let outputs = outputs(points.column(b), of: data.inputs)
      let wrong = classes.indices.count {
        Self.largest(outputs, column: $0, threshold: 0) != classes[$0]
      }
      return Double(wrong) / Double(data.count)
    }
  }

  private static func largest(_ matrix: Matrix<Double>, column: Int, threshold: Double) -> Int {
    guard matrix.rows > 1 else { return matrix[0, column] > threshold ? 1 : 0 }
    return (1..<matrix.rows).reduce(0) { matrix[$1, column] > matrix[$0, column] ? $1 : $0 }
  }
}
