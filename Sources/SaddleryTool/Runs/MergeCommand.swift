import ArgumentParser
import Commands
import Foundation
import Saddlery

/// `saddlery merge`: several stores into one.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join stores of one recipe, such as its shares.",
    discussion: """
      What is in the first already is left as it is, so that merging again changes nothing. Stores of other recipes or \
      versions are refused, and then nothing is changed.
      """)

  @Argument(help: ArgumentHelp("The store to make, or to add to.", valueName: "file"))
  var output: String

  @Argument(help: ArgumentHelp("Stores to join.", valueName: "stores"))
  var stores: [String]

  @OptionGroup var reporting: ReportOptions

  func run() throws {
    let start = ContinuousClock.now
    let parts = try stores.map { try checkedStore($0) }
    let about = parts[0].description
    let isNew = !FileManager.default.fileExists(atPath: output)
    let status = try asStored {
      for part in parts.dropFirst() { try parts[0].requireSameRun(part) }
      let target =
        try isNew
        ? Store(
          creating: output, recipe: parts[0].recipe, about)
        : Store(opening: output, writes: true)
      if !isNew { try target.requireSameRun(parts[0]) }
      for part in parts { try target.merge(part) }
      return try target.status()
    }
    let isComplete = status.samples == about.samples
    try reporting.print(
      [
        "store": output, "task": about.task, "samples": about.samples,
        "finished": status.samples, "rows": status.rows, "pieces": status.pieces,
        "verdictCounts": status.verdicts, "isComplete": isComplete, "seconds": start.seconds,
      ],
      [
        "\(parts.count) stores in \(output): \(status.samples) of \(about.samples) samples, \(status.rows) rows"
          + (status.pieces > 0
            ? ", \(status.pieces) pieces; saddlery resume puts them together" : "")
      ])
  }
}
