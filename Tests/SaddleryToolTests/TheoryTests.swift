import Foundation
import TestSupport
import Testing

@Suite struct TheoryTests {
  private func theory(_ arguments: String...) throws -> [String: Any] {
    let result = try Command.run(["theory"] + arguments + ["--json"])
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    return try result.json()
  }

  /// N = 2: two points on each side, 2√(3p-2) in all.
  @Test func counts() throws {
    let json = try theory("counts", "--p", "3", "--n", "2")
    let total = try #require(json["total"] as? Double)
    #expect(abs(total - 2 * 7.0.squareRoot()) < 1e-12)
    for key in ["byIndex", "meanEnergyByIndex", "standardDeviationByIndex"] {
      #expect((json[key] as? [Double])?.count == 2)
      #expect((json[key + "Error"] as? [Double])?.allSatisfy { $0 > 0 && $0 < 1e-11 } == true)
    }
  }

  @Test func constants() throws {
    let json = try theory("constants", "--p", "3", "--max-index", "2")
    #expect(abs(try #require(json["threshold"] as? Double) - 1.632993161855452) < 1e-13)
    #expect(abs(try #require(json["groundState"] as? Double) - 1.656998363527473) < 1e-13)
    #expect(abs(try #require(json["totalComplexity"] as? Double) - log(2) / 2) < 1e-15)
    let levels = try #require(json["fixedIndexGroundStates"] as? [Double])
    #expect(levels.count == 3)
    #expect(abs(levels[2] - 1.650253127439273) < 1e-13)
  }

  @Test func complexity() throws {
    let json = try theory("complexity", "--p", "4", "--energy", "0", "--max-index", "1")
    #expect(abs(try #require(json["total"] as? Double) - log(3) / 2) < 1e-15)
    let plateau = log(3) / 2 - 0.5
    let rates = try #require(json["fixedIndex"] as? [Double])
    #expect(rates.count == 2)
    #expect(rates.allSatisfy { abs($0 - plateau) < 1e-14 })
  }

  /// Three spins: minima and maxima by enumeration 2.973(3), saddles two less than both.
  @Test func countsWithSignal() throws {
    let json = try theory("counts", "--p", "3", "--n", "3", "--signal", "3:1")
    let counts = try #require(json["byIndex"] as? [Double])
    #expect(abs(counts[0] - 2.973) < 0.012)
    #expect(abs(counts[0] + counts[2] - counts[1] - 2) < 1e-11)
    let overlaps = try #require(json["meanOverlapByIndex"] as? [Double])
    #expect(overlaps[0] > 0.1 && abs(overlaps[0] + overlaps[2]) < 1e-11)
  }

  /// At the equator the signal has no effect on rates; the pole has no area.
  @Test func complexityWithSignal() throws {
    let equator = try theory("complexity", "--signal", "3:2", "--overlap", "0")
    #expect(abs(try #require(equator["total"] as? Double) - log(2) / 2) < 1e-14)
    #expect(try #require(equator["informativeOverlap"] as? Double) > 0.9)
    let pole = try theory("complexity", "--signal", "3:0.5", "--overlap", "1")
    #expect(pole["total"] is NSNull)
    #expect(pole["informativeOverlap"] is NSNull)
  }

  @Test func indexCurve() throws {
    let json = try theory("index-curve", "--p", "3", "--n", "8", "--points", "3")
    #expect((json["energy"] as? [Double])?[1] == 0)
    #expect((json["indexFraction"] as? [Double])?[1] == 0.5)
    let exact = try #require(json["finiteN"] as? [Double])
    #expect(exact.count == 3)
    #expect(abs(exact[1] - 0.5) < 1e-12)
  }

  /// A range holds what single calls say at its ends and between.
  @Test func ranges() throws {
    let rates = try theory("complexity", "--from", "-1.7", "--to", "-1.5", "--steps", "4")
    #expect(rates["energy"] as? [Double] == [-1.7, -1.65, -1.6, -1.55, -1.5])
    let fixed = try #require(rates["fixedIndexByEnergy"] as? [[Double]])
    #expect(fixed.count == 5 && fixed.allSatisfy { $0.count == 5 })
    for (i, energy) in ["-1.7", "-1.65", "-1.6", "-1.55", "-1.5"].enumerated() {
      let one = try theory("complexity", "--energy", energy)
      #expect((rates["totalByEnergy"] as? [Double])?[i] == one["total"] as? Double)
      #expect(fixed.map { $0[i] } == one["fixedIndex"] as? [Double])
    }
    let counts = try theory("counts", "--from", "3", "--to", "9", "--steps", "2")
    #expect(counts["sizes"] as? [Int] == [3, 6, 9])
    for (i, n) in ["3", "6", "9"].enumerated() {
      let one = try theory("counts", "--n", n)
      #expect((counts["totalBySize"] as? [Double])?[i] == one["total"] as? Double)
      #expect((counts["byIndexBySize"] as? [[Double]])?[i] == one["byIndex"] as? [Double])
    }
    let curve = try theory(
      "index-curve", "--n", "5", "--from", "-1", "--to", "1", "--steps", "2")
    #expect(curve["energy"] as? [Double] == [-1, 0, 1])
    let spiked = try theory(
      "complexity", "--signal", "3:2", "--overlap", "0.5", "--from", "-2", "--to", "-1", "--steps",
      "1")
    let end = try theory("complexity", "--signal", "3:2", "--overlap", "0.5", "--energy", "-1")
    #expect((spiked["totalByEnergy"] as? [Double])?[1] == end["total"] as? Double)
  }

