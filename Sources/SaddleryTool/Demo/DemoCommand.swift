import ArgumentParser
import Commands
import Foundation
import Questions
import Saddlery

/// `saddlery demo`: experiments by the question they answer, each with its answer in a sentence.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Questions about random landscapes, and experiments that answer them.",
    discussion: """
      Without a name: the list. With one: runs the experiment at small sizes, some seconds, writes its tables and \
      figures and ends with the answer in a sentence. Experiments/NAME/README.md says how it is done and what \
      the full run found.
      """)

  @Argument(help: "Name or number of an experiment of the list.")
  var name: String?

  @Flag(help: "The sizes of its README, minutes to hours.")
  var full = false

  @Option(
    parsing: .unconditional,
    help: "Seed of everything drawn (default: 1); not where nothing is.")
  var seed: UInt64?

  @Option(help: ArgumentHelp("Folder for the files (default: demo/NAME).", valueName: "folder"))
  var output: String?

  @OptionGroup var reporting: ReportOptions

  func run() throws {
    guard let name else { return try list() }
    try answer(DemoName.experiment(name))
  }

  private func list() throws {
    guard !full, seed == nil, output == nil else {
      let option = full ? "full" : seed == nil ? "output" : "seed"
      throw Failure.usage("--\(option) needs the name of an experiment; 'saddlery demo' lists them")
    }
    let width = DemoName.all.map(\.name.count).max() ?? 0
    var lines: [String] = []
    for (title, experiments) in Experiments.topics {
      lines.append(title)
      lines += DemoName.all.filter { one in experiments.contains { $0 == one.experiment } }.map {
        let number = $0.number < 10 ? " \($0.number)" : "\($0.number)"
        let name = $0.name.padding(toLength: width, withPad: " ", startingAt: 0)
        return "  \(number)  \(name)  \($0.experiment.question)"
      }
    }
    lines.append("'saddlery demo NAME' answers one, in seconds.")
    try reporting.print(
      [
        "experiments": DemoName.all.map(\.name),
        "questions": DemoName.all.map { $0.experiment.question },
      ], lines)
  }

  private func answer(_ one: DemoName) throws {
    let start = ContinuousClock.now
    let experiment = try one.experiment.parse(
      (full ? [] : ["--quick"]) + (seed.map { ["--seed", "\($0)"] } ?? []))
    let folder = output ?? "demo/\(one.name)"
    let claim = try experiment.claim(folder)
    defer { claim.release() }
    let report = try experiment.made()
    let (files, problem) = try report.write(to: folder)
    let answer = report.answer(to: one.experiment)
    try reporting.print(
      [
        "experiment": one.name, "question": one.experiment.question, "answer": answer,
        "verdict": report.verdict.conclusion.rawValue, "full": full,
        "seed": one.experiment.isSampled ? seed ?? 1 : nil, "files": files,
        "seconds": start.seconds,
      ], files + (full ? [] : ["small sizes; the README's numbers take --full"]) + [answer])
    if let problem { throw problem }
    if report.verdict.conclusion == .contradicted {
      throw Failure.unproved("\(one.name): a claim is contradicted")
    }
  }
}
