import Foundation
import LinearAlgebra
import Networks
import Testing

/// Deep linear networks with all their critical points, found by PHCpack.
struct DeepLinearInstances: Decodable {
  let instances: [Instance]

  struct Instance: Decodable {
    let H: Int
    let di: Int
    let dx: Int
    let dy: Int
    let X: [[Double]]
    let Y: [[Double]]
    let lam: [[[Double]]]
    let complex: Int
    let real: Int
    let byIndex: [String: Int]
    let losses: [Double]
    let index: [Int]

    /// The network with inputs, targets and decays times some numbers.
    func network(
      inputs: Double = 1, targets: Double = 1, decay: Double = 1
    ) throws -> DeepLinearNetwork {
      func matrix(_ rows: [[Double]], _ factor: Double) -> Matrix<Double> {
        Matrix(columns: rows[0].indices.map { j in rows.map { factor * $0[j] } })
      }
      let data = try TrainingSet(
        inputs: matrix(X, inputs), targets: matrix(Y, targets),
        weights: X[0].map { _ in 1 })
      return try DeepLinearNetwork(
        [dx] + [Int](repeating: di, count: H) + [dy], data: data,
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
