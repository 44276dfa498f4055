import ArrayFiles
import Foundation
import TestSupport
import Testing

/// Bad input ends with one line that names the value and what would be valid, the right status,
/// and nothing left behind.
@Suite struct BadInputTests {
  @Test(arguments: [
    (["--p", "1"], "--p 1", "from 2"),
    (["--p", "-3"], "--p -3", "from 2"),
    (["--n", "1"], "--n 1", "from 2"),
    (["--points", "0"], "--points 0", "from 1"),
    (["--samples", "0"], "--samples 0", "from 1"),
    (["--threads", "0"], "--threads 0", "from 1"),
    (["--mixture", "3:-1"], "-1.0", "positive"),
    (["--mixture", "3:nan"], "nan", "positive"),
    (["--mixture", "0:1"], "degree 0", "from 1"),
    (["--mixture", "3"], "'3'", "degree:weight"),
    (["--mixture", "2:0.5,,3:1"], "''", "degree:weight"),
    (["--mixture", "3:1,3:2"], "degree 3", "once"),
    (["--mixture", "1:1"], "1:1", "degree 2"),
    (["--mixture", "3:1", "--p", "3"], "--p or --mixture", "not both"),
    (["--target-index", "100"], "--target-index 100", "0...99"),
    (["--n", "ten"], "ten", "--n"),
    (["--seed", "-1"], "-1", "--seed"),
    (["--method", "magic"], "magic", "newton"),
    (["--nonsense"], "--nonsense", "--help"),
    (["--dataset", "/J"], "--dataset /J", "--couplings"),
    (["--p", "3", "stray"], "stray", "--help"),
    (["--mixture", "-3:1"], "degree -3", "from 1"),
  ])
  func usage(_ arguments: [String], _ value: String, _ remedy: String) throws {
    try expectFailure(arguments, status: 64, value, remedy)
  }

  /// N^p beyond memory says how many bytes.
  @Test func tooLargeForMemory() throws {
    try expectFailure(["--p", "6", "--n", "400"], status: 65, "--n 400", "bytes of memory")
    try expectFailure(
      ["--p", "3", "--n", "1000000000"], status: 65, "--n 1000000000", "would fit")
  }

  @Test(arguments: ["/etc/passwd/x", "/proc/x", "/dev/null"])
  func unwritableOutput(_ path: String) throws {
    let result = try Command.run(["index-energy", "--output", path])
    #expect(result.status == 65)
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(result.errors.contains(path))
    let couplings = try Command.run(["couplings", "--output", path + "/J.h5"])
    #expect(couplings.status == 65)
    #expect(couplings.errors.split(separator: "\n").count == 1)
  }

  /// The theory on the figure is that of models without a signal.
  @Test func couplingsWithSignal() throws {
    let folder = try TemporaryFolder()
    let written = try Command.run([
      "couplings", "--n", "4", "--signal", "3:1.5", "--output", folder("J.h5"),
    ])
    #expect(written.status == 0)
    try expectFailure(["--couplings", folder("J.h5")], status: 65, "signal 3:1.5", "without")
  }

  @Test func couplingsFiles() throws {
    let folder = try TemporaryFolder()
    func expect(_ datasets: [Dataset], _ value: String, _ remedy: String) throws {
      try ArrayFile(folder("J.h5")).write(datasets)
      let output = folder("out")
      let result = try Command.run(
        ["index-energy", "--couplings", folder("J.h5"), "--output", output])
      #expect(result.status == 65)
      #expect(result.errors.split(separator: "\n").count == 1)
      #expect(result.errors.contains(value), "\(result.errors)")
      #expect(result.errors.contains(remedy), "\(result.errors)")
      #expect(!FileManager.default.fileExists(atPath: output))
    }
    func dataset(_ path: String, _ shape: [Int], _ change: (inout [Double]) -> Void = { _ in })
      -> Dataset
    {
      var values = [Double](repeating: 0.5, count: shape.reduce(1, *))
      change(&values)
      return Dataset(path, shape: shape, values: values)
    }
    try expect([dataset("/couplings/3", [2, 2, 2]) { $0[0] = .nan }], "nan at [0, 0, 0]", "finite")
    try expect([dataset("/couplings/3", [2, 2, 2]) { $0[3] = .infinity }], "inf", "finite")
    try expect(
      [dataset("/couplings/3", [2, 2, 2]) { $0[4] = 0.25 }], "0.25 at [1, 0, 0]", "symmetric")
    try expect([dataset("/couplings/3", [2, 2, 3])], "[2, 2, 3]", "equal extents")
    try expect([dataset("/couplings/3", [2, 2])], "[2, 2]", "equal extents")
    try expect([dataset("/couplings/2", [1, 1])], "[1, 1]", "at least 2")
    try expect(
      [dataset("/couplings/2", [2, 2]), dataset("/couplings/3", [3, 3, 3])], "[3, 3, 3]", "same")
    try expect([dataset("/couplings/three", [2, 2])], "/couplings/three", "/couplings/3")
    try expect([dataset("/J", [2, 2])], "/couplings/<p>", "saddlery couplings")
    try expect([dataset("/couplings/1", [4])], "field only", "degree 2")
    try expect([dataset("/couplings/2", [2, 2]) { $0 = [0, 0, 0, 0] }], "zero", "degree:weight")
  }

  @Test func unreadableCouplingsFile() throws {
    let folder = try TemporaryFolder()
    try "not HDF5".write(toFile: folder("text.h5"), atomically: true, encoding: .utf8)
    try expectFailure(
      ["--couplings", folder("absent.h5")], status: 65, "absent.h5", "No such file")
    try expectFailure(
      ["--couplings", folder("text.h5")], status: 65, "text.h5", "not an HDF5 file")
    try expectFailure(
      ["--couplings", folder("absent.h5"), "--p", "3"], status: 64, "--couplings", "leave out")
  }

  @Test func helpAndVersion() throws {
    #expect(try Command.run(["--version"]).output == "0.1.0\n")
    let help = try Command.run(["index-energy", "--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("--target-index"))
    #expect(try Command.run(["nonsense"]).status == 64)
  }

  private func expectFailure(
    _ arguments: [String], status: Int32, _ value: String, _ remedy: String
  ) throws {
    let folder = try TemporaryFolder()
    let result = try Command.run(["index-energy"] + arguments + ["--output", folder("out")])
    #expect(result.status == status)
    #expect(result.output.isEmpty)
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    #expect(result.errors.contains(value), "\(result.errors)")
    #expect(result.errors.contains(remedy), "\(result.errors)")
    #expect(try folder.names() == [])
  }
}
