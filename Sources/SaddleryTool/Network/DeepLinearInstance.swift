import Commands
import Foundation
import Saddlery

/// A deep linear network with its data and decays, as a JSON object: H hidden layers of di units, inputs X of dx rows and
/// targets Y of dy rows with an example a column, and lam, for each layer the decays as a matrix of outputs x inputs. Other
/// keys are not read.
struct DeepLinearInstance: Decodable {
  private enum CodingKeys: String, CodingKey {
    case di, dx, dy, lam
    case hiddenLayers = "H"
    case inputs = "X"
    case targets = "Y"
  }

  private let hiddenLayers: Int
  private let di: Int
  private let dx: Int
  private let dy: Int
  private let inputs: [[Double]]
  private let targets: [[Double]]
  private let lam: [[[Double]]]

  /// Reads a file.
  init(file: String) throws {
    let data: Data
    do { data = try Data(contentsOf: URL(filePath: file)) } catch {
      throw Failure.input("cannot read \(quoted(file)): \(error.localizedDescription)")
    }
    do { self = try JSONDecoder().decode(Self.self, from: data) } catch let error as DecodingError {
      throw Failure.input("\(quoted(file)) is no deep linear network: \(Self.words(error))")
    }
  }

  private static func words(_ error: DecodingError) -> String {
    func place(_ path: [any CodingKey]) -> String {
      path.isEmpty ? "it" : path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined()
    }
    return switch error {
    case .keyNotFound(let key, _):
      "the key \(key.stringValue) is missing; give H, di, dx, dy, X, Y and lam"
    case .typeMismatch(let type, let context):
      "\(place(context.codingPath)) is not of type \(type)"
    case .valueNotFound(let type, let context):
      "\(place(context.codingPath)) is null, not of type \(type)"
    default: "it is not one JSON object of the keys H, di, dx, dy, X, Y and lam"
    }
  }

  /// The network; its loss is a sum over examples.
  func network() throws -> DeepLinearNetwork {
    try Self.require("H", hiddenLayers, in: 1...8)
    for (name, width) in [("di", di), ("dx", dx), ("dy", dy)] {
      try Self.require(name, width, in: 1...64)
    }
    let m = inputs.first?.count ?? 0
    try Self.requireShape("X", inputs, rows: dx, columns: m)
    try Self.requireShape("Y", targets, rows: dy, columns: m)
    let widths = [dx] + [Int](repeating: di, count: hiddenLayers) + [dy]
    guard lam.count == hiddenLayers + 1 else {
      throw Failure.input(
        "lam has \(lam.count) layers; H = \(hiddenLayers) has \(hiddenLayers + 1)")
    }
    for l in 0...hiddenLayers {
      try Self.requireShape("lam[\(l)]", lam[l], rows: widths[l + 1], columns: widths[l])
    }
    return try asInput {
      let data = try TrainingSet(
        inputs: Matrix(columns: Self.columns(inputs)),
        targets: Matrix(columns: Self.columns(targets)),
        weights: [Double](repeating: 1, count: m))
      return try DeepLinearNetwork(
        widths, data: data, decay: lam.flatMap { Self.columns($0).flatMap { $0 } })
    }
  }

  private static func columns(_ rows: [[Double]]) -> [[Double]] {
    (rows.first ?? []).indices.map { j in rows.map { $0[j] } }
  }

  private static func require(_ name: String, _ value: Int, in range: ClosedRange<Int>) throws {
    guard range.contains(value) else {
      throw Failure.input(
        "\(name) \(value) is not valid; give a whole number from \(range.lowerBound) to \(range.upperBound)"
      )
    }
  }

  private static func requireShape(
    _ name: String, _ matrix: [[Double]], rows: Int, columns: Int
  ) throws {
    guard matrix.count == rows, columns > 0, matrix.allSatisfy({ $0.count == columns }) else {
      throw Failure.input(
        "\(name) is not of shape \(rows) x \(max(1, columns)); it has rows of \(matrix.map(\.count)) numbers"
      )
    }
  }
}
