public import Numerics

/// What a matrix is made of: `Double` or `Complex<Double>`.
///
/// The requirement with an underscore is for the types of this module.
public protocol MatrixScalar: AlgebraicField, Sendable {
  /// The complex conjugate; a real number itself.
  var conjugate: Self { get }
  /// Whether it is neither infinite nor not a number.
  var isFinite: Bool { get }
  /// The number without its phase or sign: of modulus 1, and 1 for 0.
  var direction: Self { get }

  /// The calls of BLAS and LAPACK.
  static var _routines: LinearAlgebraRoutines<Self> { get }
}

/// Calls of BLAS and LAPACK on column-major storage without gaps, for callers that check shapes before.
public struct LinearAlgebraRoutines<Scalar: MatrixScalar>: Sendable {
  /// C ← A B for A of m x k and B of k x n.
  let multiply:
    @Sendable (
      _ m: Int, _ n: Int, _ k: Int, _ a: [Scalar], _ b: [Scalar], _ c: inout [Scalar]
    ) -> Void
  /// The lower triangle of C ← A Aᴴ for A of n x k.
  let multiplyByAdjoint: @Sendable (_ n: Int, _ k: Int, _ a: [Scalar], _ c: inout [Scalar]) -> Void
  /// A ← Q of A = QR, for A of m x n; returns the diagonal of R.
  let orthonormalize: @Sendable (_ m: Int, _ n: Int, _ a: inout [Scalar]) -> [Scalar]
  /// Eigenvalues of a Hermitian A of n x n, of which the lower triangle is read, ascending; A ← eigenvectors if asked,
  /// else what is left. False if the iteration failed.
  let diagonalize:
    @Sendable (
      _ n: Int, _ a: inout [Scalar], _ vectors: Bool, _ eigenvalues: inout [Double],
      _ workspace: inout EigensolverWorkspace<Scalar>
    ) -> Bool
  /// Eigenvalues of any A of n x n, which is destroyed; nil if the iteration failed.
  let eigenvalues: @Sendable (_ n: Int, _ a: inout [Scalar]) -> [Complex<Double>]?
}

/// What LAPACK's divide and conquer works in.
struct EigensolverWorkspace<Scalar: MatrixScalar>: Sendable {
  var numbers: [Scalar] = []
  var reals: [Double] = []
  var integers: [Int32] = []

  /// Grows to so many of each.
  mutating func reserve(_ numbers: Int, _ reals: Int, _ integers: Int) {
    if self.numbers.count < numbers {
      self.numbers = [Scalar](repeating: .zero, count: numbers)
    }
    if self.reals.count < reals { self.reals = [Double](repeating: 0, count: reals) }
    if self.integers.count < integers { self.integers = [Int32](repeating: 0, count: integers) }
  }
}
