import LinearAlgebra
import Testing

struct SymmetricTensorTests {
  static let shapes = [(1, 1), (1, 5), (2, 1), (2, 4), (3, 3), (3, 6), (4, 4), (5, 2), (6, 3)]

  /// C(n+d-1, d) from Pascal's triangle, by additions only.
  @Test func entryCounts() {
    var counts = [Int](repeating: 1, count: 31)
    for d in 0...7 {
      for n in counts.indices {
        if d > 0 { counts[n] = n == 0 ? 0 : counts[n - 1] + counts[n] }
        #expect(SymmetricTensor.entryCount(degree: d, dimension: n) == counts[n])
      }
    }
    #expect(SymmetricTensor.entryCount(degree: 3, dimension: 100) == 171_700)
  }

  /// Position by formula against position by enumeration; each set of ascending indices once.
  @Test(arguments: shapes) func enumeration(d: Int, n: Int) {
    var expected = 0
    var total = 0.0
    var seen: Set<[Int]> = []
    SymmetricTensor.forEachEntry(degree: d, dimension: n) { position, indices, multiplicity in
      #expect(position == expected)
      #expect(SymmetricTensor.position(of: indices) == position)
      #expect(indices.count == d && indices == indices.sorted())
      #expect(indices.allSatisfy { 0 <= $0 && $0 < n })
      seen.insert(indices)
      total += multiplicity
      expected += 1
    }
    #expect(expected == SymmetricTensor.entryCount(degree: d, dimension: n))
    #expect(seen.count == expected)
    #expect(total == Double((0..<d).reduce(1) { product, _ in product * n }), "Σ m = n^d")
  }

  /// Multiplicities by counting all n^d ordered tuples.
  @Test(arguments: shapes) func multiplicities(d: Int, n: Int) {
    var counts: [[Int]: Double] = [:]
    forEachTuple(length: d, below: n) { counts[$0.sorted(), default: 0] += 1 }
    SymmetricTensor.forEachEntry(degree: d, dimension: n) { _, indices, multiplicity in
      #expect(counts[indices] == multiplicity)
    }
  }

  /// The full array against all n^d ordered tuples.
  @Test(arguments: shapes) func fullArray(d: Int, n: Int) {
    let count = SymmetricTensor.entryCount(degree: d, dimension: n)
    let tensor = SymmetricTensor(degree: d, dimension: n, elements: (0..<count).map(Double.init))
    var expected: [Double] = []
    forEachTuple(length: d, below: n) {
      expected.append(tensor.elements[SymmetricTensor.position(of: $0.sorted())])
    }
    #expect(tensor.fullElements == expected)
  }

  @Test func emptyIndexSet() {
    var calls = 0
    SymmetricTensor.forEachEntry(degree: 0, dimension: 4) { position, indices, multiplicity in
      #expect(position == 0 && indices.isEmpty && multiplicity == 1)
      calls += 1
    }
    #expect(calls == 1)
  }

  @Test func entriesAreSymmetric() {
    var tensor = SymmetricTensor(degree: 3, dimension: 4)
    tensor[3, 0, 2] = 1.5
    tensor[1, 1, 0] = -2
    for (i, j, k) in [(0, 2, 3), (0, 3, 2), (2, 0, 3), (2, 3, 0), (3, 0, 2), (3, 2, 0)] {
      #expect(tensor[i, j, k] == 1.5)
    }
    #expect(tensor[0, 1, 1] == -2 && tensor[1, 0, 1] == -2)
    #expect(tensor.elements.count { $0 != 0 } == 2)
  }

  /// For d = 2 the upper triangle packed by columns.
  @Test func degreeTwoIsPackedAsInLAPACK() {
    let n = 5
    let count = PackedSymmetric.count(n)
    let packed = (0..<count).map(Double.init)
    let tensor = SymmetricTensor(degree: 2, dimension: n, elements: packed)
    let full = PackedSymmetric.unpack(
      Matrix<Double>(columns: [packed]), column: 0, dimension: n)
    for j in 0..<n { for i in 0..<n { #expect(tensor[i, j] == full[i, j]) } }
    #expect(full[1, 3] == 7, "1 + 3·4/2")
  }
}

/// Calls `body` with all n^d ordered tuples of whole numbers below n.
func forEachTuple(length d: Int, below n: Int, _ body: ([Int]) -> Void) {
  var tuple = [Int](repeating: 0, count: d)
  while true {
    body(tuple)
    var t = 0
    while t < d && tuple[t] == n - 1 {
      tuple[t] = 0
      t += 1
    }
    if t == d { return }
    tuple[t] += 1
  }
}
