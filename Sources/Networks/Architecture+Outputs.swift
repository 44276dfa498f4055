public import LinearAlgebra
internal import Requirements

extension Architecture {
  /// The outputs of a network of some weights for some inputs, k x m.
  ///
  /// - Parameters:
  ///   - parameters: weights and biases, as ``Architecture`` lays them out.
  ///   - inputs: d x m, an example a column.
  ///   - activation: of the hidden units.
  public func outputs(
    _ parameters: [Double], of inputs: Matrix<Double>, activation: Activation
  ) -> Matrix<Double> {
    demand(
      parameters.count == parameterCount && inputs.rows == self.inputs,
      "\(parameters.count) parameters and \(inputs.rows) inputs for a network \(self)")
    var values = inputs
    for (l, layer) in layers.enumerated() {
      let weights = Matrix<Double>(
        rows: layer.outputs, columns: layer.columns, elements: Array(parameters[layer.parameters]))
      var sums = weights.columns(in: 0..<layer.inputs) * values
      sums.withUnsafeMutableElements { sums in
        for i in sums.indices where layer.hasBiases {
          sums[i] += weights[i % layer.outputs, layer.inputs]
        }
        if l < hiddenLayers { activation.apply(to: sums, slopes: nil, curvatures: nil) }
      }
      values = sums
    }
    return values
  }
}
