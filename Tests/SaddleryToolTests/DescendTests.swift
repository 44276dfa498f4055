import Foundation
import TestSupport
import Testing

@Suite struct DescendTests {
  private let small = [
    "descend", "--n", "14", "--samples", "2", "--starts", "40", "--time", "20", "--seed", "7",
  ]

  @Test func writesTablesFiguresAndJSON() throws {
    let folder = try TemporaryFolder()
    let result = try Command.run(small + ["--output", folder("out"), "--json"])
    #expect(result.status == 0)
    let json = try result.json()
    let end = try #require(json["finalEnergy"] as? [String: Double])
    let mean = try #require(end["mean"])
    #expect(mean < -1 && mean > -1.9 && end["standardError"]! > 0)
    let times = try #require(json["time"] as? [Double])
    let energies = try #require(json["energy"] as? [Double])
    let correlation = try #require(json["correlation"] as? [[Double]])
    #expect(times.count == energies.count && energies.last == mean)
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
    #expect(zip(energies, energies.dropFirst()).allSatisfy { $1 <= $0 })
    #expect(correlation.enumerated().allSatisfy { $1.count == $0 + 1 && abs($1[$0] - 1) < 1e-12 })
    let files = try #require(json["files"] as? [String])
    #expect(files.count == 19 && Set(files).count == 19)
    for file in files { #expect(FileManager.default.fileExists(atPath: file)) }

    let rows = try folder.text("out/runs.csv").split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(rows.count == 81 && rows[0] == "sample,start,outcome,energy,gradient_norm,index")
    // By hand from the table: the mean over all runs is that of JSON.
    let ends = rows.dropFirst().compactMap { Double($0.split(separator: ",")[3]) }
    #expect(abs(ends.reduce(0, +) / 80 - mean) < 1e-12)
  }

  /// Noise is each run's own: also with batches that are not whole.
  @Test(arguments: ["gradient-flow", "langevin --temperature=0.8", "sgd --mini-batches=3"])
  func sameSeedSameBytesForAnyNumberOfThreads(_ method: String) throws {
    let folder = try TemporaryFolder()
    let words = method.split(separator: " ").map(String.init)
    for threads in ["1", "2"] {
      let result = try Command.run(
        small + ["--method"] + words + ["--no-figure", "--threads", threads]
          + ["--output", folder(threads)])
      #expect(result.status == 0)
    }
    for file in ["runs.csv", "trajectories.csv", "energies-table.csv", "correlations-table.csv"] {
      #expect(try folder.data("1/\(file)") == folder.data("2/\(file)"))
    }
  }

  /// Every method goes down, but for Newton's, which goes to saddles.
  @Test(arguments: [
    "gradient-descent", "momentum", "nesterov", "rmsprop", "adam", "kicked", "saddle-free",
    "shifted-newton", "newton",
  ]) func methods(_ method: String) throws {
    let folder = try TemporaryFolder()
    let result = try Command.run([
      "descend", "--n", "20", "--samples", "2", "--starts", "20", "--method", method, "--no-figure",
      "--output", folder("o"), "--json",
    ])
    #expect(result.status == 0)
    let json = try result.json()
    let mean = try #require((json["finalEnergy"] as? [String: Double])?["mean"])
    #expect(method == "newton" ? abs(mean) < 0.5 : mean < -1.3 && mean > -1.8, "\(mean)")
    #expect(json["method"] as? String == method)
  }

  @Test(arguments: [
    ("--method langevin", "needs --temperature"),
    ("--temperature 1", "is not for gradient-descent"),
    ("--step 0", "--step 0.0"), ("--time 1e-3", "shorter than a step"),
    ("--method sgd --mini-batches 0", "1 to 1000"),
    ("--method adam --momentum 0.5", "it takes --step"),
    ("--step 1 --time 1e15", "more than 100000000 steps; give at most 100000000"),
  ]) func refusals(_ words: String, _ text: String) throws {
    let folder = try TemporaryFolder()
    let result = try Command.run(
      small.dropLast(4) + words.split(separator: " ").map(String.init) + ["--output", folder("o")])
    #expect([64, 65].contains(result.status) && result.errors.contains(text), "\(result.errors)")
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(!FileManager.default.fileExists(atPath: folder("o")))
  }
}
