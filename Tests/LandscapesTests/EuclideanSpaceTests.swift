import Landscapes
import LinearAlgebra
import Testing

struct EuclideanSpaceTests {
  /// The local model is the jet; a minimum of Himmelblau's function at (3, 2) has Hessian
  /// [[74, 20], [20, 34]].
  @Test func modelIsTheJet() {
    let local = model(of: himmelblau, at: [3, 2])
    #expect(local.value == 0 && local.gradient == [0, 0])
    #expect(local.hessian == Matrix<Double>(columns: [[74, 20], [20, 34]]))
    #expect(local.radialDerivative == 0)
    #expect(himmelblau.euclideanGradient(at: [0, 0]) == [-14, -22])
    #expect(himmelblau.value(at: [1, 1]) == 106)
  }

  @Test func movesAreSums() {
    let space = EuclideanSpace(dimension: 2)
    var points = Matrix<Double>(columns: [[1, 2], [3, 4]])
    space.move(&points, column: 1, by: [0.5, -8], in: LocalModel(of: space))
    #expect(points == Matrix<Double>(columns: [[1, 2], [3.5, -4]]))
    #expect(space.point(fromNormals: [1, 2]) == [1, 2])
  }

  @Test func geometry() {
    let space = EuclideanSpace(dimension: 9)
    #expect(space.ambientDimension == 9 && space.scale == 3)
    #expect(space.eulerCharacteristic == nil)
  }
}