  /// With a folder there are a table, with a row for each number, and a figure with the words of the caller.
  @Test(arguments: [
    (["complexity", "--from", "-1.7", "--to", "-1.5", "--steps", "4"], "complexity", 5),
    (["counts", "--from", "3", "--to", "5"], "counts", 12), (["counts", "--n", "7"], "counts", 7),
    (["index-curve", "--n", "5"], "index-curve", 41),
  ])
  func tablesAndFigures(_ arguments: [String], _ name: String, _ rows: Int) throws {
    let folder = try TemporaryFolder()
    let words = [
      "--output", folder("o"), "--title", "My title", "--caption", "one", "--caption", "-2",
    ]
    let result = try Command.run(["theory"] + arguments + words)
    #expect(result.status == 0, "\(result.errors)")
    let files = ["csv", "gp", "pdf", "png", "svg"].map { "\(name).\($0)" } + ["\(name)-table.csv"]
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder("o")).sorted() == files.sorted())
    let table = try folder.text("o/\(name)-table.csv").split(separator: "\n")
    #expect(table.count { !$0.hasPrefix("#") } == 1 + rows)
    let svg = try folder.text("o/\(name).svg")
    for text in ["My title", ">one<", ">-2<", "ξ(q) = q^3"] {
      #expect(svg.contains(text), "\(text)")
    }
    let bare = try Command.run(
      ["theory"] + arguments + ["--output", folder("b"), "--no-figure"])
    #expect(bare.status == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder("b")) == ["\(name)-table.csv"])
  }

  /// What does not exist is null, not a number.
  @Test func missingNumbersAreNull() throws {
    let json = try theory("constants", "--mixture", "1:8,3:1", "--max-index", "1")
    #expect(json["dynamicTemperature"] is NSNull)
    #expect((json["fixedIndexGroundStates"] as? [Any])?[1] is NSNull)
  }

  @Test(arguments: [
    (["counts", "--n", "1"], "--n 1", "from 2"),
    (["counts", "--n", "513"], "--n 513", "to 512"),
    (["counts", "--p", "1"], "--p 1", "from 2"),
    (["counts", "--threads", "0"], "--threads 0", "from 1"),
    (["constants", "--mixture", ""], "''", "degree:weight"),
    (["constants", "--max-index", "-1"], "--max-index -1", "from 0"),
    (["complexity", "--energy", "nan"], "nan", "finite"),
    (["complexity"], "--energy", "--help"),
    (["complexity", "--signal", "3:1"], "--overlap", "-1...1"),
    (["complexity", "--signal", "3:1", "--overlap", "1.5"], "--overlap 1.5", "-1...1"),
    (["complexity", "--overlap", "0.5"], "--overlap", "--signal"),
    (["counts", "--signal", "3:-1"], "-1.0", "positive"),
    (["counts", "--signal", "3"], "'3'", "degree:strength"),
    (["counts", "--signal", "3:1", "--n", "65"], "--n 65", "to 64"),
    (["counts", "--signal", "3:99"], "3:99", "at most 20"),
    (["index-curve", "--points", "1"], "--points 1", "from 2"),
    (["complexity", "--from", "-1"], "--from", "--to"),
    (["complexity", "--from", "-1", "--to", "-2"], "--to -2.0", "above"),
    (["complexity", "--from", "-2", "--to", "inf"], "--to inf", "from -1e+300"),
    (["complexity", "--from", "-2", "--to", "-1", "--energy", "-1"], "--energy", "one of them"),
    (["complexity", "--from", "-2", "--to", "-1", "--steps", "0"], "--steps 0", "from 1"),
    (["complexity", "--energy", "-1", "--output", "o"], "--output", "--from"),
    (["complexity", "--energy", "-1", "--title", "t"], "--title", "--output"),
    (["index-curve", "--from", "-2", "--to", "-1", "--points", "3"], "--points", "--steps"),
    (["counts", "--steps", "2"], "--steps", "--from"),
    (["counts", "--from", "4", "--to", "8", "--n", "5"], "--n", "one of them"),
    (["counts", "--from", "4", "--to", "8", "--steps", "5"], "--steps 5", "to 4"),
    (["counts", "--from", "4", "--to", "513"], "--to 513", "to 512"),
    (["counts", "--from", "4", "--to", "65", "--signal", "3:1"], "--to 65", "to 64"),
    (["counts", "--n", "x"], "'x'", "'saddlery theory counts --help'"),
  ])
  func badInput(_ arguments: [String], _ value: String, _ remedy: String) throws {
    let result = try Command.run(["theory"] + arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(result.errors.contains(value), "\(result.errors)")
    #expect(result.errors.contains(remedy), "\(result.errors)")
  }
}
