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
      let eigenvalues = lanes.eigenvalues(lane: lane)
      for (ours, theirs) in zip(eigenvalues, dense.eigenvalues) {
        #expect(abs(ours - theirs) <= 2 * backwardError(n, norm: size))
      }
      #expect(lanes.negativeEigenvalues(lane: lane) == dense.eigenvalues.count { $0 < 0 })
    }
  }

  /// Σ f(λ)(v·g) v by inverse iteration against all eigenvectors: an f that is -1/λ but for some modes, and one that
  /// nowhere is; lanes without an f stay out of it.
  @Test(arguments: sizes) func functions(_ n: Int) throws {
    let cases = eight(n, seed: UInt64(2000 + n))
    var lanes = loaded(cases)
    let functions = (0..<8).map { lane -> [Double]? in
      guard lane != 5 else { return nil }
      let λ = lanes.eigenvalues(lane: lane)
      return λ.indices.map { i in
        lane.isMultiple(of: 2) && i.isMultiple(of: 3) ? 2 / abs(λ[i]) : lane == 7 ? 0 : -1 / λ[i]
      }
    }
    let steps = lanes.steps(functions)
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
      let condition = abs(λ[n - 1] - λ[0]) / λ.reduce(.infinity) { min($0, abs($1)) }
      let gap = zip(λ, λ.dropFirst()).reduce(Double.infinity) { min($0, $1.1 - $1.0) }
      let sensitivity = 1 + condition + abs(λ[n - 1] - λ[0]) / gap
      // Newton's step is in it, and taken out again where f is not -1/λ.
      let length = norm(g) * zip(f, λ).reduce(0) { max($0, abs($1.0), 1 / abs($1.1)) }
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
    #expect(alone.eigenvalues(lane: 2) == together.eigenvalues(lane: 2))
    let f = (0..<8).map { lane in (0..<n).map { lane == 2 ? Double($0 - 4) : 1.0 } as [Double]? }
    #expect(alone.steps(f)[2] == together.steps(f)[2])
  }

  /// Singular matrices have no Newton step, and multiple eigenvalues no eigenvectors of their own.
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
    #expect(lanes.eigenvalues(lane: 0) == [Double](repeating: 0, count: n))
    #expect(lanes.eigenvalues(lane: 2) == [0, 1, 1, 1, 1, 1])
    let steps = lanes.steps(cases.map { _ in [Double](repeating: 1, count: n) })
    #expect((0..<4).allSatisfy { steps[$0] == nil } && steps[4] != nil)
  }
}
