import LinearAlgebra
import Testing

struct PackedSymmetricTests {
  /// The packed product against the full matrix, for one column among several. Both sum n products
  /// of normal numbers: rounding is below 2 (n + 1) ε Σ|terms| < 2 n² ε · 25.
  @Test(arguments: [1, 2, 9]) func productOfOneColumn(n: Int) {
    let matrices = randomMatrix(PackedSymmetric.count(n), 3, seed: 1)
    let vectors = randomMatrix(n, 2, seed: 2)
    for a in 0..<3 {
      let full = PackedSymmetric.unpack(matrices, column: a, dimension: n)
      #expect(full == full.transposed)
      for b in 0..<2 {
        var y = [Double](repeating: .nan, count: n)
        PackedSymmetric.multiply(matrices, column: a, vectors, column: b, scale: 0.75, into: &y)
        for i in 0..<n {
          let expected = (0..<n).reduce(0.0) { $0 + 0.75 * full[i, $1] * vectors[$1, b] }
          #expect(abs(y[i] - expected) <= 50 * Double(n * n) * 0x1p-52)
        }
      }
    }
  }
}
