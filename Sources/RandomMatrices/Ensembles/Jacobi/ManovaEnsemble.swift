public import LinearAlgebra
public import RandomStreams
public import Requirements

/// Real MANOVA matrices: A Aᵀ over A Aᵀ + B Bᵀ for m x n₁ and m x n₂ matrices A and B of independent normal
/// entries of one variance, in the symmetric form L⁻¹ A Aᵀ L⁻ᵀ with A Aᵀ + B Bᵀ = L Lᵀ.
///
/// Scale: none, eigenvalues lie in [0, 1]. At large m they fill the bulk of ``WachterLaw`` of n₁/m and n₂/m; m - n₁ are
/// 0 for n₁ < m, and m - n₂ are 1 for n₂ < m. For n₁, n₂ ≥ m the law is that of ``JacobiEnsemble``.
///
/// Reference: Muirhead, Aspects of Multivariate Statistical Theory (1982), section 3.3.
public struct ManovaEnsemble: SymmetricMatrixEnsemble {
  /// The size m.
  public let size: Int
  /// n₁.
  public let first: Int
  /// n₂.
  public let second: Int
  private let normals: GinibreEnsemble

  /// Wachter's law of n₁/m and n₂/m; nil if n₁ + n₂ = m.
  public var limitingLaw: (any SpectralLaw)? { wachterLaw(size, first, second) }

  /// The ensemble of m x m matrices from n₁ and n₂ observations, n₁ + n₂ ≥ m.
  public init(
    size: Int, first: Int, second: Int
  ) throws(ParameterError) {
    try requireObservations(first, second, size: size)
    (self.size, self.first, self.second) = (size, first, second)
    normals = try GinibreEnsemble(rows: first + second, columns: size)
  }

  /// One sample, symmetric to the last bit.
  ///
  /// Q₁ᵀQ₁, Q₁ the first n₁ rows of the Q of a QR factorisation of [A B]ᵀ: no square is ever inverted.
  ///
  /// Randomness: (n₁ + n₂)m normals. Cost: about 5(n₁ + n₂)m² operations.
  public func sample(into matrix: inout Matrix, using stream: inout RandomStream) {
    requireShape(of: matrix)
    var frame = normals.sample(using: &stream)
    _ = QRFactorization.orthonormalize(&frame)
    var top = Matrix(rows: size, columns: first)
    for j in 0..<size { for i in 0..<first { top[j, i] = frame[i, j] } }
    Matrix.multiplyByTranspose(top, into: &matrix)
  }
}

func requireObservations(
  _ first: Int, _ second: Int, size: Int
) throws(ParameterError) {
  try ParameterError.requireCount("size", size)
  try ParameterError.requireCount("number of observations", first)
  try ParameterError.requireCount("number of observations", second)
  let sum = Double(first) + Double(second)
  try ParameterError.require("sum of observations", sum, "the size \(size) or more") {
    $0 >= Double(size)
  }
}

func wachterLaw(_ size: Int, _ first: Int, _ second: Int) -> (any SpectralLaw)? {
  try? WachterLaw(first: Double(first) / Double(size), second: Double(second) / Double(size))
}
