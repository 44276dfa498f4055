import Foundation
import Saddlery
import Synchronization

/// The page as one file: with what it shows computed beforehand, and nothing fetched.
struct ExploreExport {
  /// What is offered of a panel.
  private struct Offer: Sendable {
    let panel: String
    /// Controls with their values, in the order in which the page asks.
    let controls: [(name: String, values: [String])]
    /// What the page asks for in a state; the controls themselves if nil.
    var query: (@Sendable (_ state: [String: String]) -> [(String, String)])?

    /// The queries of all states.
    var queries: [[(name: String, value: String)]] {
      var states: [[String: String]] = [[:]]
      for (name, values) in controls {
        states = states.flatMap { state in values.map { state.merging([name: $0]) { $1 } } }
      }
      return states.map { state in query?(state) ?? controls.map { ($0.name, state[$0.name]!) } }
    }
  }

  private static let offers = [
    Offer(
      panel: "index-energy",
      controls: [
        ("model", ["3", "4"]), ("field", ["0", "1", "3"]), ("n", ["10", "40"]), ("seed", ["1"]),
        ("points", ["60"]),
      ],
      query: { state in
        let own = "\(state["model"]!):1"
        let mixture = state["field"] == "0" ? own : "1:\(state["field"]!),\(own)"
        return [("mixture", mixture)] + ["n", "seed", "points"].map { ($0, state[$0]!) }
      }),
    Offer(
      panel: "field", controls: [("size", ["8"]), ("seed", ["1", "2", "3"])]),
    Offer(
      panel: "counts",
      controls: [
        ("p", ["3", "4"]), ("n", ["4", "8", "20", "40"]), ("field", ["0", "1", "3", "5"]),
        ("seed", ["1"]),
      ]),
    Offer(
      panel: "network",
      controls: [
        ("data", ["xor", "teacher", "random-labels"]), ("hidden", ["2", "3"]),
        ("decay", ["0.01", "0.1"]), ("seed", ["1"]),
      ]),
  ]

  /// What a view says in one state.
  private struct Answer: Sendable {
    let events: [(name: String, data: Data)]
    let script: String
    let more: (name: String, data: Data)?

    init(_ view: any ExploreView) throws {
      (events, script, more) = (view.events, view.script, try view.more)
    }
  }

  let progress: ProgressOptions

  var html: String {
    get throws {
      let states = Self.offers.flatMap { offer in offer.queries.map { (offer, $0) } }
      let bar = Progress(total: states.count, unit: "states", progress)
      let answers = try concurrentMap(0..<states.count, progress: bar.show) { number in
        let (offer, query) = states[number]
        return try Answer(ExplorePages.views[offer.panel]!(Dictionary(uniqueKeysWithValues: query)))
      }
      var data: [String: [String: Any]] = [:]
      for offer in Self.offers {
        let controls = Dictionary(uniqueKeysWithValues: offer.controls.map { ($0.name, $0.values) })
        data[offer.panel] = ["controls": controls]
      }
      for ((offer, query), answer) in zip(states, answers) {
        let key = query.map { "\($0)=\($1.formEncoded)" }.joined(separator: "&")
        func add(_ kind: String, _ value: Any) {
          var all = data[offer.panel]![kind] as? [String: Any] ?? [:]
          all[key] = value
          data[offer.panel]![kind] = all
        }
        add("answers", try answer.events.map { [$0.name, try Self.value($0.data)] })
        add("scripts", answer.script)
        if let more = answer.more { add(more.name, try Self.value(more.data)) }
      }
      return try page(JSONSerialization.data(withJSONObject: data, options: .sortedKeys))
    }
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
