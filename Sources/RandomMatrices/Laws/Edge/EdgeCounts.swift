internal import CGSL
internal import LinearAlgebra
internal import RandomStreams
internal import Requirements
internal import SpecialFunctions

/// The number of eigenvalues above s at the soft edge of large GOE and GUE matrices.
///
/// From the eigenvalues λ of A_s(x, y) = Ai(x + y + s) on (0, ∞), the generating functions E z^number are
///
///     β = 2: ∏(1 - λ² + λ²z)
///     β = 1: (D₋ + τD₊)/(1 + τ),  D∓ = ∏(1 ∓ λ ± 2λv),  v = ½(1 - √(1-z²)),  τ = 2v/z
///
/// which divide by nothing small. β = 1 is the square root of a perfect square in the form of Forrester and Rains.
///
/// Reference: Bornemann, Math. Comp. 79, 871 (2010), the determinants; Forrester and Rains, in Random Matrix Models
/// and Their Applications (2001), β = 1.
struct EdgeCounts {
  private let eigenvalues: [Double]

  /// By 96 Gauss-Legendre nodes, enough from s = -20 on.
  init(above s: Double) {
    let (nodes, weights) = (Self.rule.nodes, Self.rule.weights)
    let n = nodes.count
    // Ai(16) is 1e-20.
    let half = max(16 - s, 12) / 2
    var kernel = Matrix<Double>(rows: n, columns: n)
    for j in 0..<n {
      for i in j..<n {
        let root = half * (weights[i] * weights[j]).squareRoot()
        let x = half * (2 + nodes[i] + nodes[j]) + s
        kernel[i, j] = root * GSL.value { gsl_sf_airy_Ai_e(x, 0, $0) }
        kernel[j, i] = kernel[i, j]
      }
    }
    var solver = HermitianEigensolver<Double>(size: n)
    let isDone = solver.diagonalize(kernel, vectors: false)
    demand(isDone, "eigenvalues of a finite symmetric matrix did not converge")
    eigenvalues = solver.eigenvalues
  }

  private static let rule = GaussLegendre(count: 96)

  /// The probability of fewer than `rank` eigenvalues above s, β = 1 or 2.
  func probability(fewerThan rank: Int, beta: Int) -> Double {
    (beta == 1 ? orthogonal(rank) : unitary(rank)).reduce(0, +)
  }

  /// Probabilities of 0, 1, ... eigenvalues.
  private func unitary(_ count: Int) -> [Double] {
    product(eigenvalues.map { (1 - $0 * $0, $0 * $0) }, count)
  }

  private func orthogonal(_ count: Int) -> [Double] {
    // v = Σ C_{j-1} (z²/4)^j with the numbers of Catalan.
    var (v, τ) = ([Double](repeating: 0, count: count + 1), [Double](repeating: 0, count: count))
    var power = 1.0
    for j in 1..<(count / 2 + 2) {
      power /= 4
      if 2 * j <= count { v[2 * j] = catalan(j - 1) * power }
      if 2 * j - 1 < count { τ[2 * j - 1] = 2 * catalan(j - 1) * power }
    }
    let terms = count / 2 + 1
    let minus = substitute(v, into: product(eigenvalues.map { (1 - $0, 2 * $0) }, terms), count)
    let plus = substitute(v, into: product(eigenvalues.map { (1 + $0, -2 * $0) }, terms), count)
    var quotient = [Double]()
    for n in 0..<count {
      let known = (0..<n).reduce(0) { $0 + τ[n - $1] * quotient[$1] }
      quotient.append(minus[n] + convolution(τ, plus, n) - known)
    }
    return quotient
  }

  /// The first coefficients of ∏(a + bx).
  private func product(_ factors: [(Double, Double)], _ count: Int) -> [Double] {
    var result = [1.0] + [Double](repeating: 0, count: count - 1)
    for (a, b) in factors {
      for n in (1..<count).reversed() { result[n] = a * result[n] + b * result[n - 1] }
      result[0] *= a
    }
    return result
  }

  /// The first coefficients of Σ c_j v^j, by Horner's rule.
  private func substitute(_ v: [Double], into c: [Double], _ count: Int) -> [Double] {
    c.reversed().reduce([Double](repeating: 0, count: count)) { sum, coefficient in
      (0..<count).map { convolution(sum, v, $0) + ($0 == 0 ? coefficient : 0) }
    }
  }
}
