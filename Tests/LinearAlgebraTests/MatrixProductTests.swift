import LinearAlgebra
import Testing

struct MatrixProductTests {
  static let shapes = [
    (1, 1, 1), (1, 0, 1), (3, 0, 5), (0, 4, 3), (3, 4, 0), (2, 7, 1), (1, 5, 9), (17, 3, 11),
    (33, 65, 19), (5, 200, 7),
  ]

  /// αAB + βC against three loops. Both sides sum k + 1 products in some order, so they differ by
  /// at most 2 (k + 3) ε Σ|terms|, entry by entry.
  @Test(arguments: shapes, [(1.0, 0.0), (-2.375, 0.0), (0.625, 1.0), (1.5, -0.75), (0.0, 3.0)])
  func agreesWithThreeLoops(shape: (Int, Int, Int), scales: (Double, Double)) {
    let (m, k, n) = shape
    let (alpha, beta) = scales
    let a = randomMatrix(m, k, seed: 1)
    let b = randomMatrix(k, n, seed: 2)
    let c = randomMatrix(m, n, seed: 3)
    var result = c
    Matrix<Double>.multiply(a, b, scale: alpha, into: &result, adding: beta)
    for j in 0..<n {
      for i in 0..<m {
        var sum = beta * c[i, j]
        var size = abs(sum)
        for l in 0..<k {
          sum += alpha * a[i, l] * b[l, j]
          size += abs(alpha * a[i, l] * b[l, j])
        }
        #expect(abs(result[i, j] - sum) <= 2 * Double(k + 3) * 0x1p-52 * size)
      }
    }
  }

  /// With β = 0 the old content is not read, not multiplied by zero.
  @Test(arguments: [0, 1, 6]) func overwritesWhateverWasThere(k: Int) {
    let a = randomMatrix(4, k, seed: 4)
    let b = randomMatrix(k, 3, seed: 5)
    var result = Matrix<Double>(rows: 4, columns: 3, elements: [Double](repeating: .nan, count: 12))
    Matrix<Double>.multiply(a, b, into: &result)
    #expect(result == a * b)
  }

  @Test func productByHand() {
    let a = Matrix<Double>(columns: [[1, 2, 3], [4, 5, 6]])
    let b = Matrix<Double>(columns: [[1, -1], [10, 100], [0, 0.5]])
    #expect(a * b == Matrix<Double>(columns: [[-3, -3, -3], [410, 520, 630], [2, 2.5, 3]]))
    #expect(a * .identity(2) == a)
    #expect(a.transposed == Matrix<Double>(columns: [[1, 4], [2, 5], [3, 6]]))
    #expect(a.column(1) == [4, 5, 6])
  }
}
