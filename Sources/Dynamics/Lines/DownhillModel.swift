internal import Foundation
internal import Landscapes
internal import LinearAlgebra

/// The second-order model g·s + s·Hs/2 of a landscape, or of the landscape upside down, and its line of
/// steepest descent
///
///     s(t) = -Σ v_i (v_i·g) (1 - e^{-λ_i t})/λ_i.
struct DownhillModel {
  let gradient: [Double]
  private let eigenvalues: [Double]
  private let eigenvectors: Matrix<Double>
  /// v_i·g.
  private let slopes: [Double]

  /// - Parameter sign: -1 for the landscape upside down.
  init(_ model: LocalModel, _ sign: Double) {
    var hessian = model.hessian
    for i in hessian.elements.indices { hessian.storage[i] *= sign }
    var solver = HermitianEigensolver<Double>(size: model.dimension)
    let gradient = model.gradient.map { sign * $0 }
    _ = solver.diagonalize(hessian, vectors: true)
    (self.gradient, eigenvalues, eigenvectors) = (
      gradient, solver.eigenvalues, solver.eigenvectors
    )
    slopes = gradient.indices.map { i in
      zip(solver.eigenvectors.column(i), gradient).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }

  var isConvex: Bool { eigenvalues[0] > 0 }

  var lowestMode: [Double] { eigenvectors.column(0) }

  /// g + Hs.
  func gradient(after move: [Double]) -> [Double] {
    var result = gradient
    for (i, λ) in eigenvalues.enumerated() {
      let mode = eigenvectors.column(i)
      let part = λ * zip(mode, move).reduce(0) { $0 + $1.0 * $1.1 }
      for r in result.indices { result[r] += part * mode[r] }
    }
    return result
  }

  /// s(t) of a length; s(∞), Newton's step, if the line ends before.
  func descent(length: Double) -> [Double] {
    let end = parts(.infinity)
    if norm(end) <= length { return sum(end) }
    var time = length / norm(gradient)
    while norm(parts(time)) > length { time /= 2 }
    while norm(parts(time)) < length { time *= 2 }
    var (low, high) = (time / 2, time)
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if norm(parts(middle)) < length { low = middle } else { high = middle }
    }
    return sum(parts(low))
  }

  private func parts(_ time: Double) -> [Double] {
    zip(slopes, eigenvalues).map { slope, λ in
      slope == 0 ? 0 : λ == 0 ? -slope * time : slope * expm1(-λ * time) / λ
    }
  }

  private func sum(_ parts: [Double]) -> [Double] {
    gradient.indices.map { r in
      parts.indices.reduce(0) { $0 + parts[$1] * eigenvectors[r, $1] }
    }
  }
}
