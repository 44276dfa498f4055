import CriticalPoints
import Landscapes
import LinearAlgebra
import Models
import SpinGlasses
import Synchronization
import Testing

/// All critical points, with proof.
@Suite struct EnumerationTests {
  @Test(arguments: [
    ("3:1", 2...9), ("4:1", 2...6), ("5:1", 2...4), ("1:0.5,3:1", 2...6), ("2:1,3:1", 2...6),
    ("3:1,4:1", 2...5), ("2:1,4:1", 2...5), ("1:0.5,2:1", 2...9), ("6:1", 2...5), ("8:1", 2...4),
  ])
  func isComplete(_ text: String, _ sizes: ClosedRange<Int>) throws {
    let mixture = try Mixture(parsing: text)
    for n in sizes {
      for sample in 0..<4 {
        let model = PSpinHamiltonian(mixture, dimension: n, seed: 1, sample: sample)
        let result = try Enumeration.run(model, sample: sample)
        #expect(result.completeness == .proved, "\(text), N = \(n), sample \(sample)")
        let d = Double(mixture.topDegree)
        var power = 1.0
        for _ in 0..<n { power *= d - 1 }
        let expected = d == 2 ? 2 * Double(n) : 2 * (power - 1) / (d - 2)
        #expect(result.expectedComplex.map(Double.init) == expected)
        #expect(result.foundComplex == result.expectedComplex)
      }
    }
  }

  /// Points are where they are said to be: gradients at rounding, both signs of a pair, distinct.
  @Test(arguments: [3, 4]) func pointsAreCriticalPoints(_ p: Int) throws {
    let n = 5
    let model = PSpinHamiltonian(.pure(p), dimension: n, seed: 2)
    let result = try Enumeration.run(model)
    #expect(result.points.count == result.byIndex.reduce(0, +))
    for point in result.points {
      #expect(point.gradientNorm < 1e-13)
      #expect(abs(point.radialDerivative - Double(p) * point.value / Double(n)) < 1e-13)
      let mirror = result.points.filter { other in
        zip(other.position, point.position).allSatisfy { abs($0 + $1) < 1e-9 }
      }
      #expect(mirror.count == 1)
      #expect(mirror[0].index == (p == 4 ? point.index : n - 1 - point.index))
    }
  }

  /// The search's points are among the enumerated ones, and at N = 3 they are all of them.
  @Test func agreesWithSearch() throws {
    let mixture = try Mixture([1: 0.3, 3: 1])
    for sample in 0..<20 {
      let model = PSpinHamiltonian(mixture, dimension: 3, seed: 5, sample: sample)
      let result = try Enumeration.run(model, sample: sample)
      let records = Search(model, method: .cappedNewton).run(points: 200, seed: 5, sample: sample)
      let repeats = DistinctPoints(among: records).duplicateOf
      let found = zip(records, repeats)
        .filter { $0.0.outcome == .converged && $0.1 == nil }.map(\.0)
      #expect(found.count == result.points.count)
      for point in found {
        let same = result.points.filter { other in
          zip(other.position, point.position).allSatisfy { abs($0 - $1) < 1e-7 }
        }
        #expect(same.count == 1 && same[0].index == point.index)
      }
    }
  }

  /// p = 2: two eigenvectors of each index.
  @Test(arguments: [2, 3, 20]) func quadraticForms(_ n: Int) throws {
    let result = try Enumeration.run(PSpinHamiltonian(.pure(2), dimension: n, seed: 1))
    #expect(result.completeness == .proved)
    #expect(result.points.count == 2 * n)
    for point in result.points {
      #expect(point.gradientNorm < 1e-13)
      #expect(abs(point.radialDerivative - 2 * point.value / Double(n)) < 1e-13)
    }
  }

  /// A quadratic form with a field: in the eigenbasis σ_i = b_i/(y - λ_i), so that the real solutions y
  /// are the real roots of Σ b_i²/(y - λ_i)² = N. The left side is convex between poles, where it has
  /// two roots or none, and falls to zero on either side of all.
  @Test func quadraticFormWithField() throws {
    let n = 6
    for sample in 0..<50 {
      let model = PSpinHamiltonian(
        try Mixture([1: 0.05, 2: 1]), dimension: n, seed: 3, sample: sample)
      let result = try Enumeration.run(model, sample: sample)
      #expect(result.completeness == .proved)
      let pole = Matrix<Double>(columns: [[Double](repeating: 1, count: n)])
      let jets = model.jets(at: pole, upTo: .hessian)
      var solver = HermitianEigensolver<Double>(size: n)
      let isSolved = solver.diagonalize(jets.hessian(0), vectors: true)
      #expect(isSolved)
      let eigenvalues = solver.eigenvalues
      // ∇H = Aσ + b.
      let field = (0..<n).map { i in
        jets.gradients.elements[i] - (0..<n).reduce(0) { $0 + jets.hessian(0)[i, $1] }
      }
      let b = (0..<n).map { k in (0..<n).reduce(0) { $0 + solver.eigenvectors[$1, k] * field[$1] } }
      var roots = 2
      for (low, high) in zip(eigenvalues, eigenvalues.dropFirst()) {
        var (a, c) = (low, high)
        func sum(_ y: Double) -> Double {
          zip(b, eigenvalues).reduce(0) { $0 + ($1.0 / (y - $1.1)) * ($1.0 / (y - $1.1)) }
        }
        for _ in 0..<100 {
          let (left, right) = ((2 * a + c) / 3, (a + 2 * c) / 3)
          if sum(left) < sum(right) { c = right } else { a = left }
        }
        if sum((a + c) / 2) < Double(n) { roots += 2 }
      }
      #expect(roots == result.points.count, "sample \(sample)")
    }
  }

