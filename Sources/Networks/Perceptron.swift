public import Landscapes
public import LinearAlgebra
public import Requirements

/// The loss of a fully connected network as a function of its weights: the sum over examples of weight times loss, and
/// ½ Σ_i λ_i w_i² of weight decay.
///
/// Outputs are linear. Derivatives are exact. Weights are laid out as ``Architecture`` says. With a decay of every weight the
/// function goes to infinity with them, so that the signs (-1)^index of its critical points, if none is degenerate, add up
/// to 1. Without one it has directions in which nothing changes.
public struct Perceptron: Landscape {
  /// The network's layers.
  public let architecture: Architecture
  /// The function of its hidden units.
  public let activation: Activation
  /// The loss of one example.
  public let loss: Loss
  /// The examples that it is trained on.
  public let data: TrainingSet
  /// λ_i, a number for each parameter.
  public let decay: [Double]
  /// R^P with P the number of parameters.
  public let domain: EuclideanSpace
  /// m x (d + 1): inputs with an example a row, and ones where there are biases.
  let inputs: Matrix<Double>
  /// m x k.
  let targets: Matrix<Double>

  /// A network with the same decay of all parameters.
  ///
  /// - Throws: ``/Requirements/ParameterError`` if the examples do not fit the architecture, or the decay is negative
  ///   or not finite.
  public init(
    _ architecture: Architecture, activation: Activation = .tanh, loss: Loss = .squared,
    data: TrainingSet, decay: Double
  ) throws(ParameterError) {
    try self.init(
      architecture, activation: activation, loss: loss, data: data,
      decay: [Double](repeating: decay, count: architecture.parameterCount))
  }

  /// A network with a decay of each parameter.
  ///
  /// - Parameters:
  ///   - architecture: its layers.
  ///   - activation: of the hidden units.
  ///   - loss: of outputs against targets.
  ///   - data: the examples.
  ///   - decay: a number >= 0 for each parameter.
  /// - Throws: ``/Requirements/ParameterError`` if examples or decays do not fit the architecture.
  public init(
    _ architecture: Architecture, activation: Activation = .tanh, loss: Loss = .squared,
    data: TrainingSet, decay: [Double]
  ) throws(ParameterError) {
    let (d, k, n) = (architecture.inputs, architecture.outputs, architecture.parameterCount)
    try ParameterError.require("number of inputs of an example", data.inputs.rows, in: d...d)
    try ParameterError.require("number of targets of an example", data.targets.rows, in: k...k)
    try ParameterError.require("number of decays", decay.count, in: n...n)
    for value in decay { try ParameterError.require("decay", value, "a number >= 0") { $0 >= 0 } }
    if loss == .crossEntropy { try Self.requireProbabilities(data.targets) }
    (self.architecture, self.activation, self.loss) = (architecture, activation, loss)
    (self.data, self.decay) = (data, decay)
    domain = EuclideanSpace(dimension: n)
    let ones = [Double](repeating: 1, count: architecture.hasBiases ? data.count : 0)
    inputs = Matrix<Double>(
      rows: data.count, columns: d + (architecture.hasBiases ? 1 : 0),
      elements: data.inputs.transposed.elements + ones)
    targets = data.targets.transposed
  }

  private static func requireProbabilities(_ targets: Matrix<Double>) throws(ParameterError) {
    for m in 0..<targets.columns {
      let column = targets.column(m)
      for value in column {
        try ParameterError.require(
          "target of example \(m + 1)", value, "a probability, from 0 to 1"
        ) { (0...1).contains($0) }
      }
      let sum = column.reduce(0, +)
      if column.count > 1 {
        try ParameterError.require(
          "sum of the targets of example \(m + 1)", sum, "probabilities that add up to 1"
        ) { abs($0 - 1) <= 1e-12 }
      }
    }
  }

  /// The outputs for some inputs, k x m.
  ///
  /// - Parameters:
  ///   - parameters: weights and biases, as ``Architecture`` lays them out.
  ///   - inputs: d x m, an example a column.
  public func outputs(_ parameters: [Double], of inputs: Matrix<Double>) -> Matrix<Double> {
    architecture.outputs(parameters, of: inputs, activation: activation)
  }

  /// √P times the weight at which what arrives at a unit of the first layer is of order one: the inverse of the root mean
  /// square length of inputs, the one for the bias included. Of order one weights themselves for inputs that are all zero.
  ///
  /// `typicalScale` is three to six times as long. Of 60 index-targeted searches that aim low, with decay 0.01, this one and
  /// that one let arrive: 53 and 48 of 8-5-1 (51 weights), 47 and 14 of 6-6-6 (72), both from weights of deviation 0.3; 35 and
  /// 32 of 16-4-10 (118), from 0.1.
  public var searchScale: Double {
    let square = inputs.elements.reduce(0) { $0 + $1 * $1 } / Double(data.count)
    let length = square > 0 && square.isFinite ? 1 / square.squareRoot() : 1
    return Double(domain.dimension).squareRoot() * length
  }

  /// From 0 to what the index is at most where all weights are zero: of each hidden unit the lesser of the numbers of weights
  /// into it and out of it. A few critical points have more.
  public var searchIndices: ClosedRange<Int> {
    let most = architecture.layers.dropLast().enumerated().reduce(0) { sum, layer in
      sum + layer.element.outputs
        * min(layer.element.columns, architecture.layers[layer.offset + 1].outputs)
    }
    return 0...min(most, domain.dimension)
  }

  /// - Complexity: a value 2mP operations, with the gradient 6mP, with the Hessian about mP² more, in matrix products.
  public func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
    jets.clear()
    guard points.columns > 0 else { return }
    for b in 0..<points.columns {
      for i in 0..<points.rows {
        let (w, slope) = (points[i, b], decay[i] * points[i, b])
        jets.values[b] += slope * w / 2
        if jets.order >= .gradient { jets.gradients[i, b] = slope }
        if jets.order == .hessian { jets[hessian: i, i, at: b] = decay[i] }
      }
    }
    var pass = PerceptronPass(self, count: points.columns, order: jets.order)
    withExtendedLifetime(pass.arena) { pass.run(points, into: &jets) }
  }

  /// H v for each of some vectors, without the Hessian H.
  ///
  /// - Complexity: each twice a gradient, no more memory than that.
  public func hessianProducts(at point: [Double], _ vectors: Matrix<Double>) -> Matrix<Double> {
    let (n, count) = (domain.dimension, vectors.columns)
    demand(
      point.count == n && vectors.rows == n,
      "a point of \(point.count) and vectors of \(vectors.rows) numbers for \(n) parameters")
    var products = Matrix<Double>(
      rows: n, columns: count,
      elements: vectors.elements.indices.map { decay[$0 % n] * vectors.elements[$0] })
    guard count > 0 else { return products }
    HessianProductPass(self, count: count).run(point, vectors, into: &products)
    return products
  }
}
