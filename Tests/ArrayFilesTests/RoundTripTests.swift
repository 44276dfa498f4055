import ArrayFiles
import Foundation
import TestSupport
import Testing

private let awkward = [0.1, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .infinity, .pi]

private let datasets = [
  Dataset("/couplings/2", shape: [2, 3], values: awkward, attributes: ["order": .integer(2)]),
  Dataset("/couplings/deep/3", shape: [1, 1, 2], values: [1, 2]),
  Dataset("/scalar", shape: [], values: [7.25]),
  Dataset("/vector", [1, 2, 3]),
  Dataset("/void", shape: [0, 4], values: []),
]

@Suite struct RoundTripTests {
  @Test func datasetsComeBackBitForBit() throws {
    let folder = try TemporaryFolder()
    let file = ArrayFile(folder("a.h5"))
    try file.write(datasets.reversed())
    #expect(try file.readAll() == datasets)
    let back = try file.read("/couplings/2").values
    #expect(back.map(\.bitPattern) == awkward.map(\.bitPattern))
    #expect(try folder.names() == ["a.h5"])
  }

  @Test func entriesTellSizes() throws {
    let folder = try TemporaryFolder()
    let file = ArrayFile(folder("a.h5"))
    try file.write(datasets)
    #expect(try file.entries().map(\.path) == datasets.map(\.path))
    #expect(try file.entries().map(\.shape) == datasets.map(\.shape))
    #expect(try file.entries().map(\.count) == datasets.map(\.values.count))
    for group in ["/couplings", "couplings/"] {
      #expect(try file.entries(in: group).map(\.path) == ["/couplings/2", "/couplings/deep/3"])
    }
    #expect(try file.shape(of: "/couplings/deep/3") == [1, 1, 2])
    #expect(try file.read("couplings//deep/3/") == datasets[1])
    #expect(try file.readAll(in: "/couplings") == Array(datasets[..<2]))
  }

  @Test func attributesOfEveryKindComeBack() throws {
    let attributes: [String: Attribute] = [
      "seed": .unsigned(.max), "order": .integer(.min), "scale": .real(0.1),
      "mixture": .reals([0.5, -0.0]),
      "none": .reals([]), "name": .text("κ = 2, \"σ\"\nline"), "empty": .text(""),
      "größe": .integer(-1), "one": .texts(["3:1"]), "texts": .texts(["", "σ", "long enough"]),
      "no texts": .texts([]),
    ]
    let folder = try TemporaryFolder()
    let file = ArrayFile(folder("a.h5"))
    try file.write([Dataset("/g/x", [1], attributes: attributes)], attributes: attributes)
    #expect(try file.attributes() == attributes)
    #expect(try file.attributes(of: "/g/x") == attributes)
    #expect(try file.attributes(of: "/g") == [:])
    #expect(try file.read("/g/x").attributes == attributes)
  }

  @Test func equalContentGivesEqualBytes() async throws {
    let folder = try TemporaryFolder()
    let attributes: [String: Attribute] = [
      "a": .text("one"), "b": .unsigned(2), "c": .reals([3, 4]),
    ]
    try ArrayFile(folder("1.h5")).write(datasets, attributes: attributes)
    // File formats store times in whole seconds.
    try await Task.sleep(for: .milliseconds(1100))
    try ArrayFile(folder("2.h5")).write(datasets, attributes: attributes)
    #expect(try folder.data("1.h5") == folder.data("2.h5"))
  }

  @Test func aSecondWriteReplacesTheFile() throws {
    let folder = try TemporaryFolder()
    let file = ArrayFile(folder("a.h5"))
    try file.write(datasets)
    try file.write([Dataset("/new", [1])])
    #expect(try file.entries().map(\.path) == ["/new"])
  }

  @Test func threadsWaitForOneAnother() async throws {
    let folder = try TemporaryFolder()
    let path = folder("same.h5")
    await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<16 {
        group.addTask {
          try ArrayFile(path).write(datasets)
          #expect(try ArrayFile(path).readAll() == datasets)
        }
      }
    }
    #expect(try folder.names() == ["same.h5"])
  }
}
