public import Requirements

/// The layers of a fully connected network and where their weights stand among its parameters.
///
/// Layer l makes W_l a + b_l of the a before it. Its parameters are the columns of the matrix (W_l b_l), of n_l rows: the
/// weights out of one unit of the layer before are neighbours, the biases come last.
public struct Architecture: Sendable, Equatable {
  /// One layer of weights.
  struct Layer: Sendable, Equatable {
    let inputs: Int
    let outputs: Int
    /// The layer's first parameter.
    let offset: Int
    let hasBiases: Bool

    /// Columns of (W b).
    var columns: Int { inputs + (hasBiases ? 1 : 0) }
    var parameters: Range<Int> { offset..<(offset + outputs * columns) }
  }

  /// Inputs, units of each hidden layer, outputs.
  public let widths: [Int]
  /// Whether every unit has a bias.
  public let hasBiases: Bool
  let layers: [Layer]

  /// A network of some widths, at least inputs and outputs.
  ///
  /// - Throws: ``/Requirements/ParameterError`` unless there are 2 to 100 layers of 1 to 10⁶ units.
  public init(_ widths: [Int], hasBiases: Bool = true) throws(ParameterError) {
    try ParameterError.require("number of layers", widths.count, in: 2...100)
    for width in widths { try ParameterError.require("width", width, in: 1...1_000_000) }
    (self.widths, self.hasBiases) = (widths, hasBiases)
    var (layers, offset) = ([Layer](), 0)
    for (inputs, outputs) in zip(widths, widths.dropFirst()) {
      let layer = Layer(inputs: inputs, outputs: outputs, offset: offset, hasBiases: hasBiases)
      layers.append(layer)
      offset = layer.parameters.upperBound
    }
    self.layers = layers
  }

  /// The number of inputs d.
  public var inputs: Int { widths[0] }
  /// The number of outputs k.
  public var outputs: Int { widths[widths.count - 1] }
  /// Hidden layers H.
  public var hiddenLayers: Int { widths.count - 2 }
  /// The number of weights and biases P.
  public var parameterCount: Int { layers[layers.count - 1].parameters.upperBound }

  /// Where a layer's parameters stand, l from 0 to the number of hidden layers.
  public func parameters(ofLayer l: Int) -> Range<Int> { layers[l].parameters }

  /// Where the weight from unit j into unit i of the next stands; the bias where j is the number of the layer's inputs.
  public func parameter(layer l: Int, from j: Int, to i: Int) -> Int {
    let layer = layers[l]
    demand(
      (0..<layer.columns).contains(j) && (0..<layer.outputs).contains(i),
      "no weight from \(j) to \(i) in a layer of \(layer.inputs) inputs and \(layer.outputs) outputs"
    )
    return layer.offset + j * layer.outputs + i
  }
}

extension Architecture: CustomStringConvertible {
  /// Widths with dashes between: 8-5-1.
  public var description: String { widths.map(String.init).joined(separator: "-") }

  /// The architecture of widths with dashes between, such as 8-5-1; nil if that is not what the text is.
  public init?(_ text: String, hasBiases: Bool = true) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = parts.compactMap { part in
      part.allSatisfy(\.isASCII) && part.first?.isNumber == true ? Int(part) : nil
    }
    guard widths.count == parts.count,
      let made = try? Architecture(widths, hasBiases: hasBiases)
    else { return nil }
    self = made
  }
}
