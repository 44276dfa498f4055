import Landscapes
import LinearAlgebra
import Networks
import RandomStreams
import Testing

@Suite struct UnitSymmetriesTests {
  static let cases: [(widths: [Int], activation: Activation, order: Int)] = [
    ([3, 3, 1], .tanh, 48), ([2, 3, 2, 1], .tanh, 384), ([2, 3, 1], .softplus, 6),
    ([1, 2, 2, 2, 1], .linear, 512), ([4, 1], .tanh, 1),
  ]

  private func network(_ widths: [Int], _ activation: Activation, decay: [Double]? = nil) throws
    -> Perceptron
  {
    let random = try PerceptronTests.network(widths, activation, .squared)
    let architecture = random.architecture
    return try Perceptron(
      architecture, activation: activation, data: random.data,
      decay: decay ?? [Double](repeating: 0.1, count: architecture.parameterCount))
  }

  /// Points, some with units that are equal, opposite or dead.
  private func points(_ network: Perceptron) -> [[Double]] {
    var stream = RandomStream(seed: 5, purpose: .noise)
    let n = network.domain.dimension
    let generic = stream.normals(count: n)
    var result = [generic, [Double](repeating: 0, count: n)]
    let architecture = network.architecture
    guard architecture.widths.count == 3, architecture.widths[1] > 1 else { return result }
    let (d, h) = (architecture.inputs, architecture.widths[1])
    func copy(_ unit: Int, to other: Int, times sign: Double) {
      var point = generic
      for j in 0...d {
        point[architecture.parameter(layer: 0, from: j, to: other)] =
          sign * point[architecture.parameter(layer: 0, from: j, to: unit)]
      }
      for i in 0..<architecture.outputs {
        point[architecture.parameter(layer: 1, from: other, to: i)] =
          sign * point[architecture.parameter(layer: 1, from: unit, to: i)]
      }
      result.append(point)
    }
    for sign in [1.0, -1, 0] { copy(0, to: h - 1, times: sign) }
    return result
  }

  /// Against the group with all its elements.
  @Test(arguments: cases)
  func group(_ widths: [Int], _ activation: Activation, _ order: Int) throws {
    let network = try network(widths, activation)
    let symmetries = network.symmetries
    #expect(symmetries.order == order)
    let group = SymmetryGroup(
      dimension: network.domain.dimension, generators: symmetries.generators)
    #expect(group.order == order)
    for point in points(network) {
      let reach = 1e-9 * max(1, norm(point))
      #expect(network.asymmetry(at: point) < 1e-13)
      #expect(
        symmetries.imageCount(of: point, within: reach)
          == group.imageCount(of: point, within: reach))
      for image in group.images(of: point) {
        #expect(symmetries.carry(image, to: point, within: reach))
      }
      for k in point.indices {
        var other = point
        other[k] += 3 * reach
        #expect(
          symmetries.carry(other, to: point, within: reach)
            == group.carry(other, to: point, within: reach))
      }
    }
  }

  /// A unit with a decay of its own stays in its place, and still turns.
  @Test func decays() throws {
    let architecture = try Architecture([3, 3, 1])
    var decay = [Double](repeating: 0.1, count: architecture.parameterCount)
    decay[architecture.parameter(layer: 0, from: 1, to: 2)] = 0.2
    let network = try network([3, 3, 1], .tanh, decay: decay)
    #expect(network.symmetries.order == 16)
    #expect(network.asymmetry(at: points(network)[0]) < 1e-13)
    #expect(try self.network([3, 3, 1], .softplus, decay: decay).symmetries.order == 2)
  }

  /// Twenty units have more arrangements than an Int holds, and are compared all the same.
  @Test func many() throws {
    let network = try network([2, 20, 1], .tanh)
    let point = points(network)[0]
    #expect(network.symmetries.order == nil)
    var image = point
    for map in network.symmetries.generators.reversed() { image = map(image) }
    #expect(network.symmetries.carry(image, to: point, within: 1e-12))
    image[7] += 1e-3
    #expect(!network.symmetries.carry(image, to: point, within: 1e-6))
  }
}
