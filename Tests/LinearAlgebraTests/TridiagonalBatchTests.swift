import Foundation
import LinearAlgebra
import RandomStreams
import Testing

/// Eight at a time against LAPACK one at a time.
@Suite struct TridiagonalBatchTests {
  private typealias Entries = (diagonal: [Double], offDiagonal: [Double])

  /// The largest difference over the norm, in roundings.
  private func error(_ matrices: [Entries]) throws -> Double {
    var batch = TridiagonalBatch(size: matrices[0].diagonal.count)
    let results = batch.eigenvalues(of: matrices)
    try #require(results.count == matrices.count)
    return try zip(matrices, results).map { matrix, result in
      var (d, e) = matrix
      try #require(TridiagonalEigenvalues.solve(diagonal: &d, offDiagonal: &e))
      let norm = max(d.map(abs).max() ?? 0, .leastNormalMagnitude)
      return try zip(d, #require(result)).map { abs($0 - $1) / norm / .ulpOfOne }.max() ?? 0
    }.max() ?? 0
  }

  @Test(arguments: [1, 2, 3, 10, 100]) func random(n: Int) throws {
    var stream = RandomStream(seed: 1, purpose: .noise)
    // Not a multiple of eight.
    let matrices = (0..<(n == 100 ? 50 : 203)).map { _ in
      (diagonal: stream.normals(count: n), offDiagonal: stream.normals(count: n - 1))
    }
    #expect(try error(matrices) < 4 * Double(n))
  }

  /// Zeros, pairs that agree to all digits, graded entries, extreme scales.
  @Test func special() throws {
    let n = 21
    let wilkinson = (
      diagonal: (0..<n).map { abs(Double($0) - 10) },
      offDiagonal: [Double](repeating: 1, count: n - 1)
    )
    let second = (
      diagonal: [Double](repeating: 0, count: n), offDiagonal: [Double](repeating: 1, count: n - 1)
    )
    let zero = (
      diagonal: [Double](repeating: 0, count: n), offDiagonal: [Double](repeating: 0, count: n - 1)
    )
    let split = (
      diagonal: (0..<n).map { Double($0 % 3) },
      offDiagonal: (0..<(n - 1)).map { $0 % 4 == 0 ? 0 : 0.5 }
    )
    let graded = (
      diagonal: (0..<n).map { pow(10, -Double($0)) },
      offDiagonal: (0..<(n - 1)).map { pow(10, -Double($0) - 1) }
    )
    let turned = (
      diagonal: Array(graded.diagonal.reversed()), offDiagonal: Array(graded.offDiagonal.reversed())
    )
    let huge = (
      diagonal: wilkinson.diagonal.map { 1e300 * $0 },
      offDiagonal: wilkinson.offDiagonal.map { 1e300 * $0 }
    )
    let tiny = (
      diagonal: wilkinson.diagonal.map { 1e-300 * $0 },
      offDiagonal: wilkinson.offDiagonal.map { 1e-300 * $0 }
    )
    #expect(
      try error([wilkinson, second, zero, split, graded, turned, huge, tiny, wilkinson]) < 40)
  }

  /// A matrix gives the same bits whatever its neighbours.
  @Test func lanesAreIndependent() {
    var stream = RandomStream(seed: 2, purpose: .noise)
    let matrices = (0..<8).map { _ in
      (diagonal: stream.normals(count: 30), offDiagonal: stream.normals(count: 29))
    }
    var batch = TridiagonalBatch(size: 30)
    let together = batch.eigenvalues(of: matrices)
    #expect(matrices.map { batch.eigenvalues(of: [$0])[0] } == together)
    #expect(batch.eigenvalues(of: matrices.reversed()) == together.reversed())
  }

  @Test func nonFiniteEntriesHaveNone() {
    var batch = TridiagonalBatch(size: 2)
    let results = batch.eigenvalues(of: [([1, .nan], [1]), ([1, 3], [0]), ([1, 2], [.infinity])])
    #expect(results == [nil, [1, 3], nil])
  }
}
