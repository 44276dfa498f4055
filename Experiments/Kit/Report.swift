import Commands
import Saddlery

/// What comes out of an experiment: text and tables in the order they are printed, verdicts, and files.
struct Report {
  /// Before each table, and after the last.
  private var texts = [""]
  private(set) var tables: [Table] = []
  private var checks: [Verdict] = []
  private var verdicts: [Verdict] = []
  private var data: [(name: String, text: String)] = []
  private var figures: [(name: String, figure: Figure, origin: Provenance)] = []
  /// Of the files saved from here on.
  var origin: Provenance

  init(_ origin: Provenance) { self.origin = origin }

  init(
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
  mutating func judge(_ verdict: Verdict) {
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

  mutating func draw(
    _ name: String, title: String, caption: [String], x: Axis, y: Axis, _ series: [Series]
  ) {
    save(name, Figure(title: title, caption: caption, x: x, y: y, series: series))
  }

  /// All claims together, and checks of none.
  var verdict: Verdict { Verdict("all", all: verdicts + checks) }

  var text: String {
    let parts = zip(texts, tables).map { $0 + $1.markdown + "\n\n" } + texts.suffix(1)
    return parts.joined() + "verdict: \(verdict.conclusion)"
  }

  /// Writes tables and figures, all that can be.
  func write(to folder: String) throws(Failure) {
    do { try OutputFolder(folder).write(data) } catch { throw .input("\(error)") }
    var problem: Failure?
    for (name, figure, origin) in figures {
      do {
        try figure.write(to: folder, name: name, provenance: origin.comments)
      } catch .file(let error) {
        throw .input("\(error)")
      } catch {
        problem = problem ?? .incomplete("\(error)")
      }
    }
    if let problem { throw problem }
  }
}
