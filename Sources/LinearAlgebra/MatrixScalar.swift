public import ComplexModule
public import RealModule

/// What a matrix is made of: `Double` or `Complex<Double>`.
///
/// The requirements with an underscore are calls of BLAS and LAPACK on column-major storage without gaps; they are for
/// the types of this module, which check shapes before.
public protocol MatrixScalar: AlgebraicField, Sendable {
  /// The complex conjugate; a real number itself.
  var conjugate: Self { get }
  /// Whether it is neither infinite nor not a number.
  var isFinite: Bool { get }
  /// The number without its phase or sign: of modulus 1, and 1 for 0.
  var direction: Self { get }

  /// C ← A B for A of m x k and B of k x n.
  static func _multiply(
    _ m: Int, _ n: Int, _ k: Int, _ a: [Self], _ b: [Self], into c: inout [Self])
  /// The lower triangle of C ← A Aᴴ for A of n x k.
  static func _multiplyByAdjoint(_ n: Int, _ k: Int, _ a: [Self], into c: inout [Self])
  /// A ← Q of A = QR, for A of m x n; returns the diagonal of R.
  static func _orthonormalize(_ m: Int, _ n: Int, _ a: inout [Self]) -> [Self]
  /// Eigenvalues of a Hermitian A of n x n, of which the lower triangle is read, ascending; A ← eigenvectors if asked,
  /// else what is left. False if the iteration failed.
  static func _diagonalize(
    _ n: Int, _ a: inout [Self], vectors: Bool, into eigenvalues: inout [Double],
    using workspace: inout EigensolverWorkspace<Self>
  ) -> Bool
  /// Eigenvalues of any A of n x n, which is destroyed; nil if the iteration failed.
  static func _eigenvalues(_ n: Int, _ a: inout [Self]) -> [Complex<Double>]?
}

/// What LAPACK's divide and conquer works in.
public struct EigensolverWorkspace<Scalar: MatrixScalar>: Sendable {
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
