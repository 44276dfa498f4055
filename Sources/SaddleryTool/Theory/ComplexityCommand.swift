import ArgumentParser
import Commands
import Saddlery

/// `saddlery theory complexity`.
struct ComplexityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complexity",
    abstract: "Rate of the mean number of critical points with energy at most E.",
    discussion: """
      The mean number is exp(N rate). A negative rate says that such points are exponentially \
      rare, null (none) that they are rarer than exp(-N) to any power.

      With --signal the rates are those of all critical points and of minima at --overlap m, near \
      --energy if it is given (the signal's part included) and of any energy if not.

      With --from and --to the rates are those at every energy of a range; --output then writes \
      complexity-table.csv and the figure complexity.
      """)

  @OptionGroup var options: RateOptions
  @OptionGroup var planted: SignalOptions

  @Option(
    parsing: .unconditional,
    help: "Energy per spin E = H/N; it or a range is required without --signal.")
  var energy: Double?

  @OptionGroup var range: EnergyRangeOptions

  @Option(parsing: .unconditional, help: "Overlap m with the signal, in -1...1.")
  var overlap: Double?

  @OptionGroup var output: CurveOutputOptions

  func run() throws {
    let model = Model(mixture: try options.requested(), signal: try planted.requested())
    if let energy, !energy.isFinite {
      throw Failure.usage("--energy \(energy) is not valid; give a finite number")
    }
    let energies = try range.requested()
    guard energy == nil || energies == nil else {
      throw Failure.usage(
        "--energy is one number and --from and --to are a range; give one of them")
    }
    guard energies != nil || output.output == nil else {
      throw Failure.usage("--output needs a range of energies, --from and --to")
    }
    if let signal = model.signal {
      guard let overlap else { throw Failure.usage("--signal needs --overlap, in -1...1") }
      guard abs(overlap) <= 1 else {
        throw Failure.usage("--overlap \(overlap) is not valid; give a number in -1...1")
      }
      let complexity = try SpikedComplexity(model.mixture, signal: signal)
      guard let energies else { return try report(model, complexity, overlap) }
      return try report(
        model, energies, ["overlap": overlap], ", overlap \(overlap)",
        [
          ("total", "all critical points", { complexity.total(overlap: overlap, energy: $0) }),
          ("minima", "minima", { complexity.minima(overlap: overlap, energy: $0) }),
        ], "near", [])
    }
    guard overlap == nil else { throw Failure.usage("--overlap needs --signal") }
    let complexity = try AnnealedComplexity(model.mixture)
    if let energies {
      let edge = try LimitingIndexCurve(model.mixture).threshold
      return try report(
        model, energies, [:], "",
        [("total", "all critical points", complexity.total)]
          + (0...options.maxIndex).map { k in
            ("index_\(k)", "index \(k)", { complexity.fixedIndex(k, energy: $0) })
          }, "at most",
        [("-E_∞", -edge)] + (complexity.groundState().map { [("-E_0", -$0)] } ?? []))
    }
    guard let energy else {
      throw Failure.usage("--energy is missing; give the energy per spin, or --signal; see --help")
    }
    try report(model, complexity, energy)
  }

  /// Rates at every energy of a range.
  ///
  /// - Parameters:
  ///   - relation: of the points' energies to E.
  ///   - marks: energies with names.
  private func report(
    _ model: Model, _ energies: [Double], _ keys: [String: Any?], _ place: String,
    _ rates: [(column: String, name: String, rate: (Double) -> Double)], _ relation: String,
    _ marks: [(String, Double)]
  ) throws {
    let target = try output.target("complexity")
    let values = rates.map { energies.map($0.rate) }
    guard !values.joined().contains(where: \.isNaN) else { throw beyondRange(model) }
    let provenance = Provenance(
      model: model.name + place,
      convention: "E = H/N; mean number of critical points with energy \(relation) E ~ exp(N rate)",
      seed: nil)
    try output.write(
      "complexity", to: target, provenance,
      [.init("energy", energies)] + zip(rates, values).map { .init($0.column, $1) }
    ) {
      .complexity(
        energies, zip(rates, values).map { ($0.name, $1) }, marks: marks,
        caption: [provenance.model, provenance.convention])
    }
    let lists: [String: Any?] =
      model.signal == nil
      ? ["fixedIndexByEnergy": Array(values.dropFirst())] : ["minimaByEnergy": values[1]]
    try options.reporting.print(
      model.keys(["energy": energies, "totalByEnergy": values[0]]).merging(lists) { $1 }
        .merging(keys) { $1 },
      ["\(provenance.model), energy \(relation) E"]
        + table(["E"] + rates.map(\.name), [energies] + values), writing: target)
  }

  private func report(_ model: Model, _ complexity: AnnealedComplexity, _ energy: Double) throws {
    let total = complexity.total(energy: energy)
    let fixedIndex = (0...options.maxIndex).map { complexity.fixedIndex($0, energy: energy) }
    try options.reporting.print(
      model.keys(["givenEnergy": energy, "total": total, "fixedIndex": fixedIndex]),
      ["\(model.name), energy at most \(energy)", "all critical points: \(total)"]
        + fixedIndex.enumerated().map { "index \($0): \($1)" })
  }
  private func report(_ model: Model, _ complexity: SpikedComplexity, _ overlap: Double) throws {
    let total =
      energy.map { complexity.total(overlap: overlap, energy: $0) }
      ?? complexity.total(overlap: overlap)
    let minima =
      energy.map { complexity.minima(overlap: overlap, energy: $0) }
      ?? complexity.minima(overlap: overlap)
    let strength = complexity.spikeStrength(overlap: overlap)
    guard !total.isNaN, !minima.isNaN, strength.isFinite else {
      throw beyondRange(model)
    }
    let point = InformativePoint(model.mixture, signal: complexity.signal)
    try options.reporting.print(
      model.keys([
        "overlap": overlap, "givenEnergy": energy, "total": total, "minima": minima,
        "spikeStrength": strength, "informativeOverlap": point?.overlap,
        "informativeEnergy": point?.energy,
      ]),
      [
        "\(model.name), overlap \(overlap)" + (energy.map { ", energy \($0)" } ?? ""),
        "all critical points: \(total)", "minima: \(minima)",
        "spike strength: \(strength) (an eigenvalue is detached above 1)",
        "informative minimum: "
          + (point.map { "overlap \($0.overlap), energy \($0.energy)" }
            ?? "none, the signal is too weak"),
      ])
  }

  private func beyondRange(_ model: Model) -> Failure {
    Failure.input(
      "--signal \(model.signal?.description ?? "none") is beyond the range of a double beside "
        + "\(model.mixture.name); choose moderate strengths")
  }
}
