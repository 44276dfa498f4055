import Foundation
import TestSupport
import Testing

/// Every option of every command with values at the ends of what a number can be: it is done, or refused
/// in one line, soon, with little memory, and nothing is left behind.
///
/// The list of options is the parser's own, so that a new one is walked by itself. `SADDLERY_WALK=1` walks all,
/// without it every ninth case is taken in a long run and every 25th in a short one, which meets all values.
@Suite struct OptionWalkTests {
  static let values = [
    "0", "1", "-1", "9223372036854775807", "-9223372036854775808", "9223372036854775808",
    "1000000000", "1e15", "1e308", "-1e308", "1e-308", "5e-324", "nan", "inf", "-inf", "", " ",
    "x", "1,", "3:1e308", "1000000000:1", "3:5e-324",
  ]

  struct Case: CustomStringConvertible {
    let arguments: [String]
    let option: String
    let value: String
    var description: String { arguments.joined(separator: " ") }
  }

  static func cases() throws -> [Case] {
    try SmallCall.all().flatMap { call in
      call.options.flatMap { option in
        values.map { Case(arguments: call.line([option: $0]), option: option, value: $0) }
      }
    }
  }

  @Test func everyOption() throws {
    let all = try Self.cases()
    #expect(all.count > 10_000)
    let isFull = ProcessInfo.processInfo.environment["SADDLERY_WALK"] != nil
    let chosen = all.enumerated().filter { isFull || $0.offset % (isLong ? 9 : 25) == 3 }.map(
      \.element)
    var counts: [Int32: Int] = [:]
    var (slowest, largest) = (0.0, 0.0)
    let folder = try TemporaryFolder()
    for one in chosen {
      try FileManager.default.createDirectory(
        atPath: folder("o"), withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(atPath: folder("o")) }
      let launch = try Launch(one.arguments, in: folder("o"), limit: 20)
      counts[launch.status, default: 0] += 1
      let isRefused = [64, 65].contains(launch.status)
      // 1 is done too, though not all is proved: a signal may be so large that the noise is lost in rounding.
      let isDone = [0, 1].contains(launch.status)
      #expect((isDone || isRefused) && !launch.isCutOff, "\(one): \(launch)")
      guard isRefused else { continue }
      // Progress may stand before it, where only the work could tell.
      let lines = launch.errors.split(separator: "\n").filter { $0.hasPrefix("saddlery: ") }
      #expect(lines.count == 1, "\(one): \(launch.errors)")
      #expect(launch.errors.utf8.count < 1000, "\(one): \(launch.errors)")
      let left = try FileManager.default.contentsOfDirectory(atPath: folder("o"))
      #expect(left.isEmpty, "\(one): \(left)")
      slowest = max(slowest, launch.processorSeconds)
      largest = max(largest, launch.megabytes)
      #expect(launch.processorSeconds < 2 && launch.megabytes < 500, "\(one): \(launch)")
    }
    print(
      "\(chosen.count) launches, by status \(counts.sorted { $0.key < $1.key }); refusals: slowest "
        + "\(slowest) s of processor time, largest \(largest) MB")
  }
}
