import CriticalPoints
import Landscapes
import LinearAlgebra
import Networks
import RandomStreams
import Testing

@Suite struct SmallNetworkTests {
  /// Value, gradient and Hessian of another program.
  @Test func derivatives() throws {
    let reference = try SmallNetwork.load()
    let (network, check) = (try reference.network(), reference.check)
    #expect(abs(network.value(at: check.w) / check.loss - 1) < 1e-14)
    let gradient = network.euclideanGradient(at: check.w)
    #expect(norm(zip(gradient, check.gradient).map { $0 - $1 }) < 1e-14 * norm(gradient))
    let hessian = network.euclideanHessian(at: check.w)
    let size = norm(hessian.elements)
    #expect(norm(zip(hessian.column(0), check.hessianFirstRow).map { $0 - $1 }) < 1e-13 * size)
    #expect(abs(hessian.trace - check.hessianTrace) < 1e-13 * size)
  }

  /// All its critical points, as the other program found them by three searches from many starts.
  @Test func criticalPoints() throws {
    let reference = try SmallNetwork.load()
    let found = try Exploration(Search(reference.network())).run(from: 30, seed: 1)
    #expect(found.isExhausted && found.orbits.morseSum == reference.signedSum)
    let orbits = found.orbits.orbits.sorted { $0.representative.value < $1.representative.value }
    #expect(orbits.count == reference.distinctPoints.rows.count)
    // Columns: loss, index, units that are not dead, images, smallest |eigenvalue|.
    for (orbit, row) in zip(orbits, reference.distinctPoints.rows) {
      #expect(abs(orbit.representative.value - row[0]) < 1e-8)
      #expect(orbit.representative.index == Int(row[1]) && orbit.size == Int(row[3]))
    }
  }

  /// An 8-5-1 network that learns one of its own kind, 51 weights.
  private func student() throws -> Perceptron {
    let architecture = try Architecture([8, 5, 1])
    var stream = RandomStream(seed: 1, purpose: .disorder)
    let inputs = Matrix<Double>(rows: 8, columns: 200, elements: stream.normals(count: 1600))
    var weights = stream.normals(count: architecture.parameterCount)
    for i in architecture.parameters(ofLayer: 0) { weights[i] /= 2 }
    let nothing = Matrix<Double>(rows: 1, columns: 200)
    let teacher = try Perceptron(
      architecture, data: TrainingSet(inputs: inputs, targets: nothing), decay: 0)
    let data = try TrainingSet(inputs: inputs, targets: teacher.outputs(weights, of: inputs))
    return try Perceptron(architecture, data: data, decay: 0.01)
  }

  /// Searches as they come arrive, most of them, where few did that were measured by what Hessians change over.
  @Test func searchesArrive() throws {
    let network = try student()
    let found = Search(network).run(points: 60, seed: 1)
    #expect(found.count { $0.outcome == .converged } >= 50)
    var long = Search(network)
    long.scale = network.typicalScale
    let all = Array(0...network.domain.dimension)
    let wandering = long.run(points: 60, indices: all, seed: 1)
    #expect(wandering.count { $0.outcome == .converged } <= 30)
  }

  /// Dozens of critical points within a limit on searches, whatever the number of threads.
  @Test func explorationOfFiftyOneWeights() throws {
    let network = try student()
    var exploration = Exploration(Search(network))
    exploration.searchLimit = 600
    let found = exploration.run(from: 100, seed: 1)
    #expect(!found.isExhausted && found.points.count <= 600)
    let points = found.orbits.orbits.map(\.representative)
    #expect(points.count >= 40)
    for point in points {
      #expect(norm(network.euclideanGradient(at: point.position)) < 1e-10)
      #expect(network.spectrum(at: point.position).count { $0 < 0 } == point.index)
      #expect(point.error < 0.1 * point.isolation)
    }
    exploration.searchLimit = 250
    let one = exploration.run(from: 100, seed: 1, threads: 1)
    #expect(one.points == exploration.run(from: 100, seed: 1, threads: 2).points)
  }

  /// Longer inputs, shorter weights; the largest index at zero weights, of which the dead network has all here.
  @Test func scaleAndIndicesOfSearches() throws {
    let network = try student()
    let inputs = network.data.inputs
    let square = inputs.elements.reduce(0) { $0 + $1 * $1 } / Double(inputs.columns)
    let scale = (51 / (square + 1)).squareRoot()
    #expect(abs(network.searchScale / scale - 1) < 1e-12)
    #expect(network.searchIndices == 0...5)
    let origin = Matrix<Double>(rows: 51, columns: 1)
    #expect(network.indices(at: origin) == [5])
  }
}
