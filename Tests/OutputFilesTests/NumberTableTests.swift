import OutputFiles
import TestSupport
import Testing

@Suite struct NumberTableTests {
  @Test(arguments: [
    ("1,2\n3,4", 2, [1, 2, 3, 4]), ("1 2\n3\t4\n", 2, [1, 2, 3, 4]),
    ("# c\n\na, b\r\n 1 ,\"2\"\r\n#d\r\n3,4e-2\r\n\r\n", 2, [1, 2, 3, 0.04]),
    ("\u{FEFF}x\n-1.5\n+2\n", 1, [-1.5, 2]), ("1,2,3", 3, [1, 2, 3]),
    ("a b\n1 2", 2, [1, 2]), ("  7  8 ", 2, [7, 8]),
  ])
  func numbers(_ text: String, _ columns: Int, _ values: [Double]) throws {
    let table = try NumberTable(csv: text)
    #expect(table.columns == columns && table.values == values)
    #expect(table.rows == values.count / columns)
  }

  @Test func notFinite() throws {
    let table = try NumberTable(csv: "nan,inf,-inf\n1,2,3")
    #expect(table.values[0].isNaN && table.values[1] == .infinity && table.values[2] == -.infinity)
  }

  @Test(arguments: [
    ("", NumberTableError.empty), ("# a\nx,y\n", .empty),
    ("1,2\nx,3", .notANumber(line: 2, column: 1, text: "x")),
    ("a,1\n2,3", .notANumber(line: 1, column: 1, text: "a")),
    ("a,b\nc,d", .notANumber(line: 2, column: 1, text: "c")),
    ("#\n1,2\n\n3,", .notANumber(line: 4, column: 2, text: "")),
    ("1,2\n3", .ragged(line: 2, count: 1, expected: 2)),
    ("1\n2 3", .ragged(line: 2, count: 2, expected: 1)),
  ])
  func refusals(_ text: String, _ expected: NumberTableError) {
    let error = #expect(throws: NumberTableError.self) { try NumberTable(csv: text) }
    #expect(error == expected)
    #expect(error?.description.contains("\n") == false)
  }

  @Test func absent() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: NumberTableError.self) {
      try NumberTable(readingFrom: folder("absent.csv"))
    }
    #expect(error?.description.contains("absent.csv") == true)
  }
}
