import Saddlery

/// What comes out of an experiment: text and tables in the order they are printed, verdicts, and files.
struct Report {
  private var paragraphs: [String] = []
  private(set) var tables: [Table] = []
  private var verdicts: [Verdict] = []
  private var data: [(name: String, text: String)] = []
  private var figures: [(name: String, figure: Figure, origin: Provenance)] = []
  /// Of the files saved from here on.
  var origin: Provenance

  init(_ origin: Provenance) { self.origin = origin }

  mutating func say(_ text: String) { paragraphs.append(text) }

  mutating func show(_ table: Table) {
    tables.append(table)
    say(table.markdown)
  }

  /// A claim's verdict.
  mutating func judge(_ verdict: Verdict) {
    verdicts.append(verdict)
    say("verdict, \(verdict.quantity): \(verdict.conclusion.rawValue)")
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

  /// All claims together.
  var verdict: Verdict { Verdict("all", all: verdicts) }

  var text: String {
    (paragraphs + ["verdict: \(verdict.conclusion.rawValue)"]).joined(separator: "\n\n")
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
