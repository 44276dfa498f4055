import CriticalPoints
import Landscapes
import LinearAlgebra
import Models
import RandomStreams
import SpinGlasses
import Testing

/// Hamiltonians with critical points that are not isolated, or hardly: no index where there is none, and never
/// *complete*. 500 of them.
@Suite struct DegenerateTests {
  private func hamiltonian(_ degree: Int, _ n: Int, _ entry: ([Int]) -> Double) throws
    -> PSpinHamiltonian
  {
    var tensor = SymmetricTensor(degree: degree, dimension: n)
    SymmetricTensor.forEachEntry(degree: degree, dimension: n) { position, indices, _ in
      tensor.elements[position] = entry(indices)
    }
    return PSpinHamiltonian(try Mixture([degree: 1]), dimension: n, tensors: [tensor])
  }

  private func normals(_ count: Int, _ seed: Int) -> [Double] {
    var stream = RandomStream(seed: UInt64(seed), purpose: .noise)
    return stream.normals(count: count)
  }

  /// Columns are orthonormal.
  private func frame(_ n: Int, _ seed: Int) -> Matrix<Double> {
    var symmetric = Matrix<Double>(rows: n, columns: n, elements: normals(n * n, seed))
    for j in 0..<n { for i in 0..<j { symmetric[i, j] = symmetric[j, i] } }
    var solver = HermitianEigensolver<Double>(size: n)
    _ = solver.diagonalize(symmetric, vectors: true)
    return solver.eigenvectors
  }

  private func search(_ landscape: PSpinHamiltonian, _ seed: Int) -> [CriticalPoint] {
    let method = SearchMethod.allCases[seed % SearchMethod.allCases.count]
    return Search(landscape, method: method).run(points: 16, seed: UInt64(seed))
  }

  private func isComplete(_ landscape: PSpinHamiltonian) throws -> Bool {
    try Enumeration.run(landscape).completeness == .proved
  }

