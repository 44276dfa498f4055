import ArgumentParser
import Commands
import Saddlery

/// `saddlery network enumerate`: every critical point of a deep linear network.
struct NetworkEnumerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enumerate",
    abstract: "Find every critical point of a deep linear network with weight decay.",
    discussion: """
      The loss is 1/2 sum_m |W_{H+1} ... W_1 x_m - y_m|^2 + 1/2 sum lam_ij W_ij^2. Its complex critical \
      points are those of a random network of the same shape, found by following one around loops, and \
      followed to it; each is proved to be one. That they are all is checked: loops found no more, complex \
      ones come in pairs, and (-1)^index of the real ones adds up to 1.
      """)

  @Option(
    help: ArgumentHelp(
      "JSON file with one object of the keys H, di, dx, dy, X, Y and lam: H hidden layers of di units, X of "
        + "dx rows and Y of dy rows with an example a column, lam a matrix of decays a layer.",
      valueName: "file"))
  var instance: String

  @OptionGroup var drawing: SeedOptions

  @Option(
    help: ArgumentHelp("File for the points, as CSV; - for standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var threading: ThreadOptions
  @OptionGroup var progress: ProgressOptions
  @OptionGroup var reporting: ReportOptions

  func run() throws {
    let start = ContinuousClock.now
    let target = try output.map { try OutputTarget(table: $0, json: reporting.json) }
    let network = try DeepLinearInstance(file: instance).network()
    let architecture = network.network.architecture
    let patterns = architecture.widths.dropFirst().dropLast().reduce(1.0) {
      $0 * (Double(1 << min($1, 60)) - 1)
    }
    guard patterns <= 4096, architecture.parameterCount <= 200 else {
      throw Failure.input(
        "a network \(architecture) has \(architecture.parameterCount) weights and \(shortened(patterns)) choices "
          + "of hidden units; at most 200 and 4096 are enumerated")
    }
    let bar = Progress(total: Int(patterns), unit: "choices of units", progress)
    let result = Enumeration.run(
      network, seed: drawing.seed, threads: threading.count, progress: bar.show)
    let verdict = result.completeness.description
    let provenance = Provenance(
      model: "deep linear network \(architecture), \(network.network.data.count) examples",
      convention:
        "1/2 sum_m |W...W x_m - y_m|^2 + 1/2 sum lam w^2; weights by layer, columns first",
      seed: drawing.seed, notes: [verdict])
    try target?.write(table(result, provenance))
    let seconds = start.seconds
    let real = result.points
    try reporting.print(
      [
        "architecture": architecture.description, "parameters": architecture.parameterCount,
        "seed": drawing.seed, "foundComplex": result.foundComplex, "real": real.count,
        "certified": real.count { $0.isIndexCertified }, "byIndex": result.byIndex,
        "signedSum": result.eulerCharacteristic, "losses": real.map(\.value),
        "index": real.map(\.index), "verdict": verdict, "attempts": result.attempts,
        "seconds": seconds,
      ],
      [
        provenance.model,
        "\(result.foundComplex) complex critical points proved, \(real.count) of them real, \(fixed(seconds, 2)) s",
        "by index: " + result.byIndex.map(String.init).joined(separator: " "),
        "(-1)^index adds up to \(result.eulerCharacteristic), of a loss with decay it is 1",
        "losses: " + real.map { significant($0.value, 9) }.joined(separator: " "),
        "verdict: \(verdict)",
      ], writing: target)
    guard result.completeness == .checked else {
      throw Failure.unproved("not all critical points are found; the verdict says what is missing")
    }
  }

  /// One row per real critical point, losses ascending.
  private func table(_ result: EnumerationResult, _ provenance: Provenance) -> DataTable {
    let points = result.points
    var columns: [DataTable.Column] = [
      .init("loss", points.map(\.value)), .init("index", points.map(\.index)),
      .init("gradient_norm", points.map(\.gradientNorm)),
      .init("certified", points.map { $0.isIndexCertified ? 1 : 0 }),
    ]
    for i in 0..<(result.byIndex.count - 1) {
      columns.append(.init("w_\(i + 1)", points.map { $0.position[i] }))
    }
    return DataTable(comments: provenance.comments, columns: columns)
  }
}
