internal import Foundation
internal import LinearAlgebra
internal import Requirements
internal import SpecialFunctions

/// The determinants of the even and the odd part of the sine kernel on an interval of length s,
///
///     E±(s) = det(1 - K±),   K±(x, y) = sin π(x-y)/π(x-y) ± sin π(x+y)/π(x+y) on (0, s/2),
///
/// with two derivatives in s. On (0, 1) the derivative of the kernel is of rank one, K±' = c(u) c(v) with
/// c(u) = cos(πsu/2) or sin(πsu/2), so that with R = (1 - K)⁻¹
///
///     E' = -E cᵀRc,   E'' = -2E c'ᵀRc.
///
/// E R = Σ_i v_i v_iᵀ ∏_{k≠i} (1 - λ_k) stays finite where an eigenvalue is 1 but for rounding. Absolute errors
/// are some 1e-15.
///
/// Reference: Gaudin, Nucl. Phys. 25, 447 (1961); Bornemann, Math. Comp. 79, 871 (2010), the method.
struct SineDeterminant: Sendable {
  enum Parity { case even, odd }

  let parity: Parity
  /// On (0, 1); enough for s ≤ 10.
  private let rule = GaussLegendre(count: 40)

  init(_ parity: Parity) { self.parity = parity }

  /// E, E' and E'' at s ≥ 0.
  func callAsFunction(_ s: Double) -> GapJet {
    let n = rule.nodes.count
    let nodes = rule.nodes.map { (1 + $0) / 2 }
    let roots = rule.weights.map { ($0 / 2).squareRoot() }
    var kernel = Matrix<Double>(rows: n, columns: n)
    for j in 0..<n {
      for i in j..<n {
        let (near, far) = (Self.sine(s, nodes[i] - nodes[j]), Self.sine(s, nodes[i] + nodes[j]))
        kernel[i, j] = roots[i] * roots[j] * (parity == .even ? near + far : near - far)
      }
    }
    var solver = HermitianEigensolver<Double>(size: n)
    let isDone = solver.diagonalize(kernel, vectors: true)
    demand(isDone, "eigenvalues of the sine kernel at s = \(s) did not converge")
    var (c, slope) = ([Double](), [Double]())
    for (u, root) in zip(nodes, roots) {
      let (cosine, sine) = (cos(.pi * s * u / 2), sin(.pi * s * u / 2))
      c.append(root * (parity == .even ? cosine : sine))
      slope.append(root * .pi * u / 2 * (parity == .even ? -sine : cosine))
    }
    let factors = solver.eigenvalues.map { max(0, 1 - $0) }
    var result = GapJet(value: factors.reduce(1, *), slope: 0, curvature: 0)
    for i in 0..<n {
      let others = factors.indices.reduce(1) { $1 == i ? $0 : $0 * factors[$1] }
      let v = solver.eigenvectors.column(i)
      let along = zip(v, c).reduce(0) { $0 + $1.0 * $1.1 }
      let across = zip(v, slope).reduce(0) { $0 + $1.0 * $1.1 }
      result.slope -= others * along * along
      result.curvature -= 2 * others * along * across
    }
    return result
  }

  /// (s/2) sin(πsw/2)/(πsw/2), the kernel for a distance w on (0, 1).
  private static func sine(_ s: Double, _ w: Double) -> Double {
    w == 0 ? s / 2 : sin(.pi * s * w / 2) / (.pi * w)
  }
}

/// A function of the length of a gap, with two derivatives.
struct GapJet: Sendable {
  var value, slope, curvature: Double

  static func * (a: GapJet, b: GapJet) -> GapJet {
    GapJet(
      value: a.value * b.value, slope: a.slope * b.value + a.value * b.slope,
      curvature: a.curvature * b.value + 2 * a.slope * b.slope + a.value * b.curvature)
  }
}
