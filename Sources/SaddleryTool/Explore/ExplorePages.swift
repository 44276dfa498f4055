import Foundation
import Saddlery

/// What the explorer's server knows.
enum ExplorePages {
  /// Pages at work at a time.
  private static let workLimit = 8
  private static let work = DispatchSemaphore(value: workLimit)

  private static let files: [String: (bytes: [UInt8], type: String)] = [
    "/": (PackageResources.explore_html, "text/html"),
    "/explore.css": (PackageResources.explore_css, "text/css"),
    "/figure.js": (PackageResources.figure_js, "text/javascript"),
    "/explore.js": (PackageResources.explore_js, "text/javascript"),
    "/index-energy.js": (PackageResources.index_energy_js, "text/javascript"),
    "/counts.js": (PackageResources.counts_js, "text/javascript"),
    "/field.js": (PackageResources.field_js, "text/javascript"),
    "/favicon.ico": ([], "image/x-icon"),
  ]

  static func answer(_ request: WebRequest, _ connection: Connection) throws {
    if let (bytes, type) = files[request.path] {
      connection.send(bytes, type: type)
      return
    }
    switch request.path {
    case "/index-energy": try stream(IndexEnergyView(request.query), to: connection)
    case "/index-energy.swift":
      connection.send(try IndexEnergyView(request.query).script, type: "text/plain")
    case "/field": try stream(FieldView(request.query), to: connection)
    case "/field.swift":
      connection.send(try FieldView(request.query).script, type: "text/plain")
    case "/field/ball": connection.send(try FieldView(request.query).ball())
    case "/counts": try stream(CountsView(request.query), to: connection)
    case "/counts.swift":
      connection.send(try CountsView(request.query).script, type: "text/plain")
    default: throw WebError(404, "there is nothing here")
    }
  }

  private static func stream(_ view: some ExploreView, to connection: Connection) throws {
    guard work.wait(timeout: .now() + 1) == .success else {
      throw WebError(503, "\(workLimit) pages are at work already; close one")
    }
    defer { work.signal() }
    let cancellation = Cancellation()
    connection.stream(cancellation) { view.run(cancellation, $0) }
  }
}

/// Something to look at: computed piece by piece for a page, and by a script.
protocol ExploreView {
  /// - Throws: ``WebError`` with one line on what is not valid.
  init(_ query: [String: String]) throws

  /// Tells what is found as it is found.
  func run(_ cancellation: Cancellation, _ events: EventStream)

  /// The script that prints the numbers of the page.
  var script: String { get }
}
