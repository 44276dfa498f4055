public import LinearAlgebra
public import Numerics
public import RandomStreams
public import Requirements

/// Dyson's circular ensembles of unitary matrices; their eigenvalues on the circle have the joint density
/// ∝ ∏|e^{iθ_j} - e^{iθ_k}|^β.
///
///     β = 1   symmetric ones, Uᵀ U
///     β = 2   U itself
///     β = 4   self-dual ones, Uᴰ U with Uᴰ = Z Uᵀ Zᵀ, blocks [[0, 1], [-1, 0]] on the diagonal of Z
///
/// U is evenly distributed on U(n), for β = 4 on U(2n), where every eigenvalue occurs twice; ``size`` counts it once.
///
/// Reference: Dyson, J. Math. Phys. 3, 140 (1962).
public struct Circular<Field: RandomScalar>: MatrixEnsemble {
  /// The number n of distinct eigenvalues.
  public let size: Int
  private let unitary: Haar<Complex<Double>>

  /// Number of rows.
  public var rows: Int { unitary.size }
  /// Number of columns.
  public var columns: Int { unitary.size }

  /// Matrices of n ≥ 1 distinct eigenvalues.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for a smaller n.
  public init(size: Int) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    self.size = size
    unitary = try Haar(size: Field.blockSize * size)
  }

  /// One sample, unitary and symmetric or self-dual to rounding.
  ///
  /// Randomness: 2n² normals, for β = 4 four times as many.
  public func sample(into matrix: inout Matrix<Complex<Double>>, using stream: inout RandomStream) {
    unitary.sample(into: &matrix, using: &stream)
    switch Field.beta {
    case 1: matrix = matrix.transposed * matrix
    case 2: break
    default:
      var dual = Matrix<Complex<Double>>(rows: rows, columns: columns)
      for j in 0..<columns {
        for i in 0..<rows {
          // Z maps 2k to 2k+1 with sign +, 2k+1 to 2k with sign -.
          let sign = (i ^ j).isMultiple(of: 2) ? 1.0 : -1.0
          dual[i, j] = Complex(sign) * matrix[j ^ 1, i ^ 1]
        }
      }
      matrix = dual * matrix
    }
  }
}

/// Symmetric unitary matrices, β = 1.
public typealias CircularOrthogonalEnsemble = Circular<Double>
/// Unitary matrices, β = 2: those of ``HaarUnitary``.
public typealias CircularUnitaryEnsemble = Circular<Complex<Double>>
/// Self-dual unitary matrices, β = 4.
public typealias CircularSymplecticEnsemble = Circular<Quaternion>
