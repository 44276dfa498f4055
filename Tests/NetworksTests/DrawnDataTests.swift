import Landscapes
import LinearAlgebra
import Networks
import Testing

@Suite struct DrawnDataTests {
  /// Without noise a network of the teacher's weights fits: here a teacher without hidden units, found by least squares.
  @Test func teacherIsFitted() throws {
    let architecture = try Architecture([2, 1])
    let data = try TrainingSet.taught(by: architecture, examples: 50, seed: 3)
    let network = try Perceptron(architecture, data: data, decay: 0)
    // A quadratic loss has its minimum a Newton step from anywhere.
    let zero = [Double](repeating: 0, count: 3)
    let (g, h) = (network.euclideanGradient(at: zero), network.euclideanHessian(at: zero))
    var solver = HermitianEigensolver<Double>(size: 3)
    let isDiagonal = solver.diagonalize(h, vectors: true)
    #expect(isDiagonal)
    var weights = zero
    for k in 0..<3 {
      let v = solver.eigenvectors.column(k)
      let part = zip(v, g).reduce(0) { $0 + $1.0 * $1.1 } / solver.eigenvalues[k]
      for i in 0..<3 { weights[i] -= part * v[i] }
    }
    #expect(network.value(at: weights) < 1e-25 * network.value(at: zero))
    // The control: targets that have nothing to do with the inputs are not fitted.
    let other = try Perceptron(
      architecture, data: .randomTargets(inputs: 2, targets: 1, examples: 50, seed: 3), decay: 0)
    #expect(other.value(at: weights) > 0.1 * other.value(at: zero))
  }

  /// Data of several kinds have the same inputs at one seed, others at another.
  @Test func inputsAreNamedBySeed() throws {
    let a = try TrainingSet.taught(by: Architecture([3, 2, 1]), examples: 9, noise: 1, seed: 5)
    let b = try TrainingSet.randomTargets(inputs: 3, targets: 1, examples: 9, seed: 5)
    let c = try TrainingSet.randomLabels(inputs: 3, classes: 4, examples: 9, seed: 6)
    #expect(a.inputs.elements == b.inputs.elements)
    #expect(a.inputs.elements != c.inputs.elements && a.targets.elements != b.targets.elements)
    #expect(c.targets.rows == 4 && c.targets.elements.reduce(0, +) == 9)
  }

  @Test func parityCountsOnes() throws {
    let data = try TrainingSet.exclusiveOr(inputs: 3)
    #expect(data.count == 8)
    for m in 0..<8 {
      // Of three signs an odd number is 1 where their product is 1.
      let product = data.inputs.column(m).reduce(1, *)
      #expect(data.targets[0, m] == (1 + product) / 2)
    }
  }

  /// Far clusters lie around their centres: all of one class near each other, beside the distance of classes.
  @Test func clustersAreApart() throws {
    let data = try TrainingSet.clusters(
      inputs: 4, classes: 3, examples: 30, distance: 1e6, seed: 1)
    for a in 0..<30 {
      for b in 0..<30 {
        let (x, y) = (data.inputs.column(a), data.inputs.column(b))
        let distance = zip(x, y).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
        #expect((distance < 100) == (data.targets.column(a) == data.targets.column(b)))
      }
    }
  }
}
