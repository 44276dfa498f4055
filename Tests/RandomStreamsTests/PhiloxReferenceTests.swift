import RandomStreams
import TestSupport
import Testing

@Suite("Philox and ziggurat against independent programs")
struct PhiloxReferenceTests {
  @Test("Random123's known answers of the block function")
  func random123() throws {
    let rows = try referenceTable("random123_kat.csv", in: .module).map { row in
      row.compactMap { UInt64($0, radix: 16) }
    }
    #expect(rows.count == 3)
    for v in rows {
      let block = Philox4x64.block(at: (v[0], v[1], v[2], v[3]), key: (v[4], v[5]))
      #expect([block.0, block.1, block.2, block.3] == Array(v[6...]))
    }
  }

  @Test("NumPy's words, with carries between all words of the counter")
  func numpy() throws {
    let rows = try referenceTable("philox_numpy.csv", in: .module).map { row in
      row.compactMap { UInt64($0, radix: 16) }
    }
    #expect(rows.count == 7)
    for v in rows {
      let stream = RandomStream(key: (v[0], v[1]), counter: (v[2], v[3], v[4], v[5]))
      let words = Array(v[6...])
      var single = stream
      #expect(words.map { _ in single.next() } == words)
      // The bulk path has its own carry.
      var bulk = stream
      #expect(bulk.uniforms(count: words.count) == words.map { Double($0 >> 11) / 0x1p53 })
    }
  }

  /// All branches: accepted at once, in a wedge, missed, in the tail.
  ///
  /// The bound: the base edge r is known to one unit in the last place, 4.4e-16, and the logarithmic
  /// derivative of the innermost edge in r is 366 (in 50-digit arithmetic), which gives 1.6e-13; 255
  /// roundings of the stacked height, 0.6e-16 each in root mean square, add 2e-14 there.
  @Test("Normal numbers and words taken, from 40-digit arithmetic")
  func ziggurat() throws {
    let rows = try referenceTable("ziggurat_mpmath.csv", in: .module)
    #expect(Set(rows.map { $0[3] }).isSuperset(of: ["fast", "wedge", "miss fast", "tail"]))
    let start = RandomStream(key: (2385, 1), counter: (0, 3, 11, 0))
    var stream = start
    var words = start
    var drawn = 0
    var taken = 0
    for row in rows {
      let (index, total) = (try #require(Int(row[0])), try #require(Int(row[1])))
      let expected = try #require(Double(row[2]))
      let x = try #require(stream.normals(count: index + 1 - drawn).last)
      drawn = index + 1
      try #require(abs(x - expected) <= 2e-13 * abs(expected), "draw \(index): \(x)")
      while taken < total {
        _ = words.next()
        taken += 1
      }
      var (afterNormals, afterWords) = (stream, words)
      try #require(afterNormals.next() == afterWords.next(), "draw \(index)")
    }
  }
}
