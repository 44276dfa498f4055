import Landscapes
import LinearAlgebra
import Testing

struct BufferTests {
  @Test func ordersOfJets() {
    #expect(DerivativeOrder.value < .gradient && DerivativeOrder.gradient < .hessian)
    #expect(JetBatch(dimension: 3, count: 2, order: .gradient).hessians == nil)
    var jets = JetBatch(dimension: 2, count: 2, order: .hessian)
    jets.values = [1, 2]
    jets.gradients[0, 1] = 3
    jets.hessians!.storage = [0, 0, 0, 4, 5, 6]
    #expect(jets.hessian(1) == Matrix<Double>(columns: [[4, 5], [5, 6]]))
    jets.clear()
    #expect(jets.values == [0, 0] && jets.gradients == Matrix<Double>(rows: 2, columns: 2))
    #expect(jets.hessian(1) == Matrix<Double>(rows: 2, columns: 2))
  }

  @Test func finiteModels() {
    var local = model(of: himmelblau, at: [3, 1])
    #expect(local.isFinite && local.gradientNorm == 520.0.squareRoot())
    local.gradient[1] = .infinity
    #expect(!local.isFinite)
    let bad = himmelblau.altered { $0.hessian[0, 1] = .nan }
    #expect(!model(of: bad, at: [1, 1]).isFinite)
  }

  @Test func misuse() async {
    await #expect(processExitsWith: .failure) { _ = Sphere(ambientDimension: 1) }
    await #expect(processExitsWith: .failure) { _ = EuclideanSpace(dimension: 0) }
    await #expect(processExitsWith: .failure) {
      print(Sphere(ambientDimension: 3).point(fromNormals: [1, 1, 1, 1]))
    }
    await #expect(processExitsWith: .failure) {
      print(JetBatch(dimension: 2, count: 1, order: .gradient).hessian(0))
    }
    await #expect(processExitsWith: .failure) {
      print(DerivativeCheck(himmelblau, at: [1, 1], along: [1, 0, 0]))
    }
    await #expect(processExitsWith: .failure) {
      print(DerivativeCheck(himmelblau, at: [1, 1], along: [0, 0]))
    }
  }
}