  /// |σ|² and |σ|⁴ are constant on the sphere: all is degenerate, whatever the unit.
  @Test(arguments: 0..<50) func constants(_ k: Int) throws {
    let n = 3 + k % 8
    let unit = [1, 1e-9, 1e9, 1e-30, 1e30][k % 5]
    func delta(_ i: Int, _ j: Int) -> Double { i == j ? 1 : 0 }
    let landscape =
      k < 20
      ? try hamiltonian(2, n) { unit * delta($0[0], $0[1]) }
      : try hamiltonian(4, n) { i in
        unit
          * (delta(i[0], i[1]) * delta(i[2], i[3]) + delta(i[0], i[2]) * delta(i[1], i[3])
            + delta(i[0], i[3]) * delta(i[1], i[2])) / 3
      }
    for point in search(landscape, k) {
      #expect(point.outcome == .degenerate && point.index == nil && point.zeroModes == n - 1)
    }
    if n < 6 { #expect(try !isComplete(landscape)) }
  }

  /// Two eigenvalues are the same, or apart by so much: a point at an eigenvector of its own has its index.
  @Test(arguments: 0..<210) func quadraticForms(_ k: Int) throws {
    let n = 4 + k % 7
    let splitting = k < 100 ? 0 : Double.pow10(-4 - k % 11)
    let frame = frame(n, k)
    // The pair is at place and place + 1.
    let place = k % (n - 1)
    let eigenvalues = (0..<n).map { i in
      i == place + 1 ? Double(place) + splitting : Double(i)
    }
    let landscape = try hamiltonian(2, n) { i in
      (0..<n).reduce(0) { $0 + eigenvalues[$1] * frame[i[0], $1] * frame[i[1], $1] }
    }
    for point in search(landscape, k) where point.outcome == .converged {
      let overlaps = (0..<n).map { j in
        abs((0..<n).reduce(0) { $0 + frame[$1, j] * point.position[$1] }) / Double(n).squareRoot()
      }
      let nearest = overlaps.indices.max { overlaps[$0] < overlaps[$1] }!
      #expect(point.index == nearest && overlaps[nearest] > 1 - 1e-6, "\(splitting)")
      #expect(splitting > 0 || nearest != place && nearest != place + 1)
    }
    let result = try Enumeration.run(landscape)
    if splitting == 0 || splitting < 1e-13 {
      #expect(result.completeness != .proved && result.byIndex[place] == 0)
      #expect(result.points.count == 2 * (n - 2) && result.foundComplex == result.points.count)
    } else if splitting > 1e-10 {
      #expect(result.completeness == .proved)
    }
  }

  /// Σ_a c_a (u_a·σ)^p with few terms: where all u_a·σ vanish the Hessian does, and only in the span of the u_a
  /// are there nondegenerate points. Across it the eigenvalues are -y.
  @Test(arguments: 0..<150) func lowRank(_ k: Int) throws {
    let (rank, n, degree) = (1 + k % 3, 5 + k % 5, 3 + k % 3)
    let vectors = (0..<rank).map { a -> [Double] in
      let vector = normals(n, 3 * k + a)
      return vector.map { $0 / norm(vector) }
    }
    let landscape = try hamiltonian(degree, n) { indices in
      vectors.enumerated().reduce(0) { sum, term in
        sum + (term.offset == 1 ? -1 : 1) * indices.reduce(1) { $0 * term.element[$1] }
      }
    }
    var basis: [[Double]] = []
    for vector in vectors {
      var rest = vector
      for other in basis {
        let overlap = zip(rest, other).reduce(0) { $0 + $1.0 * $1.1 }
        for i in rest.indices { rest[i] -= overlap * other[i] }
      }
      basis.append(rest.map { $0 / norm(rest) })
    }
    for point in search(landscape, k) where point.outcome == .converged {
      var across = point.position
      for other in basis {
        let overlap = zip(across, other).reduce(0) { $0 + $1.0 * $1.1 }
        for i in across.indices { across[i] -= overlap * other[i] }
      }
      #expect(norm(across) < 1e-6, "\(point)")
      let negative = point.radialDerivative > 0 ? n - rank : 0
      #expect((negative..<(negative + rank)).contains(point.index!), "\(point)")
    }
    if n == 5 { #expect(try !isComplete(landscape)) }
  }

  /// A 3-spin with a critical point planted whose Hessian has an eigenvalue zero, or so near it: searches from
  /// beside it give its index or none.
  @Test(arguments: 0..<90) func plantedZeroModes(_ k: Int) throws {
    let n = 6 + k % 5
    let small = k < 30 ? 0 : (k.isMultiple(of: 2) ? 1 : -1) * Double.pow10(-3 - k % 12)
    let frame = frame(n - 1, k)
    let eigenvalues = (0..<(n - 1)).map { $0 == 2 ? small : $0 < 2 ? -1.5 : 1 + Double($0) }
    var hessian = Matrix<Double>(rows: n - 1, columns: n - 1)
    for i in 0..<(n - 1) {
      for j in 0..<(n - 1) {
        hessian[i, j] = (0..<(n - 1)).reduce(0) {
          $0 + eigenvalues[$1] * frame[i, $1] * frame[j, $1]
        }
      }
    }
    let place = Sphere(ambientDimension: n).point(fromNormals: normals(n, 1000 + k))
    let landscape = PSpinHamiltonian(.pure(3), dimension: n, seed: UInt64(k))
      .conditioned(at: place, energy: -0.4, radialDerivative: -1.2, hessian: hessian)
    let starts = Matrix<Double>(
      columns: (0..<4).map { s in
        let shift = normals(n, 2000 + 4 * k + s)
        return Sphere(ambientDimension: n).point(
          fromNormals: zip(place, shift).map { $0 + 1e-7 * $1 })
      })
    let method: SearchMethod = k.isMultiple(of: 3) ? .levenbergMarquardt : .newton
    let found = Search(landscape, method: method).run(
      starts: starts, targets: [2, 2, 2, 2])
    for point in found where point.outcome == .converged {
      let distance = norm(zip(point.position, place).map { $0 - $1 })
      // Another point, as near as the eigenvalue is small, may lie across a fold, its index the other one.
      if distance < 0.1 * abs(small) { #expect(point.index == (small < 0 ? 3 : 2), "\(small)") }
      #expect(abs(small) > 1e-8 || distance > 1e-6, "\(small), \(point)")
    }
    if abs(small) > 1e-4 { #expect(found.contains { $0.outcome == .converged }) }
  }
}

extension Double {
  fileprivate static func pow10(_ k: Int) -> Double { Double("1e\(k)")! }
}
