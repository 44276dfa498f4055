import LandscapeConformance
import Landscapes
import LinearAlgebra
import Networks
import RandomStreams
import Testing

@Suite struct MiniBatchTests {
  /// The mean over parts is the whole, whatever the number of parts, and each part sees what it should.
  @Test(arguments: [1, 2, 3, 5, 11]) func sumToTheWhole(_ count: Int) throws {
    let network = try PerceptronTests.network(
      [3, 4, 2], .tanh, .squared, examples: 11, weighted: true)
    let sum = try network.miniBatches(count, seed: 3)
    let sizes = sum.terms.map(\.data.count)
    #expect(sizes.reduce(0, +) == 11 && sizes.max()! - sizes.min()! <= 1)
    var stream = RandomStream(seed: 4, purpose: .starts)
    let points = Matrix<Double>(
      rows: network.domain.dimension, columns: 3,
      elements: stream.normals(count: 3 * network.domain.dimension))
    let (whole, parts) = (
      network.jets(at: points, upTo: .hessian), sum.jets(at: points, upTo: .hessian)
    )
    func same(_ a: [Double], _ b: [Double]) -> Bool {
      norm(zip(a, b).map { $0 - $1 }) < 1e-14 * norm(a)
    }
    #expect(same(whole.values, parts.values))
    #expect(same(whole.gradients.elements, parts.gradients.elements))
    #expect(same(whole.hessians!.elements, parts.hessians!.elements))
    #expect(landscapeViolations(sum) == [])
    // Another seed, another order; the same, the same.
    let again = try network.miniBatches(count, seed: 3)
    #expect(again.terms.map(\.data.inputs.elements) == sum.terms.map(\.data.inputs.elements))
    let other = try network.miniBatches(count, seed: 4)
    #expect(other.terms.map(\.data.inputs.elements) != sum.terms.map(\.data.inputs.elements))
  }

  @Test func refusals() throws {
    let network = try PerceptronTests.network([2, 1], .tanh, .squared, examples: 5)
    for count in [0, 6] {
      #expect(throws: (any Error).self) { _ = try network.miniBatches(count, seed: 1) }
    }
  }

  /// Many examples go in blocks, many directions in groups: products are those of the Hessian all the same.
  @Test(arguments: Loss.allCases) func productsInBlocks(_ loss: Loss) throws {
    let network = try PerceptronTests.network(
      [5, 30, 20, 3], .softplus, loss, examples: 1500, weighted: true)
    let n = network.domain.dimension
    var stream = RandomStream(seed: 2, purpose: .noise)
    let point = stream.normals(count: n).map { $0 / 3 }
    let vectors = Matrix<Double>(rows: n, columns: 19, elements: stream.normals(count: 19 * n))
    let products = network.hessianProducts(at: point, vectors)
    let expected = network.euclideanHessian(at: point) * vectors
    let difference = zip(products.elements, expected.elements).map { $0 - $1 }
    #expect(norm(difference) < 1e-13 * norm(expected.elements))
    // Each direction by itself.
    for b in [0, 7, 8, 18] {
      let one = network.hessianProducts(at: point, vectors.columns(in: b..<(b + 1)))
      #expect(
        norm(zip(one.elements, products.column(b)).map { $0 - $1 }) < 1e-13 * norm(one.elements))
    }
  }

  /// By hand: weights that take the examples into classes, and their negatives into wrong ones.
  @Test func errorRates() throws {
    let data = try TrainingSet(
      inputs: Matrix(columns: [[1], [2], [-1]]), labels: [1, 1, 0], classes: 2)
    let network = try Perceptron(
      Architecture([1, 1]), loss: .crossEntropy, data: data, decay: 0)
    let points = Matrix<Double>(columns: [[1, 0], [-1, 0], [1, -1.5]])
    let rates = network.errorRates(at: points)
    #expect(rates == [0, 1, 1.0 / 3])
    let three = try TrainingSet(
      inputs: Matrix(columns: [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0]]), labels: [0, 1, 2, 2],
      classes: 3)
    let identity = try Perceptron(
      Architecture([3, 3], hasBiases: false), loss: .crossEntropy, data: three, decay: 0)
    #expect(identity.errorRates(at: Matrix(columns: [[1, 0, 0, 0, 1, 0, 0, 0, 1]])) == [0.25])
  }
}
