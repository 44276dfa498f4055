import ArgumentParser
import Foundation
import Saddlery

/// What searches from random starts find of all critical points, which are enumerated: how many, which,
/// and whether they can tell how many they miss. See README.md.
@main
struct SearchBias: ParsableCommand {
  @Flag(help: "Small sizes, a few seconds.")
  var quick = false

  @Option(help: "Seed of couplings and starts.")
  var seed: UInt64 = 1

  @Option(help: "Folder for tables and figures.")
  var output = "Experiments/SearchBias/results"

  private static let methods: [(method: SearchMethod, name: String)] = [
    (.indexTargeted, "index-targeted Newton"), (.newton, "plain Newton"),
    (.levenbergMarquardt, "Levenberg-Marquardt"),
  ]
  private static let startsPerPoint = 20

  func run() throws {
    let sizes: [(n: Int, samples: Int)] =
      quick ? [(5, 20), (7, 10)] : [(8, 100), (12, 20), (16, 4)]
    let groups = try sizes.flatMap { try hauls(n: $0.n, samples: $0.samples) }
    let isContradicted = report(groups)
    try drawMissed(groups)
    try drawEstimates(groups)
    try drawBias(groups.filter { $0.n == sizes[1].n })
    if isContradicted { throw ExitCode(1) }
  }

  /// All points and all finds of some samples, a group for each method.
  private func hauls(n: Int, samples: Int) throws -> [Group] {
    var hauls: [[Haul]] = Self.methods.map { _ in [] }
    for sample in 0..<samples {
      let model = PSpinHamiltonian(.pure(3), dimension: n, seed: seed, sample: sample)
      let all = try Enumeration.run(model, seed: seed, sample: sample)
      guard all.verdict == .complete else {
        throw ValidationError("N = \(n), sample \(sample): \(all.verdict)")
      }
      for (i, (method, _)) in Self.methods.enumerated() {
        let found = Search(model, method: method).run(
          points: Self.startsPerPoint * all.points.count, seed: seed, sample: sample)
        hauls[i].append(Haul(n: n, sample: sample, all: all.points, found: found))
      }
    }
    return zip(Self.methods, hauls).map { Group(n: n, name: $0.name, hauls: $1) }
  }

  /// Prints the tables; whether a claim fails.
  private func report(_ groups: [Group]) -> Bool {
    var isContradicted = false
    print("Starts per critical point: 1, 5, 20. Errors: standard errors over samples.\n")
    print("| N | search | samples | converged | not enumerated | found | Chao's estimate / truth |")
    print("|---|---|---|---|---|---|---|")
    for group in groups {
      let unknown = group.hauls.reduce(0) { $0 + $1.unknown }
      let found = [1, 5, 20].map { x in group.mean { $0.coverage(startsPerPoint: x) }.mean }
      let estimates = [1, 5, 20].map { x in group.mean { $0.estimate(startsPerPoint: x) } }
      let converged = group.mean { Double($0.converged) / Double($0.caught.count) }
      // No search ends where there is no point, and no estimate is above the truth.
      let isTooHigh = estimates.contains { $0.mean > 1 + 5 * $0.standardError }
      isContradicted = isContradicted || unknown > 0 || isTooHigh
      print(
        "| \(group.n) | \(group.name) | \(group.hauls.count) | "
          + String(format: "%.3f | %d | ", converged.mean, unknown)
          + found.map { String(format: "%.3f", $0) }.joined(separator: ", ") + " | "
          + estimates.map { String(format: "%.3f ± %.3f", $0.mean, $0.standardError) }
          .joined(separator: ", ") + " |")
    }
    print("\nMean energy of finds minus that of all points, and z.\n")
    print("| N | search | minima | maxima | minima, distinct finds of 1 start per point |")
    print("|---|---|---|---|---|")
    for group in groups {
      let biases = [
        group.mean { $0.bias(ofIndex: 0) }, group.mean { $0.bias(ofIndex: group.n - 1) },
        group.mean { $0.bias(ofIndex: 0, isDistinct: true) },
      ]
      let texts = biases.map {
        String(format: "%.4f ± %.4f, %.1f", $0.mean, $0.standardError, $0.mean / $0.standardError)
      }
      print("| \(group.n) | \(group.name) | \(texts.joined(separator: " | ")) |")
    }
    return isContradicted
  }
}
