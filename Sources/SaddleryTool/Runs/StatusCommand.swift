import ArgumentParser
import Commands
import Saddlery

/// `saddlery status`: how far a store is.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say how far a run is; also while it runs, from another terminal.")

  @Argument(help: ArgumentHelp("The store.", valueName: "file"))
  var path: String

  @OptionGroup var reporting: ReportOptions

  func run() throws {
    let (store, status) = try asStored {
      let store = try Store(opening: path, writes: false)
      return (store, try store.status())
    }
    let about = store.description
    let run = status.runs.last
    // What a run did in its time, for what is left to it.
    let rate = run.map { $0.seconds > 0 ? $0.done / $0.seconds : 0 } ?? 0
    let left = run.flatMap { rate > 0 ? max(0, $0.total - $0.done) / rate : nil }
    let object: [String: Any?] = [
      "store": store.path, "task": about.task, "share": store.share.description,
      "samples": about.samples, "finished": status.samples, "rows": status.rows,
      "pieces": status.pieces, "verdictCounts": status.verdicts, "runs": status.runs.count,
      "state": run?.state, "samplesPerSecond": rate, "secondsLeft": left,
      "finishedByPart": about.parts.indices.map { status.byPart[$0] ?? 0 },
      "isComplete": status.samples == about.samples,
    ]
    var lines = [
      "\(shown(about.task)): \(status.samples) of \(about.samples) samples, \(status.rows) rows"
        + (status.pieces > 0 ? ", \(status.pieces) pieces of samples under way" : "")
    ]
    if about.parts.count > 1 {
      lines += about.parts.enumerated().prefix(40).map { number, part in
        "\(shown(part.title)): \(status.byPart[number] ?? 0) of \(part.samples)"
      }
    }
    lines += status.verdicts.sorted { $0.key < $1.key }.map {
      "\($0.value) samples: \(shown($0.key))"
    }
    if let run {
      lines.append(
        "run \(status.runs.count) on \(shown(run.host)), share \(shown(run.share)): \(shown(run.state)), \(plainText((10 * run.done).rounded() / 10)) of "
          + "\(fixed(run.total, 0)) samples in \(fixed(run.seconds, 0)) s"
          + (run.state == "running" ? left.map { ", about \(fixed($0, 0)) s left" } ?? "" : ""))
    }
    try reporting.print(object, lines)
  }
}
