import Foundation
import OutputFiles
import TestSupport
import Testing

@Suite struct DataTableTests {
  @Test func layoutIsCommentsHeaderRows() {
    let table = DataTable(
      comments: ["seed 7", "two\nlines", ""],
      columns: [
        .init("N", [100, -3]), .init("E, per spin", [0.1, nil]), .init("note", ["", "plain"]),
      ])
    #expect(
      table.csv() == """
        # seed 7
        # two
        # lines
        #
        N,"E, per spin",note
        100,0.1,""
        -3,,plain

        """)
  }

  @Test func realsReadBackBitForBit() throws {
    let values = [
      0.1, 1 / 3.0, -0.0, .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude,
      .ulpOfOne, 1e16, 1e-5,
      123_456_789.123_456_78, .pi, .infinity, -.infinity,
    ]
    let rows = DataTable(columns: [.init("x", values)]).csv().split(separator: "\n").dropFirst()
    let back = try rows.map { try #require(Double(String($0))) }
    #expect(back.map(\.bitPattern) == values.map(\.bitPattern))
  }

  @Test func notANumberHasOneSpelling() {
    let values = [Double.nan, -.nan, .signalingNaN, Double(nan: 7, signaling: false)]
    #expect(DataTable(columns: [.init("x", values)]).csv() == "x\nnan\nnan\nnan\nnan\n")
  }

  @Test(arguments: [
    "a,b", "say \"no\"", "line\nbreak", "return\r", "crlf\r\n", " led", "trailed ",
    "# not a comment", "\"",
  ])
  func awkwardTextIsQuotedAndReadsBack(text: String) {
    let csv = DataTable(columns: [.init("t", [text, "next"])]).csv()
    #expect(csv.hasPrefix("t\n\"") && csv.hasSuffix("\"\nnext\n"))
    let inner = csv.dropFirst(3).dropLast(7)
    #expect(inner.replacing("\"\"", with: "\"") == text)
  }

  @Test(arguments: ["converged", "λ = 2", "it's", "50 %", "a;b"])
  func plainTextIsNotQuoted(text: String) {
    #expect(DataTable(columns: [.init("t", [text])]).csv() == "t\n\(text)\n")
  }

  @Test func readsBackWhatItWrites() throws {
    let texts = [
      "a,b", "say \"no\"", "line\nbreak", "return\r", "crlf\r\n", " led", "# no comment", "\"", "",
      "5", "-3.5e7", "nan", "inf", "-inf", "λ = 2", "1/2", "0x10",
    ]
    let table = DataTable(
      comments: ["seed 7", "", "two words"],
      columns: [
        .init("a, \"b\"", texts), .init("n", texts.indices.map { $0 - 3 }),
        .init("m", texts.indices.map { $0 == 2 ? nil : $0 }),
        .init("x", texts.indices.map { pow(-7.1, Double($0 * $0)) }),
        .init("y", texts.indices.map { $0 == 0 ? -Double.infinity : $0 == 1 ? 2 : nil }),
      ])
    #expect(try DataTable(csv: table.csv()) == table)
    #expect(try DataTable(csv: DataTable(comments: ["only"]).csv()).comments == ["only"])
    // Numbers by name; NaN equals nothing.
    let read = try DataTable(csv: "t,x\r\n1,nan\r\n2,\r\nfew,0.5\r\n")
    #expect(read["t"]?.prefix(2) == [1, 2] && read["t"]?[2].isNaN == true)
    #expect(read["x"]?[2] == 0.5 && read["x"]?.prefix(2).allSatisfy(\.isNaN) == true)
    #expect(read["z"] == nil)
  }

  /// Foreign texts: one line that names the row, or a table; never a crash.
  @Test(arguments: [
    ("a,b\n1\n", 2), ("a\n\"x\n\n", 2), ("a\n\"x\"y\n", 2), ("# c\na,b\n1,2\n3,4,5\n", 4),
  ])
  func refusesWhatIsNone(text: String, line: Int) {
    #expect {
      try DataTable(csv: text)
    } throws: { error in
      guard case .malformed(line, _) = error as? DataTableError else { return false }
      return !"\(error)".contains("\n")
    }
  }

  /// `SADDLERY_FUZZ_TEXTS=1000000` for a long run.
  @Test func anyBytesAreATableOrRefused() {
    let count =
      ProcessInfo.processInfo.environment["SADDLERY_FUZZ_TEXTS"].flatMap(Int.init) ?? 20_000
    var refused = 0
    var mutations = Mutations(seed: 3)
    let text = Array("# c\na,\"b\"\n1,\"x\"\"y\"\n-inf,\n".utf8)
    for _ in 0..<count {
      let mutated = String(decoding: mutations.mutate(text), as: UTF8.self)
      do {
        let table = try DataTable(csv: mutated)
        let rows = table.columns.first?.cells.count
        #expect(table.columns.allSatisfy { $0.cells.count == rows })
      } catch { refused += 1 }
    }
    #expect(refused > 0 && refused < count)
  }

  @Test func tableWithoutColumnsIsItsComments() {
    #expect(DataTable(comments: ["only"]).csv() == "# only\n")
  }

  @Test func unequalColumnsTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = DataTable(columns: [.init("a", [1]), .init("b", [1, 2])]).csv()
    }
  }
}
