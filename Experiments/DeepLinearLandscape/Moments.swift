import Saddlery

/// Second moments of inputs and targets, with the weights of examples, and the losses of linear networks at critical points.
struct Moments {
  /// c = tr S_yy.
  let size: Double
  /// s_i², ascending.
  private let squares: [Double]

  init(_ data: TrainingSet) {
    let (m, d) = (data.count, data.inputs.rows)
    func scaled(_ matrix: Matrix<Double>) -> Matrix<Double> {
      Matrix(
        columns: (0..<m).map { i in
          matrix.column(i).map { $0 * data.weights[i].squareRoot() }
        })
    }
    let (x, y) = (scaled(data.inputs), scaled(data.targets))
    size = y.elements.reduce(0) { $0 + $1 * $1 }
    // The part of Y that the rows of X reach, in their eigenbasis.
    var solver = HermitianEigensolver<Double>(size: d)
    _ = solver.diagonalize(x * x.transposed, vectors: true)
    let largest = solver.eigenvalues[d - 1]
    let reach = (0..<d).filter { solver.eigenvalues[$0] > 1e-12 * largest }.map { i in
      (y * (x.transposed * Matrix(columns: [solver.eigenvectors.column(i)]))).elements
        .map { $0 / solver.eigenvalues[i].squareRoot() }
    }
    let cross = Matrix(columns: reach)
    var second = HermitianEigensolver<Double>(size: y.rows)
    _ = second.diagonalize(cross * cross.transposed)
    squares = second.eigenvalues
  }

  /// 1 - Σ_{i∈S} s_i²/c for all sets of at most so many, ascending.
  func levels(rank: Int) -> [Double] {
    (0..<(1 << squares.count)).filter { $0.nonzeroBitCount <= rank }.map { bits in
      1 - squares.indices.filter { bits >> $0 & 1 == 1 }.reduce(0) { $0 + squares[$1] } / size
    }.sorted()
  }
}
