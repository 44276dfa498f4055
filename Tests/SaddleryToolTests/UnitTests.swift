import ArrayFiles
import Foundation
import LinearAlgebra
import Models
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
        .writeCouplings(to: folder(name + ".h5"))
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

  private static let energies = [
    "meanEnergyByIndex", "standardDeviationByIndex", "energies", "energy", "givenEnergy",
    "dynamicTemperature",
    "staticTemperature", "fixedIndexGroundStates", "groundState", "oneStepGroundState",
    "marginalRange", "threshold", "mean", "at", "radius", "entryVariance",
  ]

  /// Theory and laws: energies and points scale as the unit, variances as its square and densities inversely; all other
  /// numbers of the JSON object stay.
  @Test(arguments: [
    "theory counts --n 6 --mixture 2:S,3:S", "theory counts --n 5 --mixture 3:S --signal 3:2U",
    "theory index-curve --n 6 --points 5 --mixture 2:S,3:S", "theory constants --mixture 3:S",
    "theory constants --mixture 2:S,4:S", "theory complexity --mixture 3:S --energy -1.64U",
    "law semicircle --radius 1U --at 0.3U",
    "law marchenko-pastur --ratio 0.3 --variance 1U",
    "law marchenko-pastur --ratio 2 --variance 1U --quantile 0.7",
  ])
  func theory(_ line: String) throws {
    func run(_ unit: String) throws -> [(key: String, value: Double)] {
      // S and U stand for the squared unit and the unit as powers of ten.
      let exponent = Int(unit.dropFirst(2)) ?? 0
      let given = line.replacing("S", with: "1e\(2 * exponent)").replacing(
        "U", with: "e\(exponent)"
      )
      .split(separator: " ").map(String.init)
      let result = try Command.run(given + ["--json"])
      #expect(result.status == 0, "\(result.errors)")
      return flat("", try result.json())
    }
    let plain = try run("1")
    #expect(!plain.isEmpty)
    for unit in Self.units {
      let scaled = try run(unit)
      #expect(scaled.map(\.key) == plain.map(\.key))
      for (a, b) in zip(scaled, plain) where !a.key.hasSuffix("Error") {
        let power = a.key == "pdf" ? -1 : a.key == "variance" ? 2 : 0
        let factor = pow(Double(unit)!, Self.energies.contains(a.key) ? 1 : Double(power))
        // What is zero by symmetry is rounding beside the others of its kind.
        let size = plain.filter { $0.key == a.key }.map { abs($0.value) }.max() ?? 0
        #expect(abs(a.value / factor - b.value) <= 1e-9 * size, "\(a.key), unit \(unit)")
      }
    }
  }

  /// Numbers of a JSON object by their innermost key.
  private func flat(_ key: String, _ value: Any) -> [(key: String, value: Double)] {
    switch value {
    case let object as [String: Any]:
      object.sorted { $0.key < $1.key }.flatMap { flat($0.key, $0.value) }
    case let list as [Any]: list.flatMap { flat(key, $0) }
    case let number as Double: [(key, number)]
    default: []
    }
  }

  /// Spectra in units of the root of the entries' variance, and fields on grids.
  @Test(arguments: units) func spectraAndGrids(_ unit: String) throws {
    let folder = try TemporaryFolder()
    let square = "1e\(2 * Int(unit.dropFirst(2))!)"
    for name in ["goe", "gse", "wigner", "complex-ginibre"] {
      func column(_ variance: String) throws -> [String] {
        let result = try Command.run(
          ["matrix", name, "--n", "12", "--samples", "20", "--variance", variance, "--no-figure"]
            + ["--output", folder(name + variance)])
        #expect(result.status == 0, "\(result.errors)")
        return try columns(folder(name + variance) + "/eigenvalues.csv").first {
          ["eigenvalue", "real"].contains($0.key)
        }!.value
      }
      try expect(column(square), over: column("1"), are: Double(unit)!, "\(name)")
    }
    func field(_ length: String, _ spacing: String, _ variance: String) throws -> [Double] {
      let name = folder(length + "-" + variance + ".h5")
      let result = try Command.run(
        ["field", "sample", "--points", "20", "--length", length, "--spacing", spacing]
          + ["--variance", variance, "--output", name])
      #expect(result.status == 0, "\(result.errors)")
      return try ArrayFile(name).read("/field/0").values
    }
    let (plain, scaled) = try (
      field("1", "0.1", "1"), field(unit, "0.1e" + unit.dropFirst(2), square)
    )
    let largest = plain.reduce(0) { max($0, abs($1)) }
    // Of waves whose variance is rounding the root is seen.
    for (a, b) in zip(scaled, plain) { #expect(abs(a / Double(unit)! - b) < 1e-7 * largest) }
  }
}
