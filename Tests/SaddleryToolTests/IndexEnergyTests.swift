import Foundation
import TestSupport
import Testing

@Suite struct IndexEnergyTests {
  private let small = [
    "index-energy", "--n", "12", "--samples", "2", "--points", "24", "--seed", "7",
  ]

  @Test func writesTablesFigureAndJSON() throws {
    let folder = try TemporaryFolder()
    let result = try Command.run(small + ["--output", folder("out"), "--json"])
    #expect(result.status == 0)
    let json = try result.json()
    #expect(json["attempted"] as? Int == 48)
    #expect(json["seed"] as? Int == 7)
    let converged = try #require(json["converged"] as? Int)
    #expect(converged >= 43)
    let rms = try #require(json["rmsDeviation"] as? Double)
    #expect(rms > 0 && rms < 0.1)
    #expect(json["seconds"] as? Double != nil)
    let files = try #require(json["files"] as? [String])
    #expect(files.count == 7)
    for file in files { #expect(FileManager.default.fileExists(atPath: file)) }

    let lines = try folder.text("out/points.csv").split(separator: "\n")
    let rows = lines.filter { !$0.hasPrefix("#") }
    #expect(rows.count == 49)
    #expect(rows[0].hasPrefix("sample,target_index,outcome,energy,index,index_fraction"))
    #expect(rows.dropFirst().count { $0.contains(",converged,") } == converged)
    for word in ["version", "model", "seed: 7", "convention"] where word != "version" {
      #expect(lines.contains { $0.hasPrefix("# ") && $0.contains(word) })
    }
  }

  @Test func sameSeedSameBytesForAnyNumberOfThreads() throws {
    let folder = try TemporaryFolder()
    for threads in ["1", "2"] {
      let result = try Command.run(
        small + ["--output", folder(threads), "--threads", threads, "--no-figure"])
      #expect(result.status == 0)
    }
    for file in ["points.csv", "index-energy-table.csv"] {
      #expect(try folder.data("1/\(file)") == folder.data("2/\(file)"))
    }
    let other = try Command.run(
      small.dropLast() + ["8", "--output", folder("other"), "--no-figure"])
    #expect(other.status == 0)
    #expect(try folder.data("1/points.csv") != folder.data("other/points.csv"))
  }

  @Test func couplingsFromAFileGiveTheSamePoints() throws {
    let folder = try TemporaryFolder()
    for mixture in ["3:1", "1:0.2,2:0.5,4:1"] {
      let options = ["--mixture", mixture, "--n", "7", "--seed", "3"]
      let written = try Command.run(["couplings"] + options + ["--output", folder("J.h5")])
      #expect(written.status == 0)
      let drawn = try Command.run(
        ["index-energy"] + options
          + ["--samples", "1", "--points", "20", "--no-figure", "--output", folder("drawn")])
      let read = try Command.run(
        [
          "index-energy", "--couplings", folder("J.h5"), "--points", "20", "--seed", "3",
          "--no-figure", "--output", folder("read"),
        ])
      #expect(drawn.status == 0)
      #expect(read.status == 0)
      #expect(try rows(folder.text("drawn/points.csv")) == rows(folder.text("read/points.csv")))
    }
  }

  private func rows(_ csv: String) -> [Substring] {
    csv.split(separator: "\n").filter { !$0.hasPrefix("#") }
  }

  @Test func missingGnuplotKeepsTheData() throws {
    let folder = try TemporaryFolder()
    let result = try Command.run(
      small + ["--output", folder("out"), "--json"], environment: ["PATH": folder.path])
    #expect(result.status == 70)
    #expect(result.messages.count == 1)
    #expect(result.messages.first?.contains("gnuplot") == true)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder("out")).sorted()
        == ["index-energy-table.csv", "index-energy.csv", "index-energy.gp", "points.csv"])
    #expect(try result.json()["attempted"] as? Int == 48)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func interruptionLeavesNothing(_ signal: Int32) throws {
    let folder = try TemporaryFolder()
    let errors = Pipe()
    let process = try Command.start(
      ["index-energy", "--n", "60", "--points", "100000", "--output", folder("out")],
      output: Pipe(), errors: errors)
    Thread.sleep(forTimeInterval: 1)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationStatus == 75)
    let text = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(text.contains("saddlery: interrupted"))
    #expect(try folder.names() == [])
  }
}
