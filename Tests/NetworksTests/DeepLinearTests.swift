import CriticalPoints
import Landscapes
import LinearAlgebra
import Networks
import Numerics
import RandomStreams
import Requirements
import Testing

/// All critical points of deep linear networks.
@Suite struct DeepLinearTests {
  /// Numbers, indices and losses of another program.
  @Test func reference() throws {
    for (i, instance) in try DeepLinearInstances.load().enumerated() {
      let result = Enumeration.run(try instance.network())
      #expect(result.completeness == .checked, "instance \(i)")
      #expect(result.foundComplex == instance.complex, "instance \(i)")
      let byIndex = instance.byIndex.map { (Int($0.key)!, $0.value) }
      for (index, count) in byIndex { #expect(result.byIndex[index] == count) }
      #expect(result.points.count == instance.real)
      let losses = zip(result.points.map(\.value), instance.losses.sorted())
      #expect(losses.allSatisfy { abs($0 / $1 - 1) < 1e-12 })
      #expect(result.points.allSatisfy { $0.isIndexCertified })
    }
  }

  /// A unit of inputs, of targets, or a decay that goes with both, changes nothing but scales.
  @Test(arguments: [(1e9, 1e-9), (1e-9, 1e9), (1e9, 1e9)])
  func units(_ inputs: Double, _ targets: Double) throws {
    let instance = try DeepLinearInstances.load()[14]
    let layers = Double(instance.hiddenLayers + 1)
    // W times c takes inputs to targets if c^L is their ratio.
    let c = Double.pow(targets / inputs, 1 / layers)
    let network = try instance.network(
      inputs: inputs, targets: targets, decay: targets * targets / (c * c))
    let result = Enumeration.run(network)
    #expect(result.completeness == .checked && result.foundComplex == instance.complex)
    for (point, loss) in zip(result.points, instance.losses.sorted()) {
      #expect(abs(point.value / (targets * targets * loss) - 1) < 1e-10)
    }
  }

  /// Neither threads nor the random members matter.
  @Test func seedsAndThreads() throws {
    let network = try DeepLinearInstances.load()[8].network()
    let one = Enumeration.run(network, threads: 1)
    #expect(Enumeration.run(network, threads: 3).points == one.points)
    for seed in 2...6 as ClosedRange<UInt64> {
      let other = Enumeration.run(network, seed: seed)
      #expect(other.completeness == .checked && other.foundComplex == 225)
      for (a, b) in zip(one.points, other.points) { #expect(abs(a.value / b.value - 1) < 1e-12) }
    }
  }

  /// With equal decays points are not isolated, without targets solutions meet: nothing is said to be complete.
  @Test func degenerate() throws {
    let instance = try DeepLinearInstances.load()[8]
    let data = try instance.network().network.data
    let equal = try DeepLinearNetwork(
      [2, 2, 2], data: data, decay: [Double](repeating: 0.05, count: 8))
    #expect(Enumeration.run(equal).completeness != .checked)
    #expect(Enumeration.run(try instance.network(targets: 0)).completeness != .checked)
  }

  /// The family's derivatives are those of the network.
  @Test func derivatives() throws {
    for instance in try DeepLinearInstances.load() {
      let network = try instance.network()
      let stratum = try #require(network.strata.last)
      let (family, units) = (stratum.family, network.units)
      var stream = RandomStream(seed: 1, purpose: .starts)
      let point = stream.normals(count: family.dimension)
      let parameters = stratum.parameters.map { Complex($0) }
      let own = family.gradient(
        at: point.map { Complex($0) }, coefficients: family.coefficients(parameters))
      let expected = network.euclideanGradient(at: zip(point, units.coordinates).map { $0 * $1 })
      let scaled = zip(expected, units.coordinates).map { $0 * $1 / units.value }
      #expect(norm(zip(own, scaled).map { $0.real - $1 }) < 1e-13 * norm(scaled))
    }
  }

  @Test func refusals() throws {
    let data = try DeepLinearInstances.load()[0].network().network.data
    #expect(throws: ParameterError.self) {
      try DeepLinearNetwork([1, 1, 1], data: data, decay: [0.1, 0])
    }
    #expect(throws: ParameterError.self) {
      try DeepLinearNetwork([2, 1, 1], data: data, decay: [0.1, 0.1, 0.1])
    }
  }
}
