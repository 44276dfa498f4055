import Foundation
import Saddlery

/// One HTML page about a store, with its pictures inside.
struct ReportPage {
  let store: Store
  let status: StoreStatus
  let sections: [ReportSection]

  var html: String {
    let about = store.description
    let title =
      "\(about.task): \(about.parts.count > 1 ? "sweep of \(about.parts.count) parts" : about.model)"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title.escaped)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <main>
      <header>
      <h1>\(title.escaped)</h1>
      \(summary)
      </header>
      \(sections.map(Self.text).joined(separator: "\n"))
      \(provenance)
      </main>
      </body>
      </html>

      """
  }

  private var summary: String {
    let about = store.description
    let isComplete = status.samples == about.samples
    let words =
      "\(status.samples) of \(about.samples) samples are finished, \(status.rows) rows"
      + (isComplete ? "." : ": what follows is of these only.")
    let verdicts = sections.flatMap(\.findings.verdicts)
    let conclusion =
      verdicts.isEmpty
      ? "" : "<p class=\"\(verdicts.conclusion.rawValue)\">\(verdicts.sentence).</p>"
    return
      "<p\(isComplete ? "" : " class=\"unfinished\"")>\(words)</p>\n<p>\(about.convention.escaped)</p>\n\(conclusion)"
  }

  private static func text(_ section: ReportSection) -> String {
    let findings = section.findings
    let lines = findings.lines.map { "<li>\($0.escaped)</li>" }.joined(separator: "\n")
    let figures = zip(findings.figures, section.images).map { figure, image in
      """
      <figure>
      <img alt="\(alternative(figure).escaped)" src="data:image/svg+xml;base64,\(image.base64EncodedString())">
      </figure>
      """
    }
    let tables = findings.tables.map { folded($0.title, table($0.table)) }
    let verdicts =
      findings.verdicts.isEmpty
      ? [] : [folded(findings.verdicts.sentence, table(findings.verdicts.table))]
    return """
      <section>
      <h2>\(section.title.escaped)</h2>
      <ul>
      \(lines)
      </ul>
      \((figures + verdicts + tables).joined(separator: "\n"))
      </section>
      """
  }

  /// What a picture shows, for those who do not see it.
  private static func alternative(_ figure: Figure) -> String {
    let names = figure.series.compactMap(\.name).filter { !$0.isEmpty }
    return
      "\(figure.title): \(figure.y.label) against \(figure.x.label); \(names.joined(separator: ", "))"
  }

  private static func folded(_ title: String, _ text: String) -> String {
    "<details>\n<summary>\(title.escaped)</summary>\n\(text)\n</details>"
  }

  private static func table(_ table: DataTable) -> String {
    let head = table.columns.map {
      "<th scope=\"col\">\($0.name.replacing("_", with: " ").escaped)</th>"
    }
    let rows = (0..<(table.columns.first?.cells.count ?? 0)).map { row in
      "<tr>" + table.columns.map { "<td>\(shown($0.cells[row]).escaped)</td>" }.joined() + "</tr>"
    }
    return """
      <div class="table"><table>
      <thead><tr>\(head.joined())</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table></div>
      """
  }

  /// Six digits are enough to read.
  private static func shown(_ cell: DataTable.Cell) -> String {
    if case .real(let number) = cell { significant(number, 6) } else { cell.text }
  }

  private var provenance: String {
    let about = store.description
    let runs = DataTable(columns: [
      .init("run", Array(1...max(1, status.runs.count)).prefix(status.runs.count).map { $0 }),
      .init("share", status.runs.map(\.share)), .init("state", status.runs.map(\.state)),
      .init("samples_done", status.runs.map(\.done)), .init("seconds", status.runs.map(\.seconds)),
      .init("threads", status.runs.map(\.threads)), .init("started", status.runs.map(\.started)),
      .init("version", status.runs.map(\.version)), .init("commit", status.runs.map(\.revision)),
      .init("compiler", status.runs.map(\.toolchain)), .init("BLAS", status.runs.map(\.blas)),
      .init("host", status.runs.map(\.host)), .init("processor", status.runs.map(\.processor)),
    ])
    let seed = about.seed.map { "<p>Seed \($0). The recipe gives these rows again:</p>" } ?? ""
    return """
      <section>
      <h2>Provenance</h2>
      \(seed)
      <pre>\(store.recipe.escaped)</pre>
      \(Self.folded("Runs", Self.table(runs)))
      </section>
      """
  }

  private static let style = """
    :root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fdfdfb; --line: #c8c8c4; --link: #0b5394; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e8e8e4; --paper: #161616; --line: #444; --link: #8ab8e6; } }
    * { box-sizing: border-box; }
    body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
    main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
    h1 { font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
    h2 { font-size: 1.2rem; margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: 1rem; }
    p, li { overflow-wrap: anywhere; }
    figure { margin: 1rem 0; }
    img { display: block; width: 100%; height: auto; background: #fff; border: 1px solid var(--line); }
    details { margin: .5rem 0; }
    summary { cursor: pointer; padding: .5rem 0; color: var(--link); }
    .table, pre { overflow-x: auto; }
    pre { padding: .75rem; border: 1px solid var(--line); font-size: .9rem; }
    table { border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; }
    th, td { padding: .25rem .75rem; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap; }
    .unfinished, .contradicted { border-left: 4px solid #c0392b; padding-left: .75rem; }
    .consistent, .reproduced { border-left: 4px solid #2e7d32; padding-left: .75rem; }
    .inconclusive { border-left: 4px solid #8a8a86; padding-left: .75rem; }
    @media print { details > * { display: block; } }
    """
}

extension [Verdict] {
  /// The conclusion of all, and how many there are.
  fileprivate var sentence: String {
    "Verdict: \(conclusion.rawValue)"
      + (count > 1 ? ", \(contradicted.count) of \(count) contradicted" : "")
      + (contains { !$0.z.isNaN }
        ? " (exact theory, false-positive rate \(Verdict.falsePositiveRate))" : "")
  }

  fileprivate var table: DataTable {
    DataTable(columns: [
      .init("quantity", map(\.quantity)), .init("value", map(\.value)),
      .init("standard_error", map { $0.standardError.isFinite ? $0.standardError : nil }),
      .init("expected", map { $0.expectation.isFinite ? $0.expectation : nil }),
      .init("z", map { $0.z.isFinite ? $0.z : nil }),
      .init("verdict", map(\.conclusion.rawValue)),
    ])
  }
}

extension DataTable.Cell {
  fileprivate var text: String {
    switch self {
    case .real(let number): "\(number)"
    case .integer(let number): "\(number)"
    case .text(let text): text
    case .missing: ""
    }
  }
}

extension String {
  /// As text of a page.
  fileprivate var escaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
