import ArrayFiles
import Foundation
import LinearAlgebra
import OutputFiles
import TestSupport
import Testing

@Suite struct SpectrumTests {
  private static let size = 60

  /// Numbers that look random: multiples of the golden ratio and others, normal by Box and Muller.
  private static func noise(_ count: Int) -> [Double] {
    (0..<count).map { k in
      let u = (0.5 + Double(k) * 0.6180339887498949).truncatingRemainder(dividingBy: 1)
      let v = (0.3 + Double(k * k % 7919) * 0.7548776662466927).truncatingRemainder(dividingBy: 1)
      return (-2 * log(1 - u)).squareRoot() * cos(2 * .pi * v)
    }
  }

  /// Rows of a symmetric matrix with one strong entry.
  private static func symmetric(unit: Double = 1) -> [[Double]] {
    let numbers = noise(size * size)
    return (0..<size).map { i in
      (0..<size).map { j in
        unit * (numbers[size * max(i, j) + min(i, j)] + (i == 0 && j == 0 ? 40 : 0))
      }
    }
  }

  private static func csv(_ rows: [[Double]]) -> String {
    rows.map { $0.map { "\($0)" }.joined(separator: ",") + "\n" }.joined()
  }

  private func run(_ text: String, _ arguments: [String] = []) throws -> Command.Result {
    let folder = try TemporaryFolder()
    try text.write(toFile: folder("in.csv"), atomically: true, encoding: .utf8)
    return try Command.run(
      ["spectrum", "in.csv", "--references", "39"] + arguments, in: folder.path)
  }

  private func numbers(_ result: Command.Result) throws -> [String: Any] {
    #expect(result.status == 0, "\(result.errors)")
    return try result.json().filter { !["seconds", "model", "files"].contains($0.key) }
  }

  /// The same matrix in four forms gives the same object; the trace is that of the eigenvalues written; the strong entry is
  /// the outlier.
  @Test func formats() throws {
    let folder = try TemporaryFolder()
    let rows = Self.symmetric()
    let text = Self.csv(rows)
    let plain = try numbers(run(text, ["--json"]))
    #expect(plain["count"] as? Int == Self.size && plain["zeros"] as? Int == 0)
    let outliers = try #require(plain["outliers"] as? [[String: Any]])
    #expect(outliers.count == 1)
    #expect(try #require(outliers[0]["pValue"] as? Double) < 1e-10)
    let strength = try #require(outliers[0]["strength"] as? Double)
    #expect(abs(strength - 40) < 4)
    let header = "# made by hand\n" + rows.indices.map { "v\($0)" }.joined(separator: ",") + "\r\n"
    let other = try numbers(run(header + text.replacing("\n", with: "\r\n"), ["--json"]))
    #expect(NSDictionary(dictionary: other) == NSDictionary(dictionary: plain))
    let spaces = try numbers(run(text.replacing(",", with: "  "), ["--json"]))
    #expect(NSDictionary(dictionary: spaces) == NSDictionary(dictionary: plain))
    try ArrayFile(folder("m.h5")).write([
      Dataset("/a/m", shape: [Self.size, Self.size], values: rows.flatMap(\.self))
    ])
    for dataset in [[], ["--dataset", "/a/m"]] {
      let array = try numbers(
        Command.run(
          [
            "spectrum", folder("m.h5"), "--references", "39", "--json", "--output", folder("out"),
            "--no-figure",
          ] + dataset))
      #expect(NSDictionary(dictionary: array) == NSDictionary(dictionary: plain))
    }
    let table = try DataTable(readingFrom: folder("out/eigenvalues.csv"))
    let trace = rows.indices.reduce(0) { $0 + rows[$1][$1] }
    let eigenvalues = try #require(table["eigenvalue"])
    #expect(abs(eigenvalues.reduce(0, +) - trace) < 1e-10 * trace)
    let list = try numbers(run(eigenvalues.map { "\($0)" }.joined(separator: "\n"), ["--json"]))
    #expect(NSDictionary(dictionary: list) == NSDictionary(dictionary: plain))
  }

  /// Files, a figure, and a text of a few lines.
  @Test func files() throws {
    let folder = try TemporaryFolder()
    try Self.csv(Self.symmetric()).write(
      toFile: folder("m.csv"), atomically: true, encoding: .utf8)
    let result = try Command.run(
      ["spectrum", "m.csv", "--references", "39", "--output", "out"], in: folder.path)
    #expect(result.status == 0)
    // Of 39 references none is one in a thousand.
    let strict = try Command.run(
      ["spectrum", "m.csv", "--references", "39", "--level", "0.001"], in: folder.path)
    #expect(strict.output.contains("inconclusive, level 0.001 takes 999 references"))
    #expect(strict.output.contains("nothing decided, level 0.001 takes 1999 references"))
    for words in [
      "semicircle law", "strength θ", "mean spacing ratio", "p, GOE", "consistent with",
    ] {
      #expect(result.output.contains(words), "\(result.output)")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder("out")).sorted()
    #expect(
      names == [
        "density.csv", "eigenvalues.csv", "spectrum.csv", "spectrum.gp", "spectrum.pdf",
        "spectrum.png", "spectrum.svg", "statistics.csv",
      ])
    let table = try DataTable(readingFrom: folder("out/statistics.csv"))
    #expect(try #require(table["p_value"]).allSatisfy { $0 > 0 && $0 <= 1 })
  }

