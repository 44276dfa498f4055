import Foundation
import Saddlery

/// What the explorer's server knows.
enum ExplorePages {
  /// Pages at work at a time.
  private static let workLimit = 4
  private static let work = DispatchSemaphore(value: workLimit)

  /// In the order in which they are run.
  static let scripts: [(name: String, bytes: [UInt8])] = [
    ("figure", PackageResources.figure_js), ("explore", PackageResources.explore_js),
    ("index-energy", PackageResources.index_energy_js), ("field", PackageResources.field_js),
    ("counts", PackageResources.counts_js), ("network", PackageResources.network_js),
  ]

  private static let files = Dictionary(
    uniqueKeysWithValues: [
      ("/", (PackageResources.explore_html, "text/html")),
      ("/explore.css", (PackageResources.explore_css, "text/css")),
      ("/favicon.ico", ([], "image/x-icon")),
    ] + scripts.map { ("/\($0.name).js", ($0.bytes, "text/javascript")) })

  /// What is asked for by a panel's name, and with `.swift` behind it for its script.
  static let views: [String: @Sendable (_ query: [String: String]) throws -> any ExploreView] = [
    "index-energy": { try IndexEnergyView($0) }, "field": { try FieldView($0) },
    "counts": { try CountsView($0) }, "network": { try NetworkView($0) },
  ]

  static func answer(_ request: WebRequest, _ connection: Connection) throws {
    if let (bytes, type) = files[request.path] { return connection.send(bytes, type: type) }
    if request.path == "/field/ball" {
      return connection.send(try FieldView(request.query).ball())
    }
    let name = request.path.dropFirst().split(separator: ".", maxSplits: 1)
    guard let view = name.first.flatMap({ views[String($0)] }) else {
      throw WebError(404, "there is nothing here")
    }
    switch name.dropFirst().first {
    case nil: try stream(view(request.query), to: connection)
    case "swift": connection.send(try view(request.query).script, type: "text/plain")
    default: throw WebError(404, "there is nothing here")
    }
  }

  private static func stream(_ view: some ExploreView, to connection: Connection) {
    let cancellation = Cancellation()
    connection.stream(cancellation) { events in
      guard hasTurn(cancellation, events) else { return }
      defer { work.signal() }
      view.run(cancellation, events)
    }
  }

  /// Waits until fewer are at work; false where the reader is gone before.
  private static func hasTurn(_ cancellation: Cancellation, _ events: EventStream) -> Bool {
    for attempt in 1... {
      if work.wait(timeout: .now() + 0.05) == .success { return true }
      if cancellation.isCancelled { return false }
      if attempt == 10 { events.send("waiting", workLimit) }
    }
    return false
  }
}

/// Something to look at: computed piece by piece for a page, and by a script.
protocol ExploreView: Sendable {
  /// - Throws: ``WebError`` with one line on what is not valid.
  init(_ query: [String: String]) throws

  /// Tells what is found as it is found.
  func run(_ cancellation: Cancellation, _ events: EventStream)

  /// The script that prints the numbers of the page.
  var script: String { get }

  /// What a page without a server holds besides, in JSON, and its name.
  var more: (name: String, data: Data)? { get throws }
}

extension ExploreView {
  var more: (name: String, data: Data)? { nil }
}
