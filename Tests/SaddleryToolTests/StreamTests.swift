import Foundation
import Models
import LinearAlgebra
import SpinGlasses
import TestSupport
import Testing

/// Streams that are closed, full or not read: no crash, no run lost, no loss unsaid.
@Suite struct StreamTests {
  /// Runs a shell line in which `saddlery` is the program; returns its exit status, and what was written to
  /// the files `out` and `err` if the line sends it there.
  private func shell(_ line: String, in folder: TemporaryFolder) throws -> (
    status: Int32, out: String, err: String
  ) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    let program = Command.products.appending(path: "saddlery").path
    process.arguments = ["-c", "cd '\(folder.path)'; saddlery() { '\(program)' \"$@\"; }; \(line)"]
    try process.run()
    process.waitUntilExit()
    return (
      process.terminationStatus, (try? folder.text("out")) ?? "", (try? folder.text("err")) ?? ""
    )
  }

  private static let run =
    "index-energy --n 8 --points 4 --samples 1 --no-figure --output o"

  /// Progress and messages cannot be written: the run goes on.
  @Test(arguments: ["2>&-", "2>/dev/full", "2>&- >&- <&-", "</dev/null 2>&- >out"])
  func standardError(_ redirection: String) throws {
    #if os(Linux)
      let folder = try TemporaryFolder()
      let result = try shell("saddlery \(Self.run) \(redirection)", in: folder)
      // Standard output closed is another matter: what was printed is lost.
      #expect(result.status == (redirection.contains(" >&-") ? 74 : 0))
      #expect(try folder.text("o/points.csv").split(separator: "\n").count > 4)
    #endif
  }

  @Test(arguments: [
    "law tracy-widom --at 0", "law tracy-widom --at 0 --json", "theory counts --n 4",
    "theory index-curve --points 20000 --n 4", "enumerate --n 4 --json", "--help", "--version",
    "demo", "demo --json", "demo finite-size-curve --output o",
    "enumerate --n 4 --output -", "field critical-points --dimension 1 --output -", run,
    run + " --json",
  ])
  func standardOutput(_ call: String) throws {
    #if os(Linux)
      let folder = try TemporaryFolder()
      for target in [">/dev/full", ">&-"] {
        let lost = try shell("saddlery \(call) \(target) 2>err", in: folder)
        #expect(lost.status == 74)
        let lines = lost.err.split(separator: "\n").filter { $0.hasPrefix("saddlery: ") }
        #expect(lines.count == 1)
        #expect(lines.first?.contains("cannot write to standard output") == true)
      }
      let kept = try shell("saddlery \(call) >out 2>err", in: folder)
      #expect(kept.status == 0 && !kept.out.isEmpty)
    #endif
  }

  /// `--output -`: the table of a file, byte for byte, and the report beside it.
  @Test(arguments: [
    ("enumerate --n 4", "f"), ("enumerate --n 4 --samples 2", "f"),
    ("field critical-points --dimension 1", "f/critical-points.csv"),
    ("field critical-points --size 5", "f/critical-points.csv"),
  ]) func tableOnStandardOutput(_ call: String, _ file: String) throws {
    let folder = try TemporaryFolder()
    let line = "saddlery \(call) --output - >out 2>err && saddlery \(call) --output f >report"
    let result = try shell(line, in: folder)
    #expect(result.status == 0 && result.out.hasPrefix("# "))
    #expect(try result.out == folder.text(file))
    #expect(result.err.contains("verdict") && !result.out.contains("verdict:"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/-"))
    let both = try shell("saddlery \(call) --output - --json >out 2>err", in: folder)
    #expect(both.status == 64 && both.out.isEmpty)
    #expect(both.err.hasPrefix("saddlery: --json and --output - "))
  }

  @Test(arguments: [
    "index-energy", "matrix goe", "couplings --n 4", "field sample", "field index-energy --n 4",
  ]) func notOneTable(_ call: String) throws {
    let folder = try TemporaryFolder()
    let result = try shell("saddlery \(call) --output - >out 2>err", in: folder)
    #expect(result.status == 64 && result.out.isEmpty)
    #expect(result.err.contains("--output - is not valid"))
  }

  /// A result that is not proved has status 1; lost on its way, 74.
  @Test func unprovedResults() throws {
    #if os(Linux)
      let folder = try TemporaryFolder()
      var tensor = SymmetricTensor(degree: 2, dimension: 3)
      (tensor[0, 0], tensor[1, 1], tensor[2, 2]) = (1, 1, 2)
      try PSpinHamiltonian(.pure(2), dimension: 3, tensors: [tensor])
        .writeCouplings(to: folder("equal.h5"))
      for (target, status) in [(">out", 1), (">/dev/full", 74), (">&-", 74)] {
        let result = try shell(
          "saddlery enumerate --couplings equal.h5 \(target) 2>err", in: folder)
        #expect(result.status == status)
        #expect(result.err.split(separator: "\n").count == 1, "\(result.err)")
        #expect(result.err.contains(status == 1 ? "not all critical points" : "standard output"))
      }
    #endif
  }

  /// A reader that has seen enough is no error to speak of.
  @Test(arguments: ["head -n 1", "true"])
  func unreadPipe(_ reader: String) throws {
    let folder = try TemporaryFolder()
    let result = try shell(
      "{ saddlery theory index-curve --points 20000 --n 4 2>err; echo $? >out; } | \(reader)",
      in: folder)
    #expect(result.err.isEmpty)
    #expect(result.out == "74\n")
  }

  /// Wherever a run is interrupted, and by whatever signal: status 75, one line, nothing left.
  @Test(arguments: ["INT", "TERM", "HUP", "QUIT"])
  func signals(_ name: String) throws {
    let folder = try TemporaryFolder()
    for call in [
      "theory counts --n 512", "field sample --points 3000 --samples 20 --output new/o.h5",
      "index-energy --n 60 --points 10000 --output new",
    ] {
      let result = try shell(
        "'\(Command.products.appending(path: "saddlery").path)' \(call) >/dev/null 2>err & p=$!; "
          + "sleep 0.5; kill -\(name) $p; wait $p", in: folder)
      #expect(result.status == 75, "\(call)")
      #expect(
        result.err.contains("saddlery: interrupted; run the same command again"), "\(call)")
      #expect(try folder.names().filter { $0 != "err" } == [], "\(call)")
    }
  }
}
