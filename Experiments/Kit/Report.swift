package import Commands
import Requirements
package import Saddlery

/// What comes out of an experiment: text and tables in the order they are printed, verdicts, and files.
package struct Report {
  /// Before each table, and after the last.
  private var texts = [""]
  private(set) var tables: [Table] = []
  private var checks: [Verdict] = []
  private var verdicts: [Verdict] = []
  private var data: [(name: String, text: String)] = []
  private var figures: [(name: String, figure: Figure, origin: Provenance)] = []
  /// What was measured, with the number, in words that follow on "this run found that".
  package var found = ""
  /// Of the files saved from here on.
  var origin: Provenance

  init(_ origin: Provenance) { self.origin = origin }

  package init(
    _ model: String, _ notes: String..., seed: UInt64?, convention: String = Mixture.convention
  ) { self.init(Provenance(model: model, convention: convention, seed: seed, notes: notes)) }

  mutating func say(_ text: String) { texts[texts.count - 1] += text + "\n\n" }

  /// Begins a table, which then takes rows.
  mutating func table(_ name: String, _ header: String) { show(Table(name, header)) }

  mutating func show(_ table: Table) {
    tables.append(table)
    texts.append("")
  }

  mutating func row(_ row: String) { tables[tables.count - 1].add(row) }

  /// A claim's verdict.
  package mutating func judge(_ verdict: Verdict) {
    verdicts.append(verdict)
    say("verdict, \(verdict.quantity): \(verdict.conclusion)")
  }

  /// Something that the next claim to be judged by checks rests on.
  mutating func check(_ verdicts: Verdict...) { checks += verdicts }

  /// A claim none of whose checks may fail.
  mutating func judge(_ claim: String) {
    judge(Verdict(claim, failuresAmong: checks))
    checks = []
  }

  /// A CSV file; comments of its own are kept.
  mutating func save(_ name: String, _ table: DataTable) {
    var table = table
    if table.comments.isEmpty { table.comments = origin.comments }
    data.append((name, table.csv()))
  }

  mutating func save(_ name: String, _ figure: Figure) { figures.append((name, figure, origin)) }

  /// Every file has a name of its own, the data of figures among them: else one would take the place of another.
  private func requireNames() {
    let names = data.map(\.name) + figures.map { "\($0.name).csv" }
    let twice = Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    demand(twice.isEmpty, "two files of one name: \(twice.joined(separator: ", "))")
  }

  mutating func draw(
    _ name: String, title: String, caption: [String], x: Axis, y: Axis, _ series: [Series]
  ) {
    save(name, Figure(title: title, caption: caption, x: x, y: y, series: series))
  }

  /// All claims together, and checks of none.
  package var verdict: Verdict { Verdict("all", all: verdicts + checks) }

  /// The question, what was found and what it means, in one sentence that depends on the verdict.
  package func answer(to experiment: any Experiment.Type) -> String {
    demand(!found.isEmpty, "\(experiment.name) does not say what it found")
    let link =
      switch verdict.conclusion {
      case .reproduced, .consistent: "so"
      case .inconclusive: "which leaves open whether"
      case .contradicted: "which speaks against that"
      }
    return
      "To the question \"\(experiment.question)\" this run found that \(found), \(link) \(experiment.meaning) "
      + "(verdict: \(verdict.conclusion))."
  }

  var text: String {
    let parts = zip(texts, tables).map { $0 + $1.markdown + "\n\n" } + texts.suffix(1)
    return parts.joined() + "verdict: \(verdict.conclusion)"
  }

  /// Writes tables and figures, all that can be; a figure that cannot be drawn is the problem.
  package func write(to folder: String) throws(Failure) -> (files: [String], problem: Failure?) {
    requireNames()
    var (written, problem): ([String], Failure?) = ([], nil)
    do { written = try OutputFolder(folder).write(data) } catch { throw .input("\(error)") }
    for (name, figure, origin) in figures {
      do {
        written += try figure.write(to: folder, name: name, provenance: origin.comments)
      } catch .file(let error) {
        throw .input("\(error)")
      } catch {
        written += error.written
        problem = problem ?? .incomplete("\(error)")
      }
    }
    return (written, problem)
  }
}
