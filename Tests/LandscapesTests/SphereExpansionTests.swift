import Landscapes
import LinearAlgebra
import Testing

struct SphereExpansionTests {
  /// xᵀAx/2 + b·x against projectors in ambient coordinates: with P = 1 - σσᵀ/N the gradient is
  /// P(Aσ + b) and the Hessian PAP - yP. Its eigenvalues, and those of the local model, agree to
  /// rounding (n ε |A| with |A| below 30); so do g and gᵀHg, which bind gradient and Hessian to one
  /// basis. σ is moved out of the way by a large eigenvalue 1000.
  @Test(arguments: SphereMotionTests.points) func agreesWithProjectors(point: [Double]) throws {
    let n = point.count
    let a = randomSymmetric(n, seed: 40)
    let b = normals(n, seed: 41)
    let function = quadratic(a, linear: b, on: Sphere(ambientDimension: n))
    let local = model(of: function, at: point)

    let radial = Matrix<Double>(
      rows: n, columns: n,
      elements: point.flatMap { x in point.map { $0 * x / Double(n) } })
    var projector = Matrix<Double>.identity(n)
    for i in projector.elements.indices { projector.storage[i] -= radial.elements[i] }
    let euclidean = zip((a * Matrix<Double>(columns: [point])).elements, b).map(+)
    let y = dot(point, euclidean) / Double(n)
    let gradient = projector * Matrix<Double>(columns: [euclidean])
    var hessian = projector * a * projector
    for i in hessian.elements.indices {
      hessian.storage[i] += 1000 * radial.elements[i] - y * projector.elements[i]
    }

    #expect(abs(local.radialDerivative - y) <= 1e-12)
    #expect(abs(local.gradientNorm - norm(gradient.elements)) <= 1e-12)
    let spectrum = try spectrum(of: local.hessian)
    let expected = try self.spectrum(of: hessian)
    for (x, e) in zip(spectrum, expected) { #expect(abs(x - e) <= 1e-11) }
    #expect(abs(expected[n - 1] - 1000) <= 1e-11)
    let g = Matrix<Double>(columns: [local.gradient])
    let product = dot((symmetrized(local.hessian) * g).elements, local.gradient)
    #expect(abs(product - dot((hessian * gradient).elements, gradient.elements)) <= 1e-10)
  }

  /// The coordinates themselves: gradient and Hessian entries along the vectors that the motion
  /// goes along.
  @Test(arguments: SphereMotionTests.points) func agreesWithTheMotion(point: [Double]) {
    let n = point.count
    let a = randomSymmetric(n, seed: 50)
    let b = normals(n, seed: 51)
    let local = model(of: quadratic(a, linear: b, on: Sphere(ambientDimension: n)), at: point)
    let basis = SphereMotionTests.tangentBasis(at: point)
    let euclidean = zip((a * Matrix<Double>(columns: [point])).elements, b).map(+)
    let y = dot(point, euclidean) / Double(n)
    for j in 0..<(n - 1) {
      #expect(abs(local.gradient[j] - dot(basis[j], euclidean)) <= 1e-12)
      let au = (a * Matrix<Double>(columns: [basis[j]])).elements
      for i in j..<(n - 1) {
        let expected = dot(basis[i], au) - (i == j ? y : 0)
        #expect(abs(local.hessian[i, j] - expected) <= 1e-12)
      }
    }
  }

  /// Morse's sum over the critical points of xᵀAx/2, which are ± the eigenvectors of A.
  @Test(arguments: 2...8) func eulerCharacteristic(n: Int) throws {
    let sphere = Sphere(ambientDimension: n)
    let a = randomSymmetric(n, seed: 60)
    let function = quadratic(a, linear: [Double](repeating: 0, count: n), on: sphere)
    var solver = HermitianEigensolver<Double>(size: n)
    let succeeded = solver.diagonalize(a, vectors: true)
    try #require(succeeded)
    var sum = 0
    for k in 0..<n {
      for sign in [-1.0, 1] {
        let point = solver.eigenvectors.column(k).map { sign * $0 * sphere.scale }
        let local = model(of: function, at: point)
        #expect(local.gradientNorm <= 1e-12)
        let index = try spectrum(of: local.hessian).count { $0 < 0 }
        #expect(index == k)
        sum += index.isMultiple(of: 2) ? 1 : -1
      }
    }
    #expect(sum == sphere.eulerCharacteristic)
  }

  private func spectrum(of matrix: Matrix<Double>) throws -> [Double] {
    var solver = HermitianEigensolver<Double>(size: matrix.rows)
    let succeeded = solver.diagonalize(matrix, vectors: false)
    try #require(succeeded)
    return solver.eigenvalues
  }

  private func symmetrized(_ lower: Matrix<Double>) -> Matrix<Double> {
    var result = lower
    for j in 0..<lower.columns { for i in 0..<j { result[i, j] = lower[j, i] } }
    return result
  }
}
