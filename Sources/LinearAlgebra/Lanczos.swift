internal import Requirements

/// Lanczos' process on a real symmetric operator A of which only products with vectors are known.
///
/// From each start q it makes an orthonormal basis of q, Aq, ..., A^{k-1}q in which A is a tridiagonal k x k matrix. That
/// matrix's eigenvalues are the nodes, and the squares of the first components of its eigenvectors the weights, of the
/// Gauss quadrature of the start's spectral measure: with eigenpairs (λ_i, v_i) of A
///
///     Σ_i (v_i·q)² f(λ_i) = Σ_j w_j f(θ_j)      exactly for polynomials f up to degree 2k - 1.
///
/// The outermost nodes approach the outermost eigenvalues first, from within. Vectors are made orthogonal to all before them,
/// twice, so that no eigenvalue comes more than once by rounding.
///
/// Reference: Golub and Meurant, *Matrices, moments and quadrature with applications*, 2010, chapters 4 and 6.
public struct Lanczos: Sendable {
  /// What one start gives.
  public struct Measure: Sendable {
    /// The nodes θ_j, ascending: at most as many as there were steps, fewer where the start lies in a smaller invariant
    /// space; none where a product was not finite.
    public let nodes: [Double]
    /// The weights w_j, which add up to 1.
    public let weights: [Double]
    /// For each node a distance within which A has an eigenvalue, to rounding.
    public let residuals: [Double]

    package init(nodes: [Double], weights: [Double], residuals: [Double]) {
      (self.nodes, self.weights, self.residuals) = (nodes, weights, residuals)
    }
  }

  /// One for each start.
  public let measures: [Measure]

  /// Goes so many steps from some starts, all of them together.
  ///
  /// - Parameters:
  ///   - starts: n x B, of any lengths but zero.
  ///   - steps: k; no more than n are made.
  ///   - multiply: A times each column of an n x B matrix.
  /// - Complexity: k products with n x B matrices, 8nk²B operations and nkB numbers of memory.
  public init(
    from starts: Matrix<Double>, steps: Int,
    multiply: (Matrix<Double>) -> Matrix<Double>
  ) {
    let n = starts.rows
    demand(steps >= 1, "Lanczos' process takes at least one step, not \(steps)")
    var runs = (0..<starts.columns).map { LanczosRun(from: starts.column($0)) }
    for step in 0..<min(steps, n) where runs.contains(where: \.isGoing) {
      let last = Matrix<Double>(columns: runs.map(\.last))
      let products = multiply(last)
      demand(
        products.rows == n && products.columns == starts.columns,
        "products of \(products.rows)x\(products.columns) numbers, not \(n)x\(starts.columns)")
      for b in runs.indices {
        runs[b].extend(by: products.column(b), isLast: step == min(steps, n) - 1)
      }
    }
    measures = runs.map(\.measure)
  }
}

/// Lanczos' process from one start.
private struct LanczosRun {
  /// The basis so far, n numbers a vector.
  private var basis: [Double]
  private let dimension: Int
  private var diagonal: [Double] = []
  private var offDiagonal: [Double] = []
  private(set) var isGoing: Bool
  private var isLost = false

  init(from start: [Double]) {
    let length = norm(start)
    demand(length > 0 || !length.isFinite, "Lanczos' process cannot start from a vector of zeros")
    (dimension, isGoing) = (start.count, length.isFinite)
    isLost = !isGoing
    basis = start.map { $0 / length }
  }

  /// The vector to be multiplied; where the process has ended any.
  var last: [Double] { Array(basis.suffix(dimension)) }

  /// Goes on by the product with the last vector.
  mutating func extend(by product: [Double], isLast: Bool) {
    guard isGoing else { return }
    var next = product
    let last = last
    diagonal.append(zip(next, last).reduce(0) { $0 + $1.0 * $1.1 })
    for _ in 0..<2 { makeOrthogonal(&next) }
    let length = norm(next)
    guard length.isFinite, diagonal[diagonal.count - 1].isFinite else {
      (isGoing, isLost) = (false, true)
      return
    }
    offDiagonal.append(length)
    // What is left of the largest number met is rounding: the space is invariant.
    let size = (diagonal + offDiagonal).reduce(0) { max($0, abs($1)) }
    isGoing = !isLast && length > 0x1p-50 * Double(dimension).squareRoot() * size
    if isGoing { basis += next.map { $0 / length } }
  }

  /// Takes from a vector its parts along the basis.
  private func makeOrthogonal(_ vector: inout [Double]) {
    let (n, count) = (dimension, basis.count / dimension)
    basis.withUnsafeBufferPointer { basis in
      vector.withUnsafeMutableBufferPointer { vector in
        withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { parts in
          OpenBLAS.multiply(
            (count, 1, n), .transposed(basis.baseAddress!, stride: n),
            .plain(vector.baseAddress!, stride: n), into: parts.baseAddress!, stride: count)
          for i in parts.indices { parts[i] = -parts[i] }
          OpenBLAS.multiply(
            (n, 1, count), .plain(basis.baseAddress!, stride: n),
            .plain(parts.baseAddress!, stride: count), into: vector.baseAddress!, stride: n,
            adding: 1)
        }
      }
    }
  }

  var measure: Lanczos.Measure {
    let k = diagonal.count
    let none = Lanczos.Measure(nodes: [], weights: [], residuals: [])
    guard !isLost, k > 0 else { return none }
    var matrix = Matrix<Double>(rows: k, columns: k)
    for j in 0..<k {
      matrix[j, j] = diagonal[j]
      if j + 1 < k { (matrix[j + 1, j], matrix[j, j + 1]) = (offDiagonal[j], offDiagonal[j]) }
    }
    var solver = HermitianEigensolver<Double>(size: k)
    guard solver.diagonalize(matrix, vectors: true) else { return none }
    let vectors = solver.eigenvectors
    return Lanczos.Measure(
      nodes: solver.eigenvalues, weights: (0..<k).map { vectors[0, $0] * vectors[0, $0] },
      residuals: (0..<k).map { abs(offDiagonal[k - 1] * vectors[k - 1, $0]) })
  }
}
