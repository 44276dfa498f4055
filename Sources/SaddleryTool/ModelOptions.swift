import ArgumentParser
import Foundation
import SpinGlasses

/// The model, its size and the seed: the options all commands on p-spin models share.
struct ModelOptions: ParsableArguments {
  @Option(
    parsing: .unconditional, help: "Degree of the pure p-spin model, at least 2 (default: 3).")
  var p: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Mixture instead of --p: degree:a_p^2 terms such as 2:0.5,3:1; degree 1 is a field.",
      valueName: "terms"))
  var mixture: String?

  @Option(
    parsing: .unconditional,
    help: "Number of spins N, at least 2 (default: 100; for couplings 8).")
  var n: Int?

  @Option(parsing: .unconditional, help: "Seed; the same seed gives the same files.")
  var seed: UInt64 = 1

  /// The mixture asked for, or nil if neither option was given.
  func requestedMixture() throws -> Mixture? {
    if let mixture {
      guard p == nil else { throw Failure.usage("give --p or --mixture, not both") }
      do {
        let parsed = try Mixture(parsing: mixture)
        guard parsed.topDegree >= 2 else {
          throw Failure.usage(
            "--mixture \(mixture) is a pure field; add a term of degree 2 or more")
        }
        return parsed
      } catch let error as MixtureError {
        throw Failure.usage("\(error)")
      }
    }
    guard let p else { return nil }
    guard p >= 2 else { throw Failure.usage("--p \(p) is not valid; p is a whole number from 2") }
    return .pure(p)
  }

  /// N, checked.
  func requestedDimension(default: Int) throws -> Int {
    let n = n ?? `default`
    guard n >= 2 else { throw Failure.usage("--n \(n) is not valid; N is a whole number from 2") }
    return n
  }

  /// Throws unless a Hamiltonian of this size, and what is done with it, fits into memory.
  ///
  /// - Parameter work: bytes needed besides the Hamiltonian at a given N.
  static func requireMemory(
    _ mixture: Mixture, dimension n: Int, work: (Int) -> Double
  ) throws {
    func total(_ n: Int) -> Double {
      PSpinHamiltonian.memory(mixture: mixture, dimension: n) + work(n)
    }
    let needed = total(n)
    let available = Double(ProcessInfo.processInfo.physicalMemory)
    guard needed > 0.9 * available else { return }
    // Memory grows at least like n^{p-1}; a tenth of a per cent below the exact limit is enough.
    var largest = Double(n)
    while largest > 2, total(Int(largest)) > 0.9 * available { largest *= 0.999 }
    throw Failure(
      message: "--n \(n) with degree \(mixture.topDegree) needs \(bytes(needed)) of memory and "
        + "this machine has \(bytes(available)); --n \(max(2, Int(largest))) would fit",
      status: 65)
  }

  private static func bytes(_ count: Double) -> String {
    let number = count < 1e15 ? String(Int(count)) : String(format: "%.2e", count)
    return "\(number) bytes"
  }
}
