import Numerics
import RandomStreams
import SpecialFunctions
import Testing

@Suite struct PfaffianTests {
  /// a₁₂a₃₄ - a₁₃a₂₄ + a₁₄a₂₃ by hand.
  @Test func sizeFour() {
    let entries: [[Double]] = [
      [0, 2, 3, 5], [-2, 0, 7, 11], [-3, -7, 0, 13], [-5, -11, -13, 0],
    ]
    var a = entries.flatMap { $0.map { Complex($0) } }
    let (value, logScale) = pfaffian(&a, size: 4)
    #expect(abs(value.real * .exp(logScale) - (2 * 13 - 3 * 11 + 5 * 7)) < 1e-12)
    #expect(abs(value.imaginary) < 1e-14)
  }

  /// Pf(B A Bᵀ) = det B Pf A, with B a transvection (of determinant 1), at scales that a product of 100 pivots
  /// leaves the range of a double with.
  @Test(arguments: [1e-9, 1, 1e9]) func congruence(_ scale: Double) {
    let n = 100
    var stream = RandomStream(seed: 5, purpose: .noise)
    var a = [Complex<Double>](repeating: .zero, count: n * n)
    for i in 0..<n {
      for j in (i + 1)..<max(n, i + 1) {
        a[i * n + j] = Complex(scale * stream.normal(), scale * stream.normal())
        a[j * n + i] = -a[i * n + j]
      }
    }
    var b = a
    let factor = Complex(0.7, -0.4)
    for j in 0..<n { b[3 * n + j] += factor * b[8 * n + j] }
    for i in 0..<n { b[i * n + 3] += factor * b[i * n + 8] }
    let (first, second) = (pfaffian(&a, size: n), pfaffian(&b, size: n))
    #expect(abs(first.logScale - second.logScale) < 1e-9)
    #expect((first.value - second.value).length < 1e-9)
    // Rows exchanged: the sign changes.
    #expect((first.value + second.value).length > 1)
  }

  @Test func singular() {
    var a = [Complex<Double>](repeating: .zero, count: 16)
    #expect(pfaffian(&a, size: 4).value == .zero)
  }
}
