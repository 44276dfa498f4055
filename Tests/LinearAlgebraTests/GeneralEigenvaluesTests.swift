import LinearAlgebra
import Numerics
import Testing

@Suite struct GeneralEigenvaluesTests {
  /// A companion matrix has the roots of its polynomial: here (x-2)(x+3)(x²+1).
  @Test func companionMatrix() throws {
    // x⁴ + x³ - 5x² + x - 6.
    let matrix = Matrix<Double>(columns: [
      [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [6, -1, 5, -1],
    ])
    let roots = try #require(GeneralEigenvalues.of(matrix))
    for expected in [Complex(2.0, 0), Complex(-3.0, 0), Complex(0, 1.0), Complex(0, -1.0)] {
      #expect(roots.contains { ($0 - expected).length < 1e-13 }, "\(expected)")
    }
    var complex = Matrix<Complex<Double>>(rows: 4, columns: 4)
    for i in matrix.elements.indices {
      complex.storage[i] = Complex(0, 1) * Complex(matrix.elements[i])
    }
    let turned = try #require(GeneralEigenvalues.of(complex))
    for expected in [Complex(0, 2.0), Complex(0, -3.0), Complex(-1.0, 0), Complex(1.0, 0)] {
      #expect(turned.contains { ($0 - expected).length < 1e-13 }, "\(expected)")
    }
  }

  @Test func nonFiniteElementsHaveNone() {
    #expect(GeneralEigenvalues.of(Matrix<Double>(rows: 1, columns: 1, elements: [.nan])) == nil)
    var complex = Matrix<Complex<Double>>(rows: 2, columns: 2)
    complex[1, 0] = Complex(0, .infinity)
    #expect(GeneralEigenvalues.of(complex) == nil)
  }
}
