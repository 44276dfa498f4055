internal import ComplexModule
public import LinearAlgebra
public import RandomStreams
internal import RealModule
public import Requirements

/// Complex MANOVA matrices: ``ManovaEnsemble`` with complex normal entries and adjoints for transposes; β = 2.
public struct ComplexManovaEnsemble: HermitianMatrixEnsemble {
  /// The size m.
  public let size: Int
  /// n₁.
  public let first: Int
  /// n₂.
  public let second: Int
  private let normals: ComplexGinibreEnsemble

  /// Number of rows, m.
  public var rows: Int { size }
  /// Number of columns, m.
  public var columns: Int { size }

  /// Wachter's law of n₁/m and n₂/m; nil if n₁ + n₂ = m.
  public var limitingLaw: (any SpectralLaw)? { wachterLaw(size, first, second) }

  /// The ensemble of m x m matrices from n₁ and n₂ observations, n₁ + n₂ ≥ m.
  public init(
    size: Int, first: Int, second: Int
  ) throws(ParameterError) {
    try requireObservations(first, second, size: size)
    (self.size, self.first, self.second) = (size, first, second)
    normals = try ComplexGinibreEnsemble(rows: first + second, columns: size)
  }

  /// One sample, Hermitian to the last bit.
  ///
  /// Randomness: 2(n₁ + n₂)m normals.
  public func sample(into matrix: inout ComplexMatrix, using stream: inout RandomStream) {
    requireShape(of: matrix)
    matrix.setTruncation(of: normals, rows: first, using: &stream)
  }
}

/// Quaternion MANOVA matrices, as complex ones of twice the size: ``ManovaEnsemble`` with normal quaternions; β = 4.
/// Every eigenvalue occurs twice.
public struct QuaternionManovaEnsemble: HermitianMatrixEnsemble {
  /// The size m, in quaternions.
  public let size: Int
  /// n₁.
  public let first: Int
  /// n₂.
  public let second: Int
  private let normals: QuaternionGinibreEnsemble

  /// Number of rows, 2m.
  public var rows: Int { 2 * size }
  /// Number of columns, 2m.
  public var columns: Int { 2 * size }

  /// Wachter's law of n₁/m and n₂/m; nil if n₁ + n₂ = m.
  public var limitingLaw: (any SpectralLaw)? { wachterLaw(size, first, second) }

  /// The ensemble of m x m quaternions from n₁ and n₂ observations, n₁ + n₂ ≥ m.
  public init(
    size: Int, first: Int, second: Int
  ) throws(ParameterError) {
    try requireObservations(first, second, size: size)
    (self.size, self.first, self.second) = (size, first, second)
    normals = try QuaternionGinibreEnsemble(rows: first + second, columns: size)
  }

  /// One sample, Hermitian to the last bit.
  ///
  /// Randomness: 4(n₁ + n₂)m normals.
  public func sample(into matrix: inout ComplexMatrix, using stream: inout RandomStream) {
    requireShape(of: matrix)
    matrix.setTruncation(of: normals, rows: 2 * first, using: &stream)
  }
}

extension ComplexMatrix {
  /// Q₁ᴴQ₁, Q₁ some first rows of the Q of a QR factorisation of a normal matrix, R's diagonal positive.
  fileprivate mutating func setTruncation(
    of normals: some ComplexMatrixEnsemble, rows count: Int, using stream: inout RandomStream
  ) {
    var frame = normals.sample(using: &stream)
    frame.multiplyColumns(by: QRFactorization.orthonormalize(&frame))
    var top = ComplexMatrix(rows: frame.columns, columns: count)
    for j in 0..<frame.columns { for i in 0..<count { top[j, i] = frame[i, j].conjugate } }
    ComplexMatrix.multiplyByAdjoint(top, into: &self)
  }
}
