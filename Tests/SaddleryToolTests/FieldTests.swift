import ArrayFiles
import Foundation
import TestSupport
import Testing

@Suite struct FieldTests {
  /// Counts beside exact theory, a row per point, the map.
  @Test func criticalPoints() throws {
    let folder = try TemporaryFolder()
    let result = try Command.run([
      "field", "critical-points", "--size", "6", "--samples", "12", "--output", folder("out"),
      "--json",
    ])
    #expect(result.status == 0)
    let json = try result.json()
    #expect(json["certified"] as? Int == 12)
    #expect(json["verdict"] as? String == "consistent")
    let means = try #require(json["meanByIndex"] as? [Double])
    try #require(means.count == 3)
    #expect(abs(means[0] - means[1] + means[2]) < 1e-12)
    let exact = try #require(json["exactByIndex"] as? [Double])
    // 2/(√3π) to the area of a correlation length squared.
    let total: Double = 72 / (Double.pi * 3.squareRoot())
    #expect(abs(exact.reduce(0, +) - total) < 1e-3)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder("out")).sorted()
    #expect(
      names == ["critical-points.csv", "map.csv", "map.gp", "map.pdf", "map.png", "map.svg"])
    let rows = try folder.text("out/critical-points.csv").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    #expect(
      rows[0]
        == "sample,index,value,gradient_norm,lowest_eigenvalue,highest_eigenvalue,x_1,x_2,verdict")
    #expect(Double(rows.count - 1) == (12 * means.reduce(0, +)).rounded())
  }

  /// The files and keys of `index-energy`, the curve of κ = 1, and points on it: N = 12 is off by less than
  /// 1/N. A covariance with κ < 1 has a wider threshold.
  @Test func indexEnergy() throws {
    let folder = try TemporaryFolder()
    let arguments = [
      "field", "index-energy", "--n", "12", "--samples", "2", "--points", "26", "--json",
      "--output",
    ]
    let result = try Command.run(arguments + [folder("out")])
    #expect(result.status == 0)
    let json = try result.json()
    for key in ["attempted", "converged", "seed", "model", "files", "seconds"] {
      #expect(json[key] != nil, "\(key)")
    }
    #expect(json["threshold"] as? Double == 2 && json["waves"] as? Int == 1200)
    let rms = try #require(json["rmsDeviation"] as? Double)
    #expect(rms < 1.0 / 12)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder("out")).sorted()
    #expect(
      names == [
        "index-energy-table.csv", "index-energy.csv", "index-energy.gp", "index-energy.pdf",
        "index-energy.png", "index-energy.svg", "points.csv",
      ])
    let rows = try folder.text("out/points.csv").split(separator: "\n").filter {
      !$0.hasPrefix("#")
    }
    #expect(rows.count == 53)
    #expect(rows[0].hasPrefix("sample,target_index,outcome,energy,index,index_fraction,"))
    // One index of 13 for each second start, up to N itself.
    #expect(rows.dropFirst().contains { $0.split(separator: ",")[1] == "12" })
    let broad = try Command.run(
      arguments + [
        folder("broad"), "--covariance", "rational-quadratic", "--exponent", "1", "--no-figure",
        "--points", "2", "--threads", "1",
      ])
    let kappa = try #require(try broad.json()["kappa"] as? Double)
    #expect(abs(kappa - 0.5.squareRoot()) < 1e-12)
  }

  @Test func threadsDoNotMatter() throws {
    let folder = try TemporaryFolder()
    for threads in ["1", "3"] {
      let result = try Command.run([
        "field", "critical-points", "--dimension", "1", "--covariance", "matern", "--smoothness",
        "4",
        "--samples", "5", "--output", folder(threads), "--threads", threads,
      ])
      #expect(result.status == 0)
    }
    #expect(
      try folder.text("1/critical-points.csv") == folder.text("3/critical-points.csv"))
  }

  /// Grids of the shape asked for; a torus behind them that is large enough is found.
  @Test func sample() throws {
    let folder = try TemporaryFolder()
    let arguments = ["field", "sample", "--points", "16", "--output", folder("field.h5")]
    let result = try Command.run(arguments + ["--dimension", "3", "--periodic", "--samples", "2"])
    #expect(result.status == 0)
    let datasets = try ArrayFile(folder("field.h5")).readAll(in: "/field")
    #expect(datasets.map(\.path) == ["/field/0", "/field/1"])
    #expect(datasets[0].shape == [16, 16, 16] && datasets[0].values != datasets[1].values)
    let short = try Command.run(arguments + ["--length", "2"])
    #expect(short.status == 0)
  }

  @Test func confinedCounts() throws {
    let result = try Command.run([
      "theory", "confined-counts", "--n", "2", "--confinement", "0.5", "--json",
    ])
    #expect(result.status == 0)
    let json = try result.json()
    let total = try #require(json["total"] as? Double)
    // By a quadrature independent of this package: 2.69930880962, 2.12475156181, 0.42544275218.
    #expect(abs(total - 5.24950312361) < 1e-9)
    #expect((json["byIndex"] as? [Double])?.count == 3)
  }

  @Test(arguments: [
    (["field", "critical-points", "--length", "-1"], 64, "--length -1", "positive"),
    (["field", "critical-points", "--variance", "0"], 64, "--variance 0", "positive"),
    (["field", "critical-points", "--size", "0"], 64, "--size 0", "from 1e-30"),
    (["field", "critical-points", "--dimension", "4"], 64, "--dimension 4", "from 1 to 3"),
    (["field", "critical-points", "--samples", "0"], 64, "--samples 0", "from 1"),
    (
      ["field", "critical-points", "--covariance", "spherical"], 65, "second derivatives",
      "smoother"
    ),
    (["field", "critical-points", "--covariance", "matern"], 64, "matern", "--smoothness"),
    (["field", "critical-points", "--exponent", "2"], 64, "--exponent", "leave it out"),
    (
      ["field", "critical-points", "--covariance", "cauchy", "--exponent", "1"], 65, "slowly",
      "longer period"
    ),
    (["field", "critical-points", "--output", "/proc/none"], 65, "/proc/none", "cannot"),
    (["field", "sample", "--output", "x.h5", "--points", "0"], 64, "--points 0", "from 1"),
    (["field", "sample", "--output", "x.h5", "--spacing", "0"], 64, "--spacing 0", "from 1e-30"),
    (["field", "sample", "--output", "x.h5", "--points", "1000000"], 65, "GB", "fewer points"),
    (
      [
        "field", "sample", "--output", "x.h5", "--dimension", "3", "--periodic", "--padding", "2",
      ], 64, "--padding", "leave one"
    ),
    (["field", "index-energy", "--output", "x", "--n", "1"], 64, "--n 1", "from 2"),
    (["field", "index-energy", "--output", "x", "--waves", "0"], 64, "--waves 0", "from 1"),
    (["field", "index-energy", "--output", "x", "--points", "0"], 64, "--points 0", "from 1"),
    (
      ["field", "index-energy", "--output", "x", "--n", "5", "--target-index", "6"], 64,
      "--target-index 6", "0...5"
    ),
    (
      ["field", "index-energy", "--output", "x", "--covariance", "exponential"], 65,
      "second derivatives", "smoother"
    ),
    (
      ["field", "index-energy", "--output", "x", "--waves", "1000000000"], 65, "MB of memory",
      "fewer --waves"
    ),
    (["field", "index-energy", "--output", "/proc/none"], 65, "/proc/none", "cannot"),
    (["theory", "confined-counts", "--n", "0"], 64, "--n 0", "from 1"),
    (["theory", "confined-counts", "--confinement", "-1"], 64, "--confinement -1", "0.001"),
    (["theory", "confined-counts", "--confinement", "nan"], 64, "--confinement nan", "0.001"),
  ])
  func badInput(_ arguments: [String], _ status: Int, _ value: String, _ remedy: String) throws {
    // Outputs of their own: those that run at the same time would be told apart.
    let folder = try TemporaryFolder()
    let result = try Command.run(arguments.map { ["x", "x.h5"].contains($0) ? folder($0) : $0 })
    #expect(result.status == Int32(status))
    #expect(result.output.isEmpty)
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(result.errors.contains(value) && result.errors.contains(remedy), "\(result.errors)")
  }

  /// Every option with numbers at the ends of what it can hold: a right answer, or one line that says what is
  /// wrong; soon, and without a trap.
  @Test(arguments: ["critical-points", "sample", "index-energy"])
  func everyOption(_ command: String) throws {
    let folder = try TemporaryFolder()
    let base: [String]
    let (reals, integers): ([String], [String])
    switch command {
    case "sample":
      base = ["--points", "8", "--dimension", "1", "--output", folder("field.h5")]
      (reals, integers) = (
        ["--spacing", "--padding", "--length", "--variance"], ["--points", "--samples", "--seed"]
      )
    case "index-energy":
      base =
        ["--n", "3", "--waves", "30", "--samples", "1", "--points", "4", "--no-figure"]
        + ["--output", folder("out")]
      (reals, integers) = (
        ["--length", "--variance"], ["--n", "--waves", "--samples", "--points", "--threads"]
      )
    default:
      base = ["--size", "6"]
      (reals, integers) = (
        ["--size", "--length", "--variance"], ["--samples", "--threads", "--dimension"]
      )
    }
    let large = ["0", "-1", "5e-324", "1e-300", "1e300", "1e20", "nan", "inf"]
    var cases: [[String]] = []
    for option in reals { cases += large.map { [option, $0] } }
    for option in integers { cases += ["0", "-1", "9223372036854775807"].map { [option, $0] } }
    for value in ["0", "5e-324", "1e300", "nan"] {
      cases.append(["--covariance", "matern", "--smoothness", value])
      cases.append(["--covariance", "cauchy", "--exponent", value])
    }
    for arguments in cases {
      let clock = ContinuousClock.now
      let result = try Command.run(["field", command] + base + arguments)
      #expect(clock.duration(to: .now) < .seconds(10), "\(arguments)")
      #expect([0, 64, 65].contains(result.status), "\(arguments): \(result.status)")
      if result.status != 0 {
        #expect(
          result.output.isEmpty && result.messages.count == 1, "\(arguments): \(result.errors)")
        #expect(result.errors.split(separator: "\n").count == 1, "\(arguments): \(result.errors)")
      } else {
        #expect(!result.output.contains("nan"), "\(arguments): \(result.output)")
      }
    }
  }

  /// What one sample cannot say is said in words.
  @Test func oneSample() throws {
    let result = try Command.run(["field", "critical-points"])
    #expect(result.status == 0)
    #expect(!result.output.contains("nan") && !result.output.contains("inconclusive"))
    #expect(result.output.contains("--samples 2"))
    let json = try Command.run(["field", "critical-points", "--json"]).json()
    #expect((json["standardErrorByIndex"] as? [Any])?.first is NSNull)
  }
}