  /// A tracker that loses one path in a hundred, or follows its neighbour, is found out.
  @Test func brokenTrackersAreFoundOut() throws {
    let model = PSpinHamiltonian(.pure(3), dimension: 8, seed: 1)
    let losing = try Enumeration.run(model, tracking: { $0 % 100 == 37 ? nil : $0 })
    #expect(losing.completeness != .proved)
    #expect(losing.foundComplex == losing.expectedComplex! - 6)
    let jumping = try Enumeration.run(model, tracking: { $0 % 100 == 37 ? $0 - 1 : $0 })
    #expect(jumping.completeness != .proved)
    #expect(jumping.foundComplex < jumping.expectedComplex!)
    #expect(try Enumeration.run(model).completeness == .proved)
  }

  @Test func threadsDoNotMatter() throws {
    let model = PSpinHamiltonian(.pure(3), dimension: 10, seed: 3)
    let one = try Enumeration.run(model, threads: 1)
    let three = try Enumeration.run(model, threads: 3)
    #expect(one.points == three.points)
    // Other random coefficients lead to the same points.
    let other = try Enumeration.run(model, seed: 99)
    #expect(other.byIndex == one.byIndex)
    for (a, b) in zip(one.points, other.points) { #expect(abs(a.value - b.value) < 1e-11) }
  }

  /// What an interrupted run had finished is not done again and changes nothing; what another run had
  /// finished is not used.
  @Test func goesOnFromPieces() throws {
    let model = PSpinHamiltonian(.pure(3), dimension: 10, seed: 3)
    func run(_ pieces: [EnumerationPiece], seed: UInt64 = 1) throws -> (
      result: EnumerationResult, done: [EnumerationPiece]
    ) {
      let done = Mutex<[EnumerationPiece]>([])
      let result = try Enumeration.run(model, seed: seed, resuming: pieces) { piece in
        done.withLock { $0.append(piece) }
      }
      return (result, done.withLock(\.self))
    }
    let whole = try run([])
    #expect(whole.done.count == 4 && whole.done.reduce(0) { $0 + $1.count } == 1023)
    let kept = try whole.done.prefix(2).map { try #require(EnumerationPiece(words: $0.words)) }
    #expect(kept == Array(whole.done.prefix(2)))
    let rest = try run(kept)
    #expect(rest.result == whole.result)
    #expect(rest.done.count == 2)
    #expect(try run(kept, seed: 2).done.count == 4)
    #expect(EnumerationPiece(words: []) == nil)
    #expect(EnumerationPiece(words: kept[0].words.dropLast()) == nil)
  }

  /// A Hamiltonian with a circle of critical points has no isolated ones to be certain of.
  @Test func degenerateLandscapes() throws {
    #expect(throws: EnumerationError.degree(1)) {
      try Enumeration.run(PSpinHamiltonian(.pure(1), dimension: 4, seed: 1))
    }
    var identity = SymmetricTensor(degree: 2, dimension: 3)
    for i in 0..<3 { identity[i, i] = 1 }
    let round = PSpinHamiltonian(.pure(2), dimension: 3, tensors: [identity])
    #expect(try Enumeration.run(round).completeness != .proved)
    #expect(throws: EnumerationError.tooManyPaths(67_108_863, dimension: 26, degree: 3)) {
      try Enumeration.run(PSpinHamiltonian(.pure(3), dimension: 26, seed: 1))
    }
    let zero = PSpinHamiltonian(
      .pure(3), dimension: 3, tensors: [SymmetricTensor(degree: 3, dimension: 3)])
    #expect(throws: EnumerationError.degenerate) { try Enumeration.run(zero) }
    // σ_1³ + σ_1(σ_2² + σ_3²) is the same all around the first axis, up to a multiple of |σ|².
    var symmetric = SymmetricTensor(degree: 3, dimension: 3)
    symmetric[0, 0, 0] = 1
    symmetric[0, 1, 1] = 0.1
    symmetric[0, 2, 2] = 0.1
    let model = PSpinHamiltonian(.pure(3), dimension: 3, tensors: [symmetric])
    #expect(try Enumeration.run(model).completeness != .proved)
  }
}
