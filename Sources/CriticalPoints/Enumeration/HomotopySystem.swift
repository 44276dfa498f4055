internal import Numerics
internal import Requirements
internal import Landscapes
internal import LinearAlgebra
internal import RandomStreams

/// The equations whose solutions at t = 1 are the critical points of a polynomial on the complex unit
/// sphere, and at t = 0 those of an orthogonally decomposable one, which are explicit.
///
///     t ∇g(v) + (1-t) ∇G(v) = μ v,   v·v = 1,   g(v) = H(√N v)/√N,   G(v) = Σ_i a_i v_i^d
///
/// with d the top degree of g, over a power of two that makes its coefficients those of a Hamiltonian with
/// a_p of order one, and random complex a_i. g and G both have 2((d-1)^N - 1)/(d-2) such
/// points if they are generic, so that no path is lost and none goes to infinity.
///
/// Reference: Cartwright and Sturmfels, arXiv:1004.4953, the number; Sommese and Wampler, The Numerical Solution of
/// Systems of Polynomials (2005), random coefficients of the start.
struct HomotopySystem: Sendable {
  /// Everything of one degree p ≥ 2 that the kernels need.
  struct Part: Sendable {
    let degree: Int
    /// Monomials of degree p-2.
    let columns: Int
    /// The Hessian's coefficients p(p-1) T, in the kernel's order.
    let coefficients: [Double]
    /// ‖T‖, the Frobenius norm over all index tuples: |T v^k| ≤ ‖T‖ |v|^k for any k, also with moduli in
    /// place of the entries.
    let norm: Double
  }

  let dimension: Int
  let degree: Int
  /// g is H over this, a power of two: multiplying H by a number changes nothing but that.
  let unit: Double
  let parts: [Part]
  /// ∇ of the part of degree 1.
  let field: [Double]
  /// a_i.
  let start: [Complex<Double>]
  /// Whether v → -v maps solutions to solutions, so that one of each pair is enough.
  let hasParity: Bool

  /// Where each row of a part's coefficients stands in the packed matrix of order N + 1 whose first N rows and
  /// columns are the Hessian. Rows beyond it go where the border's corner is.
  let places: [Int32]

  init(_ landscape: some PolynomialLandscape, from stream: inout RandomStream) {
    let parts = landscape.homogeneousParts
    let n = landscape.domain.ambientDimension
    let root = Double(n).squareRoot()
    var field = [Double](repeating: 0, count: n)
    var prepared: [Part] = []
    unit = Self.unit(parts, root: root)
    for (polynomial, scale) in parts {
      let p = polynomial.tensor.degree
      let factor = (1..<p).reduce(scale) { value, _ in value * root } / unit
      if p == 1 {
        field = polynomial.tensor.elements.map { $0 * factor }
      } else {
        prepared.append(
          Part(
            degree: p, columns: SymmetricTensor.entryCount(degree: p - 2, dimension: n),
            coefficients: Self.coefficients(polynomial.tensor, factor: factor),
            norm: abs(factor) * unit * Self.norm(polynomial.tensor, over: unit)))
      }
    }
    dimension = n
    degree = parts.last?.polynomial.tensor.degree ?? 0
    self.parts = prepared
    self.field = field
    let parities = Set(parts.map { $0.polynomial.tensor.degree % 2 })
    hasParity = parities.count == 1
    // Eigenvalues of size √N p, as those of a Hamiltonian of order N have.
    let size = root
    places = Self.places(n)
    start = (0..<n).map { _ in
      Complex(length: size * (0.6 + 0.8 * stream.uniform()), phase: 2 * .pi * stream.uniform())
    }
  }

  /// The power of two nearest to √(ΣT²/ΣC), ΣT² over all entries and ΣC the number of distinct ones: its square is
  /// the mean of a_p².
  private static func unit(
    _ parts: [(polynomial: HomogeneousPolynomial, scale: Double)], root: Double
  ) -> Double {
    let largest = parts.reduce(0) { $1.polynomial.tensor.elements.reduce($0) { max($0, abs($1)) } }
    guard largest > 0, largest.isFinite else { return 1 }
    // Squares of numbers near one.
    let near = Double(sign: .plus, exponent: largest.exponent, significand: 1)
    let (sum, count) = parts.reduce((0.0, 0.0)) { total, part in
      let tensor = part.polynomial.tensor
      let factor = (1..<tensor.degree).reduce(part.scale) { value, _ in value * root }
      let size = factor * norm(tensor, over: near)
      return (total.0 + size * size, total.1 + Double(tensor.elements.count))
    }
    guard sum > 0 else { return 1 }
    let power = Int(Double.log2((sum / count).squareRoot()).rounded()) + Int(near.exponent)
    return Double(sign: .plus, exponent: min(max(power, -1000), 1000), significand: 1)
  }

  /// What tells these coefficients and this start from others.
  var identity: UInt64 {
    let numbers = parts.flatMap(\.coefficients) + field + start.flatMap { [$0.real, $0.imaginary] }
    return checksum(of: numbers.lazy.map(\.bitPattern))
  }

  /// ‖T‖ over a unit.
  private static func norm(_ tensor: SymmetricTensor, over unit: Double) -> Double {
    var sum = 0.0
    SymmetricTensor.forEachEntry(degree: tensor.degree, dimension: tensor.dimension) {
      let entry = tensor.elements[$0] / unit
      sum += $2 * entry * entry
    }
    return sum.squareRoot()
  }

  /// The pairs i ≥ j by columns of the lower triangle, padded to a multiple of four for the kernel.
  private static func places(_ n: Int) -> [Int32] {
    let size = n + 1
    let starts = (0..<size).map { $0 * size - $0 * ($0 - 1) / 2 }
    let places = (0..<n).flatMap { j in (0..<(n - j)).map { Int32(starts[j] + $0) } }
    let padding = (4 - places.count % 4) % 4
    return places + [Int32](repeating: Int32(starts[n]), count: padding)
  }

  /// p(p-1) factor T in blocks of four rows; rows are pairs i ≥ j by columns of the lower triangle.
  private static func coefficients(_ tensor: SymmetricTensor, factor: Double) -> [Double] {
    let (n, p) = (tensor.dimension, tensor.degree)
    let columns = SymmetricTensor.entryCount(degree: p - 2, dimension: n)
    let rows = (n * (n + 1) / 2 + 3) / 4 * 4
    var result = [Double](repeating: 0, count: rows * columns)
    SymmetricTensor.forEachEntry(degree: p - 2, dimension: n) { m, monomial, orderings in
      var row = 0
      for j in 0..<n {
        for i in j..<n {
          let entry = tensor.elements[SymmetricTensor.position(of: (monomial + [i, j]).sorted())]
          result[(row / 4 * columns + m) * 4 + row % 4] =
            Double(p * (p - 1)) * factor * orderings * entry
          row += 1
        }
      }
    }
    return result
  }
}
