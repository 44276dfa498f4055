import OutputFiles
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

  @Test func tableWithoutColumnsIsItsComments() {
    #expect(DataTable(comments: ["only"]).csv() == "# only\n")
  }

  @Test func unequalColumnsTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = DataTable(columns: [.init("a", [1]), .init("b", [1, 2])]).csv()
    }
  }
}
