import Foundation
import Testing

/// A small valid call of a command, for tests that walk all of them; for `matrix` and `law`, of each ensemble and law.
///
/// The list of commands is the parser's own: a new one needs its call in ``base``.
struct SmallCall {
  /// What it begins with: the command, and the ensemble or law.
  let words: [String]
  /// Options that make it valid and short, without the dashes.
  let given: [String: String]
  /// Options and flags that it takes.
  let arguments: [CommandTree.Argument]

  private static let base: [String: [String: String]] = [
    "index-energy": ["n": "8", "points": "4", "samples": "1"],
    "descend": ["n": "6", "samples": "2", "starts": "3", "time": "2"],
    "enumerate": ["n": "4"],
    "couplings": ["n": "3"],
    "theory counts": ["n": "4"],
    "theory constants": [:],
    "theory complexity": ["energy": "-1.6"],
    "theory index-curve": ["n": "4", "points": "3"],
    "theory confined-counts": ["n": "3", "confinement": "0.5"],
    "network index-loss": [
      "architecture": "1-1-1", "examples": "8", "points": "6", "limit": "300",
    ],
    "network train": ["architecture": "1-1-1", "examples": "8", "starts": "3", "time": "20"],
    "field sample": ["points": "8"],
    "field critical-points": ["size": "4"],
    "field index-energy": ["n": "5", "points": "4", "samples": "1", "waves": "50"],
    "matrix": ["n": "6", "samples": "2"],
    "law": [:],
    "spectrum": ["references": "19"],
    "network enumerate": [:],
    "run": ["store": "s.db"], "resume": [:], "merge": [:], "status": [:], "export": [:],
    "report": [:], "demo": [:],
  ]

  /// A recipe, and a store of it that is done, outside of what the walks look into; another copy of both each time, as
  /// commands keep others off the store that they work on.
  private static func runFiles() throws -> (recipe: String, store: String) {
    let place = FileManager.default.temporaryDirectory.appending(path: "saddlery-\(UUID())").path
    try "task = \"enumerate\"\n[model]\nn = 3\n[run]\nsamples = 2\n"
      .write(toFile: place + ".toml", atomically: true, encoding: .utf8)
    let made = try Command.run(["run", place + ".toml", "--store", place + ".db"])
    guard made.status == 0 else { throw CocoaError(.fileReadCorruptFile) }
    return (place + ".toml", place + ".db")
  }

  /// Path of a list of eigenvalues with an outlier, outside of what the walks look into.
  private static let eigenvalues = Result {
    let place = FileManager.default.temporaryDirectory.appending(path: "saddlery-eigenvalues.csv")
    let values = (1...16).map { "\(Double($0).squareRoot())" } + ["40"]
    try values.joined(separator: "\n").write(to: place, atomically: true, encoding: .utf8)
    return place.path
  }

  /// Path of a deep linear network of two weights.
  private static let instance = Result {
    let place = FileManager.default.temporaryDirectory.appending(path: "saddlery-instance.json")
    let text = #"{"H":1,"di":1,"dx":1,"dy":1,"X":[[0.5]],"Y":[[1]],"lam":[[[0.1]],[[0.2]]]}"#
    try text.write(to: place, atomically: true, encoding: .utf8)
    return place.path
  }

  private static let needed: [String: [String: String]] = [
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

  static func all() throws -> [SmallCall] {
    let run = try runFiles()
    return try CommandTree.read().leaves.flatMap { words, arguments -> [SmallCall] in
      let command = words.joined(separator: " ")
      // It serves until it is told to end; `Scripts/check-explorer` tests it.
      guard command != "explore" else { return [] }
      guard let base = base[command] else {
        Issue.record("give the walks a small valid call of '\(command)'")
        return []
      }
      let positional = arguments.first { $0.kind == "positional" }
      // Those that take several files are given them behind their words.
      let several = ["merge": ["m.db", run.store]][command] ?? []
      let file =
        switch command {
        case "spectrum": [try eigenvalues.get()]
        case "run": [run.recipe]
        case "demo": ["finite-size-curve"]
        case "resume", "status", "export", "report": [run.store]
        case "merge": [""]
        default: [String]()
        }
      let files =
        command == "network enumerate" ? ["instance": try instance.get()] : [String: String]()
      return (positional.map { $0.allValues ?? file } ?? [""]).map { name in
        var given = base.merging(needed[name] ?? [:]) { $1 }.merging(files) { $1 }
        // One energy is no table.
        let hasOutput = arguments.contains { $0.preferredName?.name == "output" }
        if hasOutput, command != "theory complexity" {
          given["output"] = ["couplings", "field sample"].contains(command) ? "o.h5" : "o"
        }
        return SmallCall(
          words: words + (name.isEmpty ? [] : [name]) + several, given: given,
          arguments: arguments)
      }
    }
  }

  /// Names of its options.
  var options: [String] {
    arguments.filter { $0.kind == "option" }.compactMap(\.preferredName?.name)
  }

  /// Its arguments with other options, without a figure.
  func line(_ changes: [String: String] = [:]) -> [String] {
    let texts = given.merging(changes) { $1 }.sorted { $0.key < $1.key }.flatMap { key, value in
      // An option that takes several values reads them up to the next option.
      key == "target-index" ? ["--\(key)", value] : ["--\(key)=\(value)"]
    }
    let hasFigure = arguments.contains { $0.preferredName?.name == "figure" }
    return words + texts + (hasFigure ? ["--no-figure"] : [])
  }
}
