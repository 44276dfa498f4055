internal import ComplexModule
internal import LinearAlgebra
internal import RandomStreams
internal import RealModule

// A quaternion q₀ + q₁i + q₂j + q₃k is the block [[a, b], [-b̄, ā]] of a complex matrix, a = q₀ + iq₁ and
// b = q₂ + iq₃.
extension ComplexMatrix {
  mutating func setQuaternion(_ i: Int, _ j: Int, _ a: Complex<Double>, _ b: Complex<Double>) {
    self[2 * i, 2 * j] = a
    self[2 * i, 2 * j + 1] = b
    self[2 * i + 1, 2 * j] = -b.conjugate
    self[2 * i + 1, 2 * j + 1] = a.conjugate
  }

  /// A quaternion of four independent normal components of standard deviation `component`.
  mutating func setNormalQuaternion(
    _ i: Int, _ j: Int, component: Double, using stream: inout RandomStream
  ) {
    let q = stream.normals(count: 4).map { component * $0 }
    setQuaternion(i, j, Complex(q[0], q[1]), Complex(q[2], q[3]))
  }

  /// Multiplies columns by numbers, one each.
  mutating func multiplyColumns(by factors: [Complex<Double>]) {
    for (j, factor) in factors.enumerated() { for i in 0..<rows { self[i, j] *= factor } }
  }
}
