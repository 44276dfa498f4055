import ArrayFiles
import Foundation
import TestSupport
import Testing

@Suite struct NetworkTrainTests {
  private let small = [
    "network", "train", "--architecture", "3-3-1", "--examples", "40", "--starts", "10", "--time",
    "50",
  ]

  @Test func writesTablesFiguresAndJSON() throws {
    let folder = try TemporaryFolder()
    let result = try Command.run(
      small + ["--held-out", "20", "--output", folder("o"), "--json"])
    #expect(result.status == 0, "\(result.errors)")
    let json = try result.json()
    let times = try #require(json["time"] as? [Double])
    let losses = try #require(json["loss"] as? [Double])
    let end = try #require(json["finalLoss"] as? [String: Double])
    #expect(times.count == losses.count && losses.last == end["mean"])
    #expect(zip(losses, losses.dropFirst()).allSatisfy { $1 <= $0 } && end["standardError"]! > 0)
    #expect((json["finalOthers"] as? [String: Double])?["held_out_loss"] != nil)
    let files = try #require(json["files"] as? [String])
    for file in files { #expect(FileManager.default.fileExists(atPath: file)) }
    // By hand from the table: the mean over starts.
    let rows = try folder.text("o/runs.csv").split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(
      rows.count == 11
        && rows[0]
          == "sample,start,outcome,loss,gradient_norm,index,loss_without_decay,held_out_loss"
    )
    let ends = rows.dropFirst().compactMap { Double($0.split(separator: ",")[3]) }
    #expect(abs(ends.reduce(0, +) / 10 - end["mean"]!) < 1e-12 * end["mean"]!)
    // Index fractions from the table of eigenvalues.
    let fractions = try #require(json["hessianIndexFraction"] as? [Double])
    let spectra = try folder.text("o/spectra.csv").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.dropFirst().map { $0.split(separator: ",") }
    for (place, fraction) in fractions.enumerated() {
      let negative = spectra.filter { Int($0[0]) == place && Double($0[4])! < 0 }
      #expect(abs(negative.reduce(0) { $0 + Double($1[5])! } - fraction) < 1e-12)
    }
  }

  @Test(arguments: [
    "sgd --mini-batches=4", "langevin --temperature=0.001", "adam --mini-batches=8",
  ])
  func sameSeedSameBytesForAnyNumberOfThreads(_ method: String) throws {
    let folder = try TemporaryFolder()
    for threads in ["1", "2"] {
      let result = try Command.run(
        small + ["--method"] + method.split(separator: " ").map(String.init)
          + ["--no-figure", "--threads", threads, "--output", folder(threads)])
      #expect(result.status == 0, "\(result.errors)")
    }
    for file in ["runs.csv", "trajectories.csv", "losses-table.csv", "spectra.csv"] {
      #expect(try folder.data("1/\(file)") == folder.data("2/\(file)"))
    }
  }

  /// Every method brings the loss down, but for Newton's, which goes to saddles.
  @Test(arguments: [
    "gradient-descent", "gradient-flow", "momentum", "nesterov", "rmsprop", "adam", "sgd", "kicked",
    "saddle-free", "shifted-newton", "newton",
  ]) func methods(_ method: String) throws {
    let folder = try TemporaryFolder()
    let result = try Command.run([
      "network", "train", "--architecture", "3-3-1", "--examples", "40", "--starts", "8",
      "--method", method, "--no-figure", "--output", folder("o"), "--json",
    ])
    #expect(result.status == 0, "\(result.errors)")
    let losses = try #require(try result.json()["loss"] as? [Double])
    #expect(method == "newton" || losses.last! < losses[0] / 3, "\(losses)")
    #expect(losses.allSatisfy { $0 > 0 })
  }

  /// Beyond 500 parameters spectra are from products with random vectors.
  @Test func manyParameters() throws {
    let folder = try TemporaryFolder()
    let result = try Command.run([
      "network", "train", "--architecture", "20-40-2", "--examples", "50", "--starts", "2",
      "--time", "3", "--no-figure", "--output", folder("o"), "--json",
    ])
    #expect(result.status == 0, "\(result.errors)")
    let json = try result.json()
    #expect(json["parameters"] as? Int == 922)
    let errors = try #require(json["hessianIndexFractionStandardError"] as? [Double])
    #expect(errors.allSatisfy { $0 > 0 && $0 < 0.1 })
    let rows = try folder.text("o/runs.csv").split(separator: "\n")
    #expect(rows.last?.hasSuffix(",") == true)
  }

  /// Classes from an HDF5 file, as `labels` and as `targets`, in a group too; the last examples are held out.
  @Test func readsHDF5() throws {
    let folder = try TemporaryFolder()
    func text(_ output: String) throws -> String { try folder.text("\(output)/runs.csv") }
    for (number, group) in ["", "digits/"].enumerated() {
      try Self.write(folder("\(number).h5"), group: group)
      let result = try Command.run([
        "network", "train", "--architecture", "2-3-3", "--loss", "cross-entropy", "--data",
        folder("\(number).h5"), "--held-out", "10", "--starts", "4", "--no-figure", "--output",
        folder("o\(number)"), "--json",
      ])
      #expect(result.status == 0, "\(result.errors)")
      let others = try #require(try result.json()["finalOthers"] as? [String: Double])
      #expect(others["error_rate"]! < 0.1 && others["held_out_error_rate"]! <= 0.2)
    }
    // The name of the file stands among the comments.
    let rows = try ["o0", "o1"].map { folder in
      try text(folder).split(separator: "\n").filter { !$0.hasPrefix("#") }
    }
    #expect(rows[0] == rows[1])
  }

  /// Sixty points about three corners, as one number of a class each.
  private static func write(_ path: String, group: String) throws {
    let corners: [[Double]] = [[0, 0], [4, 0], [0, 4]]
    let inputs = (0..<60).flatMap { i -> [Double] in
      let (corner, x, y) = (corners[i % 3], 0.1 * Double(i % 7), 0.1 * Double(i % 5))
      return [corner[0] + x, corner[1] - y]
    }
    try ArrayFile(path).write([
      Dataset("/\(group)inputs", shape: [60, 2], values: inputs),
      Dataset("/\(group)labels", shape: [60], values: (0..<60).map { Double($0 % 3) }),
    ])
  }

  @Test func refusesHDF5WithoutInputs() throws {
    let folder = try TemporaryFolder()
    try ArrayFile(folder("x.h5")).write([Dataset("/labels", shape: [1], values: [0])])
    let result = try Command.run([
      "network", "train", "--data", folder("x.h5"), "--output", folder("o"),
    ])
    #expect(result.status == 65 && result.messages.count == 1)
    #expect(result.errors.contains("datasets named inputs 0"), "\(result.errors)")
  }

  @Test(arguments: [
    ("--architecture=3-2-1 --held-out=0", 64, "--held-out 0", "from 1"),
    ("--data=xor --held-out=2", 64, "--held-out", "teacher, random-labels, clusters and files"),
    ("--data=few.csv --held-out=2", 65, "--held-out 2", "at most 1"),
    ("--mini-batches=61", 64, "--mini-batches 61", "1 to 60"),
    ("--method=newton --mini-batches=2", 64, "--mini-batches", "newton"),
    ("--spread=0", 64, "--spread 0", "from"), ("--starts=0", 64, "--starts 0", "from 1"),
    ("--method=langevin", 64, "--temperature", "needs"),
    ("--architecture=1000000-1000000-1", 65, "MB of memory", "fewer --starts or units"),
    ("--step=1 --time=1e15", 64, "--time 1", "more than 100000000 steps"),
  ])
  func refuses(_ words: String, _ status: Int32, _ value: String, _ remedy: String) throws {
    let folder = try TemporaryFolder()
    try "1,2,0\n3,4,7\n".write(toFile: folder("few.csv"), atomically: true, encoding: .utf8)
    let result = try Command.run(
      ["network", "train", "--output", "o"] + words.split(separator: " ").map(String.init),
      in: folder.path)
    #expect(result.status == status, "\(result.errors)")
    #expect(result.messages.count == 1)
    #expect(result.errors.contains(value) && result.errors.contains(remedy), "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder("o")))
  }
}
