import LandscapeConformance
import Landscapes
import LinearAlgebra
import Testing

struct ConformanceTests {
  static let conformers: [any Landscape] = [
    himmelblau, cubic(on: Sphere(ambientDimension: 2)), cubic(on: Sphere(ambientDimension: 9)),
    cubic(on: EuclideanSpace(dimension: 3)),
    quadratic(
      randomSymmetric(6, seed: 1), linear: normals(6, seed: 2), on: Sphere(ambientDimension: 6)),
  ]

  @Test(arguments: conformers) func conforms(landscape: any Landscape) {
    #expect(landscapeViolations(landscape) == [])
  }

  /// Controls: each is caught, and for what is wrong with it.
  @Test func catchesWhatIsWrong() {
    let sphere = cubic(on: Sphere(ambientDimension: 4))
    func caught(_ landscape: some Landscape, _ word: String) -> Bool {
      landscapeViolations(landscape).contains { $0.contains(word) }
    }
    #expect(caught(sphere.altered { $0.gradient[1] *= 1.0001 }, "gradient: slopes"))
    #expect(caught(sphere.altered { $0.hessian[0, 2] += 0.1 }, "Hessian: slopes"))
    #expect(caught(sphere.altered { $0.value = .nan }, "gradient: slopes [nan"))
    #expect(caught(Defective { $1.values[$0.columns - 1] += 1e-9 }, "alone: values"))
    #expect(caught(Defective { $1.hessians?[0, 0] += Double($0.columns) * 1e-9 }, "alone: Hess"))
    #expect(
      caught(Defective { if $1.order == .value { $1.values[0] *= 1.001 } }, "values alone"))
    #expect(
      caught(Defective { if $1.order == .gradient { $1.gradients[0, 1] = 0 } }, "without Hess"))
    #expect(
      caught(Defective { $1.values[0] += $1.workspace.elements.first ?? 0 }, "used buffers"))
  }

  /// A cubic with a fault that depends on how it is called.
  struct Defective: Landscape {
    let domain = Sphere(ambientDimension: 4)
    let fault: @Sendable (Matrix<Double>, inout JetBatch) -> Void

    init(_ fault: @escaping @Sendable (Matrix<Double>, inout JetBatch) -> Void) {
      self.fault = fault
    }

    func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
      cubic(on: domain).evaluate(points, into: &jets)
      fault(points, &jets)
    }
  }
}
