import LinearAlgebra
import Testing

/// Misuse stops the process; it never returns a number.
struct MisuseTests {
  @Test func shapes() async {
    await #expect(processExitsWith: .failure) {
      _ = Matrix<Double>(rows: 2, columns: 3) * Matrix<Double>(rows: 2, columns: 3)
    }
    await #expect(processExitsWith: .failure) {
      _ = Matrix<Double>(rows: 2, columns: 2, elements: [1, 2, 3])
    }
    await #expect(processExitsWith: .failure) {
      _ = Matrix<Double>(rows: -1, columns: -1, elements: [1])
    }
    await #expect(processExitsWith: .failure) { _ = Matrix<Double>(columns: [[1, 2], [3]]) }
  }

  @Test func solvers() async {
    await #expect(processExitsWith: .failure) {
      var solver = HermitianEigensolver<Double>(size: 3)
      _ = solver.diagonalize(.identity(2), vectors: false)
    }
    await #expect(processExitsWith: .failure) {
      var lanes = SpectralLanes(size: 3)
      lanes.load(.identity(4), [1, 2, 3, 4], magnitude: 1, lane: 0)
    }
    await #expect(processExitsWith: .failure) {
      var factorization = LDLFactorization(size: 2)
      factorization.factorize(Matrix<Double>(rows: 2, columns: 2))
      var x = [1.0, 1.0]
      factorization.solve(&x)
    }
    await #expect(processExitsWith: .failure) { _ = LDLFactorization(size: 0) }
    await #expect(processExitsWith: .failure) {
      // Never factorised.
      var x = [1.0, 1.0]
      CholeskyFactorization(size: 2).solve(&x)
    }
    await #expect(processExitsWith: .failure) {
      var factorization = CholeskyFactorization(size: 2)
      factorization.factorize(.identity(2))
      var x = Matrix<Double>(rows: 3, columns: 1)
      factorization.multiply(&x)
    }
  }

  @Test func tensors() async {
    await #expect(processExitsWith: .failure) {
      _ = SymmetricTensor(degree: 3, dimension: 2, elements: [1])
    }
    await #expect(processExitsWith: .failure) { _ = SymmetricTensor(degree: 0, dimension: 2) }
    await #expect(processExitsWith: .failure) {
      print(SymmetricTensor(degree: 3, dimension: 3)[0, 1])
    }
    await #expect(processExitsWith: .failure) {
      print(SymmetricTensor(degree: 2, dimension: 3)[-1, 1])
    }
  }

  /// These reach raw memory, so the check is what keeps them in bounds.
  @Test func buffers() async {
    await #expect(processExitsWith: .failure) {
      var y = [0.0, 0.0]
      PackedSymmetric.multiply(
        Matrix<Double>(rows: 3, columns: 1), column: 1, .identity(2), column: 0, into: &y)
      print(y)
    }
    await #expect(processExitsWith: .failure) {
      let polynomial = HomogeneousPolynomial(SymmetricTensor(degree: 3, dimension: 2))
      var values = [0.0]
      var gradients = Matrix<Double>(rows: 2, columns: 1)
      var hessians: Matrix<Double>? = Matrix<Double>(rows: 3, columns: 4)
      var scratch = Matrix<Double>(rows: 3, columns: 1)
      polynomial.accumulate(
        at: Matrix<Double>(columns: [[1, 1]]), scale: 1, values: &values, gradients: &gradients,
        hessians: &hessians, scratch: &scratch)
      print(hessians!.elements)
    }
  }
}
