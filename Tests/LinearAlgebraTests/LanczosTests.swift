import LinearAlgebra
import RandomStreams
import Testing

@Suite struct LanczosTests {
  /// A symmetric matrix with its eigenvalues and eigenvectors.
  private static func matrix(_ n: Int, scale: Double = 1) -> Matrix<Double> {
    var stream = RandomStream(seed: 5, purpose: .disorder)
    let a = Matrix<Double>(rows: n, columns: n, elements: stream.normals(count: n * n))
    return Matrix(
      rows: n, columns: n, elements: (a + a.transposed).elements.map { scale * $0 })
  }

  private static func starts(_ n: Int, _ count: Int) -> Matrix<Double> {
    var stream = RandomStream(seed: 6, purpose: .starts)
    return Matrix<Double>(rows: n, columns: count, elements: stream.normals(count: n * count))
  }

  /// Moments of the measure of the start, q·A^m q by products alone, are the quadrature's up to degree 2k - 1, and not beyond.
  @Test(arguments: [1.0, 1e-150, 1e140]) func momentsAreExact(_ scale: Double) {
    let (n, k) = (30, 6)
    let a = Self.matrix(n, scale: scale)
    let starts = Self.starts(n, 3)
    let found = Lanczos(from: starts, steps: k) { a * $0 }
    let unit = Self.matrix(n)
    for (b, measure) in found.measures.enumerated() {
      let length = norm(starts.column(b))
      let q = Matrix<Double>(columns: [starts.column(b).map { $0 / length }])
      var power = q
      for m in 0...(2 * k) {
        let exact = zip(q.elements, power.elements).reduce(0) { $0 + $1.0 * $1.1 }
        let nodes = measure.nodes.map { $0 / scale }
        let sum = zip(nodes, measure.weights).reduce(0) { sum, pair in
          sum + pair.1 * (0..<m).reduce(1) { product, _ in product * pair.0 }
        }
        let size = zip(nodes, measure.weights).reduce(0) { sum, pair in
          sum + pair.1 * (0..<m).reduce(1) { product, _ in product * abs(pair.0) }
        }
        if m < 2 * k {
          #expect(abs(sum - exact) < 1e-13 * size, "moment \(m)")
        } else {
          #expect(abs(sum - exact) > 1e-6 * size)
        }
        power = unit * power
      }
    }
  }

  /// With as many steps as dimensions nodes are eigenvalues and weights squared components; with more nothing is added.
  @Test func wholeSpectrum() {
    let n = 25
    let a = Self.matrix(n)
    var solver = HermitianEigensolver<Double>(size: n)
    let isDone = solver.diagonalize(a, vectors: true)
    #expect(isDone)
    let start = Self.starts(n, 1)
    let found = Lanczos(from: start, steps: 400) { a * $0 }.measures[0]
    #expect(found.nodes.count == n)
    let size = norm(solver.eigenvalues)
    let length = norm(start.elements)
    for j in 0..<n {
      #expect(abs(found.nodes[j] - solver.eigenvalues[j]) < 1e-13 * size)
      let component = (0..<n).reduce(0) { $0 + solver.eigenvectors[$1, j] * start[$1, 0] / length }
      #expect(abs(found.weights[j] - component * component) < 1e-12)
      #expect(found.residuals[j] < 1e-12 * size)
    }
  }

  /// Each residual is a distance within which an eigenvalue lies, and the outermost nodes lie within the spectrum.
  @Test func residualsAreBounds() {
    let n = 60
    let a = Self.matrix(n)
    var solver = HermitianEigensolver<Double>(size: n)
    let isDone = solver.diagonalize(a)
    #expect(isDone)
    for k in [1, 4, 20] {
      for measure in Lanczos(from: Self.starts(n, 4), steps: k, multiply: { a * $0 }).measures {
        for (node, residual) in zip(measure.nodes, measure.residuals) {
          let distance = solver.eigenvalues.reduce(.infinity) { min($0, abs($1 - node)) }
          #expect(distance <= residual * (1 + 1e-10))
        }
        #expect(measure.nodes[0] >= solver.eigenvalues[0])
        #expect(measure.nodes[k - 1] <= solver.eigenvalues[n - 1])
      }
    }
  }

  /// Eigenvalues that come many times are one node, with all their weight: the process ends early.
  @Test func fewDifferentEigenvalues() {
    let n = 40
    let values = (0..<n).map { [-1.0, 0, 2.5][$0 % 3] }
    let found = Lanczos(from: Self.starts(n, 2), steps: 30) { x in
      Matrix<Double>(
        rows: n, columns: x.columns,
        elements: x.elements.indices.map { values[$0 % n] * x.elements[$0] })
    }
    for measure in found.measures {
      #expect(measure.nodes.count == 3)
      #expect(zip(measure.nodes, [-1, 0, 2.5]).allSatisfy { abs($0 - $1) < 1e-13 })
      #expect(abs(measure.weights.reduce(0, +) - 1) < 1e-13)
    }
    let none = Lanczos(from: Self.starts(n, 1), steps: 5) { $0.scaled(by: 0) }.measures[0]
    #expect(none.nodes == [0] && none.weights == [1])
  }

  /// A product that is not finite leaves its start without nodes, and the others as they are.
  @Test func notFinite() {
    let a = Self.matrix(10)
    let found = Lanczos(from: Self.starts(10, 2), steps: 4) { vectors in
      var product = a * vectors
      product[3, 0] = .nan
      return product
    }
    #expect(found.measures[0].nodes.isEmpty && found.measures[1].nodes.count == 4)
  }
}
