import Foundation
import OutputFiles
import TestSupport
import Testing

@Suite struct OutputFolderTests {
  @Test func writesIntoNewFoldersAndReplaces() throws {
    let folder = try TemporaryFolder()
    let output = OutputFolder(folder("new/deep/"))
    #expect(try output.write([("a.txt", "old"), ("b.txt", "β")]).count == 2)
    let written = try output.write([("a.txt", "new")])
    #expect(written == [folder("new/deep/a.txt")])
    #expect(try folder.text("new/deep/a.txt") == "new")
    #expect(try folder.text("new/deep/b.txt") == "β")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder("new/deep")).count == 2)
  }

  @Test func checkLeavesNothingBehind() throws {
    let folder = try TemporaryFolder()
    try OutputFolder(folder("new/deep")).requireWritable()
    try OutputFolder(folder.path).requireWritable()
    #expect(try folder.names() == [])
  }

  @Test(arguments: ["/etc/passwd/x", "/etc/passwd", "/proc/x", "/proc/x/y", "", "a\0b"])
  func unusableFolderIsRefused(path: String) throws {
    let output = OutputFolder(path)
    let check = try #require(throws: FileError.self) { try output.requireWritable() }
    let write = try #require(throws: FileError.self) { try output.write([("a", "b")]) }
    #expect(check == write)
    #expect(check.description.hasPrefix("cannot write to '\(path)': "))
    #expect(!check.description.contains("\n"))
  }

  @Test func failureHalfwayLeavesNothing() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder("b"), withIntermediateDirectories: true)
    let error = FileError.isFolder(path: folder("b"))
    #expect(throws: error) {
      try OutputFolder(folder.path).write([("a", "1"), ("b", "2"), ("c", "3")])
    }
    #expect(try folder.names() == ["b"])
  }

  @Test(arguments: ["", ".", "..", ".running", "a/b", "/a", "a\0"])
  func badNameLeavesNothing(name: String) throws {
    let folder = try TemporaryFolder()
    #expect(throws: FileError.badName(name)) {
      try OutputFolder(folder("new")).write([("first", ""), (name, "")])
    }
    #expect(try folder.names() == [])
  }

  @Test func sameNameTwiceTraps() async {
    await #expect(processExitsWith: .failure) {
      try OutputFolder("/tmp").write([("a", "1"), ("a", "2")])
    }
  }

  /// A run has its folder until it ends, whoever else asks, and leaves nothing.
  @Test func claimsExclude() throws {
    let folder = try TemporaryFolder()
    let output = OutputFolder(folder("new"))
    let claim = try output.claim()
    #expect(throws: FileError.inUse(path: folder("new"))) { try output.claim() }
    claim.release()
    #expect(try folder.names() == [])
    let second = try output.claim(for: ["a"])
    try output.write([("a", "1")])
    second.release()
    #expect(try FileManager.default.contentsOfDirectory(atPath: output.path) == ["a"])
    #expect(throws: FileError.isFolder(path: folder("new"))) {
      try OutputFolder(folder.path).claim(for: ["b", "new"])
    }
    #expect(try folder.names() == ["new"])
  }

  /// What a killed process left is removed by the next write; what a living one has is not.
  @Test func leftoversAreSwept() throws {
    let folder = try TemporaryFolder()
    let output = OutputFolder(folder.path)
    for name in [".partial-abc123", ".running"] {
      try FileManager.default.createDirectory(
        atPath: folder(name), withIntermediateDirectories: true)
      try "torn".write(toFile: folder(name + "/x"), atomically: false, encoding: .utf8)
    }
    let open = try OutputFile(folder("b")).stage()
    try output.claim().release()
    #expect(try folder.names() == [open.path.split(separator: "/").last.map(String.init)])
    try open.add("b", "1")
    try open.commit(["b"])
    #expect(try folder.names() == ["b"])
  }

  @Test func writersInParallelDoNotDisturbEachOther() async throws {
    let folder = try TemporaryFolder()
    let output = OutputFolder(folder("shared"))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<16 {
        group.addTask { try output.write([("same", "text"), ("file\(index)", "\(index)")]) }
      }
      try await group.waitForAll()
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: output.path)
    #expect(names.count == 17 && !names.contains { $0.hasPrefix(".") })
  }
}
