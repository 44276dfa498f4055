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
    // One after another: there may be more of them than files that can be open.
    let first = try checkedStore(stores[0])
    let about = first.description
    for path in stores.dropFirst() {
      let part = try checkedStore(path)
      try asStored { try first.requireSameRun(part) }
    }
    let isNew = !FileManager.default.fileExists(atPath: output)
    let status = try asStored {
      let target =
        try isNew
        ? Store(creating: output, recipe: first.recipe, about)
        : Store(opening: output, writes: true)
      if !isNew { try target.requireSameRun(first) }
      for path in stores { try target.merge(Store(opening: path, writes: false)) }
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
        "\(stores.count) stores in \(output): \(status.samples) of \(about.samples) samples, \(status.rows) rows"
          + (status.pieces > 0
            ? ", \(status.pieces) pieces; saddlery resume puts them together" : "")
      ])
  }
}
