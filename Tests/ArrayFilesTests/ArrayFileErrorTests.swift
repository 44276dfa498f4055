import ArrayFiles
import Foundation
import TestSupport
import Testing

@Suite struct ArrayFileErrorTests {
  @Test func filesThatCannotBeOpened() throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "not an array file\n", count: 100)
    try text.write(toFile: folder("text"), atomically: false, encoding: .utf8)
    try ArrayFile(folder("whole")).write([Dataset("/x", [Double](repeating: 1, count: 1000))])
    try folder.data("whole").prefix(4000).write(to: URL(fileURLWithPath: folder("cut")))
    let cases = [
      ("missing", "No such file or directory"), ("text", "not an HDF5 file"),
      ("text/below", "Not a directory"), ("", "not an HDF5 file"), ("cut", "truncated file"),
    ]
    for (name, reason) in cases {
      let file = ArrayFile(folder(name))
      let error = try #require(throws: ArrayFileError.self) { try file.read("/x") }
      #expect(error.description.hasPrefix("cannot open '\(file.path)': \(reason)"))
      #expect(throws: error) { try file.entries() }
      #expect(throws: error) { try file.attributes() }
    }
  }

  @Test func missingDatasetNamesThoseThere() throws {
    let folder = try TemporaryFolder()
    let file = ArrayFile(folder("a.h5"))
    try file.write([Dataset("/couplings/3", [1]), Dataset("/b", [2])])
    for name in ["/couplings/4", "/couplings", "", "/nowhere/3", "/b\0"] {
      let error = ArrayFileError.noDataset(
        name, path: file.path, available: ["/b", "/couplings/3"])
      #expect(throws: error) { try file.read(name) }
      #expect(throws: error) { try file.shape(of: name) }
      #expect(error.description.hasSuffix("it has /b, /couplings/3"))
    }
    #expect(throws: ArrayFileError.noObject("/b", path: file.path)) { try file.entries(in: "/b") }
    #expect(throws: ArrayFileError.noObject("/z", path: file.path)) {
      try file.attributes(of: "/z")
    }
  }

  @Test func wrongRank() throws {
    let folder = try TemporaryFolder()
    let file = ArrayFile(folder("a.h5"))
    try file.write([Dataset("/x", shape: [1, 2], values: [1, 2])])
    #expect(try file.read("/x", rank: 2).shape == [1, 2])
    let error = ArrayFileError.wrongRank("/x", path: file.path, shape: [1, 2], expected: 3)
    #expect(throws: error) { try file.read("/x", rank: 3) }
  }

  private static let unwritable = [
    "twice": [Dataset("/x", [1]), Dataset("/x", [2])],
    "group and dataset": [Dataset("/x", [1]), Dataset("/x/y", [2])],
    "NUL in text": [Dataset("/x", [1], attributes: ["t": .text("a\0b")])],
    "NUL in one of texts": [Dataset("/x", [1], attributes: ["t": .texts(["a", "a\0b"])])],
    "attribute of another kind": [Dataset("/x", [1], attributes: ["t": .other("booleans")])],
    "attribute above 64 kB": [
      Dataset("/x", [1], attributes: ["t": .reals([Double](repeating: 0, count: 10_000))])
    ],
  ]

  @Test(arguments: unwritable.keys.sorted())
  func failureLeavesTheOlderFileAndNoTemporary(_ what: String) throws {
    let datasets = try #require(Self.unwritable[what])
    let folder = try TemporaryFolder()
    let file = ArrayFile(folder("a.h5"))
    try file.write([Dataset("/old", [1])])
    for _ in 0..<3 {
      let error = try #require(throws: ArrayFileError.self) { try file.write(datasets) }
      #expect(error.description.hasPrefix("cannot write '\(file.path)': "))
      #expect(!error.description.contains("\n"))
    }
    #expect(try folder.names() == ["a.h5"])
    #expect(try file.entries().map(\.path) == ["/old"])
  }

  @Test(arguments: [
    ("/etc/passwd/x.h5", "cannot write to '/etc/passwd/x.h5': "),
    ("/proc/x.h5", "cannot write to '/proc': "),
    ("", "cannot write to '': not a path"), ("/tmp", "cannot write to '/tmp': it is a folder"),
  ])
  func unusablePath(path: String, message: String) throws {
    let error = try #require(throws: ArrayFileError.self) { try ArrayFile(path).write([]) }
    #expect(error.description.hasPrefix(message))
  }

  @Test func missingFoldersAreCreated() throws {
    let folder = try TemporaryFolder()
    try ArrayFile(folder("a/b/x.h5")).write([Dataset("/x", [1])])
    #expect(try ArrayFile(folder("a/b/x.h5")).read("/x").values == [1])
  }

  @Test func failuresLeaveNoFileOpen() throws {
    let folder = try TemporaryFolder()
    let file = ArrayFile(folder("a.h5"))
    try file.write([Dataset("/x", [1])])
    // Of the test's own files; others run at the same time.
    func open() throws -> Int {
      try FileManager.default.contentsOfDirectory(atPath: "/dev/fd").count {
        let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/dev/fd/" + $0)
        return target?.contains(lastComponent) == true
      }
    }
    let lastComponent = URL(filePath: folder.path).lastPathComponent
    for _ in 0..<200 {
      try? file.write([Dataset("/x", [1]), Dataset("/x", [2])])
      _ = try? file.read("/y")
      _ = try? file.read("/x", rank: 5)
      _ = try? file.entries(in: "/x")
    }
    #expect(try open() == 0)
    let handle = FileHandle(forReadingAtPath: folder("a.h5"))
    #expect(try open() == 1)
    try handle?.close()
  }

  @Test func impossibleDatasetsTrap() async {
    await #expect(processExitsWith: .failure) { _ = Dataset("/x", shape: [2, 2], values: [1]) }
    await #expect(processExitsWith: .failure) { _ = Dataset("/x", shape: [-1, -1], values: [1]) }
    await #expect(processExitsWith: .failure) { _ = Dataset("x", [1]) }
    await #expect(processExitsWith: .failure) { _ = Dataset("/", [1]) }
  }
}