  /// A data table: constant columns are told of, a strong column is an outlier, and fewer observations than variables leave
  /// zeros.
  @Test(arguments: [(100, 30, 0), (30, 45, 16)]) func data(_ n: Int, _ p: Int, _ zeros: Int) throws
  {
    let noise = Self.noise(n * p)
    let rows = (0..<n).map { j in
      [7.5] + (0..<p).map { i in noise[p * j + i] * (i == 3 ? 12 : 1) } + [0]
    }
    let json = try numbers(run(Self.csv(rows), ["--data", "--json"]))
    #expect(json["count"] as? Int == p && json["zeros"] as? Int == zeros)
    #expect(json["constantColumns"] as? Int == 2)
    #expect((json["outliers"] as? [Any])?.count == 1)
    let fit = try #require(json["fit"] as? [String: Any])
    #expect(fit["law"] as? String == "marchenko-pastur")
    let parameters = try #require(fit["parameters"] as? [String: Double])
    #expect(abs(parameters["ratio"]! - Double(p) / Double(n - 1)) < 1e-12)
    #expect(abs(parameters["variance"]! - 1) < 0.2)
    let lines = try run(Self.csv(rows), ["--data", "--standardize"]).output
    #expect(lines.contains("constant, set aside: column 1, \(p + 2)\n"), "\(lines)")
    #expect(lines.contains("none beyond its edges"), "\(lines)")
  }

  /// In another unit parameters and outliers have it, and all other numbers stay.
  @Test(arguments: [1e-9, 1e9]) func units(_ unit: Double) throws {
    let (plain, scaled) = try (
      numbers(run(Self.csv(Self.symmetric()), ["--json"])),
      numbers(run(Self.csv(Self.symmetric(unit: unit)), ["--json"]))
    )
    for key in ["meanSpacingRatio", "spacingDistance"] {
      let (a, b) = (scaled[key] as! [String: Double], plain[key] as! [String: Double])
      for (name, value) in b { #expect(abs(a[name]! - value) < 1e-9, "\(key), \(name)") }
    }
    let (a, b) = (scaled["fit"] as! [String: Any], plain["fit"] as! [String: Any])
    #expect(a["law"] as? String == b["law"] as? String)
    #expect(a["pValue"] as? Double == b["pValue"] as? Double)
    let radius = { (fit: [String: Any]) in (fit["parameters"] as! [String: Double])["radius"]! }
    #expect(abs(radius(a) / unit / radius(b) - 1) < 1e-9)
  }

  @Test(arguments: [
    ("1,2\n3,4\n5,6", "", 65, "3 rows and 2 columns", "--data"),
    ("1,2\n3,4", "", 65, "(1, 2) and (2, 1) differ by 0.25 of", "symmetric"),
    ("1,nan\n2,4", "", 65, "row 1, column 2 of 'in.csv' is nan", "finite"),
    ("1,2\n2,inf", "", 65, "row 2, column 2 of 'in.csv' is inf", "finite"),
    ("1,2\n2,x", "", 65, "line 2, column 2 is 'x'", "numbers"),
    ("a,b\n1,2\n2,", "", 65, "line 3, column 2 is ''", "numbers"),
    ("1,2\n3", "", 65, "line 2 has 1 cells", "2"),
    ("", "", 65, "has none", "rows"), ("# a\nb,c\n", "", 65, "has none", "rows"),
    ("1,2,3", "--data", 65, "one row", "11"),
    ("1,2,3", "", 65, "not zero 3", "10 or more"),
    ("1,1\n1,1", "--data", 65, "vary 0", "1 or more"),
    ("1\n2", "--standardize", 64, "--standardize", "--data"),
    ("1\n2", "--data --observations 7", 64, "--observations", "leave out"),
    ("1\n2", "--observations 0", 64, "--observations 0", "from 1"),
    ("1\n2", "--references 18", 64, "--references 18", "19"),
    ("1\n2", "--level 0", 64, "--level 0", "0.5"),
    ("1\n2", "--law cauchy", 64, "cauchy", "semicircle"),
    ("1\n2", "--dataset x", 65, "in.csv", "not an HDF5 file"),
    ("1\n2", "--output /dev/null/x", 65, "/dev/null", "choose"),
  ])
  func badInput(
    _ text: String, _ arguments: String, _ status: Int32, _ value: String, _ remedy: String
  ) throws {
    let folder = try TemporaryFolder()
    try text.write(toFile: folder("in.csv"), atomically: true, encoding: .utf8)
    var line = ["spectrum", "in.csv"] + arguments.split(separator: " ").map(String.init)
    if !line.contains("--output") { line += ["--output", "out"] }
    let clock = ContinuousClock.now
    let result = try Command.run(line, in: folder.path)
    #expect(result.status == status && result.output.isEmpty, "\(result)")
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    #expect(result.errors.contains(value) && result.errors.contains(remedy), "\(result.errors)")
    #expect(try folder.names() == ["in.csv"])
    #expect(clock.duration(to: .now) < .seconds(5))
  }

  /// Arrays: what there is where a name is wrong or missing, and shapes; also one that no memory holds.
  @Test func badArrays() throws {
    let folder = try TemporaryFolder()
    try ArrayFile(folder("two.h5")).write([
      Dataset("/a/x", [1, 2]), Dataset("/b", shape: [2, 2, 2], values: [1, 2, 3, 4, 5, 6, 7, 8]),
    ])
    for (arguments, words) in [
      ([], "2 datasets of numbers, /a/x, /b; name one with --dataset"),
      (["--dataset", "/c"], "no dataset '/c' in 'two.h5'; it has /a/x, /b"),
      (["--dataset", "/b"], "has shape [2, 2, 2]"), (["--dataset", "/a/x"], "10 or more"),
    ] {
      let result = try Command.run(["spectrum", "two.h5"] + arguments, in: folder.path)
      #expect(result.status == 65 && result.messages.count == 1)
      #expect(result.errors.contains(words), "\(result.errors)")
    }
    let absent = try Command.run(["spectrum", folder("absent.csv")])
    #expect(absent.status == 65 && absent.messages.count == 1)
  }
}
