public import RandomStreams

extension Architecture {
  /// Random weights: independent normals of variance 1/n in a layer of n inputs, biases among them, in the order of the
  /// parameters. Sums that arrive at a unit have variance about 1.
  ///
  /// Randomness: a normal for each parameter.
  public func weights(using stream: inout RandomStream) -> [Double] {
    layers.flatMap { layer in
      let scale = 1 / Double(layer.inputs).squareRoot()
      return stream.normals(count: layer.parameters.count).map { scale * $0 }
    }
  }
}
