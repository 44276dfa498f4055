import Dynamics
import Foundation
import Landscapes
import LinearAlgebra
import Models
import RandomStreams
import SpinGlasses
import TestSupport
import Testing

/// Steps against another library, closed forms, and what holds for all methods on all domains.
@Suite struct MethodTests {
  static let valley = FunctionLandscape(dimension: 2) { x in
    (x[0] * x[0] + 25 * x[1] * x[1] + x[0] * x[1]) / 2
  }

  private func path(_ method: some Method, _ steps: Int) -> [[Double]] {
    var run = Trajectories(Self.valley, from: Matrix(columns: [[3, -1]]), by: method)
    return (0..<steps).map { _ in
      run.step()
      return run.points.column(0)
    }
  }

  /// Against optax, step by step.
  @Test func otherLibrary() throws {
    var paths = [
      "gradientDescent": path(GradientDescent(step: 0.03), 40),
      "momentum": path(Momentum(step: 0.03, momentum: 0.8), 40),
      "rmsProp": path(RMSProp(step: 0.03, decay: 0.9, floor: 1e-3), 40),
      "adam": path(Adam(step: 0.03, decays: (0.8, 0.95), floor: 1e-3), 40),
    ]
    let places = [[3, -1]] + path(NesterovMomentum(step: 0.03, momentum: 0.8), 40)
    paths["nesterovMomentum"] = zip(places, places.dropFirst()).map { before, x in
      zip(before, x).map { $1 + 0.8 * ($1 - $0) }
    }
    for row in try referenceTable("methods.csv", in: .module) {
      let numbers = row.dropFirst().compactMap(Double.init)
      let place = try #require(paths[row[0]])[Int(numbers[0]) - 1]
      #expect(abs(place[0] - numbers[1]) < 1e-12 && abs(place[1] - numbers[2]) < 1e-12, "\(row)")
    }
  }

  /// Every method goes down and stays on the domain, whatever the units of value and length: the path is the same one,
  /// where steps are given in units of time or length.
  @Test(arguments: [1, 1e9, 1e-9], [1, 1e9, 1e-9])
  func units(_ energy: Double, _ length: Double) {
    let landscape = FunctionLandscape(on: EuclideanSpace(dimension: 2, length: length)) { x in
      let (u, v) = (x[0] / length, x[1] / length)
      return energy * ((u * u - 1) * (u * u - 1) + v * v + u * v / 2)
    }
    let time = length * length / energy
    func end(_ method: some Method) -> [Double] {
      var run = Trajectories(
        landscape, from: Matrix(columns: [[0.1 * length, length]]), by: method)
      run.advance(until: HaltingRule(steps: 5000, gradient: 1e-7))
      #expect(run.outcomes == [.settled], "\(type(of: method)) at \(energy), \(length)")
      return run.points.column(0).map { $0 / length }
    }
    let minimum = end(GradientDescent(step: 0.05 * time))
    for other in [
      end(Momentum(step: 0.02 * time)), end(NesterovMomentum(step: 0.02 * time)),
      end(GradientFlow(tolerance: 1e-8)), end(CurvatureDescent(.absolute)),
      end(CurvatureDescent(.shifted)), end(Adam(step: 0.003 * length)),
    ] {
      #expect(abs(abs(other[0]) - abs(minimum[0])) < 1e-5)
      #expect(abs(abs(other[1]) - abs(minimum[1])) < 1e-5)
    }
  }

  /// On a sphere points stay on it, and descent comes to a minimum by each method.
  @Test func sphere() {
    let hamiltonian = PSpinHamiltonian(.pure(3), dimension: 12, seed: 2)
    var stream = RandomStream(seed: 5, purpose: .starts)
    let starts = Matrix<Double>(
      columns: (0..<5).map { _ in hamiltonian.domain.point(fromNormals: stream.normals(count: 12)) }
    )
    func check(_ method: some Method, to gradient: Double = 1e-6) {
      var run = Trajectories(hamiltonian, from: starts, by: method)
      run.advance(until: HaltingRule(steps: 20_000, gradient: gradient))
      #expect(run.outcomes.allSatisfy { $0 == .settled }, "\(type(of: method))")
      #expect(run.points.squaredColumnNorms.allSatisfy { abs($0 - 12) < 1e-12 })
      #expect(hamiltonian.indices(at: run.points).allSatisfy { $0 == 0 }, "\(type(of: method))")
    }
    check(GradientDescent(step: 0.1))
    check(GradientFlow(tolerance: 1e-9))
    check(Momentum(step: 0.02))
    check(NesterovMomentum(step: 0.02))
    check(RMSProp(step: 1e-3), to: 1e-2)
    check(Adam(step: 0.003), to: 1e-4)
    check(CurvatureDescent(.absolute))
    check(CurvatureDescent(.shifted))
    check(KickedGradientDescent(step: 0.1, kick: 1e-4, flatness: 1e-9))
  }

