import ArgumentParser
import Commands
import Foundation
import Saddlery

/// A network and where its examples come from.
struct NetworkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Inputs, units of each hidden layer, outputs (default: 2-2-1).", valueName: "n-n-n"))
  var architecture: String?

  @Option(help: "What hidden units make of their sums (default: tanh).")
  var activation: Activation?

  @Option(help: "The loss of an example; the whole is their mean (default: squared).")
  var loss: Loss?

  @Option(
    help: ArgumentHelp(
      "Examples: of a teacher network, random-labels, xor (parity of more than two inputs), clusters, or a file: CSV "
        + "with an example a row, inputs and then targets or a class from 0, or HDF5 with the datasets inputs and "
        + "targets or labels (default: teacher).", valueName: "data"))
  var data: String?

  @Option(parsing: .unconditional, help: "Number of examples that are drawn (default: 60).")
  var examples: Int?

  @Option(
    help: ArgumentHelp(
      "Architecture of the teacher (default: that of the network).", valueName: "n-n-n"))
  var teacher: String?

  @Option(
    parsing: .unconditional,
    help: "Standard deviation of what is added to the teacher's targets (default: 0).")
  var noise: Double?

  @Option(
    parsing: .unconditional,
    help: "Weight decay λ of every weight and bias, λ/2 w² each (default: 0.01).")
  var decay: Double?

  /// The kinds of data that are made.
  private enum Made: String, CaseIterable {
    case teacher, randomLabels = "random-labels", xor, clusters

    var takesExamples: Bool { self != .xor }
  }

  /// Names of those that are given.
  var given: [String] {
    [
      ("architecture", architecture != nil), ("activation", activation != nil),
      ("loss", loss != nil), ("data", data != nil), ("examples", examples != nil),
      ("teacher", teacher != nil), ("noise", noise != nil), ("decay", decay != nil),
    ].filter(\.1).map(\.0)
  }

  /// The network on its data, and the data in words; for a search, which takes Hessians.
  func network(seed: UInt64, threads: Int) throws -> (network: Perceptron, words: String) {
    try Self.requireMemory(requestedArchitecture(), threads: threads)
    let (network, _, words) = try networks(seed: seed, heldOut: nil)
    return (network, words)
  }

  /// The widths, checked.
  func requestedArchitecture() throws -> Architecture {
    try Self.parse("architecture", architecture ?? "2-2-1")
  }

  /// The network on its data and, without decay, on examples that are held out: so many more that are drawn, or the last of a
  /// file; and the data in words.
  func networks(
    seed: UInt64, heldOut: Int?
  ) throws -> (network: Perceptron, heldOut: Perceptron?, words: String) {
    let architecture = try requestedArchitecture()
    if let decay { try require("decay", decay, in: 0...1e6) }
    let (data, words) = try examples(architecture, seed, heldOut: heldOut)
    func network(_ data: TrainingSet, decay: Double) throws -> Perceptron {
      try asInput {
        try Perceptron(
          architecture, activation: activation ?? .tanh, loss: loss ?? .squared, data: data,
          decay: decay)
      }
    }
    guard let heldOut else { return try (network(data, decay: decay ?? 0.01), nil, words) }
    let count = data.count - heldOut
    guard count > 0 else {
      throw Failure.input(
        "--held-out \(heldOut) leaves none of \(data.count) examples; give at most \(data.count - 1)"
      )
    }
    return try asInput {
      try (
        network(data.subset(Array(0..<count)), decay: decay ?? 0.01),
        network(data.subset(Array(count..<data.count)), decay: 0), words
      )
    }
  }

  private func examples(
    _ architecture: Architecture, _ seed: UInt64, heldOut: Int?
  ) throws -> (TrainingSet, String) {
    let name = data ?? Made.teacher.rawValue
    let kind = Made(rawValue: name)
    if let heldOut { try require("held-out", heldOut, in: 1...Int(Int32.max)) }
    for (option, isGiven, isFine) in [
      ("examples", examples != nil, kind?.takesExamples == true),
      ("held-out", heldOut != nil, kind?.takesExamples != false),
      ("teacher", teacher != nil, kind == .teacher), ("noise", noise != nil, kind == .teacher),
    ] where isGiven && !isFine {
      let kinds =
        switch option {
        case "examples": "teacher, random-labels and clusters"
        case "held-out": "teacher, random-labels, clusters and files"
        default: "teacher"
        }
      throw Failure.usage("--\(option) is not for --data \(shown(name)); it is for \(kinds)")
    }
    guard let kind else { return (try file(name, architecture), quoted(name)) }
    let (d, k) = (architecture.inputs, architecture.outputs)
    let shown = examples ?? 60
    try require("examples", shown, in: 1...Int(Int32.max))
    let count = shown + (heldOut ?? 0)
    try Cost.requireMemory(
      80 * Double(count) * Double(d + k), remedy: "choose fewer --examples or a smaller network")
    switch kind {
    case .teacher: return try (taught(architecture, count, seed), "\(shown) examples of a teacher")
    case .randomLabels:
      return try asInput {
        try (
          loss == .crossEntropy
            ? .randomLabels(inputs: d, classes: max(2, k), examples: count, seed: seed)
            : .randomTargets(inputs: d, targets: k, examples: count, seed: seed),
          "\(shown) examples of random labels"
        )
      }
    case .xor:
      try requireOutputs(k == 1, architecture, "one output, as in \(d)-2-1")
      try require("architecture", d, in: 1...20, "for its inputs with --data xor")
      return try asInput { try (.exclusiveOr(inputs: d), "parity of \(d) inputs") }
    case .clusters:
      // Two classes are one row, so that a network of one or of at least three outputs fits.
      try requireOutputs(
        k != 2, architecture, "one output for two classes, or one for each of three or more")
      return try asInput {
        try (
          .clusters(inputs: d, classes: max(2, k), examples: count, seed: seed),
          "\(shown) examples of \(max(2, k)) clusters"
        )
      }
    }
  }

  private func requireOutputs(_ isFine: Bool, _ network: Architecture, _ valid: String) throws {
    guard !isFine else { return }
    throw Failure.usage(
      "--architecture \(network) does not fit --data \(data ?? ""); give \(valid)")
  }

  private func taught(
    _ architecture: Architecture, _ count: Int, _ seed: UInt64
  ) throws -> TrainingSet {
    let teacher = try teacher.map { try Self.parse("teacher", $0) } ?? architecture
    guard teacher.inputs == architecture.inputs, teacher.outputs == architecture.outputs else {
      throw Failure.usage(
        "--teacher \(teacher) does not fit a network \(architecture); give one of "
          + "\(architecture.inputs) inputs and \(architecture.outputs) outputs")
    }
    guard loss != .crossEntropy else {
      throw Failure.usage(
        "--loss cross-entropy is not for --data teacher, whose targets are numbers; give squared, or "
          + "random-labels or clusters")
    }
    try Cost.requireMemory(
      24 * Double(teacher.parameterCount) + 24 * Double(count) * Double(teacher.widths.max() ?? 1),
      remedy: "choose a smaller --teacher")
    if let noise { try require("noise", noise, in: 0...1e6) }
    return try asInput {
      try .taught(
        by: teacher, activation: activation ?? .tanh, examples: count, noise: noise ?? 0, seed: seed
      )
    }
  }

  private func file(_ path: String, _ architecture: Architecture) throws -> TrainingSet {
    let (d, k) = (architecture.inputs, architecture.outputs)
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure.input(
        "--data \(quoted(path)) is no file and no kind of data; give "
          + Made.allCases.map(\.rawValue).joined(separator: ", ") + " or a file")
    }
    do {
      guard try !SpectrumInput.isHDF5(path) else {
        return try TrainingSet(ArrayFile(path), inputs: d, targets: k)
      }
      return try TrainingSet(NumberTable(readingFrom: path), inputs: d, targets: k)
    } catch let misfit as ParameterError {
      throw Failure.input("\(quoted(path)) does not fit a network \(architecture): \(misfit)")
    } catch let known as Failure { throw known } catch { throw Failure.input("\(error)") }
  }

  private static func parse(_ option: String, _ text: String) throws -> Architecture {
    guard let architecture = Architecture(text) else {
      throw Failure.usage(
        "--\(option) \(quoted(text)) is not valid; give widths from 1 to 1000000 with dashes between, inputs to "
          + "outputs, such as 8-5-1")
    }
    return architecture
  }

  /// Throws unless the Hessians of a search fit into memory.
  static func requireMemory(_ architecture: Architecture, threads: Int) throws {
    let count = Double(architecture.parameterCount)
    guard
      !isMemoryAvailable(
        max(
          8 * count * count,
          Search<Perceptron>.memory(
            dimension: architecture.parameterCount, threads: threads)))
    else { return }
    throw Failure.input(
      "a network \(architecture) has \(architecture.parameterCount) parameters, whose Hessian takes "
        + "\(shortened(8 * count * count)) bytes, about ten times as much on each thread; this machine has "
        + "\(ProcessInfo.processInfo.physicalMemory); give fewer units, or look at it along saddlery network train, "
        + "which multiplies Hessians by vectors")
  }
}
