internal import CGSL
internal import Foundation
internal import LinearAlgebra

/// The Tracy-Widom law of β = 1 or 2: the largest eigenvalue of a large GOE or GUE matrix.
///
///     F₁(s) = det(1 - A_s),   F₂(s) = det(1 - A_s) det(1 + A_s),   A_s(x, y) = Ai(x + y + s) on (0, ∞)
///
/// Scale: the largest eigenvalue of a ``HermiteEnsemble`` tends to √(2βn) + √(β/2) n^{-1/6} ζ, ζ of this law.
///
/// The determinants are taken on 64 Gauss-Legendre nodes, which is enough for 12 digits.
///
/// Reference: Ferrari and Spohn, J. Phys. A 38, L557 (2005), β = 1; Bornemann, Math. Comp. 79, 871 (2010),
/// the method.
public struct TracyWidomLaw: Sendable {
  /// The Dyson index β.
  public let beta: Int
  private let nodes: [Double]
  private let weights: [Double]

  /// The law of β = 1 or 2.
  public init(beta: Int = 1) throws(RandomMatrixError) {
    guard beta == 1 || beta == 2 else {
      throw .parameter("Dyson index", value: Double(beta), valid: "1 or 2")
    }
    self.beta = beta
    let count = 64
    var (nodes, weights) = (
      [Double](repeating: 0, count: count), [Double](repeating: 0, count: count)
    )
    guard let table = gsl_integration_glfixed_table_alloc(count) else {
      preconditionFailure("no memory for \(count) quadrature nodes")
    }
    defer { gsl_integration_glfixed_table_free(table) }
    for i in 0..<count {
      gsl_integration_glfixed_point(0, 1, i, &nodes[i], &weights[i], table)
    }
    (self.nodes, self.weights) = (nodes, weights)
  }

  /// F(s), the probability that ζ ≤ s.
  public func distribution(_ s: Double) -> Double {
    resolvent(s).map { exp($0.logDistribution) } ?? (s < 0 ? 0 : 1)
  }

  /// 1 - F(s), without the loss of digits where it is small.
  public func survival(_ s: Double) -> Double {
    resolvent(s).map { -expm1($0.logDistribution) } ?? (s < 0 ? 1 : 0)
  }

  /// F'(s).
  public func density(_ s: Double) -> Double {
    resolvent(s).map { exp($0.logDistribution) * $0.slope } ?? 0
  }

  /// E g(ζ), by the trapezoidal rule, for smooth g that grow no faster than e^{2|s|}.
  public func expectation(of g: (Double) -> Double) -> Double {
    let step = 0.25
    return (-48...80).reduce(0) { sum, i in
      let s = Double(i) * step
      return sum + step * g(s) * density(s)
    }
  }

  /// log F and its derivative; nil where F or 1 - F is below 1e-40.
  private func resolvent(_ s: Double) -> (logDistribution: Double, slope: Double)? {
    guard s > -14 && s < 28 else { return nil }
    let n = nodes.count
    // Ai(16) is 1e-20.
    let reach = max(16 - s, 12)
    var (kernel, change) = (Matrix(rows: n, columns: n), Matrix(rows: n, columns: n))
    for j in 0..<n {
      for i in 0..<n {
        let z = reach * (nodes[i] + nodes[j]) + s
        let root = reach * (weights[i] * weights[j]).squareRoot()
        kernel[i, j] = root * gsl_sf_airy_Ai(z, 0)
        change[i, j] = root * gsl_sf_airy_Ai_deriv(z, 0)
      }
    }
    var solver = SymmetricEigensolver(size: n)
    guard solver.diagonalize(kernel, vectors: true) else { return nil }
    let vectors = solver.eigenvectors
    let turned = change * vectors
    var (sum, slope) = (0.0, 0.0)
    for (i, eigenvalue) in solver.eigenvalues.enumerated() {
      let rise = zip(vectors.column(i), turned.column(i)).reduce(0) { $0 + $1.0 * $1.1 }
      let (λ, slopeOfλ) =
        beta == 1 ? (eigenvalue, rise) : (eigenvalue * eigenvalue, 2 * eigenvalue * rise)
      // Where F is below all digits an eigenvalue is 1 but for rounding.
      sum += log1p(max(-λ, -1 + 1e-16))
      slope -= slopeOfλ / max(1 - λ, 1e-16)
    }
    return (sum, slope)
  }
}
