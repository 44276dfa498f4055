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
      """)

  @OptionGroup var options: RateOptions
  @OptionGroup var planted: SignalOptions

  @Option(parsing: .unconditional, help: "Energy per spin E = H/N; required without --signal.")
  var energy: Double?

  @Option(parsing: .unconditional, help: "Overlap m with the signal, in -1...1.")
  var overlap: Double?

  func run() throws {
    let model = Model(mixture: try options.requested(), signal: try planted.requested())
    if let energy, !energy.isFinite {
      throw Failure.usage("--energy \(energy) is not valid; give a finite number")
    }
    if let signal = model.signal {
      guard let overlap else { throw Failure.usage("--signal needs --overlap, in -1...1") }
      guard abs(overlap) <= 1 else {
        throw Failure.usage("--overlap \(overlap) is not valid; give a number in -1...1")
      }
      return try report(model, SpikedComplexity(model.mixture, signal: signal), overlap)
    }
    guard overlap == nil else { throw Failure.usage("--overlap needs --signal") }
    guard let energy else {
      throw Failure.usage("--energy is missing; give the energy per spin, or --signal; see --help")
    }
    try report(model, AnnealedComplexity(model.mixture), energy)
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
      throw Failure.input(
        "--signal \(complexity.signal) is beyond the range of a double beside "
          + "\(model.mixture.name); choose moderate strengths")
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
}
