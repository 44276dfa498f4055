import LinearAlgebra
import RandomStreams
import Testing

/// Normal entries, reproducible from the seed.
func randomMatrix(_ rows: Int, _ columns: Int, seed: UInt64) -> Matrix<Double> {
  var stream = RandomStream(seed: seed, purpose: .noise)
  return Matrix<Double>(
    rows: rows, columns: columns, elements: stream.normals(count: rows * columns))
}

/// (B + Bᵀ)/√2 with B normal: spectrum about ±2√n.
func randomSymmetric(_ n: Int, seed: UInt64) -> Matrix<Double> {
  let b = randomMatrix(n, n, seed: seed)
  var result = b
  for j in 0..<n { for i in 0..<n { result[i, j] = (b[i, j] + b[j, i]) / 2.0.squareRoot() } }
  return result
}

/// Largest |entry| of A - B.
func distance(_ a: Matrix<Double>, _ b: Matrix<Double>) -> Double {
  zip(a.elements, b.elements).reduce(0) { max($0, abs($1.0 - $1.1)) }
}

/// Overwrites the upper triangle, which a routine that reads the lower one must not see.
func spoilUpperTriangle(_ a: Matrix<Double>) -> Matrix<Double> {
  var result = a
  for j in 0..<a.columns { for i in 0..<j { result[i, j] = 1e6 * Double(i + j + 1) } }
  return result
}

/// The bound on backward errors of LAPACK's orthogonal routines, p(n) ε |A| with p(n) = 10 n; the
/// users' guide promises a "modest" p(n), and errors seen are below a tenth of this.
func backwardError(_ n: Int, norm: Double) -> Double { 10 * Double(n) * 0x1p-52 * norm }

/// All eigenvalues and eigenvectors.
func diagonalized(_ a: Matrix<Double>) throws -> HermitianEigensolver<Double> {
  var solver = HermitianEigensolver<Double>(size: a.rows)
  let succeeded = solver.diagonalize(a, vectors: true)
  try #require(succeeded)
  return solver
}
