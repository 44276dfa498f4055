import Foundation
import Questions
import TestSupport
import Testing

/// `saddlery demo`. That every experiment ends with its sentence is tested where all are run (`ExperimentsTests`).
@Suite struct DemoTests {
  /// What is drawn nowhere and takes a blink.
  private static let fast = "finite-size-curve"

  @Test func listHasEveryExperimentOnce() throws {
    let lines = try Command.run(["demo"]).output.split(separator: "\n")
    let object = try Command.run(["demo", "--json"]).json()
    let names = try #require(object["experiments"] as? [String])
    let questions = try #require(object["questions"] as? [String])
    #expect(names.count == Experiments.all.count && Set(names).count == names.count)
    #expect(Set(questions) == Set(Experiments.all.map { $0.question }))
    for (number, (name, question)) in zip(1..., zip(names, questions)) {
      #expect(
        lines.contains {
          $0.hasPrefix("  ") && $0.contains(" \(number)  \(name) ") && $0.hasSuffix(question)
        })
    }
    #expect(names.contains("entropy-sgd") && names.contains("critical-points-of-a-plane"))
    #expect(lines.count == names.count + Experiments.topics.count + 1)
  }

  /// Names in any spelling, and numbers, are one experiment; its files and its sentence are those of `experiments`.
  @Test(arguments: [fast, "FiniteSizeCurve", "2", "finite size curve"])
  func runsOne(name: String) throws {
    let folder = try TemporaryFolder()
    let result = try Command.run(["demo", name], in: folder.path)
    #expect(result.status == 0 && result.errors.isEmpty)
    let lines = result.output.split(separator: "\n")
    for file in lines.dropLast(2) {
      #expect(FileManager.default.fileExists(atPath: folder(String(file))), "\(file)")
    }
    #expect(try folder.names() == ["demo"])
    #expect(lines.contains("demo/\(Self.fast)/curves.svg"))
    let other = try Command.run(
      ["FiniteSizeCurve", "--quick", "--output", folder("out")], of: "experiments")
    #expect(lines.last == other.output.split(separator: "\n").last)
    #expect(lines.last?.hasPrefix("To the question") == true)
  }

  @Test func fullAndSeedAndJSON() throws {
    let folder = try TemporaryFolder()
    func run(_ more: String...) throws -> [String: Any] {
      let result = try Command.run(
        ["demo"] + more + ["--output", folder("out"), "--json"], in: folder.path)
      #expect(result.status == 0 && result.errors.isEmpty)
      return try result.json()
    }
    let (quick, full) = (try run(Self.fast), try run(Self.fast, "--full"))
    #expect(quick["seed"] is NSNull && quick["full"] as? Bool == false)
    #expect(full["full"] as? Bool == true && full["verdict"] as? String == "reproduced")
    #expect(quick["answer"] as? String != full["answer"] as? String)
    let (one, two) = (
      try run("limit-cycles", "--seed", "1"), try run("limit-cycles", "--seed", "2")
    )
    #expect(one["answer"] as? String != two["answer"] as? String)
    #expect(try run("limit-cycles")["answer"] as? String == one["answer"] as? String)
    #expect(try folder.names() == ["out"])
  }

  @Test(
    arguments: [
      (["coin-flop"], 64, "coin-flip"), (["spin-funel"], 64, "did you mean spin-funnel?"),
      (["CoinFlips"], 64, "coin-flip"), (["34"], 64, "1 to 33"), (["0"], 64, "1 to 33"),
      ([""], 64, "demo"), (["--full"], 64, "--full"), (["--output", "o"], 64, "--output"),
      (["--seed", "1"], 64, "--seed"), ([fast, "--seed", "1"], 64, "--seed"),
      ([fast, "--seed", "x"], 64, "--seed"), ([fast, "more"], 64, "more"),
      ([fast, "--output", "/dev/null/o"], 65, "/dev/null"),
      ([String(repeating: "spin", count: 10_000)], 64, "demo"),
    ] as [([String], Int32, String)])
  func refusals(arguments: [String], status: Int32, word: String) throws {
    let folder = try TemporaryFolder()
    let start = ContinuousClock.now
    let result = try Command.run(["demo"] + arguments, in: folder.path)
    #expect(result.status == status && result.output.isEmpty)
    #expect(result.errors.split(separator: "\n").count == 1 && result.errors.contains(word))
    #expect(result.errors.utf8.count < 1000)
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(try folder.names() == [])
  }

  /// Without gnuplot data and scripts are written, the sentence is said, and the status says that figures are not there.
  @Test func withoutGnuplot() throws {
    let folder = try TemporaryFolder()
    let result = try Command.run(
      ["demo", Self.fast], in: folder.path, environment: ["PATH": folder.path])
    #expect(result.status == 70)
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(result.output.contains("\nTo the question"))
    #expect(FileManager.default.fileExists(atPath: folder("demo/\(Self.fast)/curves.gp")))
  }

  @Test func interrupted() throws {
    let folder = try TemporaryFolder()
    let (output, errors) = (Pipe(), Pipe())
    let process = try Command.start(
      ["demo", "index-versus-energy", "--full"], in: folder.path, output: output, errors: errors)
    while (try? folder.names()) == [] { usleep(10_000) }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 75)
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(text.hasPrefix("saddlery: interrupted") && text.split(separator: "\n").count == 1)
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    #expect(names?.allSatisfy { !$0.contains(".") } == true, "\(names ?? [])")
  }
}
