import ArgumentParser
import Commands
import Foundation
import Saddlery

/// `saddlery report`: what a store shows, as one page.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write what a store shows as one HTML page: figures, tables, verdicts, provenance.",
    discussion: """
      The page needs no other file and no network. It is of the samples that are finished, also while a run goes on; the \
      same rows and the same gnuplot give the same page.
      """)

  @Argument(help: ArgumentHelp("The store.", valueName: "file"))
  var path: String

  @Option(help: ArgumentHelp("The page to write, an HTML file.", valueName: "file"))
  var output: String

  @OptionGroup var threading: ThreadOptions

  @OptionGroup var reporting: ReportOptions

  func run() throws {
    let start = ContinuousClock.now
    let target = try OutputTarget(file: output)
    let store = try checkedStore(path)
    let recipe = try RecipeTasks(of: store)
    guard Gnuplot().isAvailable else {
      throw Failure.incomplete("gnuplot is not found, which draws the figures; install gnuplot")
    }
    let status = try asStored { try store.status() }
    let parts = try asStored { try recipe.tasks.indices.map { try store.part($0) } }
    var sections: [ReportSection] = []
    let isSweepOfN = recipe.parts.allSatisfy { $0.swept.map(\.key) == ["n"] }
    if isSweepOfN, let overview = recipe.tasks[0].overview(Array(zip(recipe.tasks, parts))) {
      sections.append(try ReportSection("All N", overview))
    }
    for (number, (task, part)) in zip(recipe.tasks, parts).enumerated() {
      let title = store.description.parts[number].title
      let findings =
        part.samples.isEmpty
        ? Findings(lines: ["no sample is finished"])
        : try asInput { try task.findings(part, threads: threading.count) }
      sections.append(
        try ReportSection(title.isEmpty ? "Findings" : title, findings))
    }
    let page = ReportPage(store: store, status: status, sections: sections)
    try target.write(text: page.html)
    let verdicts = sections.flatMap(\.findings.verdicts)
    let about = store.description
    try reporting.print(
      [
        "store": store.path, "task": about.task, "samples": about.samples,
        "finished": status.samples, "rows": status.rows,
        "isComplete": status.samples == about.samples,
        "verdict": verdicts.conclusion.rawValue, "verdicts": verdicts.map(\.description),
        "seconds": start.seconds,
      ],
      [
        "\(about.task): \(status.samples) of \(about.samples) samples, \(sections.flatMap(\.images).count) figures"
      ], writing: target)
  }
}

/// A part of a page.
struct ReportSection {
  let title: String
  let findings: Findings
  /// SVG.
  let images: [Data]

  init(_ title: String, _ findings: Findings) throws {
    (self.title, self.findings) = (title, findings)
    images = try findings.figures.map(Self.image)
  }

  private static func image(_ figure: Figure) throws -> Data {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "saddlery-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try figure.write(to: folder.path, name: "figure")
      return try Data(contentsOf: folder.appending(path: "figure.svg"))
    } catch { throw Failure.incomplete("\(error)") }
  }
}
