import Foundation
import LinearAlgebra
import RandomStreams
import Testing

/// Eight matrices at a time against LAPACK, one by one.
@Suite struct SpectralLanesTests {
  static let sizes = [1, 2, 3, 4, 9, 40, 101]

  /// Eight random matrices with vectors, of units from 1e-150 to 1e150.
  private func eight(_ n: Int, seed: UInt64) -> [(matrix: Matrix<Double>, vector: [Double])] {
    (0..<8).map { lane in
      let unit = lane < 4 ? 1 : pow(10, 100 * Double(lane) - 550)
      let a = randomSymmetric(n, seed: 100 * seed + UInt64(lane))
      let g = randomMatrix(n, 1, seed: 100 * seed + UInt64(lane) + 50).elements
      return (
        Matrix<Double>(rows: n, columns: n, elements: a.elements.map { unit * $0 }),
        g.map { unit * $0 }
      )
    }
  }

  private func loaded(_ cases: [(matrix: Matrix<Double>, vector: [Double])]) -> SpectralLanes {
    var lanes = SpectralLanes(size: cases[0].vector.count)
    for (lane, one) in cases.enumerated() {
      let magnitude = one.matrix.elements.reduce(0) { max($0, abs($1)) }
      lanes.load(
        spoilUpperTriangle(one.matrix), one.vector, magnitude: magnitude, lane: lane)
    }
    lanes.reduce()
    return lanes
  }

  /// A s = -g, eigenvalues and inertia of every lane.
  @Test(arguments: sizes) func newtonAndSpectrum(_ n: Int) throws {
    let cases = eight(n, seed: UInt64(n))
    var lanes = loaded(cases)
    for (lane, (a, g)) in cases.enumerated() {
      let step = try #require(lanes.newtonStep(lane: lane))
      let dense = try diagonalized(a)
      let size = dense.eigenvalues.reduce(0) { max($0, abs($1)) }
      let residual = zip((a * Matrix<Double>(columns: [step])).elements, g).map { $0 + $1 }
      #expect(norm(residual) <= 4 * backwardError(n, norm: size) * norm(step))
      let eigenvalues = lanes.spectrum(lane: lane).eigenvalues
      for (ours, theirs) in zip(eigenvalues, dense.eigenvalues) {
        #expect(abs(ours - theirs) <= 2 * backwardError(n, norm: size))
      }
      #expect(lanes.negativeEigenvalues(lane: lane) == dense.eigenvalues.count { $0 < 0 })
    }
  }

  /// Σ f(λ)(v·g) v against all eigenvectors, for an f of either sign; g itself comes back from f = 1. Lanes without
  /// amplitudes stay out of it.
  @Test(arguments: sizes) func functions(_ n: Int) throws {
    let cases = eight(n, seed: UInt64(2000 + n))
    var lanes = loaded(cases)
    let functions = (0..<8).map { lane -> [Double]? in
      guard lane != 5 else { return nil }
      let λ = lanes.spectrum(lane: lane).eigenvalues
      return λ.indices.map { i in lane == 7 ? 1 : (i.isMultiple(of: 3) ? 2 : -1) / abs(λ[i]) }
    }
    let steps = lanes.combinations(
      functions.enumerated().map { lane, f in
        f.map { zip($0, lanes.spectrum(lane: lane).components).map { $0 * $1 } }
      })
    for (lane, (a, g)) in cases.enumerated() {
      guard let f = functions[lane] else {
        #expect(steps[lane] == nil)
        continue
      }
      let step = try #require(steps[lane])
      let dense = try diagonalized(a)
      var expected = [Double](repeating: 0, count: n)
      for i in 0..<n {
        let v = dense.eigenvectors.column(i)
        let part = f[i] * zip(v, g).reduce(0) { $0 + $1.0 * $1.1 }
        for k in 0..<n { expected[k] += part * v[k] }
      }
      let λ = dense.eigenvalues
      // f differs from mode to mode, and has the slope 1/λ² of its size.
      let gap = zip(λ, λ.dropFirst()).reduce(abs(λ[0])) { min($0, $1.1 - $1.0, abs($1.1)) }
      let sensitivity = lane == 7 ? 1 : 1 + (λ[n - 1] - λ[0]) / gap
      let length = norm(g) * f.reduce(0) { max($0, abs($1)) }
      #expect(
        norm(zip(step, expected).map { $0 - $1 }) <= backwardError(n, norm: sensitivity) * length)
    }
  }

  /// What a lane gives does not depend on its neighbours, to the last bit, though one of them is no matrix.
  @Test func lanesAreApart() {
    let n = 17
    let cases = eight(n, seed: 7)
    var together = loaded(cases)
    var other = cases.map { _ in (matrix: Matrix<Double>.identity(n), vector: cases[0].vector) }
    other[2] = cases[2]
    other[6].matrix[3, 1] = .nan
    var alone = loaded(other)
    #expect(alone.newtonStep(lane: 2) == together.newtonStep(lane: 2))
    #expect(alone.spectrum(lane: 2).eigenvalues == together.spectrum(lane: 2).eigenvalues)
    let f = (0..<8).map { lane in (0..<n).map { lane == 2 ? Double($0 - 4) : 1.0 } as [Double]? }
    #expect(alone.combinations(f)[2] == together.combinations(f)[2])
  }

  /// Singular matrices have no Newton step; multiple eigenvalues, blocks and zeros have a spectrum like any other.
  @Test func degenerate() {
    let n = 6
    var cases = eight(n, seed: 9)
    cases[0].matrix = Matrix<Double>(rows: n, columns: n)
    cases[1].matrix = .identity(n)
    cases[2].matrix = .identity(n)
    cases[2].matrix[4, 4] = 0
    for i in 3..<n { for j in 0..<3 { cases[3].matrix[i, j] = 0 } }
    var lanes = loaded(cases)
    #expect(lanes.newtonStep(lane: 0) == nil && lanes.newtonStep(lane: 2) == nil)
    #expect(lanes.newtonStep(lane: 1) == cases[1].vector.map { -$0 })
    #expect(lanes.spectrum(lane: 0).eigenvalues == [Double](repeating: 0, count: n))
    #expect(lanes.spectrum(lane: 2).eigenvalues == [0, 1, 1, 1, 1, 1])
    let all = (0..<8).map { lanes.spectrum(lane: $0).components as [Double]? }
    for (lane, vector) in lanes.combinations(all).enumerated() {
      let g = cases[lane].vector
      #expect(norm(zip(vector!, g).map { $0 - $1 }) <= backwardError(n, norm: 1) * norm(g))
    }
  }
}
