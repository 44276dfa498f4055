import Commands
import Foundation
import Saddlery

/// A network with its data as a JSON object: widths `sizes`, `activation`, `lam` the decay of all weights and biases, X and Y
/// with an example a row; the loss is 1/(2B) Σ |f - y|² + lam/2 |w|² of B examples. Other keys are not read.
struct PerceptronInstance: Decodable {
  let sizes: [Int]
  let activation: String
  let lam: Double
  let inputs: [[Double]]
  let targets: [[Double]]

  private enum CodingKeys: String, CodingKey {
    case sizes, activation, lam
    case inputs = "X"
    case targets = "Y"
  }

  /// Reads a file.
  init(file: String) throws {
    let keys = "sizes, activation, lam, X and Y"
    let data: Data
    do { data = try Data(contentsOf: URL(filePath: file)) } catch {
      throw Failure.input("cannot read \(quoted(file)): \(error.localizedDescription)")
    }
    do { self = try JSONDecoder().decode(Self.self, from: data) } catch {
      let missing: String
      if case DecodingError.keyNotFound(let key, _) = error {
        missing = "the key \(key.stringValue) is missing"
      } else {
        missing = "it is not one JSON object of numbers and lists of them"
      }
      throw Failure.input("\(quoted(file)) is no network: \(missing); give \(keys)")
    }
  }

  /// The network.
  func network(threads: Int) throws -> Perceptron {
    guard let activation = Activation(rawValue: activation) else {
      throw Failure.input(
        "activation \(quoted(self.activation)) is not valid; give "
          + Activation.allCases.map(\.rawValue).joined(separator: ", "))
    }
    let architecture = try asInput { try Architecture(sizes) }
    try NetworkOptions.requireMemory(architecture, threads: threads)
    try requireRows("X", inputs, of: architecture.inputs)
    try requireRows("Y", targets, of: architecture.outputs)
    return try asInput {
      try Perceptron(
        architecture, activation: activation,
        data: TrainingSet(inputs: Matrix(columns: inputs), targets: Matrix(columns: targets)),
        decay: lam)
    }
  }

  private func requireRows(_ name: String, _ rows: [[Double]], of width: Int) throws {
    guard !rows.isEmpty else {
      throw Failure.input("\(name) has no rows; give an example a row")
    }
    for (i, row) in rows.enumerated() where row.count != width {
      throw Failure.input(
        "row \(i + 1) of \(name) has \(row.count) numbers; give \(width), as sizes says")
    }
  }
}
