import Foundation
import TestSupport
import Testing

/// Pages about stores, also as a browser shows them.
@Suite struct ReportTests {
  /// A small recipe of each task, the number of figures and a sentence of its page.
  static let recipes: [(recipe: String, figures: Int, sentence: String)] = [
    (
      "task = \"index-energy\" # </pre><script>document.title = 1</script>\n[model]\nn = [8, 12]\n[search]\npoints = 30\n[run]\nsamples = 3",
      6, "N = 12: rms deviation"
    ),
    ("task = \"enumerate\"\n[model]\nn = 6\n[run]\nsamples = 12", 2, "12 of 12 samples complete"),
    (
      "task = \"field index-energy\"\n[model]\nn = 6\nwaves = 60\n[search]\npoints = 12\n[run]\nsamples = 2",
      2, "searches converged"
    ),
    (
      "task = \"field critical-points\"\n[model]\nsize = 7\n[run]\nsamples = 4", 2,
      "of 4 samples 4 certified"
    ),
    (
      "task = \"matrix\"\n[model]\nensemble = \"ginibre\"\nn = 20\n[run]\nsamples = 9", 1,
      "180 values from"
    ),
    (
      "task = \"descend\"\n[model]\nn = 10\n[descent]\nstarts = 8\ntime = 3\n[run]\nsamples = 2", 2,
      "final energy"
    ),
  ]

  private static func page(
    _ recipe: String, in folder: TemporaryFolder, share: String = "1/1"
  ) throws -> String {
    try recipe.write(toFile: folder("r.toml"), atomically: true, encoding: .utf8)
    let run = try Command.run(
      ["run", "r.toml", "--store", "s.db", "--shard", share], in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    for name in ["p.html", "again.html"] {
      let result = try Command.run(["report", "s.db", "--output", name], in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
    }
    #expect(try folder.data("p.html") == folder.data("again.html"))
    return try folder.text("p.html")
  }

  @Test(arguments: 0..<6) func everyTask(_ number: Int) throws {
    let (recipe, figures, sentence) = Self.recipes[number]
    let page = try Self.page(recipe, in: TemporaryFolder())
    #expect(page.contains(sentence))
    #expect(page.components(separatedBy: "<img ").count == figures + 1)
    // Nothing is fetched, and what a recipe says is text.
    for word in ["http:", "https:", "src=\"/", "url(", "<link", "<script", "@import"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("commit"))
  }

  /// Verdicts are those of the command.
  @Test func verdicts() throws {
    let folder = try TemporaryFolder()
    _ = try Self.page(Self.recipes[1].recipe, in: folder)
    let report = try Command.run(
      ["report", "s.db", "--output", "p.html", "--json"], in: folder.path
    ).json()
    let command = try Command.run(["enumerate", "--n=6", "--samples=12", "--json"]).json()
    #expect(report["verdict"] as? String == command["verdict"] as? String)
    let (ours, theirs) = (report["verdicts"] as? [String], command["verdicts"] as? [String])
    // Energies in the store are H/N, rounded once.
    #expect(ours?.count == theirs?.count && ours?.first == theirs?.first)
  }

  /// What is not finished is said to be.
  @Test func unfinished() throws {
    let recipe = "task = \"enumerate\"\n[model]\nn = 5\n[run]\nsamples = 3"
    #expect(
      try Self.page(recipe, in: TemporaryFolder(), share: "1/2")
        .contains("2 of 3 samples are finished"))
    #expect(
      try Self.page(recipe, in: TemporaryFolder(), share: "4/4").contains("no sample is finished"))
  }

  @Test func refusals() throws {
    let folder = try TemporaryFolder()
    _ = try Self.page(Self.recipes[4].recipe, in: folder)
    let before = try folder.names()
    for (arguments, status, text) in [
      (["r.toml", "--output", "x.html"], 65, "no store of runs"),
      (["s.db", "--output", "-"], 64, "--output -"),
      (["s.db", "--output", "/proc/none/x.html"], 65, "/proc/none"),
    ] {
      let result = try Command.run(["report"] + arguments, in: folder.path)
      #expect(result.status == Int32(status) && result.messages.count == 1, "\(result.errors)")
      #expect(result.errors.contains(text), "\(result.errors)")
    }
    #expect(try folder.names() == before)
  }

  static let browser = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .flatMap { ["\($0)/chromium", "\($0)/chromium-browser", "\($0)/google-chrome"] }
    .first(where: FileManager.default.isExecutableFile)

  /// As a browser shows it on a telephone and on a desk: every picture is there, nothing is wider than the screen, nothing is
  /// complained of.
  @Test(
    .enabled(
      if: browser != nil || ProcessInfo.processInfo.environment["CI"] != nil,
      "needs Chromium"), arguments: [360, 1200])
  func inABrowser(_ width: Int) throws {
    let folder = try TemporaryFolder()
    let page = try Self.page(Self.recipes[0].recipe, in: folder)
    // Frames are as wide as they are told, windows are not.
    let text = page.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
    try """
    <!DOCTYPE html><title>loading</title>
    <iframe id="f" width="\(width)" height="800" style="border:0" srcdoc="\(text)"></iframe>
    <script>
    addEventListener("load", () => {
      const seen = document.getElementById("f").contentDocument
      const images = [...seen.images]
      for (const part of seen.querySelectorAll("details")) part.open = true
      const root = seen.documentElement
      document.title = [seen.title, root.scrollWidth - root.clientWidth,
        images.filter(image => image.complete && image.naturalWidth > 0).length,
        Math.round(Math.min(...images.map(image => image.width)))].join("|")
    })
    </script>
    """.write(toFile: folder("frame.html"), atomically: true, encoding: .utf8)
    let process = Process()
    let (output, errors) = (Pipe(), folder("errors"))
    process.executableURL = URL(filePath: try #require(Self.browser))
    process.arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND",
      "--user-data-dir=\(folder("profile"))", "--enable-logging=stderr",
      "--virtual-time-budget=5000", "--dump-dom", "file://\(folder("frame.html"))",
    ]
    _ = FileManager.default.createFile(atPath: errors, contents: nil)
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
    try process.run()
    let dom = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let title = try #require(dom.firstMatch(of: /<title>([^<]*)<\/title>/)?.1)
    let seen = title.split(separator: "|")
    #expect(seen.count == 4, "\(title)")
    #expect(seen.first == "index-energy: sweep of 2 parts")
    #expect(seen[1] == "0")
    #expect(seen[2] == "6")
    // Wide enough to be read.
    #expect(try #require(Int(seen[3])) >= width * 4 / 5 || width > 1000)
    #expect(try !folder.text("errors").contains("CONSOLE"))
  }
}
