import Foundation
import OutputFiles
import TestSupport
import Testing

@Suite struct OutputFileTests {
  /// Every shape of path to a file that does not exist, one character and upwards.
  @Test(arguments: [
    "w", "./w", "x/y", "x/y.csv", ".w", "a b", "ü", "x//y", "x/./y", "-w", "|w", "w\n",
  ])
  func shapesOfPaths(_ path: String) throws {
    let folder = try TemporaryFolder()
    let file = OutputFile(folder(path))
    let claim = try file.claim()
    try file.write("text")
    claim.release()
    #expect(try folder.text(path) == "text")
    // Relative paths of one character have no folder.
    #expect(OutputFile("w").folder.path == ".")
    #expect(OutputFile("w").name == "w")
    #expect(OutputFile("/w").folder.path == "/")
    #expect(OutputFile("x/y.csv").folder.path == "x")
  }

  @Test(arguments: ["", ".", "..", "/", "d", "d/", "d/.", "new/", "a\0b", "file/x"])
  func refusedBeforeTheWork(_ path: String) throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder("d"), withIntermediateDirectories: true)
    try "".write(toFile: folder("file"), atomically: false, encoding: .utf8)
    let file = OutputFile(path.isEmpty ? "" : folder(path))
    let claim = try #require(throws: FileError.self) { try file.claim() }
    let write = try #require(throws: FileError.self) { try file.write("text") }
    #expect(claim == write)
    #expect(try folder.names() == ["d", "file"])
  }

  /// What a link leads to is replaced, in its own folder; the link stays.
  @Test(arguments: ["target", "sub/target", "sub/missing"])
  func linksAreFollowed(_ target: String) throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder("sub"), withIntermediateDirectories: true)
    for name in ["target", "sub/target"] {
      try "old".write(toFile: folder(name), atomically: false, encoding: .utf8)
    }
    try FileManager.default.createSymbolicLink(
      atPath: folder("link"), withDestinationPath: target)
    try OutputFile(folder("link")).write("new")
    try OutputFolder(folder.path).write([("link", "newer")])
    #expect(try folder.text(target) == "newer")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder("link")) == target)
    #expect(try folder.names() == ["link", "sub", "target"])
  }

  @Test func linksInACircle() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(atPath: folder("a"), withDestinationPath: "b")
    try FileManager.default.createSymbolicLink(atPath: folder("b"), withDestinationPath: "a")
    #expect(throws: FileError.self) { try OutputFile(folder("a")).claim() }
  }

  /// A pipe is written to and stays a pipe.
  @Test func pipes() async throws {
    let folder = try TemporaryFolder()
    let path = folder("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    // A thread of its own: one that waits for a pipe must not hold up what would open it.
    let (received, send) = AsyncStream<String>.makeStream()
    Thread.detachNewThread {
      let data = try? FileHandle(forReadingFrom: .init(filePath: path)).readToEnd()
      send.yield(String(decoding: data ?? Data(), as: UTF8.self))
    }
    let claim = try OutputFile(path).claim()
    try OutputFile(path).write("text")
    claim.release()
    #expect(await received.first { _ in true } == "text")
    var info = stat()
    #expect(stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFIFO)
    #expect(try folder.names() == ["pipe"])
  }

  @Test func claimsExclude() throws {
    let folder = try TemporaryFolder()
    let claim = try OutputFile(folder("a")).claim()
    #expect(throws: FileError.inUse(path: folder("a"))) { try OutputFile(folder("a")).claim() }
    // Another file of the folder is free.
    try OutputFile(folder("b")).claim().release()
    claim.release()
    try OutputFile(folder("a")).claim().release()
    #expect(try folder.names() == [])
  }

  /// A disk that is full at any byte leaves the old file, and no other. A limit on the size of files acts
  /// like a full disk once its signal is ignored.
  @Test(arguments: [0, 1, 4096, 70_000, 99_999])
  func fullDisk(_ limit: UInt) async throws {
    let folder = try TemporaryFolder()
    try OutputFile(folder("a")).write("old")
    await #expect(processExitsWith: .success) { [limit, path = folder("a") as String] in
      signal(SIGXFSZ, SIG_IGN)
      var limits = rlimit(rlim_cur: rlim_t(limit), rlim_max: rlim_t(limit))
      #if os(Linux)
        setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limits)
      #else
        setrlimit(RLIMIT_FSIZE, &limits)
      #endif
      let text = String(repeating: "x", count: 100_000)
      #expect(throws: FileError.cannotWrite(path: path, reason: "File too large")) {
        try OutputFile(path).write(text)
      }
    }
    #expect(try folder.text("a") == "old")
    #expect(try folder.names() == ["a"])
  }
}
