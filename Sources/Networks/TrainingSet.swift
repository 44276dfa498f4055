public import LinearAlgebra
public import Requirements

/// Examples: what goes into a network and what is to come out.
public struct TrainingSet: Sendable {
  /// d x m, an example a column.
  public let inputs: Matrix<Double>
  /// k x m, an example a column: numbers, or the probability of each class.
  public let targets: Matrix<Double>
  /// How much the loss of each example counts; 1/m unless said otherwise, so that the loss is a mean.
  public let weights: [Double]

  /// Examples with numbers as targets.
  ///
  /// - Parameters:
  ///   - inputs: d x m, finite.
  ///   - targets: k x m, finite.
  ///   - weights: m numbers that are not negative; 1/m each if nil.
  /// - Throws: ``/Requirements/ParameterError`` for a shape or a number that is not so.
  public init(
    inputs: Matrix<Double>, targets: Matrix<Double>, weights: [Double]? = nil
  ) throws(ParameterError) {
    let m = inputs.columns
    try ParameterError.require("number of examples", m, in: 1...Int(Int32.max))
    try ParameterError.require("number of inputs", inputs.rows, in: 1...1_000_000)
    try ParameterError.require("number of targets", targets.rows, in: 1...1_000_000)
    try ParameterError.require("number of examples of targets", targets.columns, in: m...m)
    try Self.requireFinite(inputs, "input")
    try Self.requireFinite(targets, "target")
    let weights = weights ?? [Double](repeating: 1 / Double(m), count: m)
    try ParameterError.require("number of weights", weights.count, in: m...m)
    for (i, weight) in weights.enumerated() {
      try ParameterError.require("weight of example \(i + 1)", weight, "a number >= 0") { $0 >= 0 }
    }
    (self.inputs, self.targets, self.weights) = (inputs, targets, weights)
  }

  /// Examples of classes, numbered from 0: targets are 1 for the example's class and 0 for the others, in a row for each
  /// class; of two classes in one row, which is 1 for class 1.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for fewer than two classes, a label that is none of them, and as
  ///   ``init(inputs:targets:weights:)``.
  public init(
    inputs: Matrix<Double>, labels: [Int], classes: Int, weights: [Double]? = nil
  ) throws(ParameterError) {
    try ParameterError.require("number of classes", classes, in: 2...1_000_000)
    for (i, label) in labels.enumerated() {
      try ParameterError.require("label of example \(i + 1)", label, in: 0...(classes - 1))
    }
    let columns = labels.map { label in
      classes == 2
        ? [Double(label)] : (0..<classes).map { $0 == label ? 1.0 : 0 }
    }
    try self.init(
      inputs: inputs, targets: Matrix<Double>(columns: columns), weights: weights)
  }

  /// The number of examples m.
  public var count: Int { inputs.columns }

  /// The examples at some places, all of the same weight.
  ///
  /// - Throws: ``/Requirements/ParameterError`` if there are none.
  public func subset(_ places: [Int]) throws(ParameterError) -> TrainingSet {
    try TrainingSet(
      inputs: inputs.columns(at: places), targets: targets.columns(at: places))
  }

  private static func requireFinite(
    _ matrix: Matrix<Double>, _ name: String
  ) throws(ParameterError) {
    guard let first = matrix.elements.firstIndex(where: { !$0.isFinite }) else { return }
    let (row, column) = (first % matrix.rows + 1, first / matrix.rows + 1)
    throw ParameterError(
      "\(name) \(row) of example \(column)", matrix.elements[first], valid: "a finite number")
  }
}
