import Landscapes
import LinearAlgebra
import Networks
import RandomStreams
import Testing

@Suite struct AlignmentTests {
  private func symmetries(
    _ widths: [Int], _ activation: Activation, decay: [Double]? = nil
  ) throws -> UnitSymmetries {
    let random = try PerceptronTests.network(widths, activation, .squared)
    return try Perceptron(
      random.architecture, activation: activation, data: random.data,
      decay: decay ?? [Double](repeating: 0.1, count: random.architecture.parameterCount)
    ).symmetries
  }

  private func distance(_ a: [Double], _ b: [Double]) -> Double { norm(zip(a, b).map(-)) }

  /// Against all images, with one hidden layer.
  @Test(
    arguments: [
      ([3, 5, 1], .tanh), ([2, 4, 2], .tanh), ([1, 5, 3], .softplus), ([4, 1], .tanh),
    ]
      as [([Int], Activation)])
  func nearest(_ widths: [Int], _ activation: Activation) throws {
    try isNearest(symmetries(widths, activation), widths)
  }

  /// Units of different decays keep their places, and turn.
  @Test func decays() throws {
    let architecture = try Architecture([2, 4, 1])
    var decay = [Double](repeating: 0.1, count: architecture.parameterCount)
    for unit in [1, 3] { decay[architecture.parameter(layer: 0, from: 0, to: unit)] = 0.2 }
    try isNearest(symmetries([2, 4, 1], .tanh, decay: decay), [2, 4, 1])
  }

  private func isNearest(_ symmetries: UnitSymmetries, _ widths: [Int]) throws {
    let n = try Architecture(widths).parameterCount
    let group = SymmetryGroup(dimension: n, generators: symmetries.generators)
    for item in 0..<20 {
      var stream = RandomStream(seed: 11, purpose: .noise, item: item)
      var (point, other) = (stream.normals(count: n), stream.normals(count: n))
      // Whole numbers have ties.
      if item > 14 { (point, other) = (point.map { $0.rounded() }, other.map { $0.rounded() }) }
      let found = distance(symmetries.alignment(of: point, to: other)(point), other)
      let least = group.images(of: point).map { distance($0, other) }.min()!
      #expect(abs(found - least) <= 1e-12 * (norm(point) + norm(other)))
    }
  }

  /// An image finds its way back, in many layers and of many units, though with a little noise.
  @Test(arguments: [[2, 60, 1], [3, 6, 5, 2], [2, 4, 3, 5, 1]])
  func back(_ widths: [Int]) throws {
    let symmetries = try symmetries(widths, .tanh)
    var stream = RandomStream(seed: 12, purpose: .noise)
    let n = try Architecture(widths).parameterCount
    let point = stream.normals(count: n)
    var image = point
    for _ in 0..<5 {
      for map in symmetries.generators where stream.uniform() < 0.5 { image = map(image) }
    }
    let noise = stream.normals(count: n).map { 1e-6 * $0 }
    let noisy = zip(image, noise).map(+)
    #expect(distance(image, point) > 0.5 * norm(point))
    let aligned = symmetries.alignment(of: noisy, to: point)(noisy)
    #expect(distance(aligned, point) <= (1 + 1e-9) * norm(noise))
  }

  /// Between two unrelated points no single layer, rearranged, brings them nearer.
  @Test func layers() throws {
    let widths = [2, 4, 3, 1]
    let symmetries = try symmetries(widths, .tanh)
    let n = try Architecture(widths).parameterCount
    for item in 0..<10 {
      var stream = RandomStream(seed: 13, purpose: .noise, item: item)
      let (point, other) = (stream.normals(count: n), stream.normals(count: n))
      let aligned = symmetries.alignment(of: point, to: other)(point)
      let found = distance(aligned, other)
      for map in symmetries.generators {
        #expect(distance(map(aligned), other) >= found * (1 - 1e-12))
      }
    }
  }
}
