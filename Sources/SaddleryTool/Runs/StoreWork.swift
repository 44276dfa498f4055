import ArgumentParser
import Commands
import Foundation
import Logging
import Saddlery

/// How a run on a store goes, and what it says.
struct StoreWorkOptions: ParsableArguments {
  @OptionGroup var threading: ThreadOptions

  @OptionGroup var progress: ProgressOptions

  @Option(
    help: ArgumentHelp(
      "Lines on standard error instead of a progress bar: of runs (info), samples (debug), pieces (trace).",
      valueName: "level"))
  var logLevel: LogLevel?

  func validate() throws {
    guard progress.quiet, let logLevel else { return }
    throw Failure.usage(
      "--quiet and --log-level \(logLevel.rawValue) exclude each other; leave out one")
  }

  @OptionGroup var reporting: ReportOptions

  /// Does what is missing of a share, and reports.
  func finish(_ store: Store, _ recipe: RecipeTasks, _ share: Share) throws {
    let start = ContinuousClock.now
    let remedy = "go on with saddlery resume \(store.path)"
    let loop = RunLoop(
      recipe.tasks, share: share, threads: threading.count,
      logger: Logger(label: "saddlery") { _ in LineLog(logLevel?.level ?? .warning) })
    let total = 1000 * (try asStored { try loop.samplesLeft(in: store) })
    let bar =
      logLevel != nil || total == 0
      ? nil : Progress(total: total, unit: "samples", scale: 1000, progress, remedy: remedy)
    if bar == nil { Interrupt.prepare(remedy: remedy) {} }
    Interrupt.closing { [weak store] in store?.close() }
    try asStored {
      try loop.run(store, origin: Self.origin(threads: threading.count)) { bar?.show($0) }
    }
    try report(store, recipe, share, start.seconds)
  }

  private static func origin(threads: Int) -> RunOrigin {
    RunOrigin(
      version: Provenance.version, revision: commit ?? "", blas: OpenBLAS.library, threads: threads)
  }

  /// The commit of the checkout that this program stands in, if it does.
  private static var commit: String? {
    guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return nil }
    var folder = program.deletingLastPathComponent()
    while folder.path.count > 1 {
      let git = folder.appending(path: ".git")
      if let head = try? String(contentsOf: git.appending(path: "HEAD"), encoding: .utf8) {
        let words = head.split(whereSeparator: \.isWhitespace)
        guard words.first == "ref:", words.count == 2 else { return words.first.map(String.init) }
        let commit = try? String(contentsOf: git.appending(path: String(words[1])), encoding: .utf8)
        return commit?.trimmingCharacters(in: .whitespacesAndNewlines)
      }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  private func report(
    _ store: Store, _ recipe: RecipeTasks, _ share: Share, _ seconds: Double
  ) throws {
    let status = try asStored { try store.status() }
    let isComplete = status.samples == store.description.samples
    let verdicts = status.verdicts.sorted { $0.key < $1.key }
    try reporting.print(
      [
        "task": recipe.recipe.task, "store": store.path, "share": share.description,
        "samples": store.description.samples, "finished": status.samples, "rows": status.rows,
        "pieces": status.pieces, "verdictCounts": status.verdicts, "isComplete": isComplete,
        "seconds": seconds,
      ],
      [
        "\(recipe.recipe.task): \(status.samples) of \(store.description.samples) samples in \(store.path), "
          + "\(status.rows) rows, \(fixed(seconds, 1)) s"
      ] + verdicts.map { "\($0.value) samples: \(shown($0.key))" }
        + (isComplete
          ? []
          : [
            "share \(share) is done"
              + (status.pieces > 0 ? ", \(status.pieces) pieces of a sample" : "")
              + "; saddlery merge joins the shares, and resume finishes"
          ]))
  }
}

/// A store that is there, every sample of which is what was stored.
func checkedStore(_ path: String, writes: Bool = false) throws -> Store {
  try asStored {
    let store = try Store(opening: path, writes: writes)
    try store.check()
    return store
  }
}

/// What `work` returns; what is wrong with a store becomes a failure with its exit status.
func asStored<T>(_ work: () throws -> T) throws -> T {
  try asInput {
    do { return try work() } catch let error as StoreError {
      guard case .cannotWrite = error else { throw error }
      throw Failure.incomplete("\(error)")
    }
  }
}
