import LinearAlgebra
import Numerics
import RandomStreams
import SpecialFunctions
import Testing

@Suite struct SkewPencilTests {
  /// The Pfaffian of one matrix.
  private func pfaffian(_ a: [Complex<Double>], size n: Int) -> (Complex<Double>, Double) {
    let upper = (0..<n).flatMap { i in ((i + 1)..<max(n, i + 1)).map { a[i * n + $0] } }
    let pencil = SkewPencil(size: n, coefficients: upper.flatMap { [$0, .zero, .zero] })
    return pencil.pfaffians(at: [.one])[0]
  }

  /// a₁₂a₃₄ - a₁₃a₂₄ + a₁₄a₂₃ by hand.
  @Test func sizeFour() {
    let entries: [[Double]] = [
      [0, 2, 3, 5], [-2, 0, 7, 11], [-3, -7, 0, 13], [-5, -11, -13, 0],
    ]
    let (value, logScale) = pfaffian(entries.flatMap { $0.map { Complex($0) } }, size: 4)
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
    let (first, second) = (pfaffian(a, size: n), pfaffian(b, size: n))
    #expect(abs(first.1 - second.1) < 1e-9)
    #expect((first.0 - second.0).length < 1e-9)
    // Rows exchanged: the sign changes.
    var c = a
    for j in 0..<n { c.swapAt(3 * n + j, 8 * n + j) }
    for i in 0..<n { c.swapAt(i * n + 3, i * n + 8) }
    #expect((first.0 + pfaffian(c, size: n).0).length < 1e-9)
  }

  /// Pf² is the determinant, by LAPACK's eigenvalues, of A + zB + z²C at more points than lanes, some of them wide apart;
  /// a point's neighbours change its rounding only.
  @Test(arguments: [2, 6, 41 * 2]) func squareIsTheDeterminant(_ n: Int) throws {
    var stream = RandomStream(seed: 6, purpose: .noise)
    let coefficients = (0..<(3 * n * (n - 1) / 2)).map { _ in
      Complex(stream.normal(), stream.normal())
    }
    let pencil = SkewPencil(size: n, coefficients: coefficients)
    let points = (0..<11).map { k in
      Complex(length: Double.exp(Double(k % 4) - 2), phase: 0.6 * Double(k))
    }
    for (z, (value, logScale)) in zip(points, pencil.pfaffians(at: points)) {
      var matrix = Matrix<Complex<Double>>(rows: n, columns: n)
      var place = 0
      for i in 0..<n {
        for j in (i + 1)..<max(n, i + 1) {
          let (a, b, c) = (coefficients[place], coefficients[place + 1], coefficients[place + 2])
          matrix[i, j] = a + z * b + z * z * c
          matrix[j, i] = -matrix[i, j]
          place += 3
        }
      }
      let eigenvalues = try #require(GeneralEigenvalues.of(matrix))
      var (phase, log) = (Complex<Double>.one, 0.0)
      for λ in eigenvalues {
        phase *= λ.normalized ?? .zero
        log += Double.log(λ.length)
      }
      #expect(abs(2 * logScale - log) < 1e-11 * (1 + abs(log)))
      #expect((value * value - phase).length < 1e-10)
      let alone = pencil.pfaffians(at: [z])[0]
      #expect((alone.value - value).length < 1e-11 && abs(alone.logScale - logScale) < 1e-11)
    }
  }

  /// A zero row in one lane leaves the others what they are.
  @Test func singular() {
    let coefficients: [Complex<Double>] = [1, 2, 3, 4, 5, 6].flatMap {
      [Complex($0), Complex(-$0), .zero]
    }
    let found = SkewPencil(size: 4, coefficients: coefficients).pfaffians(at: [.one, .zero])
    #expect(found[0].value == .zero)
    #expect((found[1].value * Complex(.exp(found[1].logScale)) - Complex(8)).length < 1e-13)
  }
}
