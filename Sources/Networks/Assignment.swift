internal import LinearAlgebra

/// Each row of a square matrix of costs gets a column of its own, so that the sum of costs is least.
///
/// Rows enter one after the other, each along the shortest path of exchanges, of lengths made non-negative by prices of rows
/// and columns. n³ operations. After Kuhn and Munkres, as shortest paths by Jonker and Volgenant, Computing 38, 325 (1987).
struct Assignment {
  /// By row.
  let columns: [Int]

  init(costs: Matrix<Double>) {
    let n = costs.rows
    var rowOf = [Int?](repeating: nil, count: n)
    var (rowPrices, columnPrices) = (
      [Double](repeating: 0, count: n), [Double](repeating: 0, count: n)
    )
    for start in 0..<n {
      var distance = [Double](repeating: .infinity, count: n)
      var before = [Int?](repeating: nil, count: n)
      var reached: [Int] = []
      var isReached = [Bool](repeating: false, count: n)
      var (row, length, end) = (start, 0.0, 0)
      while true {
        var nearest: Int?
        for j in 0..<n where !isReached[j] {
          let other = length + costs[row, j] - rowPrices[row] - columnPrices[j]
          if other < distance[j] { (distance[j], before[j]) = (other, reached.last) }
          if nearest.map({ distance[j] < distance[$0] }) ?? true { nearest = j }
        }
        end = nearest!
        length = distance[end]
        guard let owner = rowOf[end] else { break }
        isReached[end] = true
        reached.append(end)
        row = owner
      }
      rowPrices[start] += length
      for j in reached {
        columnPrices[j] -= length - distance[j]
        rowPrices[rowOf[j]!] += length - distance[j]
      }
      var column = end
      while let previous = before[column] {
        rowOf[column] = rowOf[previous]
        column = previous
      }
      rowOf[column] = start
    }
    var columns = [Int](repeating: 0, count: n)
    for (column, row) in rowOf.enumerated() { columns[row!] = column }
    self.columns = columns
  }
}
