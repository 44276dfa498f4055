import Foundation
import LinearAlgebra
import Networks
import Testing

/// A 3-3-1 network with its data and all its critical points, found by another program.
struct SmallNetwork: Decodable {
  struct Check: Decodable {
    let w: [Double]
    let loss: Double
    let gradient: [Double]
    let hessianTrace: Double
    let hessianFirstRow: [Double]
  }
  struct Points: Decodable {
    let rows: [[Double]]
  }

  enum CodingKeys: String, CodingKey {
    case sizes, lam, check, distinctPoints, signedSum
    case inputs = "X"
    case targets = "Y"
  }

  let sizes: [Int]
  let lam: Double
  let inputs: [[Double]]
  let targets: [[Double]]
  let check: Check
  let distinctPoints: Points
  let signedSum: Int

  static func load() throws -> SmallNetwork {
    let url = try #require(
      Bundle.module.url(
        forResource: "small_network", withExtension: "json", subdirectory: "Reference"))
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(SmallNetwork.self, from: Data(contentsOf: url))
  }

  func network() throws -> Perceptron {
    try Perceptron(
      Architecture(sizes),
      data: TrainingSet(inputs: Matrix(columns: inputs), targets: Matrix(columns: targets)),
      decay: lam)
  }
}
