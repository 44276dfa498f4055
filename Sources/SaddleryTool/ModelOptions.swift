import ArgumentParser
import Foundation
import Models
import Requirements
import SpinGlasses

/// The model, its size and the seed: what drawing a Hamiltonian needs.
struct ModelOptions: ParsableArguments {
  @OptionGroup var model: MixtureOptions

  @Option(
    parsing: .unconditional,
    help: "Number of spins N, at least 2 (default: 100; for couplings 8).")
  var n: Int?

  @Option(parsing: .unconditional, help: "Seed; the same seed gives the same files.")
  var seed: UInt64 = 1

  /// N, checked.
  func requestedDimension(default: Int) throws -> Int {
    let n = n ?? `default`
    try require("n", n, in: Domain.dimension)
    return n
  }

  /// Throws unless a Hamiltonian of this size, and what is done with it, fits into memory.
  ///
  /// - Parameter work: bytes needed besides the Hamiltonian at a given N.
  static func requireMemory(
    _ mixture: Mixture, dimension n: Int, signal: Signal? = nil, work: (Int) -> Double
  ) throws {
    func total(_ n: Int) -> Double {
      PSpinHamiltonian.memory(mixture: mixture, dimension: n, signal: signal) + work(n)
    }
    let degree = max(mixture.topDegree, signal?.topDegree ?? 0)
    let limit = PSpinHamiltonian.largestDegree(dimension: n)
    guard degree <= limit else {
      throw Failure(
        message:
          "degree \(degree) is not valid with --n \(n): N^{-(p-1)/2} is no double; at this N "
          + "degrees go up to \(limit)", status: 65)
    }
    let needed = total(n)
    guard !isMemoryAvailable(needed) else { return }
    let available = Double(ProcessInfo.processInfo.physicalMemory)
    // Memory grows at least like n^{p-1}; a tenth of a per cent below the exact limit is enough.
    var largest = min(Double(n), 1e18)
    while largest >= 2, !isMemoryAvailable(total(Int(largest))) { largest *= 0.999 }
    throw Failure(
      message: "--n \(n) with degree \(degree) needs \(bytes(needed)) of memory and "
        + (needed > 0.9 * available
          ? "this machine has \(bytes(available)); " : "this process is not given them; ")
        + (largest >= 2 ? "--n \(Int(largest)) would fit" : "choose a smaller degree"),
      status: 65)
  }

  static func bytes(_ count: Double) -> String { "\(shortened(count)) bytes" }

  /// A number that may be beyond all bounds.
  static func shortened(_ count: Double) -> String {
    count < 1e15 ? String(Int(count)) : String(format: "%.2e", count)
  }
}
