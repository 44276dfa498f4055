import ArgumentParser
import Commands
import Saddlery

/// A range of energies to compute at.
struct EnergyRangeOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "First energy of a range; needs --to.")
  var from: Double?

  @Option(parsing: .unconditional, help: "Last energy of it.")
  var to: Double?

  @Option(parsing: .unconditional, help: "Equal steps from --from to --to (default: 100).")
  var steps: Int?

  /// The energies, or nil if no range was given.
  func requested() throws -> [Double]? {
    guard let (from, to) = try ends(from, to, steps) else { return nil }
    let steps = steps ?? 100
    try require("steps", steps, in: 1...100_000)
    for (name, energy) in [("from", from), ("to", to)] {
      try require(name, energy, in: -1e300...1e300)
    }
    guard from < to else {
      throw Failure.usage("--to \(to) is not valid; give a number above --from \(from)")
    }
    return (0...steps).map {
      $0 == steps ? to : from + (to - from) * (Double($0) / Double(steps))
    }
  }
}

/// A range of N to compute at.
struct SizeRangeOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "Smallest N of a range instead of --n; needs --to.")
  var from: Int?

  @Option(parsing: .unconditional, help: "Largest N of it.")
  var to: Int?

  @Option(
    parsing: .unconditional,
    help: "Steps from --from to --to, as equal as whole numbers can be (default: all N, up to 40).")
  var steps: Int?

  /// The sizes, or nil if no range was given.
  func requested(largest: Int, _ reason: String?) throws -> [Int]? {
    guard let (from, to) = try ends(from, to, steps) else { return nil }
    try require("from", from, in: 2...largest, reason)
    try require("to", to, in: 2...largest, reason)
    guard from < to else {
      throw Failure.usage("--to \(to) is not valid; give a whole number above --from \(from)")
    }
    let steps = steps ?? min(to - from, 40)
    try require("steps", steps, in: 1...(to - from), "from \(from) to \(to)")
    return (0...steps).map { from + ((to - from) * $0 + steps / 2) / steps }
  }
}

/// Both ends of a range, or nil if none was given; throws if it is given in part.
private func ends<Value>(_ from: Value?, _ to: Value?, _ steps: Int?) throws -> (Value, Value)? {
  switch (from, to) {
  case (let from?, let to?): return (from, to)
  case (nil, nil):
    guard steps == nil else { throw Failure.usage("--steps needs --from and --to") }
    return nil
  default:
    throw Failure.usage(from == nil ? "--to needs --from" : "--from needs --to")
  }
}
