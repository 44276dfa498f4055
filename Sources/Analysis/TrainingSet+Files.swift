public import ArrayFiles
internal import LinearAlgebra
public import Networks
public import OutputFiles
public import Requirements

extension TrainingSet {
  /// The examples of a table: in each row the inputs and then the targets, or in place of these one number of a class, from 0.
  ///
  /// - Parameters:
  ///   - table: an example a row.
  ///   - inputs: d.
  ///   - targets: k; where the table has one column behind the inputs and k is more, it holds classes, k of them.
  /// - Throws: ``/Requirements/ParameterError`` if the table has other columns, a number that is not finite, or a class
  ///   that is none of 0..<k.
  public init(_ table: NumberTable, inputs d: Int, targets k: Int) throws(ParameterError) {
    let behind = table.columns - d
    guard behind == k || behind == 1 else {
      throw ParameterError(
        "number of columns", Double(table.columns),
        valid: "\(d) inputs and \(Self.words(k)), \(d + k)" + (k > 1 ? " or \(d + 1)" : "")
          + " columns")
    }
    let rows = Matrix<Double>(rows: table.columns, columns: table.rows, elements: table.values)
    try self.init(
      Self.rows(0..<d, of: rows), behind: Self.rows(d..<table.columns, of: rows), targets: k)
  }

  /// The examples of an HDF5 file: one dataset `inputs` with an example a row, and in the same group `targets` likewise or
  /// `labels`, a number of a class from 0 for each example.
  ///
  /// - Throws: ``/ArrayFiles/ArrayFileError`` for a file that cannot be read, ``/Requirements/ParameterError`` for
  ///   datasets that are not these or do not fit d and k.
  public init(_ file: ArrayFile, inputs d: Int, targets k: Int) throws {
    let paths = try file.entries().map(\.path)
    let found = paths.filter { $0 == "inputs" || $0.hasSuffix("/inputs") }
    guard found.count == 1 else {
      throw ParameterError("number of datasets named inputs", Double(found.count), valid: "1")
    }
    let group = found[0].dropLast("inputs".count)
    let second = paths.contains(group + "targets") ? "targets" : "labels"
    let inputs = try Self.columns(file.read(found[0]))
    let targets = try Self.columns(file.read(group + second))
    guard inputs.rows == d else {
      throw ParameterError("number of inputs of an example", Double(inputs.rows), valid: "\(d)")
    }
    guard targets.rows == k || targets.rows == 1 else {
      throw ParameterError(
        "number of targets of an example", Double(targets.rows), valid: Self.words(k))
    }
    guard targets.columns == inputs.columns else {
      throw ParameterError(
        "number of examples of \(second)", Double(targets.columns),
        valid: "\(inputs.columns), as many as of inputs")
    }
    try self.init(inputs, behind: targets, targets: k)
  }

  private static func rows(_ range: Range<Int>, of matrix: Matrix<Double>) -> Matrix<Double> {
    Matrix<Double>(columns: (0..<matrix.columns).map { j in range.map { matrix[$0, j] } })
  }

  private static func words(_ k: Int) -> String {
    k == 1 ? "1 target" : "\(k) targets or a class"
  }

  private static func columns(_ dataset: Dataset) throws(ParameterError) -> Matrix<Double> {
    let shape = dataset.shape
    guard (1...2).contains(shape.count) else {
      throw ParameterError("rank of a dataset", Double(shape.count), valid: "1 or 2")
    }
    return Matrix<Double>(
      rows: shape.count == 1 ? 1 : shape[1], columns: shape[0], elements: dataset.values)
  }

  private init(
    _ inputs: Matrix<Double>, behind: Matrix<Double>, targets k: Int
  ) throws(ParameterError) {
    guard behind.rows != k else {
      try self.init(inputs: inputs, targets: behind)
      return
    }
    var labels: [Int] = []
    for (i, value) in behind.elements.enumerated() {
      guard let label = Int(exactly: value), (0..<k).contains(label) else {
        throw ParameterError(
          "label of example \(i + 1)", value, valid: "a whole number from 0 to \(k - 1)")
      }
      labels.append(label)
    }
    // Two classes in two rows, where the labels' own form is one row.
    try self.init(
      inputs: inputs,
      targets: Matrix<Double>(columns: labels.map { l in (0..<k).map { $0 == l ? 1 : 0 } }))
  }
}
