import ArgumentParser
import Commands
import Saddlery

/// A long task as recipes name it: the keys that it takes, each the option of that name of the command beside it, and how it
/// is made of them.
struct TaskForm: Sendable {
  let name: String
  /// Names of sections with their keys.
  let sections: [(name: String, keys: [String])]
  /// Makes it of arguments.
  let make: @Sendable (_ arguments: [String], _ keepsArrays: Bool) throws -> any StoredTask

  /// The key of whole vectors, an option of no command.
  static let arrays = "arrays"
  /// Keys that take lists by nature.
  static let lists: Set<String> = ["target-index"]

  private static let search = [
    "points", "target-index", "method", "gradient-tolerance", "step-tolerance", "step-cap",
    "iteration-limit",
  ]
  private static let covariance = ["covariance", "variance", "length", "smoothness", "exponent"]
  private static let folder = ["--output=unused", "--no-figure"]

  static let all: [TaskForm] = [
    TaskForm(
      name: "index-energy",
      sections: [
        ("model", ["p", "mixture", "n"]), ("search", search), ("run", ["samples", "seed", arrays]),
      ]
    ) { try IndexEnergyCommand.parse($0 + folder).task(keepsArrays: $1) },
    TaskForm(
      name: "enumerate",
      sections: [
        ("model", ["p", "mixture", "signal", "n"]), ("run", ["samples", "sample", "seed", arrays]),
      ]
    ) { try EnumerateCommand.parse($0).task(keepsArrays: $1) },
    TaskForm(
      name: "field index-energy",
      sections: [
        ("model", covariance + ["n", "waves"]), ("search", search),
        ("run", ["samples", "seed", arrays]),
      ]
    ) { try FieldIndexEnergyCommand.parse($0 + folder).task(keepsArrays: $1) },
    TaskForm(
      name: "field critical-points",
      sections: [("model", covariance + ["dimension", "size"]), ("run", ["samples", "seed"])]
    ) { arguments, _ in try FieldCriticalPointsCommand.parse(arguments).task() },
    TaskForm(
      name: "matrix",
      sections: [
        (
          "model",
          [
            "ensemble", "n", "variance", "beta", "observations", "first", "second", "entries",
            "degree", "stability", "spikes",
          ]
        ), ("run", ["samples", "seed"]),
      ]
    ) { arguments, _ in try MatrixCommand.parse(arguments + folder).task() },
    TaskForm(
      name: "descend",
      sections: [
        ("model", ["p", "mixture", "n"]),
        (
          "descent",
          [
            "method", "step", "time", "temperature", "momentum", "mini-batches", "kick",
            "tolerance", "starts",
          ]
        ), ("run", ["samples", "seed"]),
      ]
    ) { arguments, _ in try DescendCommand.parse(arguments + folder).task() },
  ]
}
