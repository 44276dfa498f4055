import ArrayFiles
import CHDF5
import ForeignFiles
import Foundation
import TestSupport
import Testing

@Suite struct ForeignFileTests {
  private static let vector: [Double] = [1, 2, 3, 4]

  /// What ``entries`` and reads of all they list say, in bounded time: the error, or nil.
  private func outcome(of path: String) throws -> ArrayFileError? {
    let start = ContinuousClock.now
    defer {  // Processor time is limited to seconds; the clock goes on while others compute.
      #expect(start.duration(to: .now) < .seconds(60))
    }
    do throws(ArrayFileError) {
      let file = ArrayFile(path)
      for entry in try file.entries() { _ = try file.read(entry.path) }
      _ = try file.attributes()
      return nil
    } catch {
      let line = error.description
      #expect(line.unicodeScalars.count <= 500, "\(line)")
      #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control })
      return error
    }
  }

  private static let hostile:
    [(name: String, reason: String, fill: @Sendable (ForeignFile) -> Void)] = [
      ("no data", "holds 0", { $0.dataset("/x", [100_000, 100_000]) }),
      ("no data that would fit", "holds 0", { $0.dataset("/x", [1000, 1000]) }),
      (
        "too many to count", "fit",
        { $0.dataset("/x", [1 << 31, 1 << 31]) { H5Pset_chunk($0, 2, [100, 100]) } }
      ),
      (
        "too many bytes to count", "fit",
        { $0.dataset("/x", [1 << 62, 1]) { H5Pset_chunk($0, 2, [100, 1]) } }
      ),
      (
        "compressed, no data", "holds 0",
        {
          $0.dataset("/x", [10_000, 10_000]) {
            H5Pset_chunk($0, 2, [100, 100]); H5Pset_deflate($0, 1)
          }
        }
      ),
      (
        "chunks, no data", "holds 0",
        { $0.dataset("/x", [10_000, 10_000]) { H5Pset_chunk($0, 2, [100, 100]) } }
      ),
      ("link to another file", "another file", { $0.external("/x", to: "/x", in: "other.h5") }),
      ("link to this file by name", "another file", { $0.external("/x", to: "/", in: "it.h5") }),
      (
        "link through another file", "another file",
        {
          $0.external("/g", to: "/", in: "other.h5"); $0.soft("/a", to: "/g/x")
        }
      ),
      (
        "elements in another file", "another file",
        { $0.dataset("/x", [8]) { H5Pset_external($0, "/etc/passwd", 0, 64) } }
      ),
      ("virtual", "virtual", { virtual($0, of: "other.h5") }),
      ("virtual, of itself", "virtual", { virtual($0, of: ".") }),
      ("link to nowhere", "/x", { $0.soft("/x", to: "/nowhere") }),
      (
        "links in a circle", "/x",
        {
          $0.soft("/x", to: "/y"); $0.soft("/y", to: "/x")
        }
      ),
      ("many groups", "10000", { file in for k in 0..<10_001 { file.group("/\(k)") } }),
      ("deep", "64", { $0.group(String(repeating: "/g", count: 1000)) }),
      (
        "every path through ten", "10000",
        { file in
          for k in 0..<20 { file.group("/a\(k)") }
          for k in 0..<19 {
            file.hard("/a\(k)/left", to: "/a\(k + 1)"); file.hard("/a\(k)/right", to: "/a\(k + 1)")
          }
        }
      ),
      ("long name", "too long", { $0.group("/" + String(repeating: "n", count: 5000)) }),
      ("terminal", "holds 0", { $0.dataset("/\u{1B}[2J\u{7}\u{202E}evil\n", [8]) }),
      (
        "many attributes", "attributes",
        { file in for k in 0..<10_001 { file.attribute("a\(k)", [1]) } }
      ),
    ]

  private static func virtual(_ file: ForeignFile, of source: String) {
    file.dataset("/x", [8]) { creation in
      let space = H5Screate_simple(1, [8], nil)
      H5Pset_virtual(creation, space, source, "/x", space)
      H5Sclose(space)
    }
  }

  @Test(arguments: hostile.indices)
  func refused(_ number: Int) throws {
    let (name, reason, fill) = Self.hostile[number]
    let folder = try TemporaryFolder()
    ForeignFile.make(folder("it.h5"), fill)
    try ArrayFile(folder("other.h5")).write([Dataset("/x", [Double](repeating: 7, count: 8))])
    let error = try #require(try outcome(of: folder("it.h5")), "\(name)")
    #expect(error.description.contains(reason), "\(name): \(error)")
  }

