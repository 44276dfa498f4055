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

  @Option(
    parsing: .unconditional,
    help: "Port to listen at; 0 for any that is free. (default: \(Self.usualPort))")
  var port: UInt16?

  @Flag(inversion: .prefixedNo, help: "Whether to open the page. (default: --open)")
  var open: Bool?

  @Option(
    help: ArgumentHelp(
      "Write the page as one HTML file that needs no server, with a choice of states computed beforehand, instead of "
        + "serving it.", valueName: "file"))
  var export: String?

  @OptionGroup var progress: ProgressOptions

  private static let usualPort: UInt16 = 8427

  func run() throws {
    if let export { return try write(export) }
    let server = try LoopbackServer(port: port ?? Self.usualPort, answer: ExplorePages.answer)
    Interrupt.prepare(remedy: "the page needs it; start it again and reload") {}
    print(server.address)
    // It may be a pipe that somebody waits at.
    try StandardStreams.finish()
    if open ?? true { Self.open(server.address) }
    server.run()
  }

  private func write(_ file: String) throws {
    for (option, isGiven) in [("port", port != nil), ("open", open != nil)] where isGiven {
      throw Failure.usage("--\(option) is not for --export, which serves nothing; leave it out")
    }
    let target = try OutputTarget(file: file)
    try target.write(text: ExploreExport(progress: progress).html)
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
