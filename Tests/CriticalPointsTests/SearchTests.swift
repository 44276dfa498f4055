import CriticalPoints
import Landscapes
import LinearAlgebra
import Models
import SpinGlasses
import Statistics
import Synchronization
import Testing

/// What holds of every converged point, whatever the method, and what must not change a result.
@Suite struct SearchTests {
  private let hamiltonian = PSpinHamiltonian(.pure(3), dimension: 24, seed: 2)

  /// Gradient and index recomputed from the Euclidean derivatives with an explicit projector,
  /// not the Householder basis of the search.
  @Test(arguments: SearchMethod.allCases)
  func convergedPointsAreCritical(_ method: SearchMethod) {
    let found = Search(hamiltonian, method: method).run(points: 40, seed: 1)
    let converged = found.filter { $0.outcome == .converged }
    #expect(!converged.isEmpty || method == .newton)
    for point in converged { check(point) }
  }

  private func check(_ point: CriticalPoint) {
    let n = 24
    let sigma = point.position
    let gradient = hamiltonian.euclideanGradient(at: sigma)
    let y = zip(sigma, gradient).reduce(0) { $0 + $1.0 * $1.1 } / Double(n)
    #expect(abs(norm(sigma) * norm(sigma) - Double(n)) < 1e-12 * Double(n))
    #expect(norm(zip(gradient, sigma).map { $0 - y * $1 }) / Double(n).squareRoot() < 2e-10)
    #expect(abs(y - point.radialDerivative) < 1e-12 * max(1, abs(y)))
    #expect(abs(y - 3 * point.value / Double(n)) < 1e-12 * max(1, abs(y)))

    // P H P - y P + c σσᵀ/N: the tangential spectrum and one eigenvalue c above all of it.
    var projector = Matrix<Double>.identity(n)
    for j in 0..<n { for i in 0..<n { projector[i, j] -= sigma[i] * sigma[j] / Double(n) } }
    var full = projector * hamiltonian.euclideanHessian(at: sigma) * projector
    for j in 0..<n {
      for i in 0..<n {
        full[i, j] += -y * projector[i, j] + 1000 * sigma[i] * sigma[j] / Double(n)
      }
    }
    var solver = HermitianEigensolver<Double>(size: n)
    let isDone = solver.diagonalize(full, vectors: false)
    #expect(isDone)
    #expect(solver.eigenvalues.count { $0 < 0 } == point.index)
    #expect(abs(solver.eigenvalues[0] - point.lowestEigenvalue) < 1e-10)
    #expect(abs(solver.eigenvalues[n - 2] - point.highestEigenvalue) < 1e-10)
  }

  @Test func targetedSearchesHitTheirIndex() {
    let found = Search(hamiltonian).run(points: 48, seed: 4)
    let converged = found.filter { $0.outcome == .converged }
    #expect(converged.count >= 46)
    #expect(converged.allSatisfy { $0.index == $0.targetIndex })
    #expect(Set(found.map(\.targetIndex)) == Set(0...23))
  }

  @Test func saddleFreeNewtonEndsInMinima() {
    let found = Search(hamiltonian, method: .saddleFree).run(points: 32, seed: 4)
    #expect(found.allSatisfy { $0.outcome == .converged && $0.index == 0 })
  }

  @Test func resultsDoNotDependOnThreads() {
    let search = Search(hamiltonian)
    let one = search.run(points: 100, seed: 6, threads: 1)
    #expect(search.run(points: 100, seed: 6, threads: 2) == one)
    #expect(search.run(points: 100, seed: 6, threads: 5) == one)
    // The comparison can fail: another seed gives other points.
    #expect(search.run(points: 100, seed: 7, threads: 1) != one)
  }

  @Test func progressSeesEveryPointOnce() {
    let seen = Mutex<[WorkProgress]>([])
    let found = Search(hamiltonian).run(points: 70, seed: 1) { step in
      seen.withLock { $0.append(step) }
    }
    let steps = seen.withLock { $0 }
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.done < $1.done && $0.total == 70 })
    let converged = found.count { $0.outcome == .converged }
    #expect(steps.last == WorkProgress(done: 70, total: 70, reached: converged))
  }

  @Test func givenIndicesAreCycled() {
    let found = Search(hamiltonian).run(points: 5, indices: [0, 7], seed: 1)
    #expect(found.map(\.targetIndex) == [0, 7, 0, 7, 0])
  }

  /// A strong field leaves two critical points, one minimum and one maximum, whatever index a
  /// search aims at (a_1² above ξ'' of the rest, and far above the window at N = 20).
  @Test func searchesForAnIndexThatDoesNotExistEndElsewhere() throws {
    let model = PSpinHamiltonian(try Mixture([1: 5, 2: 0.1]), dimension: 20, seed: 1)
    let found = Search(model).run(points: 40, seed: 1)
    #expect(found.allSatisfy { $0.outcome == .converged })
    let distinct = zip(found, DistinctPoints(among: found).duplicateOf)
      .filter { $1 == nil }
    #expect(Set(distinct.map(\.0.index)) == [0, 19])
    #expect(distinct.count == 2)
  }

  /// A field and a mixture: the radial derivative is no multiple of the energy there.
  @Test func mixtureWithField() throws {
    let mixture = try Mixture([1: 0.3, 2: 0.5, 4: 1])
    let model = PSpinHamiltonian(mixture, dimension: 20, seed: 1)
    let found = Search(model).run(points: 40, seed: 1)
    let converged = found.filter { $0.outcome == .converged }
    #expect(converged.count >= 36)
    for point in converged {
      let gradient = model.euclideanGradient(at: point.position)
      let y = zip(point.position, gradient).reduce(0) { $0 + $1.0 * $1.1 } / 20
      let tangent = zip(gradient, point.position).map { $0 - y * $1 }
      #expect(norm(tangent) / 20.0.squareRoot() < 2e-10)
    }
  }
}
