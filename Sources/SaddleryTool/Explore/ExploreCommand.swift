import ArgumentParser
import Commands
import Foundation
import Saddlery

/// `saddlery explore`: landscapes to be looked at in a browser.
struct ExploreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: "Look at landscapes in the browser, computed live on this machine.",
    discussion: """
      Prints the address of a page and serves it until it is interrupted, to this machine alone. Every state of \
      the page is a link; figures, tables and the Swift script that gives the same numbers can be saved from it.
      """)

  @Option(help: "Port to listen at; 0 for any that is free.")
  var port: UInt16 = 8427

  @Flag(inversion: .prefixedNo, help: "Whether to open the page.")
  var open = true

  @Option(
    help: ArgumentHelp(
      "Write the page with a choice of states as one HTML file that needs no server, instead of serving it.",
      valueName: "file"))
  var export: String?

  @OptionGroup var threading: ThreadOptions

  func run() throws {
    if let export {
      let target = try OutputTarget(file: export)
      try target.write(text: ExploreExport(threads: threading.count).html)
      return
    }
    let server = try LoopbackServer(port: port, answer: ExplorePages.answer)
    Interrupt.prepare(remedy: "the page needs it; start it again and reload") {}
    print(server.address)
    // It may be a pipe that somebody waits at.
    try StandardStreams.finish()
    if open { Self.open(server.address) }
    server.run()
  }

  /// In the browser of the desktop, if there is one.
  private static func open(_ address: String) {
    #if os(macOS)
      let opener = "/usr/bin/open"
    #else
      let environment = ProcessInfo.processInfo.environment
      guard environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil else { return }
      let opener = "/usr/bin/xdg-open"
    #endif
    let process = Process()
    process.executableURL = URL(filePath: opener)
    process.arguments = [address]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try? process.run()
  }
}
