import ArgumentParser
import KacRice
import Models

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
    let mixture = try options.requested()
    if let energy, !energy.isFinite {
      throw Failure.usage("--energy \(energy) is not valid; give a finite number")
    }
    if let signal = try planted.requested() {
      guard let overlap else { throw Failure.usage("--signal needs --overlap, in -1...1") }
      guard abs(overlap) <= 1 else {
        throw Failure.usage("--overlap \(overlap) is not valid; give a number in -1...1")
      }
      return try report(SpikedComplexity(mixture, signal: signal), overlap)
    }
    guard overlap == nil else { throw Failure.usage("--overlap needs --signal") }
    guard let energy else {
      throw Failure.usage("--energy is missing; give the energy per spin, or --signal; see --help")
    }
    try report(AnnealedComplexity(mixture), energy)
  }

  private func report(_ complexity: AnnealedComplexity, _ energy: Double) throws {
    let total = complexity.total(energy: energy)
    let fixedIndex = (0...options.maxIndex).map { complexity.fixedIndex($0, energy: energy) }
    if options.json {
      try JSONOutput.print([
        "model": complexity.mixture.name, "mixture": complexity.mixture.description,
        "energy": energy, "total": total, "fixedIndex": fixedIndex,
      ])
      return
    }
    print("\(complexity.mixture.name), energy at most \(energy)")
    print("all critical points: \(total)")
    for (k, rate) in fixedIndex.enumerated() { print("index \(k): \(rate)") }
  }

  private func report(_ complexity: SpikedComplexity, _ overlap: Double) throws {
    let total =
      energy.map { complexity.total(overlap: overlap, energy: $0) }
      ?? complexity.total(overlap: overlap)
    let minima =
      energy.map { complexity.minima(overlap: overlap, energy: $0) }
      ?? complexity.minima(overlap: overlap)
    let strength = complexity.spikeStrength(overlap: overlap)
    guard !total.isNaN, !minima.isNaN, strength.isFinite else {
      throw Failure(
        message: "--signal \(complexity.signal) is beyond the range of a double beside "
          + "\(complexity.mixture.name); choose moderate strengths",
        status: 65)
    }
    let point = InformativePoint(complexity.mixture, signal: complexity.signal)
    let (model, signal) = (complexity.mixture.name, complexity.signal.description)
    if options.json {
      try JSONOutput.print([
        "model": model, "mixture": complexity.mixture.description, "signal": signal,
        "overlap": overlap, "energy": energy, "total": total, "minima": minima,
        "spikeStrength": strength, "informativeOverlap": point?.overlap,
        "informativeEnergy": point?.energy,
      ])
      return
    }
    print(
      "\(model), signal \(signal), overlap \(overlap)" + (energy.map { ", energy \($0)" } ?? ""))
    print("all critical points: \(total)")
    print("minima: \(minima)")
    print("spike strength: \(strength) (an eigenvalue is detached above 1)")
    if let point {
      print("informative minimum: overlap \(point.overlap), energy \(point.energy)")
    } else {
      print("informative minimum: none, the signal is too weak")
    }
  }
}
