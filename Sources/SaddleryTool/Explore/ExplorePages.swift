import Foundation
import Saddlery

/// What the explorer's server knows.
enum ExplorePages {
  /// Searches that go on at a time, of all pages together.
  private static let work = DispatchSemaphore(value: 8)

  static func answer(_ request: WebRequest, _ connection: Connection) {
    do {
      switch request.path {
      case "/": connection.send(PackageResources.explore_html, type: "text/html; charset=utf-8")
      case "/explore.css":
        connection.send(PackageResources.explore_css, type: "text/css; charset=utf-8")
      case "/explore.js":
        connection.send(PackageResources.explore_js, type: "text/javascript; charset=utf-8")
      case "/favicon.ico": connection.send([], type: "image/x-icon")
      case "/index-energy":
        let view = try IndexEnergyView(request.query)
        guard work.wait(timeout: .now() + 1) == .success else {
          throw WebError(503, "eight pages are at work already; close one")
        }
        defer { work.signal() }
        let cancellation = Cancellation()
        connection.stream(cancellation) { view.run(cancellation, $0) }
      case "/index-energy.swift":
        let script = try IndexEnergyView(request.query).script
        connection.send(Array(script.utf8), type: "text/plain; charset=utf-8")
      default: throw WebError(404, "there is nothing here")
      }
    } catch let error as WebError {
      connection.send(error)
    } catch {
      connection.send(WebError(500, "\(error)"))
    }
  }
}
