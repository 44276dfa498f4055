import LinearAlgebra
import RandomStreams
import Testing

struct HomogeneousPolynomialTests {
  /// The sums over all n^d ordered tuples, differentiated factor by factor, at one point; and the
  /// same sums of absolute values, the unit of their rounding.
  struct BruteForce {
    var value = 0.0
    var gradient: [Double]
    var hessian: Matrix<Double>

    init(_ entry: ([Int]) -> Double, degree d: Int, at x: [Double]) {
      let n = x.count
      gradient = [Double](repeating: 0, count: n)
      hessian = Matrix<Double>(rows: n, columns: n)
      forEachTuple(length: d, below: n) { tuple in
        let t = entry(tuple)
        func product(without a: Int, _ b: Int) -> Double {
          (0..<d).reduce(t) { $1 == a || $1 == b ? $0 : $0 * x[tuple[$1]] }
        }
        value += product(without: -1, -1)
        for a in 0..<d {
          gradient[tuple[a]] += product(without: a, a)
          for b in 0..<d where b != a { hessian[tuple[a], tuple[b]] += product(without: a, b) }
        }
      }
    }
  }

  /// A tensor with normal entries, and the same entries at any ordered tuple.
  static func example(degree d: Int, dimension n: Int) -> (SymmetricTensor, ([Int]) -> Double) {
    var stream = RandomStream(seed: UInt64(10 * d + n), purpose: .noise)
    var entries: [[Int]: Double] = [:]
    var elements: [Double] = []
    SymmetricTensor.forEachEntry(degree: d, dimension: n) { _, indices, _ in
      elements.append(stream.normal())
      entries[indices] = elements.last
    }
    let full = entries
    return (
      SymmetricTensor(degree: d, dimension: n, elements: elements), { full[$0.sorted()]! }
    )
  }

  /// Both sides sum at most n^d products of d factors: each is within 2 (n^d + d) ε of the exact
  /// value in units of the sum of absolute values.
  @Test(arguments: 1...6, [1, 3, 4]) func agreesWithBruteForce(d: Int, n: Int) {
    let (tensor, entry) = Self.example(degree: d, dimension: n)
    let points = randomMatrix(n, 3, seed: 99)
    let jets = Jets(HomogeneousPolynomial(tensor), at: points, scale: -0.5)
    let tuples = (0..<d).reduce(1) { product, _ in product * n }
    let tolerance = 2 * Double(tuples + d) * 0x1p-52
    for b in 0..<3 {
      let x = points.column(b)
      let exact = BruteForce(entry, degree: d, at: x)
      let size = BruteForce({ abs(entry($0)) }, degree: d, at: x.map(abs))
      #expect(abs(jets.values[b] + exact.value / 2) <= tolerance * size.value)
      let hessian = PackedSymmetric.unpack(jets.hessians!, column: b, dimension: n)
      for i in 0..<n {
        #expect(
          abs(jets.gradients[i, b] + exact.gradient[i] / 2) <= tolerance * size.gradient[i])
        for j in 0..<n {
          #expect(abs(hessian[i, j] + exact.hessian[i, j] / 2) <= tolerance * size.hessian[i, j])
        }
      }
    }
  }

  /// x³ - 3xy² at (2, 3), by hand: its tensor has T[000] = 1 and T[011] = -1.
  @Test func monkeySaddle() {
    var tensor = SymmetricTensor(degree: 3, dimension: 2)
    tensor[0, 0, 0] = 1
    tensor[0, 1, 1] = -1
    let jets = Jets(HomogeneousPolynomial(tensor), at: Matrix<Double>(columns: [[2, 3]]), scale: 1)
    #expect(jets.values == [-46])
    #expect(jets.gradients.elements == [-15, -36])
    #expect(jets.hessians!.elements == [12, -18, -12])
  }

  /// Terms of a sum share the buffers: a second call adds. Doubling commutes with rounding, so that
  /// one addition is all that is rounded.
  @Test(arguments: [1, 2, 3]) func accumulates(d: Int) {
    let polynomial = HomogeneousPolynomial(Self.example(degree: d, dimension: 3).0)
    let points = randomMatrix(3, 2, seed: 4)
    let once = Jets(polynomial, at: points, scale: 1)
    var both = once
    both.accumulate(polynomial, at: points, scale: 2)
    #expect(both.values == once.values.map { $0 + 2 * $0 })
    #expect(both.gradients.elements == once.gradients.elements.map { $0 + 2 * $0 })
    #expect(both.hessians!.elements == once.hessians!.elements.map { $0 + 2 * $0 })
  }

  /// One product for many points may sum in another order than one point at a time. With |T| < 4 and
  /// Σ|xᵢ| ≤ √5 |x| no derivative of degree k has terms above 240 |x|ᵏ, nor more than 20 of them in
  /// a row: twice 20 ε of that is 2·10⁻¹² |x|ᵏ.
  @Test(arguments: 1...4) func batchIsOneAtATime(d: Int) {
    let polynomial = HomogeneousPolynomial(Self.example(degree: d, dimension: 5).0)
    let points = randomMatrix(5, 37, seed: 6)
    let batch = Jets(polynomial, at: points, scale: 1)
    for b in 0..<37 {
      let single = Jets(polynomial, at: Matrix<Double>(columns: [points.column(b)]), scale: 1)
      func near(_ x: [Double], _ y: [Double], _ k: Int) -> Bool {
        let size = (0..<max(k, 0)).reduce(2e-12) { size, _ in size * norm(points.column(b)) }
        return zip(x, y).allSatisfy { abs($0 - $1) <= size }
      }
      #expect(near([batch.values[b]], single.values, d))
      #expect(near(batch.gradients.column(b), single.gradients.elements, d - 1))
      #expect(near(batch.hessians!.column(b), single.hessians!.elements, d - 2))
    }
  }

  /// The other side walks the value and adds up the arrays of numbers it finds.
  @Test(arguments: 1...5, [1, 2, 6]) func memoryIsWhatIsHeld(d: Int, n: Int) {
    let polynomial = HomogeneousPolynomial(SymmetricTensor(degree: d, dimension: n))
    #expect(HomogeneousPolynomial.memory(degree: d, dimension: n) == Double(bytes(in: polynomial)))
  }

  @Test func memoryDoesNotOverflow() {
    let bytes = HomogeneousPolynomial.memory(degree: 40, dimension: 1_000_000)
    #expect(bytes > 1e190 && bytes.isFinite)
  }

  private func bytes(in value: Any) -> Int {
    if let array = value as? [Double] { return 8 * array.count }
    return Mirror(reflecting: value).children.reduce(0) { $0 + bytes(in: $1.value) }
  }
}

/// Buffers for one polynomial.
private struct Jets {
  var values: [Double]
  var gradients: Matrix<Double>
  var hessians: Matrix<Double>?

  init(_ polynomial: HomogeneousPolynomial, at points: Matrix<Double>, scale: Double) {
    values = [Double](repeating: 0, count: points.columns)
    gradients = Matrix<Double>(rows: points.rows, columns: points.columns)
    hessians = Matrix<Double>(rows: PackedSymmetric.count(points.rows), columns: points.columns)
    accumulate(polynomial, at: points, scale: scale)
  }

  mutating func accumulate(
    _ polynomial: HomogeneousPolynomial, at points: Matrix<Double>, scale: Double
  ) {
    var scratch = Matrix<Double>(rows: PackedSymmetric.count(points.rows), columns: points.columns)
    polynomial.accumulate(
      at: points, scale: scale, values: &values, gradients: &gradients, hessians: &hessians,
      scratch: &scratch)
  }
}
