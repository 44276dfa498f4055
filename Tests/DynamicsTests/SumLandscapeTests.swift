import Dynamics
import LandscapeConformance
import Landscapes
import LinearAlgebra
import Models
import RandomStreams
import SpinGlasses
import Testing

/// Sums and their mini-batches.
@Suite struct SumLandscapeTests {
  static let terms = (0..<4).map { PSpinHamiltonian(.pure(3), dimension: 9, seed: 3, sample: $0) }
  static let sum = SumLandscape(terms, factor: 0.5)

  private func starts(_ count: Int) -> Matrix<Double> {
    var stream = RandomStream(seed: 5, purpose: .starts)
    return Matrix(
      columns: (0..<count).map { _ in Self.sum.domain.point(fromNormals: stream.normals(count: 9)) }
    )
  }

  @Test func conforms() { #expect(landscapeViolations(Self.sum, seed: 3).isEmpty) }

  /// The mean of the mini-batches' gradients is the gradient.
  @Test func miniBatches() {
    let points = starts(3)
    let whole = Self.sum.jets(at: points, upTo: .gradient).gradients
    var mean = Matrix<Double>(rows: 9, columns: 3)
    for i in 0..<4 {
      mean.add(Self.sum.miniBatch(i).jets(at: points, upTo: .gradient).gradients, times: 0.25)
    }
    #expect(norm((mean - whole).elements) < 1e-12 * norm(whole.elements))
  }

  /// A step sees the mini-batch whose turn it is, values and gradients looked at are of the whole.
  @Test func turns() {
    var run = Trajectories(miniBatches: Self.sum, from: starts(3), by: GradientDescent(step: 0.05))
    var points = starts(3)
    for step in 0..<6 {
      var one = Trajectories(
        Self.sum.miniBatch(step % 4), from: points, by: GradientDescent(step: 0.05))
      one.step()
      points = one.points
      run.step()
      #expect(norm((run.points - points).elements) < 1e-12)
    }
    let values = run.values
    #expect(
      zip(values, Self.sum.jets(at: points, upTo: .value).values).allSatisfy {
        abs($0 - $1) < 1e-11
      })
  }

  /// Independent Hamiltonians over the root of their number are one of the ensemble: the variance of values at a point is N,
  /// within 4.4 standard errors.
  @Test func ensemble() {
    let count = 2000
    let point = starts(1).column(0)
    let squares = (0..<count).map { k -> Double in
      let sum = SumLandscape(
        (0..<3).map { PSpinHamiltonian(.pure(3), dimension: 9, seed: 11, sample: 3 * k + $0) },
        factor: 1 / 3.0.squareRoot())
      let value = sum.value(at: point)
      return value * value
    }
    let mean = squares.reduce(0, +) / Double(count)
    #expect(abs(mean - 9) < 4.4 * 9 * (2 / Double(count)).squareRoot())
  }
}
