internal import LinearAlgebra
internal import RandomStreams
public import Requirements

/// Random examples. Inputs come from the stream (seed, disorder, sample, item 0), targets and noise from item 1, a
/// teacher's weights or the centres of clusters from item 2: data of several kinds have the same inputs at one seed.
extension TrainingSet {
  /// What a random network, the teacher, makes of standard normal inputs.
  ///
  /// - Parameters:
  ///   - teacher: its layers; weights as ``Architecture/weights(using:)`` draws them.
  ///   - activation: of its hidden units.
  ///   - examples: how many, at least 1.
  ///   - noise: standard deviation of what is added to each target, a finite number >= 0.
  ///   - seed: names, with the sample, the streams.
  ///   - sample: the number of the sample.
  /// - Throws: ``/Requirements/ParameterError`` for no example, or a noise that is negative or not finite.
  public static func taught(
    by teacher: Architecture, activation: Activation = .tanh, examples: Int, noise: Double = 0,
    seed: UInt64, sample: Int = 0
  ) throws(ParameterError) -> TrainingSet {
    try ParameterError.require("noise", noise, "a finite number >= 0") { $0 >= 0 }
    let inputs = try normals(teacher.inputs, examples, seed, sample, item: 0)
    var stream = RandomStream(seed: seed, purpose: .disorder, sample: sample, item: 2)
    var targets = teacher.outputs(
      teacher.weights(using: &stream), of: inputs, activation: activation)
    if noise > 0 {
      let error = try normals(teacher.outputs, examples, seed, sample, item: 1)
      targets = Matrix<Double>(
        rows: targets.rows, columns: targets.columns,
        elements: zip(targets.elements, error.elements).map { $0 + noise * $1 })
    }
    return try TrainingSet(inputs: inputs, targets: targets)
  }

  /// Standard normal inputs and targets that have nothing to do with each other.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for a number below 1.
  public static func randomTargets(
    inputs: Int, targets: Int, examples: Int, seed: UInt64, sample: Int = 0
  ) throws(ParameterError) -> TrainingSet {
    try TrainingSet(
      inputs: normals(inputs, examples, seed, sample, item: 0),
      targets: normals(targets, examples, seed, sample, item: 1))
  }

  /// Standard normal inputs, each of a class that has nothing to do with it.
  ///
  /// - Parameters:
  ///   - inputs: d, at least 1.
  ///   - classes: at least 2; all are equally likely.
  ///   - examples: how many, at least 1.
  ///   - seed: names, with the sample, the stream.
  ///   - sample: the number of the sample.
  /// - Throws: ``/Requirements/ParameterError`` for numbers below these.
  public static func randomLabels(
    inputs: Int, classes: Int, examples: Int, seed: UInt64, sample: Int = 0
  ) throws(ParameterError) -> TrainingSet {
    try ParameterError.require("number of classes", classes, in: 2...1_000_000)
    let points = try normals(inputs, examples, seed, sample, item: 0)
    var stream = RandomStream(seed: seed, purpose: .disorder, sample: sample, item: 1)
    return try TrainingSet(
      inputs: points,
      labels: (0..<examples).map { _ in Int.random(in: 0..<classes, using: &stream) },
      classes: classes)
  }

  /// Exclusive or of two inputs, parity of more: all 2^d corners of the cube of -1 and 1, of class 1 where the number of
  /// ones is odd. Nothing is drawn.
  ///
  /// - Parameter inputs: d, from 1 to 20.
  /// - Throws: ``/Requirements/ParameterError`` for another d.
  public static func exclusiveOr(inputs: Int = 2) throws(ParameterError) -> TrainingSet {
    try ParameterError.require("number of inputs of a parity", inputs, in: 1...20)
    let corners = 0..<(1 << inputs)
    return try TrainingSet(
      inputs: Matrix<Double>(
        columns: corners.map { corner in (0..<inputs).map { corner >> $0 & 1 == 1 ? 1 : -1 } }),
      labels: corners.map { $0.nonzeroBitCount % 2 }, classes: 2)
  }

  /// Clusters, one for each class in turn: centres are normal of variance `distance`² in each coordinate, inputs standard
  /// normal around theirs.
  ///
  /// - Parameters:
  ///   - inputs: d, at least 1.
  ///   - classes: at least 2.
  ///   - examples: how many, at least 1.
  ///   - distance: of the centres from the origin, a finite number >= 0 in units of the clusters' width.
  ///   - seed: names, with the sample, the stream.
  ///   - sample: the number of the sample.
  /// - Throws: ``/Requirements/ParameterError`` for numbers below these, or a distance that is negative or not finite.
  public static func clusters(
    inputs: Int, classes: Int, examples: Int, distance: Double = 2, seed: UInt64, sample: Int = 0
  ) throws(ParameterError) -> TrainingSet {
    try ParameterError.require("number of classes", classes, in: 2...1_000_000)
    try ParameterError.require("distance", distance, "a finite number >= 0") { $0 >= 0 }
    var points = try normals(inputs, examples, seed, sample, item: 0)
    let centres = try normals(inputs, classes, seed, sample, item: 2)
    for m in 0..<examples {
      for i in 0..<inputs { points[i, m] += distance * centres[i, m % classes] }
    }
    return try TrainingSet(
      inputs: points, labels: (0..<examples).map { $0 % classes }, classes: classes)
  }

  private static func normals(
    _ rows: Int, _ columns: Int, _ seed: UInt64, _ sample: Int, item: Int
  ) throws(ParameterError) -> Matrix<Double> {
    try ParameterError.require("number of examples", columns, in: 1...Int(Int32.max))
    try ParameterError.require("number of inputs or targets", rows, in: 1...1_000_000)
    var stream = RandomStream(seed: seed, purpose: .disorder, sample: sample, item: item)
    return Matrix<Double>(
      rows: rows, columns: columns, elements: stream.normals(count: rows * columns))
  }
}
