import Foundation
import LinearAlgebra
import Networks
import Testing

/// Deep linear networks with all their critical points, found by PHCpack.
struct DeepLinearInstances: Decodable {
  let instances: [Instance]

  struct Instance: Decodable {
    enum CodingKeys: String, CodingKey {
      case di, dx, dy, lam, complex, real, byIndex, losses
      case hiddenLayers = "H"
      case inputs = "X"
      case targets = "Y"
    }

    let hiddenLayers: Int
    let di: Int
    let dx: Int
    let dy: Int
    let inputs: [[Double]]
    let targets: [[Double]]
    let lam: [[[Double]]]
    let complex: Int
    let real: Int
    let byIndex: [String: Int]
    let losses: [Double]

    /// The network with inputs, targets and decays times some numbers.
    func network(
      inputs inputFactor: Double = 1, targets targetFactor: Double = 1, decay: Double = 1
    ) throws -> DeepLinearNetwork {
      func matrix(_ rows: [[Double]], _ factor: Double) -> Matrix<Double> {
        Matrix(columns: rows[0].indices.map { j in rows.map { factor * $0[j] } })
      }
      let data = try TrainingSet(
        inputs: matrix(inputs, inputFactor), targets: matrix(targets, targetFactor),
        weights: inputs[0].map { _ in 1 })
      return try DeepLinearNetwork(
        [dx] + [Int](repeating: di, count: hiddenLayers) + [dy], data: data,
        decay: lam.flatMap { matrix($0, decay).elements })
    }
  }

  static func load() throws -> [Instance] {
    let file = try #require(
      Bundle.module.url(
        forResource: "deep-linear", withExtension: "json", subdirectory: "Reference"))
    return try JSONDecoder().decode(Self.self, from: Data(contentsOf: file)).instances
  }
}