  /// Newton's method ends at saddles; the others do not.
  @Test func newton() {
    let hamiltonian = PSpinHamiltonian(.pure(3), dimension: 20, seed: 2)
    var stream = RandomStream(seed: 5, purpose: .starts)
    let starts = Matrix<Double>(
      columns: (0..<20).map { _ in hamiltonian.domain.point(fromNormals: stream.normals(count: 20))
      }
    )
    var run = Trajectories(hamiltonian, from: starts, by: CurvatureDescent(.newton))
    run.advance(until: HaltingRule(steps: 300, gradient: 1e-9))
    let ended = run.outcomes.indices.filter { run.outcomes[$0] == .settled }
    let indices = hamiltonian.indices(at: run.points)
    #expect(ended.count >= 10 && ended.contains { indices[$0]! > 4 })
  }

  /// A saddle exactly met: descent stays, a kick leaves.
  @Test func kicks() {
    let saddle = FunctionLandscape(dimension: 2) { x in
      x[0] * x[0] - x[1] * x[1] / 2 + x[1] * x[1] * x[1] * x[1] / 4
    }
    func end(_ method: some Method) -> [Double] {
      var run = Trajectories(saddle, from: Matrix(columns: [[1, 0]]), by: method)
      run.advance(until: HaltingRule(steps: 4000))
      return run.points.column(0)
    }
    #expect(end(GradientDescent(step: 0.1))[1] == 0)
    let left = end(KickedGradientDescent(step: 0.1, kick: 1e-6, pause: 1000))
    #expect(abs(abs(left[1]) - 1) < 1e-5)
  }

  /// Flow of a quadratic form is a sum of exponentials; that of p = 2 on the sphere is known too. The error is of the order of
  /// the tolerance, and falls with it.
  @Test func flow() {
    func miss(_ tolerance: Double) -> Double {
      let form = FunctionLandscape(dimension: 2) { x in (x[0] * x[0] + 9 * x[1] * x[1]) / 2 }
      var run = Trajectories(
        form, from: Matrix(columns: [[1, 1], [2, -1]]), by: GradientFlow(tolerance: tolerance))
      let seen = run.record(at: [0, 0.3, 1.1, 2], [], keepsPlaces: true)
      #expect(seen.times == [0, 0.3, 1.1, 2])
      var worst = 0.0
      for (time, place) in zip(seen.times, seen.places) {
        for (b, start) in [(1.0, 1.0), (2, -1)].enumerated() {
          worst = max(worst, abs(place[0, b] - start.0 * exp(-time)))
          worst = max(worst, abs(place[1, b] - start.1 * exp(-9 * time)))
        }
      }
      return worst
    }
    #expect(miss(1e-6) < 1e-4 && miss(1e-9) < miss(1e-6) / 30)
    let hamiltonian = PSpinHamiltonian(.pure(2), dimension: 8, seed: 3)
    var form = hamiltonian.euclideanHessian(at: [Double](repeating: 1, count: 8))
    form.mirrorLowerTriangle()
    var solver = HermitianEigensolver<Double>(size: 8)
    _ = solver.diagonalize(form, vectors: true)
    var stream = RandomStream(seed: 5, purpose: .starts)
    let start = hamiltonian.domain.point(fromNormals: stream.normals(count: 8))
    var run = Trajectories(
      hamiltonian, from: Matrix(columns: [start]), by: GradientFlow(tolerance: 1e-9))
    run.advance(until: HaltingRule(time: 1.5))
    // σ(t) ∝ exp(-A t) σ(0), with H = σ·Aσ/2.
    var exact = [Double](repeating: 0, count: 8)
    for (k, λ) in solver.eigenvalues.enumerated() {
      let mode = solver.eigenvectors.column(k)
      let part = exp(-1.5 * λ) * zip(mode, start).reduce(0) { $0 + $1.0 * $1.1 }
      for i in exact.indices { exact[i] += part * mode[i] }
    }
    let length = norm(exact)
    let end = run.points.column(0)
    #expect(abs(run.times[0] - 1.5) < 1e-15)
    let factor = 8.0.squareRoot() / length
    for i in exact.indices { #expect(abs(end[i] - factor * exact[i]) < 1e-6) }
  }

  /// What is not finite stops where it was, and the others go on.
  @Test func divergence() {
    var run = Trajectories(
      Self.valley, from: Matrix(columns: [[1, 1], [1, 0.0]]), by: GradientDescent(step: 0.1))
    // The second direction is unstable; the coupling makes the second replica follow.
    run.advance(until: HaltingRule(steps: 20_000))
    #expect(run.outcomes == [.diverged, .diverged])
    #expect(run.points.elements.allSatisfy { $0.isFinite })
    let wall = FunctionLandscape(dimension: 1) { x in x[0].squareRoot() }
    var flow = Trajectories(wall, from: Matrix(columns: [[1]]), by: GradientFlow())
    flow.advance(until: HaltingRule(time: 10))
    #expect(flow.outcomes == [.diverged])
    #expect(flow.points[0, 0] >= 0, "\(flow.points) \(flow.times)")
  }
}
