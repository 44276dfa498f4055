import Foundation
import TestSupport
import Testing

@Suite struct NetworkTests {
  /// Two inputs, an output, four examples, a class each.
  private let table = "a,b,class\n0,0,0\n0,1,1\n1,0,1\n1,1,0\n"

  /// All critical points of a network of no hidden units: the loss is quadratic, and has one.
  @Test func convexNetworkHasOnePoint() throws {
    let folder = try TemporaryFolder()
    let result = try Command.run([
      "network", "index-loss", "--architecture", "3-1", "--examples", "20", "--points", "4",
      "--output", folder("o"), "--no-figure", "--json",
    ])
    #expect(result.status == 0)
    let json = try result.json()
    #expect(json["orbits"] as? Int == 1 && json["signedSum"] as? Int == 1)
    #expect(json["index"] as? [Int] == [0] && json["orbitSizes"] as? [Int] == [1])
  }

  /// The signed sum and the sizes are what the table of orbits says.
  @Test(arguments: [
    "--data=teacher", "--data=random-labels --seed=2", "--data=xor --loss=cross-entropy",
    "--data=clusters --loss=cross-entropy --examples=30",
  ])
  func sumsUp(_ data: String) throws {
    let folder = try TemporaryFolder()
    let result = try Command.run(
      [
        "network", "index-loss", "--architecture", "2-1-1", "--decay", "0.05", "--points", "12",
        "--limit", "5000", "--output", folder("o"), "--no-figure", "--json",
      ] + data.split(separator: " ").map(String.init))
    let json = try result.json()
    let rows = try folder.text("o/orbits.csv").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.dropFirst().map { $0.split(separator: ",") }
    let sum = rows.reduce(0) { sum, row in
      sum + (Int(row[1])!.isMultiple(of: 2) ? 1 : -1) * Int(row[3])!
    }
    #expect(!rows.isEmpty && json["signedSum"] as? Int == sum)
    let losses = try #require(json["losses"] as? [Double])
    #expect(losses.count == rows.count)
    #expect(zip(losses, rows).allSatisfy { abs($0 / Double($1[0])! - 1) < 1e-14 })
    // Status 0 is a sum of 1 and nothing else.
    let verdict = try #require(json["verdict"] as? String)
    #expect((result.status == 0) == verdict.hasPrefix("checked"))
    #expect(result.status != 0 || sum == 1)
  }

  @Test func sameSeedSameBytesForAnyNumberOfThreads() throws {
    let folder = try TemporaryFolder()
    for threads in ["1", "2"] {
      let result = try Command.run([
        "network", "index-loss", "--points", "8", "--limit", "2000", "--no-figure", "--threads",
        threads, "--output", folder(threads),
      ])
      #expect([0, 1].contains(result.status))
    }
    for file in ["orbits.csv", "searches.csv", "training.csv"] {
      #expect(try folder.data("1/\(file)") == folder.data("2/\(file)"))
    }
  }

  /// A loss without decay of the weights is not checked by the sum.
  @Test func withoutDecayNothingIsChecked() throws {
    let folder = try TemporaryFolder()
    let result = try Command.run([
      "network", "index-loss", "--architecture", "2-1", "--decay", "0", "--points", "4", "--output",
      folder("o"), "--no-figure", "--json",
    ])
    #expect(result.status == 1)
    #expect(try (result.json()["verdict"] as? String)?.hasPrefix("not checked") == true)
  }

  @Test func readsClassesFromATable() throws {
    let folder = try TemporaryFolder()
    try table.write(toFile: folder("xor.csv"), atomically: true, encoding: .utf8)
    for architecture in ["2-1-1", "2-1-2"] {
      let result = try Command.run([
        "network", "index-loss", "--architecture", architecture, "--loss", "cross-entropy",
        "--data", folder("xor.csv"), "--points", "6", "--limit", "300", "--output",
        folder(architecture), "--no-figure",
      ])
      #expect([0, 1].contains(result.status), "\(result.errors)")
    }
  }

  @Test(arguments: [
    ("--architecture=8_5", 64, "'8_5'", "8-5-1"),
    ("--architecture=2-0-1", 64, "'2-0-1'", "from 1"),
    ("--architecture=1000-100000-10", 65, "bytes", "fewer units"),
    ("--data=nowhere.csv", 65, "nowhere.csv", "random-labels"),
    ("--data=xor --examples=5", 64, "--examples", "clusters"),
    ("--teacher=3-2-1", 64, "3-2-1", "2 inputs"),
    ("--decay=-1", 64, "--decay -1", "from 0"),
    ("--points=10 --limit=5", 64, "--points 10", "at most 5"),
    ("--instance=nowhere.json --decay=1", 64, "--decay", "leave out"),
    ("--instance=nowhere.json", 65, "nowhere.json", "cannot read"),
    (
      "--data=labels.csv --loss=cross-entropy --architecture=2-2-3", 65, "label of example 2",
      "from 0 to 2"
    ),
    ("--data=labels.csv --architecture=5-1", 65, "number of columns 3", "6 columns"),
    ("--data=nan.csv", 65, "input 2 of example 1", "finite"),
  ])
  func refuses(_ words: String, _ status: Int32, _ value: String, _ remedy: String) throws {
    let folder = try TemporaryFolder()
    try "1,2,0\n3,4,7\n".write(toFile: folder("labels.csv"), atomically: true, encoding: .utf8)
    try "1,nan,0\n3,4,1\n".write(toFile: folder("nan.csv"), atomically: true, encoding: .utf8)
    let result = try Command.run(
      ["network", "index-loss", "--output", "o"] + words.split(separator: " ").map(String.init),
      in: folder.path)
    #expect(result.status == status, "\(result.errors)")
    #expect(result.messages.count == 1)
    #expect(result.errors.contains(value) && result.errors.contains(remedy), "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder("o")))
  }

  /// ReLU has no Hessian at its kinks; searches that meet one are counted as not finite.
  @Test func kinksAreCounted() throws {
    let folder = try TemporaryFolder()
    let result = try Command.run([
      "network", "index-loss", "--activation", "relu", "--points", "20", "--limit", "400",
      "--output", folder("o"), "--no-figure", "--json",
    ])
    #expect(result.status == 1)
    let json = try result.json()
    #expect((json["verdict"] as? String)?.contains("kinks") == true)
    let outcomes = try #require(json["outcomes"] as? [String: Int])
    #expect(outcomes.values.reduce(0, +) == json["attempted"] as? Int)
  }
}
