import Foundation
import Runs
import TestSupport
import Testing

@Suite struct RecipeTests {
  private func read(_ text: String) throws -> Recipe { try Recipe(text, name: "r.toml") }

  private static func title(_ part: Recipe.Part) -> String {
    part.swept.map { "\($0.key) = \($0.value)" }.joined(separator: ", ")
  }

  @Test func settingsWithTheirLines() throws {
    let recipe = try read(
      """
      # A comment.
      task = "x"

      [model]
      n = 20  # spins
      "p" = 3
      [ run ]
      share = 0.5
      words = ["a", "b"]
      truth = true
      """)
    #expect(recipe.task == "x" && recipe.taskLine == 2)
    #expect(recipe.settings.map(\.key) == ["n", "p", "share", "words", "truth"])
    #expect(recipe.settings.map(\.section) == ["model", "model", "run", "run", "run"])
    #expect(recipe.settings.map(\.line) == [5, 6, 8, 9, 10])
    #expect(
      recipe.settings.map(\.value) == [
        .integer(20), .integer(3), .real(0.5), .list([.text("a"), .text("b")]), .truth(true),
      ])
  }

  /// Values as TOML has them.
  @Test func values() throws {
    let recipe = try read(
      "task = 'C:\\x'\r\n[v]\na = -1_000 # c\nb = 0x1F\nc = 0o17\nd = 0b101\ne = 6.5e-3\nf = -inf\n"
        + "g = \"\\u00e9 \\\"q\\\" \\t\"\nh = [ # c\n 1,\n\n 2.0, ]\ni = []\nj = ''\nk = 1e5\n'l m' = false"
    )
    #expect(recipe.task == "C:\\x")
    #expect(
      recipe.settings.map(\.value) == [
        .integer(-1000), .integer(31), .integer(15), .integer(5), .real(6.5e-3), .real(-.infinity),
        .text("é \"q\" \t"), .list([.integer(1), .real(2)]), .list([]), .text(""), .real(1e5),
        .truth(false),
      ])
    #expect(recipe.settings.last?.key == "l m" && recipe.settings.last?.line == 17)
  }

  /// The last list goes through its values first; lists by nature stay whole.
  @Test func sweeps() throws {
    let recipe = try read(
      """
      task = "x"
      [a]
      n = [1, 2]
      k = [7, 8]
      m = 3
      s = ["u", "v"]
      """)
    let parts = try recipe.parts(lists: ["k"])
    #expect(
      parts.map(Self.title) == ["n = 1, s = u", "n = 1, s = v", "n = 2, s = u", "n = 2, s = v"])
    #expect(parts.allSatisfy { $0.settings.count == 4 })
    #expect(
      parts[2].settings.map(\.value) == [
        .integer(2), .list([.integer(7), .integer(8)]), .integer(3), .text("u"),
      ])
    #expect(try read("task = \"x\"\n[a]\nk = [[1, 2], [3]]").parts(lists: ["k"]).count == 2)
    #expect(try read("task = \"x\"").parts(lists: []).map(Self.title) == [""])
  }

  @Test(arguments: [
    ("task = ", "r.toml:1: "), ("task = \"x\"\n[a\n", "r.toml:2: "),
    ("task = \"x\"\n[a]\nb = 1\nb = 2", "r.toml:4: 'b' is there twice"),
    ("[a]\nb = 1", "r.toml:1: the key task"),
    ("task = 3", "r.toml:1: task 3"),
    ("task = \"x\"\n[a]\nb = 1979-05-27", "r.toml:3: 1979-05-27 is not valid"),
    ("task = \"x\"\n[a]\nb = {c = 1}", "r.toml:3: a table {...} is not valid"),
    ("task = \"x\"\n[a]\nb = [\n[[1]]]", "r.toml:4: a list of lists of lists"),
    ("task = \"x\"\n[a]\nb.c = 1", "r.toml:3: a key of several parts"),
    ("task = \"x\"\n[[a]]", "r.toml:2: a list of sections"),
    ("task = \"\"\"x\"\"\"", "r.toml:1: a text of several lines"),
    ("task = \"x\"\n[a]\n[b]\n[a]", "r.toml:4: [a] is there twice"),
    ("task = \"x", "r.toml:1: a text has no end"), ("task = \"x\\q\"", "r.toml:1: \\q is not"),
    ("task = \"\\ud800\"", "r.toml:1: \\ud800 is no character"),
    ("task = \"x\" n = 1", "r.toml:1: 'n' is not valid here"),
    ("task = \"x\"\nb = +0x1f", "r.toml:2: +0x1f is not valid"),
    ("task = \"x\"\nb = 01", "r.toml:2: 01 is not valid"),
    ("task = \"x\"\nb = 1_", "r.toml:2: 1_ is not valid"),
    ("task = \"x\"\nb = .5", "r.toml:2: .5 is not valid"),
    ("task = \"x\"\nb = [1 2]", "r.toml:2: '2' is not valid in a list"),
    ("task = \"x\"\nb = [1,", "r.toml:2: the end of the file is not valid here"),
    ("\u{feff}task = \"x\"", "r.toml:1: "),
    ("task = \"x\"\n[a]\nb = []", "r.toml:3: b []"),
    ("task = \"x\"\n[a]\nb = [1, 1]", "r.toml:3: b names a value twice"),
    ("task = \"x\0\"", "r.toml:1: '\0' is not valid in a text"), ("", "r.toml:1: the key task"),
    ("task = \"x\"\n[a]\nb = 99999999999999999999", "r.toml:3: "),
  ])
  func refusals(_ text: String, _ start: String) {
    do {
      _ = try read(text).parts(lists: [])
      Issue.record("read \(text)")
    } catch {
      #expect("\(error)".hasPrefix(start), "\(error)")
    }
  }

  @Test func tooLarge() throws {
    #expect(throws: RecipeError.self) {
      _ = try read(String(repeating: "#", count: Recipe.longest + 1))
    }
    let wide = (1...400).map(String.init).joined(separator: ", ")
    #expect(throws: RecipeError.self) {
      _ = try read("task = \"x\"\n[a]\nb = [\(wide)]\nc = [\(wide)]").parts(lists: [])
    }
  }

  @Test(arguments: Corpus.recipes) func corpus(_ file: URL) throws {
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let isRefused = file.lastPathComponent.hasPrefix("refused-")
    #expect(((try? read(text).parts(lists: ["d", "target-index"])) == nil) == isRefused)
  }

  /// Recipes with bytes changed, dropped, doubled and exchanged: read or refused, in no time and with no more and more memory.
  @Test func fuzz() async {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardErrorContent]
    ) {
      let seeds = try Corpus.recipes.map { Array(try Data(contentsOf: $0)) }
      let letters = Array("[]{}=\"'#.,\n\t -+_0123456789eExabtrufalsn\\\u{1}\u{7f}".utf8)
      let count = fuzzCount(default: isLong ? 100_000 : 30_000)
      let memory = MemoryGrowth(after: count / 4)
      for number in 0..<count {
        var random = Mutations(seed: UInt64(number))
        var bytes = random.mutate(seeds[number % seeds.count])
        for _ in 0..<random.below(6) where !bytes.isEmpty {
          bytes[random.below(bytes.count)] = letters[random.below(letters.count)]
        }
        _ = try? Recipe(String(decoding: bytes, as: UTF8.self), name: "r").parts(lists: ["d"])
        memory.step()
      }
      FileHandle.standardError.write(Data(memory.faults.joined().utf8))
    }
    #expect(String(decoding: result?.standardErrorContent ?? [], as: UTF8.self) == "")
  }
}
