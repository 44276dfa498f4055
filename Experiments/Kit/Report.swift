import Saddlery

/// What comes out of an experiment: text and tables in the order they are printed, verdicts, and files.
struct Report {
  /// What is printed, paragraph by paragraph.
  private var paragraphs: [String] = []
  private(set) var tables: [Table] = []
  private var verdicts: [Verdict] = []
  private var data: [(name: String, table: DataTable)] = []
  private var figures: [(name: String, figure: Figure, comments: [String])] = []

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

  /// A table as a CSV file; with an origin this is its comment.
  mutating func save(_ table: DataTable, as name: String, _ origin: Provenance? = nil) {
    data.append(
      (name, DataTable(comments: origin?.comments ?? table.comments, columns: table.columns)))
  }

  mutating func save(_ figure: Figure, as name: String, _ origin: Provenance) {
    figures.append((name, figure, origin.comments))
  }

  /// All claims together.
  var verdict: Verdict { Verdict("all", all: verdicts) }

  var text: String {
    (paragraphs + ["verdict: \(verdict.conclusion.rawValue)"]).joined(separator: "\n\n")
  }

  /// Writes tables and figures, all that can be.
  func write(to folder: String) throws(Failure) {
    do { try OutputFolder(folder).write(data.map { ($0.name, $0.table.csv()) }) } catch {
      throw .input(error)
    }
    var problem: Failure?
    for (name, figure, comments) in figures {
      do {
        try figure.write(to: folder, name: name, provenance: comments)
      } catch .file(let error) {
        throw .input(error)
      } catch {
        problem = problem ?? .incomplete(error)
      }
    }
    if let problem { throw problem }
  }
}
