import CriticalPoints
import GaussianFields
import Landscapes
import LinearAlgebra
import Models
import Planting
import SpinGlasses
import TestSupport
import Testing

/// Points planted in landscapes are there: Newton's method beside them ends in them, with the index and the
/// value that were drawn or asked for.
@Suite struct PlantedPointsTests {
  private let samples = isLong ? 1000 : 100

  private func newton<L: Landscape>(_ landscape: L, beside point: [Double]) -> CriticalPoint {
    let start = point.enumerated().map { $1 + ($0.isMultiple(of: 2) ? 1e-7 : -1e-7) }
    return Search(landscape, method: .newton).run(
      starts: Matrix<Double>(columns: [start]), targets: [0], threads: 1)[0]
  }

  private func distance(_ a: [Double], _ b: [Double]) -> Double {
    norm(zip(a, b).map { $0 - $1 })
  }

  @Test func inFields() throws {
    let n = 10
    let shape = try IsotropicCovariance.rationalQuadratic(exponent: 2)
    let covariance = shape.extensive(dimension: n)
    let law = try FieldCriticalPointLaw(
      covariance.moments(), dimension: n)
    for sample in 0..<samples {
      let energy = sample.isMultiple(of: 2) ? nil : -0.5 + Double(sample) / Double(samples)
      let planted = try law.draw(
        index: sample % (n + 1), value: energy.map { $0 * Double(n) }, seed: 1, sample: sample)
      let place = (0..<n).map { Double($0 + sample % 7) }
      let field = try ConditionedField(
        WaveField(covariance, dimension: n, waves: 100, seed: 1, sample: sample),
        covariance: covariance, at: place, value: planted.value, hessian: planted.hessian)
      let found = newton(field, beside: place)
      #expect(found.outcome == .converged && found.index == planted.index, "sample \(sample)")
      #expect(distance(found.position, place) < 1e-7)
      #expect(abs(found.value - (energy.map { $0 * Double(n) } ?? planted.value)) < 1e-8)
    }
  }

  @Test func inSphericalModels() throws {
    let n = 10
    for mixture in [Mixture.pure(3), try Mixture([1: 0.1, 2: 0.5, 4: 1])] {
      let law = try SphericalCriticalPointLaw(mixture, dimension: n)
      for sample in 0..<samples {
        let energy = sample.isMultiple(of: 2) ? nil : -0.5 + Double(sample) / Double(samples)
        let planted = try law.draw(index: sample % n, energy: energy, seed: 3, sample: sample)
        let free = PSpinHamiltonian(mixture, dimension: n, seed: 3, sample: sample)
        let place = free.domain.point(fromNormals: (0..<n).map { Double($0 + 1 + sample % 7) })
        let hamiltonian = free.planting(planted, at: place)
        let start = free.domain.point(
          fromNormals: place.enumerated().map { $1 + ($0.isMultiple(of: 2) ? 1e-7 : -1e-7) })
        let found = Search(hamiltonian, method: .newton).run(
          starts: Matrix<Double>(columns: [start]), targets: [0], threads: 1)[0]
        #expect(found.outcome == .converged && found.index == planted.index, "sample \(sample)")
        #expect(distance(found.position, place) < 1e-7)
        #expect(abs(found.value - (energy.map { $0 * Double(n) } ?? planted.value)) < 1e-8)
      }
    }
  }

  /// Enumeration, which knows nothing of planting, finds the point among all others.
  @Test func enumerationFindsThem() throws {
    let n = 6
    let mixture = try Mixture([2: 0.3, 3: 1])
    let law = try SphericalCriticalPointLaw(mixture, dimension: n)
    for k in 0..<n {
      let planted = try law.draw(index: k, seed: 6, sample: k)
      let free = PSpinHamiltonian(mixture, dimension: n, seed: 6, sample: k)
      let place = free.domain.point(fromNormals: (0..<n).map { Double($0 * $0 + 1) })
      let hamiltonian = free.planting(planted, at: place)
      let nearest = try Enumeration.run(hamiltonian).points.min { a, b in
        distance(a.position, place) < distance(b.position, place)
      }!
      #expect(nearest.index == k && distance(nearest.position, place) < 1e-8)
      #expect(abs(nearest.value - planted.value) < 1e-9)
    }
  }
}