  /// Links within the file lead where they say, back to a group being listed included.
  @Test func linksWithinTheFile() throws {
    let folder = try TemporaryFolder()
    ForeignFile.make(folder("a.h5")) {
      $0.dataset("/data/x", [4], Self.vector)
      $0.group("/g")
      $0.soft("/g/soft", to: "/data/x")
      $0.hard("/g/hard", to: "/data/x")
      $0.soft("/g/relative", to: "soft")
      $0.soft("/g/up", to: "/")
      $0.hard("/data/round", to: "/g")
      $0.soft("/h", to: "/g")
    }
    let file = ArrayFile(folder("a.h5"))
    let here = ["/g/hard", "/g/relative", "/g/soft"]
    let paths = try file.entries(in: "/g").map(\.path)
    #expect(Set(here).isSubset(of: paths))
    for path in paths + ["/h/up/g/soft"] { #expect(try file.read(path).values == Self.vector) }
    #expect(try file.entries().map(\.path).contains("/data/x"))
  }

  /// What other tools write is read: chunks, compression, elements that are not stored, other numbers.
  @Test(arguments: [false, true]) func legitimate(isCompressed: Bool) throws {
    let folder = try TemporaryFolder()
    let values = (0..<6000).map { Double($0 % 7) }
    ForeignFile.make(folder("a.h5")) {
      $0.dataset("/x", [30, 20, 10], values) { creation in
        H5Pset_chunk(creation, 3, [7, 20, 3])
        if isCompressed { H5Pset_deflate(creation, 9) }
      }
      $0.dataset("/zeros", [1000, 1000]) { creation in
        H5Pset_chunk(creation, 2, [100, 100])
      }
      $0.dataset("/constant", [3000, 1000], [Double](repeating: 2, count: 3_000_000)) { creation in
        H5Pset_chunk(creation, 2, [1500, 1000])
        if isCompressed { H5Pset_deflate(creation, 9) }
      }
    }
    let file = ArrayFile(folder("a.h5"))
    #expect(try file.read("/x").values == values)
    #expect(try file.read("/zeros").values == [Double](repeating: 0, count: 1_000_000))
    #expect(try file.read("/constant").values == [Double](repeating: 2, count: 3_000_000))
  }

  /// Arrays of more than one slab come back whole, contiguous ones too.
  @Test func manySlabs() throws {
    let folder = try TemporaryFolder()
    let values = (0..<5_000_000).map(Double.init)
    let file = ArrayFile(folder("a.h5"))
    try file.write([
      Dataset("/tall", shape: [5_000_000], values: values),
      Dataset("/flat", shape: [1, 5_000_000], values: values),
      Dataset("/cube", shape: [500, 100, 100], values: values),
    ])
    for name in ["/tall", "/flat", "/cube"] { #expect(try file.read(name).values == values) }
  }

  /// Bytes changed, cut, put in and copied: an error or a value, never the end of the program. Some end the HDF5
  /// library. `SADDLERY_FUZZ_FILES=100000` for a long run.
  @Test func mutations() throws {
    let asked = ProcessInfo.processInfo.environment["SADDLERY_FUZZ_FILES"].flatMap(Int.init)
    let count = asked ?? 150
    let folder = try TemporaryFolder(in: "/dev/shm")
    ForeignFile.make(folder("a.h5")) {
      $0.dataset("/couplings/3", [4, 4, 4], (0..<64).map(Double.init))
      $0.dataset("/g/x", [30, 20], (0..<600).map { Double($0 % 5) }) {
        H5Pset_chunk($0, 2, [7, 6])
        H5Pset_deflate($0, 3)
      }
      $0.soft("/g/soft", to: "/couplings/3")
      for k in 0..<12 { $0.attribute("a\(k)", [2, 2]) }
      $0.text("texts", ["2:1", "long enough"], [2])
      $0.text("padded", ["3:1", "4:1"], [2], bytes: 8, padding: H5T_STR_SPACEPAD, filler: " ")
    }
    try ArrayFile(folder("b.h5")).write(
      [Dataset("/couplings/2", shape: [3, 3], values: [1, 2, 3, 2, 4, 5, 3, 5, 6])],
      attributes: ["mixture": .text("2:1"), "seed": .unsigned(1)])
    let valid = try ["a.h5", "b.h5"].map { [UInt8](try folder.data($0)) }
    var random = Mutations(seed: 1)
    var outcomes: [String: Int] = [:]
    var slowest = Duration.zero
    for k in 0..<count {
      let bytes = random.mutate(valid[k % 2])
      try Data(bytes).write(to: URL(fileURLWithPath: folder("m.h5")))
      let start = ContinuousClock.now
      let words =
        switch try outcome(of: folder("m.h5")) {
        case nil: "read"
        case .cannotRead(_, _, let reason)? where reason.contains("the HDF5 library"):
          String(reason.prefix { $0 != ";" })
        case .some: "refused"
        }
      outcomes[words, default: 0] += 1
      slowest = max(slowest, start.duration(to: .now))
    }
    print("\(count) files: \(outcomes.sorted { $0.key < $1.key }), slowest \(slowest)")
    #expect(outcomes["refused", default: 0] > 0 && outcomes["read", default: 0] > 0)
    if asked != nil { #expect(slowest < .seconds(2), "by itself on an idle machine") }
  }
}
