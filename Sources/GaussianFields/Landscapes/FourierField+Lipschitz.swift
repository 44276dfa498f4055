internal import Foundation
public import Landscapes
internal import LinearAlgebra

extension FourierField: LipschitzHessian {
  /// The largest Frobenius norm of the third derivatives on a grid of at least six points to the shortest wave,
  /// over cos(π/6) for each axis: between such points no trigonometric polynomial rises further (Ehlich and
  /// Zeller, Math. Z. 86, 41 (1964)).
  ///
  /// - Complexity: a fast Fourier transform for each third derivative.
  public func hessianLipschitzConstant() -> Double {
    let n = domain.dimension
    let shape = (0..<n).map { axis in
      RealFourierTransform.fastSize(
        atLeast: 6 * max(1, vectors.reduce(0) { max($0, abs($1[axis])) }))
    }
    let transform = RealFourierTransform(shape: shape)
    // Wave vectors in units of the largest, amplitudes in units of theirs: cubes stay in range.
    let highest = Double(vectors.reduce(1) { max($0, $1.reduce(0) { max($0, abs($1)) }) })
    let strongest = amplitudes.reduce(0) { max($0, abs($1.cosine), abs($1.sine)) }
    guard strongest > 0 else { return 0 }
    var squares = [Double](repeating: 0, count: transform.spectrumCount * 2)
    for (axes, multiplicity) in Self.triples(n) {
      transform.withBuffer { buffer in
        buffer.update(repeating: 0)
        for (vector, (a, b)) in zip(vectors, amplitudes) {
          let factor = axes.reduce(1 / strongest) { $0 * Double(vector[$1]) / highest }
          // ∂³ of a cos + b sin is k³(a sin - b cos).
          fill(buffer, transform, vector, cosine: -factor * b, sine: factor * a)
        }
        transform.invert(buffer)
        for i in squares.indices { squares[i] += multiplicity * buffer[i] * buffer[i] }
      }
    }
    // The last numbers of a row are not part of the grid.
    let largest = squares.indices.reduce(0.0) { largest, i in
      i % transform.rowLength < shape[0] ? max(largest, squares[i]) : largest
    }
    let k = 2 * Double.pi / domain.length * highest
    return largest.squareRoot() * strongest * k * k * k / pow(cos(Double.pi / 6), Double(n))
      * (1 + 1e-9)
  }

  /// Four ulps of every amplitude times its phase: the sum of what phases as evaluated can be off by.
  public var roundingErrors: (gradient: Double, hessian: Double) {
    let unit = 2 * Double.pi / domain.length
    var (gradient, hessian) = (0.0, 0.0)
    for (vector, (a, b)) in zip(vectors, amplitudes) {
      let k = unit * norm(vector.map(Double.init))
      let phase = 1 + k * domain.length * Double(domain.dimension).squareRoot()
      let error = 4 * 0x1p-52 * norm([a, b]) * phase
      gradient += error * k
      hessian += error * k * k
    }
    return (gradient, hessian)
  }

  /// Writes a cos(k·x) + b sin(k·x) = Re (a - ib) e^{ik·x} into half a spectrum.
  private func fill(
    _ buffer: UnsafeMutableBufferPointer<Double>, _ transform: RealFourierTransform,
    _ vector: [Int], cosine a: Double, sine b: Double
  ) {
    func add(_ vector: [Int], _ re: Double, _ im: Double) {
      var (place, stride) = (vector[0], transform.rowLength / 2)
      for (m, size) in zip(vector.dropFirst(), transform.shape.dropFirst()) {
        place += (m < 0 ? m + size : m) * stride
        stride *= size
      }
      buffer[2 * place] += re
      buffer[2 * place + 1] += im
    }
    let opposite = vector.map { -$0 }
    // Of m₁ > 0 the other half is understood; a constant is its own mirror image.
    if vector[0] >= 0 { add(vector, a / 2, -b / 2) }
    if vector[0] <= 0 { add(opposite, a / 2, b / 2) }
  }

  /// i ≤ j ≤ k with the number of their orderings.
  private static func triples(_ n: Int) -> [(axes: [Int], multiplicity: Double)] {
    var result: [(axes: [Int], multiplicity: Double)] = []
    for i in 0..<n {
      for j in i..<n {
        for k in j..<n { result.append(([i, j, k], i == k ? 1 : i == j || j == k ? 3 : 6)) }
      }
    }
    return result
  }
}
