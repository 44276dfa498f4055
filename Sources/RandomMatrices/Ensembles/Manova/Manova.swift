public import LinearAlgebra
public import Numerics
public import RandomStreams
public import Requirements

/// MANOVA matrices: A Aᴴ over A Aᴴ + B Bᴴ for m x n₁ and m x n₂ matrices A and B of independent normal
/// entries of one variance, in a Hermitian form.
///
///     L⁻¹ A Aᴴ L⁻ᴴ,   A Aᴴ + B Bᴴ = L Lᴴ,   L lower triangular with a positive diagonal
///
/// Quaternions stand as complex blocks, so that every eigenvalue occurs twice; ``size`` counts it once.
///
/// Scale: none, eigenvalues lie in [0, 1]. At large m they fill the bulk of ``Law/wachter(first:second:)`` of n₁/m and n₂/m; m - n₁ are
/// 0 for n₁ < m, and m - n₂ are 1 for n₂ < m. For n₁, n₂ ≥ m the law is that of ``BetaEnsemble/jacobi(size:first:second:beta:)``.
///
/// Reference: Muirhead, Aspects of Multivariate Statistical Theory (1982), section 3.3.
public struct Manova<Field: RandomScalar>: HermitianMatrixEnsemble {
  /// The size m, in numbers of the field.
  public let size: Int
  /// n₁.
  package let first: Int
  /// n₂.
  package let second: Int
  private let normals: Ginibre<Field>

  /// Number of stored rows.
  public var rows: Int { Field.blockSize * size }

  /// Wachter's law of n₁/m and n₂/m; nil if n₁ + n₂ = m.
  public var limitingLaw: (any SpectralLaw)? {
    try? WachterLaw(first: Double(first) / Double(size), second: Double(second) / Double(size))
  }

  /// The ensemble of m x m matrices from n₁ and n₂ observations, n₁ + n₂ ≥ m.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for fewer, or an m, n₁ or n₂ below 1.
  public init(
    size: Int, first: Int, second: Int
  ) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    try ParameterError.requireCount("number of observations", first)
    try ParameterError.requireCount("number of observations", second)
    let sum = Double(first) + Double(second)
    try ParameterError.require("sum of observations", sum, "the size \(size) or more") {
      $0 >= Double(size)
    }
    (self.size, self.first, self.second) = (size, first, second)
    normals = try Ginibre(rows: first + second, columns: size)
  }

  /// One sample, Hermitian to the last bit.
  ///
  /// Q₁ᴴQ₁, Q₁ the first n₁ rows of the Q of a QR factorisation of [A B]ᴴ: no square is ever inverted.
  ///
  /// Randomness: β(n₁ + n₂)m normals. Cost: about 5(n₁ + n₂)m² operations, four times as many for complex numbers.
  public func sample(into matrix: inout Matrix<Field.Stored>, using stream: inout RandomStream) {
    requireShape(of: matrix)
    var frame = normals.sample(using: &stream)
    frame.orthonormalizeUniquely()
    Matrix.multiplyByAdjoint(frame.adjointOfFirstRows(Field.blockSize * first), into: &matrix)
  }
}

/// Real matrices, β = 1.
public typealias ManovaEnsemble = Manova<Double>
/// Complex matrices, β = 2.
public typealias ComplexManovaEnsemble = Manova<Complex<Double>>
/// Matrices of quaternions, β = 4.
public typealias QuaternionManovaEnsemble = Manova<Quaternion>

extension Matrix {
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Complex<Double>)
  fileprivate func adjointOfFirstRows(_ count: Int) -> Matrix {
    var result = Matrix(rows: columns, columns: count)
    for j in 0..<columns { for i in 0..<count { result[j, i] = self[i, j].conjugate } }
    return result
  }
}
