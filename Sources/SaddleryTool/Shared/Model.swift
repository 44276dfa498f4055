import Commands
import Foundation
import Saddlery

/// A mixture, with the signal planted in it if there is one.
struct Model {
  let mixture: Mixture
  var signal: Signal?

  /// In the field's words.
  var name: String { mixture.name + (signal.map { ", signal \($0)" } ?? "") }

  /// What JSON says of it, and `others`.
  func keys(_ others: [String: Any?]) -> [String: Any?] {
    let own: [String: Any?] = [
      "model": mixture.name, "mixture": mixture.description, "signal": signal?.description,
    ]
    return own.merging(others) { $1 }
  }

  /// The Hamiltonian of a seed and sample.
  func hamiltonian(dimension n: Int, seed: UInt64, sample: Int) -> PSpinHamiltonian {
    PSpinHamiltonian(mixture, dimension: n, signal: signal, seed: seed, sample: sample)
  }

  /// Throws unless a Hamiltonian of this size, and what is done with it, fits into memory.
  ///
  /// - Parameter work: bytes needed besides the Hamiltonian at a given N.
  func requireMemory(dimension n: Int, work: (Int) -> Double) throws {
    func total(_ n: Int) -> Double {
      PSpinHamiltonian.memory(mixture: mixture, dimension: n, signal: signal) + work(n)
    }
    let degree = max(mixture.topDegree, signal?.topDegree ?? 0)
    let limit = PSpinHamiltonian.largestDegree(dimension: n)
    guard degree <= limit else {
      throw Failure.input(
        "degree \(degree) is not valid with --n \(n): N^{-(p-1)/2} is no double; at this N "
          + "degrees go up to \(limit)")
    }
    let needed = total(n)
    guard !isMemoryAvailable(needed) else { return }
    let available = Double(ProcessInfo.processInfo.physicalMemory)
    // Memory grows at least like n^{p-1}; a tenth of a per cent below the exact limit is enough.
    var largest = min(Double(n), 1e18)
    while largest >= 2, !isMemoryAvailable(total(Int(largest))) { largest *= 0.999 }
    throw Failure.input(
      "--n \(n) with degree \(degree) needs \(shortened(needed)) bytes of memory and "
        + (needed > 0.9 * available
          ? "this machine has \(shortened(available)) bytes; "
          : "this process is not given them; ")
        + (largest >= 2 ? "--n \(Int(largest)) would fit" : "choose a smaller degree"))
  }
}
