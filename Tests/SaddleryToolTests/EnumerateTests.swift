import ArrayFiles
import Foundation
import OutputFiles
import TestSupport
import Testing

@Suite struct EnumerateTests {
  /// Every key of the contract, and a table with a row per point.
  @Test func enumerate() throws {
    let folder = try TemporaryFolder()
    let output = folder("points.csv")
    let result = try Command.run([
      "enumerate", "--p", "3", "--n", "6", "--seed", "1", "--output", output, "--json",
    ])
    #expect(result.status == 0)
    let json = try result.json()
    #expect(json["expectedComplex"] as? Int == 126)
    #expect(json["foundComplex"] as? Int == 126)
    #expect(json["verdict"] as? String == "complete")
    #expect(json["eulerCharacteristic"] as? Int == 0)
    #expect(json["expectedEulerCharacteristic"] as? Int == 0)
    let byIndex = try #require(json["byIndex"] as? [Int])
    let real = try #require(json["real"] as? Int)
    #expect(byIndex.count == 6 && byIndex.reduce(0, +) == real)
    #expect(json["certified"] as? Int == real)
    let lines = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    #expect(lines.count == real + 1)
    #expect(
      lines[0]
        == "energy,index,gradient_norm,certified,sigma_1,sigma_2,sigma_3,sigma_4,sigma_5,sigma_6")
  }

  /// Positions of the array file are those of the table, spectra agree with its indices, and every pair is in a histogram.
  @Test func arraysAndOverlaps() throws {
    let folder = try TemporaryFolder()
    let result = try Command.run([
      "enumerate", "--p", "3", "--n", "7", "--output", folder("p.csv"), "--arrays", folder("p.h5"),
      "--overlaps", folder("q.csv"), "--json",
    ])
    #expect(result.status == 0)
    let json = try result.json()
    #expect(json["files"] as? [String] == ["p.csv", "p.h5", "q.csv"].map { folder($0) })
    let table = try DataTable(readingFrom: folder("p.csv"))
    let file = ArrayFile(folder("p.h5"))
    let (positions, spectra) = (try file.read("/position"), try file.read("/spectrum"))
    let indices = try file.read("/index").values
    #expect(indices == table["index"])
    #expect(positions.shape == [indices.count, 7] && spectra.shape == [indices.count, 6])
    for i in 0..<7 {
      let column = try #require(table["sigma_\(i + 1)"])
      #expect(column == indices.indices.map { positions.values[7 * $0 + i] })
    }
    for k in indices.indices {
      #expect(spectra.values[(6 * k)..<(6 * k + 6)].count { $0 < 0 } == Int(indices[k]))
    }
    let overlaps = try DataTable(readingFrom: folder("q.csv"))
    let pairs = try #require(overlaps["pairs"]).reduce(0, +)
    let byIndex = try #require(json["byIndex"] as? [Int])
    #expect(Int(pairs) == byIndex.reduce(0) { $0 + $1 * ($1 - 1) / 2 })
    let refused = try Command.run(["enumerate", "--n", "4", "--overlaps", "-"])
    #expect(refused.status == 64)
  }

  /// Couplings written and read back, a signal among them, give the same table.
  @Test func couplingsGiveTheSamePoints() throws {
    let folder = try TemporaryFolder()
    let model = ["--mixture", "2:0.5,3:1", "--signal", "1:0.3", "--n", "4", "--seed", "7"]
    let made = try Command.run(["couplings"] + model + ["--output", folder("J.h5")])
    #expect(made.status == 0)
    func rows(_ arguments: [String], _ name: String) throws -> [Substring] {
      let result = try Command.run(["enumerate"] + arguments + ["--output", folder(name)])
      #expect(result.status == 0)
      return try String(contentsOfFile: folder(name), encoding: .utf8).split(separator: "\n")
        .filter { !$0.hasPrefix("#") }
    }
    #expect(
      try rows(model, "a.csv")
        == rows(["--couplings", folder("J.h5"), "--seed", "7"], "b.csv"))
    #expect(try rows(model + ["--threads", "1"], "c.csv") == rows(model, "a.csv"))
  }

  /// Couplings at another place in a file without attributes give the same table, and the place is in it.
  @Test func couplingsElsewhere() throws {
    let folder = try TemporaryFolder()
    let made = try Command.run(["couplings", "--n", "4", "--output", folder("J.h5")])
    #expect(made.status == 0)
    let array = try ArrayFile(folder("J.h5")).read("/couplings/3")
    let copy = Dataset("/model/J", shape: array.shape, values: array.values)
    try ArrayFile(folder("foreign.h5")).write([copy])
    func table(_ file: String, _ place: [String]) throws -> (comments: String, rows: [Substring]) {
      let result = try Command.run(
        ["enumerate", "--couplings", folder(file), "--output", folder("points.csv")] + place)
      #expect(result.status == 0, "\(result.errors)")
      let text = try folder.text("points.csv")
      return (text, text.split(separator: "\n").filter { !$0.hasPrefix("#") })
    }
    let whole = try table("J.h5", [])
    let one = try table("foreign.h5", ["--dataset", "/model/J"])
    #expect(one.rows == whole.rows)
    #expect(one.comments.contains("couplings from foreign.h5 at /model/J"))
    #expect(try table("J.h5", ["--dataset", "/couplings/3"]).rows == whole.rows)
    let absent = try Command.run([
      "enumerate", "--couplings", folder("foreign.h5"), "--dataset", "/model/K",
    ])
    #expect(absent.status == 65)
    #expect(absent.errors.split(separator: "\n").count == 1)
    #expect(absent.errors.contains("'/model/K'"), "\(absent.errors)")
  }

  /// Ensembles stand beside exact theory, a row per sample in the table.
  @Test func samples() throws {
    let folder = try TemporaryFolder()
    let output = folder("counts.csv")
    let result = try Command.run([
      "enumerate", "--p", "3", "--n", "4", "--samples", "200", "--output", output, "--json",
    ])
    #expect(result.status == 0)
    let json = try result.json()
    #expect(json["complete"] as? Int == 200)
    #expect(json["verdict"] as? String == "consistent")
    let (means, exact) = (json["meanByIndex"] as? [Double], json["exactByIndex"] as? [Double])
    #expect(means?.count == 4 && exact?.count == 4)
    let rows = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    #expect(rows.count == 201 && rows[0] == "sample,complete,index_0,index_1,index_2,index_3")
  }

  /// One sample has no error bar, and a signal beyond exact theory nothing to stand beside: no verdict.
  @Test(arguments: [["--samples", "1"], ["--samples", "2", "--signal", "3:99"]])
  func noVerdict(_ arguments: [String]) throws {
    let call = ["enumerate", "--n", "4"] + arguments
    let result = try Command.run(call)
    #expect(result.status == 0 && result.output.contains("no verdict: "), "\(result.errors)")
    #expect(try Command.run(call + ["--json"]).json()["verdict"] as? String == "inconclusive")
  }

  /// An interrupted run says so, exits with 75, leaves no output, and is taken up where it was: the table
  /// is that of an uninterrupted run.
  @Test(arguments: [["--n", "13"], ["--n", "8", "--samples", "80"]])
  func interruption(_ model: [String]) throws {
    let folder = try TemporaryFolder()
    let output = folder("points.csv")
    let arguments = ["enumerate"] + model + ["--threads", "1", "--output", output]
    let pipe = Pipe()
    let process = try Command.start(arguments, output: Pipe(), errors: pipe)
    let journal = output + ".unfinished"
    // Pieces are in a log beside the store until the process ends.
    func size() -> Int {
      [journal, journal + "-wal"].reduce(0) { sum, path in
        sum + ((try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0)
      }
    }
    while size() < 150_000, process.isRunning { usleep(1000) }
    process.interrupt()
    process.waitUntilExit()
    let message = String(
      decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(process.terminationStatus == 75)
    #expect(message == "saddlery: interrupted; run the same command again to go on\n")
    #expect(try folder.names() == ["points.csv.unfinished"])
    let kept = size()
    #expect(kept >= 50_000)
    // Another model in its place is refused, and what was kept stays.
    let other = try Command.run(["enumerate", "--n", "4", "--output", output])
    #expect(other.status == 65 && other.errors.contains("another run"), "\(other.errors)")
    #expect(size() == kept)
    let resumed = try Command.run(arguments)
    #expect(resumed.status == 0)
    #expect(try folder.names() == ["points.csv"])
    let fresh = folder("fresh.csv")
    let whole = try Command.run(["enumerate"] + model + ["--output", fresh])
    #expect(whole.status == 0)
    #expect(FileManager.default.contentsEqual(atPath: output, andPath: fresh))
  }

  @Test(arguments: [
    (["--mixture", "1:1"], 64, "--mixture 1:1", "2 or more"),
    (["--samples", "0"], 64, "--samples 0", "from 1"),
    (["--samples", "2", "--sample", "1"], 64, "--sample", "leave out"),
    (["--n", "30"], 65, "N = 30", "16777216 are tracked: N = 24 would fit"),
    (["--n", "24", "--mixture", "2:1,3:1"], 65, "N = 24", "N = 23 would fit"),
    (["--threads", "0"], 64, "--threads 0", "from 1"),
    (["--sample", "-1"], 64, "--sample -1", "from 0"),
    (["--signal", "3:x"], 64, "3:x", "degree:strength"),
    (["--couplings", "absent.h5"], 65, "absent.h5", "No such file"),
    (["--couplings", "absent.h5", "--p", "3"], 64, "--couplings", "leave out"),
    (["--couplings", "absent.h5", "--dataset", "/J"], 65, "absent.h5", "No such file"),
    (["--dataset", "/J"], 64, "--dataset /J", "--couplings"),
    (["--dataset", "/J", "--samples", "2"], 64, "--dataset /J", "--couplings"),
    (["--output", "/proc/none/points.csv"], 65, "/proc/none", "cannot"),
  ])
  func badInput(_ arguments: [String], _ status: Int, _ value: String, _ remedy: String) throws {
    let result = try Command.run(["enumerate"] + arguments)
    #expect(result.status == Int32(status))
    #expect(result.output.isEmpty)
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(result.errors.contains(value) && result.errors.contains(remedy), "\(result.errors)")
  }
}
