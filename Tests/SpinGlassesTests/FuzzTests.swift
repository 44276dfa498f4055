import Foundation
import Models
import SpinGlasses
import TestSupport
import Testing

/// Texts and files of any kind: an error of one short line or a value, never the end of the program.
/// `SADDLERY_FUZZ_TEXTS=1000000` and `SADDLERY_FUZZ_FILES=100000` for long runs.
@Suite struct FuzzTests {
  private static func count(_ name: String, _ standard: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? standard
  }

  private static let pieces = [
    "1", "2", "3", "17", "1000000", "1000001", "9223372036854775807", "9223372036854775808", "-1",
    "+3", "03", "0",
    "0.5", "1e300", "1e-320", "1e999", "inf", "nan", "0x1p3", ".", "e", ":", ":", ":", ":", ",",
    ",", ",", " ", "\n",
    "\0", "\u{1B}[2J", "\u{202E}", "ξ", "٣", "3\u{301}",
  ]

  private static func text(_ random: inout Mutations) -> String {
    if random.below(3) == 0 {
      let bytes = random.mutate(
        [UInt8](["2:0.5,3:1", "1:1e-3,4:2,17:0.25", "3:1"][random.below(3)].utf8))
      return String(decoding: bytes, as: UTF8.self)
    }
    return (0..<random.below(12)).map { _ in pieces[random.below(pieces.count)] }.joined()
  }

  private static func check(_ line: String) {
    #expect(line.unicodeScalars.count <= 500)
    #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control }, "\(line)")
  }

  @Test func mixturesAndSignals() throws {
    var random = Mutations(seed: 5)
    var parsed = 0
    for _ in 0..<Self.count("SADDLERY_FUZZ_TEXTS", 20_000) {
      let text = Self.text(&random)
      do {
        let mixture = try Mixture(parsing: text)
        parsed += 1
        #expect(try Mixture(parsing: mixture.description) == mixture, "\(text)")
        let dimension = [2, 3, 100, Int.max][random.below(4)]
        #expect(PSpinHamiltonian.memory(mixture: mixture, dimension: dimension) > 0)
        #expect(PSpinHamiltonian.fileSize(mixture: mixture, dimension: dimension) > 0)
        #expect(!mixture.covariance(0.9, derivative: random.below(4)).isNaN)
      } catch { Self.check(error.description) }
      do {
        let signal = try Signal(parsing: text)
        #expect(try Signal(parsing: signal.description) == signal, "\(text)")
      } catch { Self.check(error.description) }
    }
    #expect(parsed > 100)
  }

  @Test func couplingsFiles() throws {
    let folder = try TemporaryFolder(in: "/dev/shm")
    let model = PSpinHamiltonian(
      try Mixture(parsing: "1:0.5,3:1"), dimension: 3, signal: try Signal(parsing: "2:0.5"), seed: 1
    )
    try model.writeCouplings(to: folder("a.h5"))
    let valid = [UInt8](try folder.data("a.h5"))
    var random = Mutations(seed: 6)
    var (read, crashed) = (0, 0)
    var slowest = Duration.zero
    // By itself on an idle machine a file takes a second or less; the suite around it takes processors away.
    let isAlone = ProcessInfo.processInfo.environment["SADDLERY_FUZZ_FILES"] != nil
    let count = Self.count("SADDLERY_FUZZ_FILES", 100)
    for _ in 0..<count {
      try Data(random.mutate(valid)).write(to: URL(fileURLWithPath: folder("m.h5")))
      let start = ContinuousClock.now
      do throws(CouplingsError) {
        _ = try PSpinHamiltonian(readingCouplings: folder("m.h5"))
        read += 1
      } catch {
        Self.check(error.description)
        if error.description.contains("the HDF5 library") { crashed += 1 }
      }
      slowest = max(slowest, start.duration(to: .now))
    }
    print(
      "\(count) couplings files: \(read) read, \(crashed) ended the library, slowest \(slowest)")
    #expect(read > 0 && read < count && slowest < .seconds(isAlone ? 2 : 60))
  }
}
