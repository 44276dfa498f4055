import Foundation
import TestSupport
import Testing

@Suite struct RunTests {
  /// A recipe of each task, with the call of the command that it is of and the table that this writes.
  static let tasks: [(recipe: String, call: [String], table: String)] = [
    (
      "task = \"index-energy\"\n[model]\np = 3\nn = 12\n[search]\npoints = 8\n[run]\nsamples = 5\nseed = 7",
      [
        "index-energy", "--n=12", "--points=8", "--samples=5", "--seed=7", "--output=o",
        "--no-figure",
      ],
      "o/points.csv"
    ),
    (
      "task = \"field index-energy\"\n[model]\nn = 6\nwaves = 60\n[search]\npoints = 6\ntarget-index = [0, 3]\n[run]\nsamples = 3",
      [
        "field", "index-energy", "--n=6", "--waves=60", "--points=6", "--target-index", "0", "3",
        "--samples=3", "--output=o", "--no-figure",
      ], "o/points.csv"
    ),
    (
      "task = \"field critical-points\"\n[model]\nsize = 6\ncovariance = \"matern\"\nsmoothness = 3\n[run]\nsamples = 3",
      [
        "field", "critical-points", "--size=6", "--covariance=matern", "--smoothness=3",
        "--samples=3", "--output=o",
      ], "o/critical-points.csv"
    ),
    (
      "task = \"matrix\"\n[model]\nensemble = \"ginibre\"\nn = 6\n[run]\nsamples = 19\nseed = 2",
      ["matrix", "ginibre", "--n=6", "--samples=19", "--seed=2", "--output=o", "--no-figure"],
      "o/eigenvalues.csv"
    ),
  ]

