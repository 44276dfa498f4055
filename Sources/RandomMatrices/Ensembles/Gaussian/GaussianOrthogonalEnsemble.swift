public import LinearAlgebra
public import RandomStreams
public import Requirements

/// The Gaussian orthogonal ensemble: real symmetric matrices with independent normal entries, of variance
/// v off and 2v on the diagonal, the only such law that rotations do not change.
///
/// Scale: v = 1/2 unless given, as for ``HermiteEnsemble``; the joint density of the eigenvalues is then
/// ∝ ∏|x_i - x_j| exp(-Σ x²/2). In general the spectrum fills [-2√(nv), 2√(nv)] at large n, as a
/// semicircle.
///
/// Reference: Mehta, Random Matrices (2004), chapter 2.
public struct GaussianOrthogonalEnsemble: SymmetricMatrixEnsemble {
  /// The size n.
  public let size: Int
  /// v, the variance of an entry off the diagonal.
  public let variance: Double
  private let tridiagonal: HermiteEnsemble

  /// The semicircle of radius 2√(nv).
  public var limitingLaw: (any SpectralLaw)? {
    SemicircleLaw(validRadius: 2 * Double(size).squareRoot() * variance.squareRoot())
  }

  /// The ensemble of size n ≥ 1.
  public init(size: Int, variance: Double = 0.5) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    try ParameterError.requirePositive("variance", variance)
    (self.size, self.variance) = (size, variance)
    tridiagonal = try HermiteEnsemble(size: size)
  }

  /// One sample, both triangles.
  ///
  /// Randomness: n(n+1)/2 normals, column by column of the lower triangle. Cost: these, and reading and
  /// writing the matrix once.
  public func sample(into matrix: inout Matrix, using stream: inout RandomStream) {
    requireShape(of: matrix)
    let (n, deviation) = (size, variance.squareRoot())
    matrix.elements.withUnsafeMutableBufferPointer { elements in
      for j in 0..<n {
        let column = UnsafeMutableBufferPointer(rebasing: elements[(n * j + j)..<(n * (j + 1))])
        stream.fill(normals: column)
        for i in column.indices { column[i] *= deviation }
        column[0] *= 2.squareRoot()
      }
    }
    matrix.mirrorLowerTriangle()
  }

  /// The eigenvalues of one matrix, ascending, from a tridiagonal matrix of the same spectrum: O(n²) instead of
  /// O(n³) operations.
  public func eigenvalues(from generator: inout GSLGenerator) -> [Double] {
    tridiagonal.eigenvalues(from: &generator).map { unit * $0 }
  }

  /// The spectra of samples by number, eight at a time.
  public func spectra(seed: UInt64, samples: Range<Int>) -> [[Double]] {
    tridiagonal.spectra(seed: seed, samples: samples).map { $0.map { unit * $0 } }
  }

  /// Of the tridiagonal matrices.
  private var unit: Double { 2.0.squareRoot() * variance.squareRoot() }
}
