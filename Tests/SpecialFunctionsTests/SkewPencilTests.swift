import LinearAlgebra
import Numerics
import RandomStreams
import SpecialFunctions
import Testing

@Suite struct SkewPencilTests {
  /// The Pfaffian of one matrix.
  private func pfaffian(_ a: [Complex<Double>], size n: Int) -> (Complex<Double>, Double) {
    let upper = (0..<n).flatMap { i in ((i + 1)..<max(n, i + 1)).map { a[i * n + $0] } }
    let pencil = SkewPencil(
      coefficients: upper.flatMap { [$0, .zero] },
      borders: [Complex<Double>](repeating: .zero, count: 2 * n))
    let found = pencil.pfaffians(at: [.one])[0].plus
    return (found.value, found.logScale)
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

  /// A pencil, and the whole matrix at a z.
  private struct Example {
    let n: Int
    let coefficients, borders: [Complex<Double>]

    init(_ n: Int, _ stream: inout RandomStream) {
      func draw(_ count: Int) -> [Complex<Double>] {
        (0..<count).map { _ in Complex(stream.normal(), stream.normal()) }
      }
      (self.n, coefficients, borders) = (n, draw(n * (n - 1)), draw(2 * n))
    }

    var pencil: SkewPencil { SkewPencil(coefficients: coefficients, borders: borders) }

    func matrix(_ z: Complex<Double>) -> Matrix<Complex<Double>> {
      let size = n + n % 2
      var matrix = Matrix<Complex<Double>>(rows: size, columns: size)
      func put(_ i: Int, _ j: Int, _ entry: Complex<Double>) {
        (matrix[i, j], matrix[j, i]) = (entry, -entry)
      }
      var place = 0
      for i in 0..<n {
        for j in (i + 1)..<max(n, i + 1) {
          let cross = borders[2 * i + 1] * borders[2 * j] - borders[2 * i] * borders[2 * j + 1]
          put(i, j, coefficients[place] + z * cross + z * z * coefficients[place + 1])
          place += 2
        }
        if size > n { put(i, n, borders[2 * i] + z * borders[2 * i + 1]) }
      }
      return matrix
    }
  }

  /// Pf² is the determinant, by LAPACK's eigenvalues, at more points than lanes, some of them wide apart, and their
  /// opposites; a point's neighbours change its rounding only.
  @Test(arguments: [1, 2, 5, 6, 41, 82]) func squareIsTheDeterminant(_ n: Int) throws {
    var stream = RandomStream(seed: 6, purpose: .noise)
    let example = Example(n, &stream)
    let points = (0..<11).map { k in
      Complex(length: Double.exp(Double(k % 4) - 2), phase: 0.6 * Double(k))
    }
    for (z, pair) in zip(points, example.pencil.pfaffians(at: points)) {
      for (z, found) in [(z, pair.plus), (-z, pair.minus)] {
        let eigenvalues = try #require(GeneralEigenvalues.of(example.matrix(z)))
        var (phase, log) = (Complex<Double>.one, 0.0)
        for λ in eigenvalues {
          phase *= λ.normalized ?? .zero
          log += Double.log(λ.length)
        }
        #expect(abs(2 * found.logScale - log) < 1e-11 * (1 + abs(log)))
        #expect((found.value * found.value - phase).length < 1e-10)
      }
      let alone = example.pencil.pfaffians(at: [z])[0]
      for (one, other) in [(alone.plus, pair.plus), (alone.minus, pair.minus)] {
        #expect((one.value - other.value).length < 1e-11)
        #expect(abs(one.logScale - other.logScale) < 1e-11)
      }
    }
  }

  /// The sign, which a determinant does not know, goes with z without jumps: along a circle the polynomial of degree n
  /// turns as often as the sum of its values over roots of unity says.
  @Test(arguments: [3, 4, 7]) func isAPolynomial(_ n: Int) {
    var stream = RandomStream(seed: 7, purpose: .noise)
    let pencil = Example(n, &stream).pencil
    func value(_ number: SkewPencil.Scaled) -> Complex<Double> {
      number.value * Complex(.exp(number.logScale))
    }
    let count = 2 * n + 2
    let circle = pencil.pfaffians(
      at: (0..<(count / 2)).map { Complex(length: 1, phase: 2 * .pi * Double($0) / Double(count)) })
    let values = circle.map { value($0.plus) } + circle.map { value($0.minus) }
    let size = values.reduce(0) { max($0, $1.length) }
    for k in 0..<count {
      let coefficient = values.enumerated().reduce(Complex<Double>.zero) {
        $0 + $1.element
          * Complex(length: 1, phase: -2 * .pi * Double(k * $1.offset) / Double(count))
      }
      let isThere = coefficient.length > 1e-12 * size * Double(count)
      #expect(isThere == (k <= n), "coefficient \(k): \(coefficient)")
    }
  }

  /// A row without a pivot that serves all lanes: each of its entries is zero in one of them.
  @Test func noCommonPivot() throws {
    var stream = RandomStream(seed: 8, purpose: .noise)
    let example = Example(8, &stream)
    let points = (0..<8).map { Complex(length: 1, phase: 0.3 + 0.35 * Double($0)) }
    var coefficients = example.coefficients
    for j in 1..<8 {
      // (0, j) = c (w - w_j).
      coefficients[2 * (j - 1)] = -coefficients[2 * (j - 1) + 1] * points[j] * points[j]
    }
    let pencil = SkewPencil(coefficients: coefficients, borders: example.borders)
    for (z, found) in zip(points, pencil.pfaffians(at: points)) {
      let alone = pencil.pfaffians(at: [z])[0]
      #expect((found.plus.value - alone.plus.value).length < 1e-12)
      #expect(abs(found.plus.logScale - alone.plus.logScale) < 1e-12)
    }
  }

  /// A zero row in one lane leaves the others what they are.
  @Test func singular() {
    let coefficients: [Complex<Double>] = [1, 2, 3, 4, 5, 6].flatMap {
      [Complex($0), Complex(-$0)]
    }
    let borders = [Complex<Double>](repeating: .zero, count: 8)
    let found = SkewPencil(coefficients: coefficients, borders: borders)
      .pfaffians(at: [.one, .zero]).map(\.plus)
    #expect(found[0].value == .zero)
    #expect((found[1].value * Complex(.exp(found[1].logScale)) - Complex(8)).length < 1e-13)
  }
}