  private static func export(_ store: String, in folder: TemporaryFolder) throws -> Data {
    let result = try Command.run(["export", store, "--output", "e.csv"], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    return try folder.data("e.csv")
  }

  private static func write(_ recipe: String, to folder: TemporaryFolder) throws {
    try recipe.write(toFile: folder("r.toml"), atomically: true, encoding: .utf8)
  }

  /// A store gives, byte for byte, the table of the command.
  @Test(arguments: 0..<4) func tableOfTheCommand(_ number: Int) throws {
    let (recipe, call, table) = Self.tasks[number]
    let folder = try TemporaryFolder()
    try Self.write(recipe, to: folder)
    let run = try Command.run(["run", "r.toml", "--store", "s.db", "--json"], in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try run.json()["isComplete"] as? Bool == true)
    #expect([0, 1].contains(try Command.run(call, in: folder.path).status))
    #expect(try Self.export("s.db", in: folder) == folder.data(table))
  }

  /// Runs of an optimiser: the rows are those of trajectories.csv, in its order.
  @Test func descents() throws {
    let folder = try TemporaryFolder()
    try Self.write(
      "task = \"descend\"\n[model]\nn = 10\n[descent]\nstarts = 35\ntime = 3\n[run]\nsamples = 2",
      to: folder)
    #expect(try Command.run(["run", "r.toml", "--store", "s.db"], in: folder.path).status == 0)
    let call = [
      "descend", "--n=10", "--starts=35", "--time=3", "--samples=2", "--output=o", "--no-figure",
    ]
    #expect(try Command.run(call, in: folder.path).status == 0)
    func rows(_ text: String) -> [String] {
      text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false).prefix(5)
          .joined(separator: ",")
      }
    }
    let stored = String(decoding: try Self.export("s.db", in: folder), as: UTF8.self)
    #expect(try rows(stored) == rows(folder.text("o/trajectories.csv")))
  }

  /// One enumeration in shares of its paths is that of one run, with positions.
  @Test(arguments: [1, 3]) func enumerationInShares(_ count: Int) throws {
    let folder = try TemporaryFolder()
    try Self.write(
      "task = \"enumerate\"\n[model]\nn = 10\n[run]\nseed = 3\narrays = true", to: folder)
    let names = (1...count).map { "\($0).db" }
    for number in 1...count {
      let result = try Command.run(
        ["run", "r.toml", "--store", names[number - 1], "--shard", "\(number)/\(count)"],
        in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
    }
    #expect(try Command.run(["merge", "m.db"] + names.reversed(), in: folder.path).status == 0)
    let resumed = try Command.run(["resume", "m.db", "--json"], in: folder.path)
    #expect(try resumed.json()["verdictCounts"] as? [String: Int] == ["complete": 1])
    let call = ["enumerate", "--n=10", "--seed=3", "--output=o.csv"]
    #expect(try Command.run(call, in: folder.path).status == 0)
    func rows(_ text: String, dropping columns: Int) -> [String] {
      text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
        $0.split(separator: ",").dropFirst(columns).joined(separator: ",")
      }
    }
    let stored = String(decoding: try Self.export("m.db", in: folder), as: UTF8.self)
    #expect(try rows(stored, dropping: 1) == rows(folder.text("o.csv"), dropping: 0))
  }

  /// Killed at any moment and taken up again: the rows of an uninterrupted run. `SADDLERY_KILLS=200` for that many runs.
  @Test func killed() throws {
    let folder = try TemporaryFolder()
    try Self.write(
      "task = \"index-energy\"\n[model]\nn = 40\n[search]\npoints = 12\n[run]\nsamples = 60",
      to: folder)
    let whole = try Command.run(["run", "r.toml", "--store", "w.db", "--quiet"], in: folder.path)
    #expect(whole.status == 0, "\(whole.errors)")
    let expected = try Self.export("w.db", in: folder)
    let seconds = try #require(
      try Command.run(["status", "w.db", "--json"], in: folder.path).json()["samplesPerSecond"]
        as? Double)
    let asked = ProcessInfo.processInfo.environment["SADDLERY_KILLS"].flatMap(Int.init)
    for number in 0..<(asked ?? 20) {
      for file in try FileManager.default.contentsOfDirectory(atPath: folder.path)
      where file.hasPrefix("k.db") || file.hasPrefix(".running") {
        try FileManager.default.removeItem(atPath: folder(file))
      }
      var left = 3
      while left > 0 {
        let exists = FileManager.default.fileExists(atPath: folder("k.db"))
        let call =
          exists ? ["resume", "k.db", "--quiet"] : ["run", "r.toml", "--store", "k.db", "--quiet"]
        // Moments from the first to after the last, in an order that repeats itself only after all.
        let moment = Double((number * 3 + left) * 37 % 61) / 61 * 72 / seconds
        _ = try Launch(call, in: folder.path, limit: moment)
        left -= 1
      }
      let exists = FileManager.default.fileExists(atPath: folder("k.db"))
      let last = try Command.run(
        exists ? ["resume", "k.db"] : ["run", "r.toml", "--store", "k.db"], in: folder.path)
      #expect(last.status == 0, "\(last.errors)")
      #expect(try Self.export("k.db", in: folder) == expected, "\(number)")
    }
  }

  /// Every option of a task's command is a key of recipes, or says what is done with the results.
  @Test func keysAreTheOptions() throws {
    let elsewhere: Set<String> = [
      "output", "threads", "json", "figure", "no-figure", "title", "caption", "help", "couplings",
      "dataset", "arrays",
      "overlaps", "bins", "format", "version", "quiet",
    ]
    let leaves = try CommandTree.read().leaves
    for (name, keys) in try Self.keys() {
      let words = name.split(separator: " ").map(String.init)
      let arguments = try #require(leaves.first { $0.words == words }).arguments
      let options = Set(
        arguments.filter { $0.kind != "positional" }.compactMap(\.preferredName?.name))
      #expect(
        options.subtracting(elsewhere) == keys.subtracting(["arrays", "ensemble"]), "\(name)")
    }
  }

  /// What the refusals of a wrong key say of each task.
  private static func keys() throws -> [String: Set<String>] {
    let folder = try TemporaryFolder()
    var keys: [String: Set<String>] = [:]
    for name in [
      "index-energy", "enumerate", "field index-energy", "field critical-points", "matrix",
      "descend",
    ] {
      for section in ["model", "search", "descent", "run"] {
        try write("task = \"\(name)\"\n[\(section)]\nwrong = 1", to: folder)
        let result = try Command.run(["run", "r.toml", "--store", "s.db"], in: folder.path)
        #expect(result.status == 65)
        guard let list = result.errors.firstMatch(of: /is not valid in .*; give (.*)/) else {
          continue
        }
        keys[name, default: []].formUnion(
          list.1.split(separator: ", ").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) })
      }
    }
    return keys
  }

  @Test(arguments: [
    ("task = \"index-energy\"\n[model]\nn = 1", "r.toml:3: n 1 is not valid"),
    ("task = \"index-energy\"\n[model]\nn = [20, 1]", "r.toml:3: n 1 is not valid"),
    ("task = \"index-energy\"\n[model]\nn = \"x\"", "r.toml:3: The value 'x' is invalid for 'n"),
    ("task = \"index-energy\"\n[model]\nspins = 3", "r.toml:3: 'spins' is not valid in [model]"),
    ("task = \"index-energy\"\n[modle]\nn = 3", "r.toml:3: [modle] is not valid"),
    ("task = \"index\"", "r.toml:1: task 'index' is not valid; give index-energy, enumerate"),
    ("task = \"matrix\"", "r.toml:1: matrix has no ensemble"),
    (
      "task = \"matrix\"\n[model]\nensemble = \"--help\"",
      "r.toml:3: ensemble '--help' is not valid"
    ),
    ("task = \"matrix\"\n[model]\nensemble = [\"goe\", \"ginibre\"]", "different columns"),
    ("task = \"index-energy\"\n[search]\ntarget-index = [0, \"--json\"]", "r.toml:3: target-index"),
    ("task = \"index-energy\"\n[run]\narrays = 1", "r.toml:3: arrays '1' is not valid; give true"),
    ("task = \"index-energy\"\n[run]\nsamples = true", "r.toml:3: samples true is not valid"),
    ("task = \"descend\"\n[descent]\nmethod = \"langevin\"", "langevin needs temperature"),
    ("task =", "r.toml:1: "),
  ])
  func refusals(_ recipe: String, _ text: String) throws {
    let folder = try TemporaryFolder()
    try Self.write(recipe, to: folder)
    let result = try Command.run(["run", "r.toml", "--store", "s.db"], in: folder.path)
    #expect(result.status == 65 && result.messages.count == 1, "\(result.errors)")
    #expect(result.errors.contains(text), "\(result.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["r.toml"])
  }

  /// A store keeps samples one by one: more of them than memory holds are no reason against a recipe.
  @Test(arguments: [
    (
      "task = \"index-energy\"\n[model]\nn = 100\n[run]\nsamples = 100000",
      ["index-energy", "--n=100"]
    ),
    (
      "task = \"field index-energy\"\n[model]\nn = 60\nwaves = 2\n[run]\nsamples = 100000",
      ["field", "index-energy", "--waves=2"]
    ),
    (
      "task = \"matrix\"\n[model]\nensemble = \"goe\"\nn = 300\n[run]\nsamples = 10000000",
      ["matrix", "goe", "--n=300", "--samples=10000000"]
    ),
  ])
  func moreThanMemory(_ recipe: String, _ call: [String]) throws {
    let folder = try TemporaryFolder()
    try Self.write(recipe, to: folder)
    let launch = try Launch(["run", "r.toml", "--store", "s.db"], in: folder.path, limit: 4)
    #expect(launch.isCutOff && launch.status == 75, "\(launch.errors)")
    let samples = call.last!.hasPrefix("--samples") ? [] : ["--samples=100000"]
    let refused = try Command.run(call + samples + ["--output=o"], in: folder.path)
    #expect(refused.status == 65 && refused.errors.contains("of memory"), "\(refused.errors)")
  }

  /// Stores that exist, are none, or do not go together.
  @Test func refusesStores() throws {
    let folder = try TemporaryFolder()
    try Self.write(Self.tasks[0].recipe, to: folder)
    func refused(_ arguments: [String], _ status: Int32, _ text: String) throws {
      let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      let result = try Command.run(arguments, in: folder.path)
      #expect(result.status == status && result.messages.count == 1, "\(result.errors)")
      #expect(result.errors.contains(text), "\(result.errors)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == before)
    }
    #expect(try Command.run(["run", "r.toml", "--store", "a.db"], in: folder.path).status == 0)
    try refused(["run", "r.toml", "--store", "a.db"], 65, "'a.db' exists; resume it")
    try refused(["run", "no.toml", "--store", "b.db"], 65, "no.toml")
    try refused(["run", "r.toml", "--store", "b.db", "--shard", "3/2"], 64, "--shard '3/2'")
    for command in ["resume", "status"] {
      try refused([command, "r.toml"], 65, "'r.toml' is no store of runs")
      try refused([command, "nowhere.db"], 65, "cannot open 'nowhere.db'")
    }
    try refused(["export", "r.toml", "--output", "x.csv"], 65, "no store")
    try refused(["merge", "m.db", "a.db", "r.toml"], 65, "no store")
    try Self.write(Self.tasks[3].recipe, to: folder)
    #expect(try Command.run(["run", "r.toml", "--store", "b.db"], in: folder.path).status == 0)
    try refused(["merge", "m.db", "a.db", "b.db"], 65, "of another run: its recipe")
    try refused(["merge", "a.db", "b.db"], 65, "of another run: its recipe")
  }

  /// Where no store can be, and recipes that are no files.
  @Test func places() throws {
    let folder = try TemporaryFolder()
    try Self.write(Self.tasks[3].recipe, to: folder)
    try FileManager.default.createDirectory(
      atPath: folder("d"), withIntermediateDirectories: true)
    #expect(mkfifo(folder("p"), 0o600) == 0)
    try FileManager.default.createSymbolicLink(atPath: folder("l"), withDestinationPath: "l")
    let before = try folder.names()
    for place in ["d", "p", "l", "", "..", String(repeating: "a", count: 300)] {
      for arguments in [
        ["run", "r.toml", "--store", place], ["resume", place], ["status", place],
        ["export", place, "--output", "e.csv"], ["report", place, "--output", "e.html"],
      ] {
        let result = try Command.run(arguments, in: folder.path)
        #expect(result.status == 65 && result.messages.count == 1, "\(arguments) \(result.errors)")
      }
    }
    #expect(try folder.names() == before)
    for (recipe, store) in [("r.toml", "s"), ("/dev/stdin", "t")] {
      let call = "\"$1\" run \(recipe) --store \(store) <<<\"$(cat r.toml)\""
      let process = Process()
      process.executableURL = URL(filePath: "/bin/bash")
      process.arguments = ["-c", call, "-", Command.products.appending(path: "saddlery").path]
      process.currentDirectoryURL = URL(filePath: folder.path)
      process.standardOutput = Pipe()
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    #expect(try Self.export("s", in: folder) == Self.export("t", in: folder))
  }

  /// What Python prints of a script in the folder; `SADDLERY_PYTHON` names a Python that has pandas.
  private static func python(_ script: String, in folder: TemporaryFolder) throws -> String {
    let process = Process()
    let output = Pipe()
    let python = ProcessInfo.processInfo.environment["SADDLERY_PYTHON"] ?? "python3"
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [python, "-c", script]
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text
  }

  /// A store read from elsewhere: by anything that reads SQLite, and by the lines that the guide gives for pandas.
  @Test func readFromPython() throws {
    let folder = try TemporaryFolder()
    try Self.write(Self.tasks[0].recipe, to: folder)
    #expect(
      try Command.run(["run", "r.toml", "--store", "study.db"], in: folder.path).status == 0)
    let rows = String(decoding: try Self.export("study.db", in: folder), as: UTF8.self)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst()
    let cells = Array(rows)[9].split(separator: ",")
    let expected = "\(rows.count) \(cells[0]) \(cells[3])\n"
    let plain = """
      import sqlite3
      rows = sqlite3.connect("study.db").execute("SELECT sample, energy FROM points ORDER BY sample, row").fetchall()
      print(len(rows), rows[9][0], repr(rows[9][1]))
      """
    #expect(try Self.python(plain, in: folder) == expected)
    let hasPandas = try Self.python("import pandas; print(1)", in: folder) == "1\n"
    guard hasPandas || ProcessInfo.processInfo.environment["SADDLERY_PYTHON"] != nil else { return }
    let guide = try String(
      contentsOf: DocumentationTests.site.appending(path: "guide/studies.md"), encoding: .utf8)
    let lines = try #require(guide.firstMatch(of: /```python\n(import pandas[^`]*)```/)?.1)
    let script = """
      \(lines)
      points = points.sort_values(["sample", "row"])
      print(len(points), points.iloc[9]["sample"], repr(float(points.iloc[9]["energy"])))
      """
    #expect(try Self.python(script, in: folder) == expected)
  }
}
