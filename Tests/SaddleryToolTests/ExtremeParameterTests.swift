import Foundation
import TestSupport
import Testing

/// Parameters at the ends of the double range: an answer without NaN, or one line that refuses them.
@Suite struct ExtremeParameterTests {
  static let lawCases: [[String]] =
    ["5e-324", "1e-300", "1e15", "1e300", "1e308", "0", "-1", "nan", "inf"].flatMap { x in
      [
        ["semicircle", "--radius", x], ["circular", "--radius", x, "--at", "1"],
        ["marchenko-pastur", "--ratio", x, "--quantile", "0.5"],
        ["marchenko-pastur", "--ratio", "0.3", "--variance", x],
        ["wachter", "--first", x, "--second", "2", "--quantile", "0.1"],
        ["wigner-surmise", "--beta", x, "--quantile", "0.5"],
        ["tracy-widom", "--beta", x],
        ["tracy-widom", "--at", x],
      ]
    } + [
      ["kesten-mckay", "--degree", "1000000000000000", "--quantile", "0.3"],
      ["kesten-mckay", "--degree", "9223372036854775807"],
      ["mean-density", "--n", "4294967296"], ["mean-density", "--n", "1000000"],
      ["largest-eigenvalue", "--n", "4", "--at", "-1e308"],
      ["tracy-widom", "--rank", "-9223372036854775808"],
    ]

  @Test(arguments: lawCases) func laws(_ arguments: [String]) throws {
    try expectAnswerOrRefusal(["law"] + arguments)
  }

  static let theoryCases: [[String]] =
    ["3:1e308", "3:5e-324", "2:1e300,3:1e-300", "1:1e308,3:1", "1:1e10,3:1", "2:1,1000000000:1"]
    .flatMap {
      [
        ["counts", "--n", "4", "--mixture", $0], ["constants", "--mixture", $0],
        ["complexity", "--energy", "-1.2", "--mixture", $0],
      ]
    } + [
      ["counts", "--p", "1000", "--n", "300"], ["constants", "--p", "9223372036854775807"],
      ["complexity", "--energy", "-1e308"], ["complexity", "--energy", "1e308"],
      ["confined-counts", "--n", "256", "--confinement", "0.001"],
      ["confined-counts", "--confinement", "5e-324"],
      ["complexity", "--signal", "3:1e308", "--overlap", "0.5"],
      ["complexity", "--signal", "3:5e-324", "--overlap", "0.5", "--energy", "1e200"],
    ]

  @Test(arguments: theoryCases) func theories(_ arguments: [String]) throws {
    try expectAnswerOrRefusal(["theory"] + arguments)
  }

  static let matrixCases: [[String]] =
    ["5e-324", "1e-300", "1e-3", "1e15", "1e300", "1e308", "0", "nan"].flatMap { x in
      [
        ["hermite", "--beta", x], ["laguerre", "--first", "2000", "--beta", x],
        ["jacobi", "--first", "2000", "--second", "300", "--beta", x],
        ["wishart", "--observations", "9", "--variance", x], ["levy", "--stability", x],
        ["ginibre", "--variance", x], ["spiked-wigner", "--spikes", "\(x),-\(x)"],
        ["spiked-wishart", "--observations", "9", "--spikes", "\(x),\(x)"],
      ]
    } + [
      ["hermite", "--n", "1000000", "--samples", "10000"], ["goe", "--n", "1000000"],
      ["hermite", "--n", "2", "--samples", "9223372036854775807"],
    ]

  @Test(arguments: matrixCases) func matrices(_ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let size = arguments.contains("--n") ? [] : ["--n", "6", "--samples", "2"]
    let result = try expectAnswerOrRefusal(
      ["matrix"] + arguments + size + ["--no-figure", "--output", folder("matrix")])
    let exists = FileManager.default.fileExists(atPath: folder("matrix/eigenvalues.csv"))
    #expect(exists == (result.status == 0))
  }

  @discardableResult private func expectAnswerOrRefusal(_ arguments: [String]) throws
    -> Command.Result
  {
    let clock = ContinuousClock.now
    let result = try Command.run(arguments)
    #expect(
      [0, 64, 65].contains(result.status), "\(arguments): \(result.status), \(result.errors)")
    if result.status == 0 {
      #expect(!result.output.contains("nan"), "\(arguments): \(result.output)")
    } else {
      #expect(result.output.isEmpty && result.messages.count == 1, "\(arguments): \(result.errors)")
    }
    #expect(clock.duration(to: .now) < .seconds(20), "\(arguments)")
    return result
  }
}
