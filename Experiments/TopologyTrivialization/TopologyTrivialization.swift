import ArgumentParser
import Foundation
import Saddlery

/// Is "no bad minima" a matter of dimension, or a phase? Exact numbers of critical points of a field in a
/// parabola and of a spin glass in a random field, beside all critical points of samples. See README.md.
@main
struct TopologyTrivialization: ParsableCommand {
  @Flag(help: "Small sizes and few samples, some seconds.")
  var quick = false

  @Option(help: "Seed of all samples.")
  var seed: UInt64 = 1

  @Option(help: "Folder for tables and figures.")
  var output = "Experiments/TopologyTrivialization/results"

  /// False positives of all comparisons of sampled fields, and of spin glasses.
  static let rate = 1e-3

  func run() throws {
    let parts: [(name: String, check: () throws -> Bool)] = [
      ("numbers grow below m = 1 and fall to one above", dimension),
      ("window of the minima", window),
      ("sampled fields", fields),
      ("spin glass in a field", sphere),
    ]
    var isContradicted = false
    for (name, check) in parts {
      print("\n### \(name)\n")
      let holds = try check()
      print("\nverdict, \(name): \(holds ? "reproduced" : "contradicted")")
      isContradicted = isContradicted || !holds
    }
    if isContradicted { throw ExitCode(1) }
  }

  /// Where the numbers of the field in a parabola come from.
  func confined(seed: UInt64?, _ notes: String) -> Provenance {
    Provenance(
      model: "Gaussian field in a parabola",
      convention: "H(x) = μ|x|²/2 + V(x), Cov(V(x), V(y)) = N f(|x-y|²/(2N)), m = μ/√f''(0)",
      seed: seed, notes: [notes])
  }

  /// A row of a Markdown table.
  func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }

  /// A Markdown table's head.
  func head(_ cells: [String]) -> String {
    row(cells) + "\n|" + String(repeating: "---|", count: cells.count)
  }

  func text(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }
}
