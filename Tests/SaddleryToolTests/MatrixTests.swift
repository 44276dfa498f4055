import ArrayFiles
import Foundation
import TestSupport
import Testing

@Suite struct MatrixTests {
  /// The files, the rows, a small distance from the semicircle, and the same files on one thread.
  @Test func orthogonal() throws {
    let folder = try TemporaryFolder()
    let arguments = ["matrix", "goe", "--n", "60", "--samples", "5", "--json", "--output"]
    let result = try Command.run(arguments + [folder("a")])
    #expect(result.status == 0)
    let json = try result.json()
    #expect(json["ensemble"] as? String == "goe" && json["n"] as? Int == 60)
    #expect(try #require(json["distance"] as? Double) < 0.02)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder("a")).sorted()
    #expect(
      names == [
        "density.csv", "eigenvalues.csv", "spectrum.csv", "spectrum.gp", "spectrum.pdf",
        "spectrum.png", "spectrum.svg",
      ])
    let text = try folder.text("a/eigenvalues.csv")
    let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(rows[0] == "sample,eigenvalue" && rows.count == 301)
    #expect(text.contains("off-diagonal entries of variance 0.5"))
    _ = try Command.run(arguments + [folder("b"), "--threads", "1", "--no-figure"])
    #expect(try folder.text("b/eigenvalues.csv") == text)
    _ = try Command.run(arguments + [folder("c"), "--seed", "2", "--no-figure"])
    #expect(try folder.text("c/eigenvalues.csv") != text)
  }

  /// HDF5: samples by eigenvalues, by real and imaginary part where they are complex.
  @Test(arguments: [("gse", [3, 8]), ("cue", [3, 8, 2])])
  func arrays(_ name: String, _ shape: [Int]) throws {
    let folder = try TemporaryFolder()
    let result = try Command.run([
      "matrix", name, "--n", "8", "--samples", "3", "--format", "hdf5", "--no-figure", "--output",
      folder("out"),
    ])
    #expect(result.status == 0)
    let dataset = try ArrayFile(folder("out/eigenvalues.h5")).read("/eigenvalues")
    #expect(dataset.shape == shape)
    if name == "cue" {
      for i in stride(from: 0, to: dataset.values.count, by: 2) {
        #expect(abs(hypot(dataset.values[i], dataset.values[i + 1]) - 1) < 1e-13)
      }
    }
  }

  /// Every ensemble runs.
  @Test(arguments: [
    "goe --variance 2", "gue", "gse", "hermite --beta 0.5", "laguerre --first 20 --beta 2",
    "jacobi --first 10 --second 12.5", "wishart --observations 20",
    "complex-wishart --observations 5", "quaternion-wishart --observations 30",
    "manova --first 15 --second 20", "complex-manova --first 15 --second 20",
    "quaternion-manova --first 15 --second 20", "wigner --entries uniform", "sparse --degree 3",
    "levy --stability 1.5", "spiked-wigner --spikes 3,-2", "ginibre", "complex-ginibre",
    "spiked-wishart --observations 30 --spikes 5", "quaternion-ginibre", "haar-orthogonal",
    "haar-symplectic", "coe", "cue", "cse",
  ])
  func ensembles(_ text: String) throws {
    let folder = try TemporaryFolder()
    let result = try Command.run(
      ["matrix"] + text.split(separator: " ").map(String.init)
        + ["--n", "12", "--samples", "4", "--no-figure", "--json", "--output", folder("out")])
    #expect(result.status == 0, "\(result.errors)")
    let largest = try #require(try result.json()["largest"] as? Double)
    #expect(largest > 0)
  }

  @Test(arguments: [
    ("nothing", 64, "nothing", "goe"), ("goe --n 0", 64, "--n 0", "from 1"),
    ("goe --beta 2", 64, "--beta", "--variance"),
    ("goe --variance 0", 64, "variance 0", "positive"),
    ("gse --n 9223372036854775807", 64, "9223372036854775807", "1000000"),
    ("hermite --beta -1", 64, "Dyson index -1", "0 or more"),
    ("laguerre --first 2 --n 10", 64, "parameter 2", "above 4.5"),
    ("wishart", 64, "wishart", "--observations"),
    ("manova --first 2 --second 3 --n 10", 64, "sum of observations 5", "10 or more"),
    ("manova --first 2.5 --second 30 --n 10", 64, "--first 2.5", "whole number"),
    ("manova --first 1e9 --second 1e9 --n 1000", 65, "MB of memory", "fewer"),
    ("levy --stability 3", 64, "3", "from 0.05 to 2"),
    ("sparse --degree 200", 64, "200", "up to 100"),
    ("spiked-wigner --spikes 1,x", 64, "1,x", "commas"),
    ("goe --samples 0", 64, "--samples 0", "from 1"), ("goe --bins 0", 64, "--bins 0", "from 1"),
    ("goe --n 100000", 65, "MB of memory", "smaller"), ("goe --format xml", 64, "xml", "hdf5"),
    ("goe --output /dev/null/x", 65, "/dev/null", ""),
  ])
  func badInput(_ text: String, _ status: Int32, _ value: String, _ remedy: String) throws {
    let folder = try TemporaryFolder()
    var arguments = ["matrix"] + text.split(separator: " ").map(String.init)
    if !arguments.contains("--output") { arguments += ["--output", folder("out")] }
    let result = try Command.run(arguments)
    #expect(result.status == status)
    #expect(result.output.isEmpty)
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    #expect(result.errors.contains(value), "\(result.errors)")
    #expect(remedy.isEmpty || result.errors.contains(remedy), "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder("out")))
  }
}
