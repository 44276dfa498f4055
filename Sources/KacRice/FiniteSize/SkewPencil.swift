internal import ComplexModule
internal import RealModule
internal import SpecialFunctions

/// Moments of the functions ψ_0, ..., ψ_{n-1} over one side of x, of which a generating function in the number
/// of eigenvalues there is made.
struct HalfLineMoments: Sendable {
  /// Double integrals of ψ_j(y) ψ_k(y') sign(y' - y): (j, k) at j n + k.
  let skew: [Complex<Double>]
  /// Integrals of ψ_j.
  let single: [Complex<Double>]
}

/// The skew-symmetric matrix A + z B + z² C whose Pfaffian is a generating function: a factor z for every
/// eigenvalue below x (de Bruijn). Of odd n it has one more row, the single integrals.
///
/// Reference: de Bruijn, J. Indian Math. Soc. 19, 133 (1955).
struct SkewPencil: Sendable {
  /// Even number of rows.
  private let size: Int
  /// A, B and C above the diagonal, row after row.
  private var coefficients:
    [(constant: Complex<Double>, linear: Complex<Double>, quadratic: Complex<Double>)] = []

  init(below: HalfLineMoments, above: HalfLineMoments) {
    let n = below.single.count
    size = n + n % 2
    coefficients.reserveCapacity(size * (size - 1) / 2)
    for j in 0..<n {
      for k in (j + 1)..<max(n, j + 1) {
        let cross = below.single[j] * above.single[k] - above.single[j] * below.single[k]
        coefficients.append((above.skew[j * n + k], cross, below.skew[j * n + k]))
      }
      if size > n { coefficients.append((above.single[j], below.single[j], .zero)) }
    }
  }

  /// The Pfaffians at several z, in ``pfaffian(_:size:)``'s form.
  func pfaffians(at points: [Complex<Double>]) -> [(value: Complex<Double>, logScale: Double)] {
    var matrix = [Complex<Double>](repeating: .zero, count: size * size)
    return points.map { z in
      let square = z * z
      var next = 0
      for j in 0..<size {
        matrix[j * size + j] = Complex<Double>.zero
        for k in (j + 1)..<max(size, j + 1) {
          let (constant, linear, quadratic) = coefficients[next]
          let entry = constant + square * quadratic + z * linear
          matrix[j * size + k] = entry
          matrix[k * size + j] = -entry
          next += 1
        }
      }
      return pfaffian(&matrix, size: size)
    }
  }
}
