import Foundation
import Saddlery
import Synchronization

/// The page as one file: with what it shows computed beforehand, and nothing fetched.
struct ExploreExport {
  /// A panel's controls with the values that are offered, in the order in which the page asks.
  private typealias Controls = [(name: String, values: [String])]

  private let threads: Int

  init(threads: Int) { self.threads = threads }

  var html: String {
    get throws {
      let data = try [
        "index-energy": panel(
          IndexEnergyView.self,
          [
            ("model", ["3", "4"]), ("field", ["0", "1", "3"]), ("n", ["10", "40"]),
            ("seed", ["1"]), ("points", ["60"]),
          ]
        ) { state in
          let own = "\(state["model"]!):1"
          let mixture = state["field"] == "0" ? own : "1:\(state["field"]!),\(own)"
          return [("mixture", mixture)] + ["n", "seed", "points"].map { ($0, state[$0]!) }
        },
        "field": panel(FieldView.self, [("size", ["8"]), ("seed", ["1", "2", "3"])]),
        "counts": panel(
          CountsView.self,
          [
            ("p", ["3", "4"]), ("n", ["4", "8", "20", "40"]), ("field", ["0", "1", "3", "5"]),
            ("seed", ["1"]),
          ]),
        "network": panel(
          NetworkView.self,
          [
            ("data", ["xor", "teacher", "random-labels"]), ("hidden", ["2", "3"]),
            ("decay", ["0.01", "0.1"]), ("seed", ["1"]),
          ]),
      ]
      return try page(JSONSerialization.data(withJSONObject: data, options: .sortedKeys))
    }
  }

  /// Answers and scripts for all states of a panel.
  ///
  /// - Parameter query: what the page asks for in a state.
  private func panel<View: ExploreView>(
    _ view: View.Type, _ controls: Controls,
    query: (([String: String]) -> [(String, String)])? = nil
  ) throws -> [String: Any] {
    var states: [[String: String]] = [[:]]
    for (name, values) in controls {
      states = states.flatMap { state in values.map { state.merging([name: $0]) { $1 } } }
    }
    let queries = states.map { state in query?(state) ?? controls.map { ($0.name, state[$0.name]!) }
    }
    let answers = try concurrentMap(0..<queries.count, threads: threads) { number in
      let items = Dictionary(uniqueKeysWithValues: queries[number])
      let view = try View(items)
      return (events: view.events, script: view.script, more: try view.more)
    }
    let keys = queries.map { $0.map { "\($0)=\($1.formEncoded)" }.joined(separator: "&") }
    var made: [String: Any] = [
      "controls": Dictionary(uniqueKeysWithValues: controls.map { ($0.name, $0.values) }),
      "answers": try zip(keys, answers).reduce(into: [String: Any]()) { all, one in
        all[one.0] = try one.1.events.map { [$0.name, try Self.value($0.data)] }
      },
      "scripts": Dictionary(uniqueKeysWithValues: zip(keys, answers.map(\.script))),
    ]
    if let name = answers.first?.more?.name {
      made[name] = try zip(keys, answers).reduce(into: [String: Any]()) { all, one in
        all[one.0] = try one.1.more.map { try Self.value($0.data) }
      }
    }
    return made
  }

  private static func value(_ data: Data) throws -> Any {
    try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
  }

  private func page(_ data: Data) -> String {
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    let policy =
      "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:"
    let scripts = ExplorePages.scripts.map { "<script>\n\(text($0.bytes))</script>" }
    // What is in a script element ends at the first "</script".
    let json = String(decoding: data, as: UTF8.self).replacing("<", with: "\\u003c")
    return text(PackageResources.explore_html)
      .replacing(/<script src=.*<\/script>\n/, with: "")
      .replacing(
        "<link rel=\"stylesheet\" href=\"explore.css\">",
        with:
          "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\n<style>\n\(text(PackageResources.explore_css))</style>"
      )
      .replacing(
        "</body>",
        with:
          "<script id=\"exported\" type=\"application/json\">\(json)</script>\n\(scripts.joined(separator: "\n"))\n</body>"
      )
  }
}

extension ExploreView {
  /// All that it tells.
  fileprivate var events: [(name: String, data: Data)] {
    let told = Mutex<[(name: String, data: Data)]>([])
    run(Cancellation(), EventStream { name, data in told.withLock { $0.append((name, data)) } })
    return told.withLock { $0 }
  }
}

extension String {
  /// As a page writes it in a query.
  fileprivate var formEncoded: String {
    addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(["-", ".", "_", "*"])) ?? self
  }
}
