import Dynamics
import Foundation
import Landscapes
import LinearAlgebra
import Models
import RandomStreams
import SpinGlasses
import Testing

@Suite struct NewtonTargetsTests {
  /// Of a quadratic function the critical point is where it was put, in any units of value and length, stated or not.
  @Test(arguments: [1, 1e9, 1e-9], [1, 1e9, 1e-9])
  func quadratic(_ energy: Double, _ length: Double) {
    let centre = [0.3, -1.2, 0.7]
    let starts: [[Double]] = [[0, 0, 0], [5, 1, -2], centre]
    for stated in [length, nil] {
      let landscape = FunctionLandscape(on: EuclideanSpace(dimension: 3, length: stated)) { x in
        let u = (0..<3).map { x[$0] / length - centre[$0] }
        return energy * (u[0] * u[0] - 3 * u[1] * u[1] + 2 * u[2] * u[2] + u[0] * u[2])
      }
      let places = Matrix<Double>(columns: starts.map { $0.map { $0 * length } })
      let found = NewtonTargets(landscape, from: places)
      for (b, start) in starts.enumerated() {
        let exact = norm(zip(start, centre).map(-)) / 3.0.squareRoot()
        #expect(abs(found.distances[b] / length - exact) < 1e-12, "\(energy), \(length), \(b)")
      }
      #expect(found.indices == [1, 1, 1])
      #expect(Observable.newtonDistance.values(landscape, places) == found.distances)
      #expect(Observable.newtonIndex.values(landscape, places) == found.indices)
    }
  }

  /// On a torus the way leads around where that is shorter.
  @Test(arguments: [1, 1e9, 1e-9]) func torus(_ length: Double) {
    let wave = 2 * Double.pi / length
    let landscape = FunctionLandscape(on: Torus(dimension: 2, length: length)) { x in
      cos(wave * x[0]) + cos(wave * x[1])
    }
    let places = Matrix<Double>(columns: [[0.97 * length, 0.02 * length]])
    let found = NewtonTargets(landscape, from: places)
    let exact = (0.03 * 0.03 + 0.02 * 0.02).squareRoot() / 2.0.squareRoot()
    #expect(abs(found.distances[0] / length - exact) < 1e-12)
    #expect(found.indices == [2])
  }

  /// Beside a minimum of the p-spin: its distance along the chord. At random points the critical point is far, and the distance
  /// is that to the point reached.
  @Test func sphere() {
    let n = 14
    let hamiltonian = PSpinHamiltonian(.pure(3), dimension: n, seed: 3)
    var stream = RandomStream(seed: 5, purpose: .starts)
    let starts = Matrix<Double>(
      columns: (0..<6).map { _ in hamiltonian.domain.point(fromNormals: stream.normals(count: n)) })
    var run = Trajectories(hamiltonian, from: starts, by: GradientDescent(step: 0.1))
    run.advance(until: HaltingRule(steps: 50_000, gradient: 1e-12))
    let minima = run.points
    #expect(NewtonTargets(hamiltonian, from: minima).distances.allSatisfy { $0 < 1e-10 })
    for angle in [1e-6, 1e-3, 0.02] {
      var steps = Matrix<Double>(
        columns: (0..<6).map { _ in stream.normals(count: n) })
      hamiltonian.domain.project(&steps, at: minima)
      let lengths = steps.squaredColumnNorms.map { $0.squareRoot() }
      for b in 0..<6 {
        for i in 0..<n { steps[i, b] *= angle * Double(n).squareRoot() / lengths[b] }
      }
      var beside = minima
      hamiltonian.domain.move(&beside, along: steps)
      let found = NewtonTargets(hamiltonian, from: beside)
      for b in 0..<6 {
        #expect(abs(found.distances[b] - 2 * sin(angle / 2)) < 1e-10, "\(angle), \(b)")
      }
      #expect(found.indices == [Double](repeating: 0, count: 6))
    }
    let far = NewtonTargets(hamiltonian, from: starts)
    for b in 0..<6 where !far.distances[b].isNaN {
      let way = norm(zip(far.points.column(b), starts.column(b)).map(-)) / Double(n).squareRoot()
      #expect(abs(far.distances[b] - way) < 1e-12)
      #expect(norm(hamiltonian.riemannianGradient(at: far.points.column(b))) < 1e-7)
      #expect(
        Int(far.indices[b]) == hamiltonian.spectrum(at: far.points.column(b)).count { $0 < 0 })
    }
    #expect(far.distances.contains { $0 > 0.3 })
  }

  /// Where there is none, or too few steps, there is no number.
  @Test func none() {
    let slope = FunctionLandscape(dimension: 1) { x in exp(x[0]) }
    let never = NewtonTargets(slope, from: Matrix(columns: [[0], [2]]))
    #expect(never.distances.allSatisfy(\.isNaN) && never.indices.allSatisfy(\.isNaN))
    let valley = FunctionLandscape(dimension: 1, length: 1) { x in x[0] * x[0] }
    let far = Matrix<Double>(columns: [[10], [0]])
    #expect(NewtonTargets(valley, from: far, steps: 3).distances.map(\.isNaN) == [true, false])
    #expect(NewtonTargets(valley, from: far, steps: 50).distances == [10, 0])
  }
}
