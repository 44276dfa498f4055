import Foundation
import LinearAlgebra
import SpinGlasses
import TestSupport
import Testing

/// Commands in other units of length and value: the same numbers of points, outcomes and verdicts, and tables
/// that differ by the unit alone.
@Suite struct UnitTests {
  private static let units = ["1e-9", "1e-3", "1e3", "1e9"]

  /// Columns of a CSV file by name.
  private func columns(_ path: String) throws -> [String: [String]] {
    let lines = try String(contentsOfFile: path, encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    return Dictionary(
      uniqueKeysWithValues: lines[0].enumerated().map { k, name in
        (name, lines.dropFirst().map { $0[k] })
      })
  }

  /// Numbers of one column over another's are a unit, to rounding beside the largest.
  private func expect(
    _ scaled: [String]?, over plain: [String]?, are unit: Double, _ comment: Comment
  ) throws {
    let (a, b) = (try #require(scaled).map { Double($0)! }, try #require(plain).map { Double($0)! })
    let largest = b.reduce(0) { max($0, abs($1)) }
    #expect(a.count == b.count && largest > 0, comment)
    for (x, y) in zip(a, b) { #expect(abs(x / unit - y) < 1e-7 * largest, comment) }
  }

  @Test(arguments: [
    ["--seed", "3"], ["--dimension", "1", "--samples", "3"],
    ["--dimension", "3", "--seed", "2"],
    ["--covariance", "rational-quadratic", "--exponent", "6", "--seed", "2"],
  ])
  func sweeps(_ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    func run(_ length: String, _ variance: String, _ name: String) throws
      -> (json: [String: Any], points: [String: [String]])
    {
      let size = arguments.contains("3") && arguments.contains("--dimension") ? 4.0 : 8
      let result = try Command.run(
        ["field", "critical-points", "--json", "--size", "\(size * Double(length)!)"]
          + ["--length", length, "--variance", variance, "--output", folder(name)] + arguments)
      #expect(result.status == 0, "\(result.errors)")
      return (try result.json(), try columns(folder(name) + "/critical-points.csv"))
    }
    let plain = try run("1", "1", "plain")
    for unit in Self.units {
      for (length, variance) in [(unit, "1"), ("1", unit), (unit, unit)] {
        let scaled = try run(length, variance, "\(length)-\(variance)")
        for key in ["certified", "checked", "verdict"] {
          #expect("\(plain.json[key]!)" == "\(scaled.json[key]!)", "\(key), \(length), \(variance)")
        }
        #expect(plain.points["index"] == scaled.points["index"], "\(length), \(variance)")
        #expect(plain.points["verdict"] == scaled.points["verdict"])
        try expect(
          scaled.points["value"], over: plain.points["value"], are: Double(variance)!.squareRoot(),
          "\(length), \(variance)")
      }
    }
  }

  @Test func fieldSearches() throws {
    let folder = try TemporaryFolder()
    func run(_ length: String, _ variance: String, _ name: String) throws -> [String: [String]] {
      let result = try Command.run(
        ["field", "index-energy", "--n", "12", "--points", "26", "--samples", "1", "--no-figure"]
          + ["--length", length, "--variance", variance, "--output", folder(name)])
      #expect(result.status == 0, "\(result.errors)")
      return try columns(folder(name) + "/points.csv")
    }
    let plain = try run("1", "1", "plain")
    for unit in Self.units {
      for (length, variance) in [(unit, "1"), ("1", unit), (unit, unit)] {
        let scaled = try run(length, variance, "\(length)-\(variance)")
        for column in ["outcome", "index", "duplicate_of"] {
          #expect(plain[column] == scaled[column], "\(column), \(length), \(variance)")
        }
        try expect(
          scaled["energy"], over: plain["energy"], are: Double(variance)!.squareRoot(),
          "\(length), \(variance)")
      }
    }
  }

  /// Couplings from a file in other units of energy: searches and enumeration.
  @Test func couplings() throws {
    let folder = try TemporaryFolder()
    func run(_ unit: Double, _ name: String) throws
      -> (found: [String: [String]], all: [String: [String]])
    {
      let plain = PSpinHamiltonian(try Mixture(parsing: "1:0.2,3:1"), dimension: 6, seed: 1)
      let tensors = plain.parts.map { part in
        var tensor = part.tensor
        for i in tensor.elements.indices { tensor.elements[i] *= unit }
        return tensor
      }
      try PSpinHamiltonian(plain.mixture, dimension: 6, tensors: tensors)
        .writeCouplings(to: folder(name + ".h5"), seed: 1, sample: 0)
      let searched = try Command.run(
        ["index-energy", "--couplings", folder(name + ".h5"), "--points", "30", "--no-figure"]
          + ["--output", folder(name)])
      let enumerated = try Command.run(
        ["enumerate", "--couplings", folder(name + ".h5"), "--output", folder(name + ".csv")])
      #expect(searched.status == 0 && enumerated.status == 0)
      #expect(enumerated.output.contains("verdict: complete"), "\(unit)")
      return (try columns(folder(name) + "/points.csv"), try columns(folder(name + ".csv")))
    }
    let plain = try run(1, "plain")
    for unit in Self.units + ["1e-30", "1e30"] {
      let scaled = try run(Double(unit)!, unit)
      for column in ["outcome", "duplicate_of"] {
        #expect(plain.found[column] == scaled.found[column], "\(column), \(unit)")
      }
      // Elsewhere the Hessian may have an eigenvalue near zero.
      let converged = try #require(plain.found["outcome"]).indices
        .filter { plain.found["outcome"]![$0] == "converged" }
      for i in converged {
        #expect(plain.found["index"]![i] == scaled.found["index"]![i], "\(unit)")
      }
      #expect(plain.all["index"] == scaled.all["index"])
      try expect(
        scaled.found["energy"], over: plain.found["energy"], are: Double(unit)!, "\(unit)")
      try expect(scaled.all["energy"], over: plain.all["energy"], are: Double(unit)!, "\(unit)")
    }
  }
}
