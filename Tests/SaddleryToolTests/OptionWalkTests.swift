import Foundation
import TestSupport
import Testing

/// Every option of every command with values at the ends of what a number can be: it is done, or refused
/// in one line, soon, with little memory, and nothing is left behind.
///
/// The list of options is the parser's own, so that a new one is walked by itself; a new command needs a
/// small valid call in ``base``. `SADDLERY_WALK=1` walks all, without it every eighth case is taken.
@Suite struct OptionWalkTests {
  /// Options that make a call valid and short, by command; those of matrix and law, by ensemble and law.
  static let base: [String: [String: String]] = [
    "index-energy": ["n": "8", "points": "4", "samples": "1"],
    "enumerate": ["n": "4"],
    "couplings": ["n": "3"],
    "theory counts": ["n": "4"],
    "theory constants": [:],
    "theory complexity": ["energy": "-1.6"],
    "theory index-curve": ["n": "4", "points": "3"],
    "theory confined-counts": ["n": "3", "confinement": "0.5"],
    "field sample": ["points": "8"],
    "field critical-points": ["size": "4"],
    "field index-energy": ["n": "5", "points": "4", "samples": "1", "waves": "50"],
    "matrix": ["n": "6", "samples": "2"],
    "law": [:],
  ]

  static let needed: [String: [String: String]] = [
    "laguerre": ["first": "9"], "jacobi": ["first": "9", "second": "9"],
    "wishart": ["observations": "9"], "complex-wishart": ["observations": "9"],
    "quaternion-wishart": ["observations": "9"],
    "manova": ["first": "9", "second": "9"], "complex-manova": ["first": "9", "second": "9"],
    "quaternion-manova": ["first": "9", "second": "9"],
    "sparse": ["degree": "3"], "levy": ["stability": "1.5"], "spiked-wigner": ["spikes": "2"],
    "spiked-wishart": ["spikes": "3", "observations": "9"],
    "marchenko-pastur": ["ratio": "0.5"], "wachter": ["first": "3", "second": "2"],
    "kesten-mckay": ["degree": "3"], "largest-eigenvalue": ["n": "4"], "mean-density": ["n": "4"],
  ]

  static let values = [
    "0", "1", "-1", "9223372036854775807", "-9223372036854775808", "9223372036854775808",
    "1000000000", "1e15", "1e308", "-1e308", "1e-308", "5e-324", "nan", "inf", "-inf", "", " ",
    "x", "1,", "3:1e308", "1000000000:1", "3:5e-324",
  ]

  struct Case: CustomStringConvertible {
    let arguments: [String]
    let option: String
    let value: String
    var description: String { arguments.joined(separator: " ") }
  }

  static func cases() throws -> [Case] {
    var cases: [Case] = []
    for (words, arguments) in try CommandTree.read().leaves {
      let command = words.joined(separator: " ")
      guard let base = base[command] else {
        Issue.record("give the walk a valid call of '\(command)'")
        continue
      }
      let options = arguments.filter { $0.kind == "option" }.compactMap(\.preferredName?.name)
      let hasFigure = arguments.contains { $0.preferredName?.name == "figure" }
      let positional = arguments.first { $0.kind == "positional" }
      for name in positional.map({ $0.allValues ?? [] }) ?? [""] {
        var given = base.merging(needed[name] ?? [:]) { $1 }
        if options.contains("output") {
          given["output"] =
            command.hasPrefix("couplings") || command == "field sample" ? "o.h5" : "o"
        }
        for option in options {
          for value in values {
            var all = given
            all[option] = value
            let texts = all.sorted { $0.key < $1.key }.flatMap { key, value in
              // An option that takes several values reads them up to the next option.
              key == "target-index" ? ["--\(key)", value] : ["--\(key)=\(value)"]
            }
            cases.append(
              Case(
                arguments: words + (name.isEmpty ? [] : [name]) + texts
                  + (hasFigure ? ["--no-figure"] : []),
                option: option, value: value))
          }
        }
      }
    }
    return cases
  }

  @Test func everyOption() throws {
    let all = try Self.cases()
    #expect(all.count > 10_000)
    let isFull = ProcessInfo.processInfo.environment["SADDLERY_WALK"] != nil
    let chosen = all.enumerated().filter { isFull || $0.offset % 8 == 3 }.map(\.element)
    var counts: [Int32: Int] = [:]
    var (slowest, largest) = (0.0, 0.0)
    let folder = try TemporaryFolder()
    for one in chosen {
      try FileManager.default.createDirectory(
        atPath: folder("o"), withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(atPath: folder("o")) }
      let launch = try Launch(one.arguments, in: folder("o"), limit: 20)
      counts[launch.status, default: 0] += 1
      let isRefused = [64, 65].contains(launch.status)
      // 1 is done too, though not all is proved: a signal may be so large that the noise is lost in rounding.
      let isDone = [0, 1].contains(launch.status)
      #expect((isDone || isRefused) && !launch.isCutOff, "\(one): \(launch)")
      guard isRefused else { continue }
      // Progress may stand before it, where only the work could tell.
      let lines = launch.errors.split(separator: "\n").filter { $0.hasPrefix("saddlery: ") }
      #expect(lines.count == 1, "\(one): \(launch.errors)")
      #expect(launch.errors.utf8.count < 1000, "\(one): \(launch.errors)")
      let left = try FileManager.default.contentsOfDirectory(atPath: folder("o"))
      #expect(left.isEmpty, "\(one): \(left)")
      slowest = max(slowest, launch.processorSeconds)
      largest = max(largest, launch.megabytes)
      #expect(launch.processorSeconds < 2 && launch.megabytes < 500, "\(one): \(launch)")
    }
    print(
      "\(chosen.count) launches, by status \(counts.sorted { $0.key < $1.key }); refusals: slowest "
        + "\(slowest) s of processor time, largest \(largest) MB")
  }
}
