import Analysis
import ArgumentParser
import ArrayFiles
import Figures
import Foundation
import OutputFiles
import RandomMatrices
import Statistics

/// `saddlery matrix`: spectra of random matrices.
struct MatrixCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv, hdf5
  }

  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "Draw spectra of random matrices and plot their density with the law on top.",
    discussion: """
      Writes to the output folder: eigenvalues.csv (or eigenvalues.h5), density.csv and the figure spectrum. \
      The histogram spans all values or, if that is more than four times as wide, the middle 98 %; values at an \
      atom of the law, like the zeros of a Wishart matrix of few observations, are listed but not in it. \
      Eigenvalues that a symmetry makes equal (gse, cse, quaternion-wishart, quaternion-manova) are listed once; \
      conjugate pairs (haar-symplectic, quaternion-ginibre), 2n of n rows of quaternions, are listed both. \
      Ensembles and their options:

      \(MatrixName.help)
      """)

  @Argument(help: ArgumentHelp("The ensemble.", valueName: "ensemble"))
  var name: MatrixName

  @OptionGroup var parameters: MatrixOptions

  @Option(parsing: .unconditional, help: "Number of samples.")
  var samples = 10

  @Option(parsing: .unconditional, help: "Seed; the same seed gives the same files.")
  var seed: UInt64 = 1

  @Option(parsing: .unconditional, help: "Bins of the histogram (default: 2 N^(1/3) of N values).")
  var bins: Int?

  @Option(help: "Format of the eigenvalues.")
  var format = Format.csv

  @Option(help: ArgumentHelp("Folder for the files.", valueName: "folder"))
  var output: String

  @OptionGroup var threading: ThreadOptions

  @Flag(inversion: .prefixedNo, help: "Draw the figure (needs gnuplot).")
  var figure = true

  @Flag(help: "Print one JSON object on standard output.")
  var json = false

  func run() throws {
    let clock = ContinuousClock.now
    try require("samples", samples, in: Domain.count)
    if let bins { try require("bins", bins, in: 1...100_000) }
    let spectra = try parameters.requested(name)
    try requireMemory(spectra)
    let folder = try OutputTarget(
      folder: output,
      for: [format == .csv ? "eigenvalues.csv" : "eigenvalues.h5", "density.csv"]
        + (figure ? Figure.fileNames("spectrum") : []))
    try Cost.requireTime(
      spectra.steps * Double(samples) / 2e8, threads: min(threading.count, samples),
      remedy: "choose fewer or smaller matrices")
    let progress = Progress(total: samples, unit: "matrices")
    Interrupt.prepare { progress.interrupt() }
    let seed = seed
    let eigenvalues = concurrentMap(
      0..<samples, threads: threading.count, progress: progress.show
    ) { [seed] in spectra.draw(seed, $0) }
    let values = eigenvalues.map { $0.map(spectra.value) }
    guard values.allSatisfy({ $0.allSatisfy(\.isFinite) }) else {
      throw Failure(message: "some eigenvalues are too large for a number", status: 65)
    }
    let measured = try density(values, spectra.law)
    let (files, problem) = try write(eigenvalues, measured, spectra, to: folder)
    try report(values, spectra.law, files, clock.duration(to: .now).seconds)
    if let problem { throw problem }
  }

  private func requireMemory(_ spectra: MatrixSpectra) throws {
    let numbers = Double(samples) * Double(parameters.n)
    let bytes = spectra.memory * Double(min(threading.count, defaultThreads)) + 100 * numbers
    try Cost.requireMemory(bytes, remedy: "choose fewer or smaller matrices")
  }

  private func density(_ values: [[Double]], _ law: (any SpectralLaw)?) throws -> EmpiricalDensity {
    let all = (law?.withoutAtoms(Array(values.joined())) ?? Array(values.joined())).sorted()
    let least = all.first ?? 0
    var range = (least, all.last ?? 1)
    let middle = all.dropFirst(all.count / 100).dropLast(all.count / 100)
    if let low = middle.first, let high = middle.last, high > low,
      range.1 - range.0 > 4 * (high - low)
    {
      range = (low, high)
    }
    let largest = max(abs(range.0), abs(range.1))
    if range.1 - range.0 <= 8 * Double(bins ?? all.count) * largest.ulp {
      // Around one value, on its own scale.
      let half = largest > 0 ? largest / 2 : 0.5
      range = (range.0 - half, range.1 + half)
    }
    guard (range.1 - range.0).isFinite else {
      throw Failure(
        message: "the eigenvalues from \(range.0) to \(range.1) span more than a double; "
          + "choose smaller parameters",
        status: 65)
    }
    let count = bins ?? Int((2 * cbrt(Double(all.count))).rounded(.up))
    let edges = (0...max(1, count)).map { i in
      i == max(1, count) ? range.1 : range.0 + (range.1 - range.0) * Double(i) / Double(count)
    }
    do { return try EmpiricalDensity(values, edges: edges) } catch { throw Failure.input(error) }
  }

  private var scale: String { name.scale(variance: parameters.variance) }

  private var model: String {
    ([name.rawValue, "n = \(parameters.n)"]
      + parameters.given.map { "\($0.name) \($0.text)" }).joined(separator: ", ")
  }

  private func write(
    _ eigenvalues: [[[Double]]], _ measured: EmpiricalDensity, _ spectra: MatrixSpectra,
    to folder: OutputTarget
  ) throws -> (files: [String], problem: Failure?) {
    let provenance = Provenance(
      model: model, convention: "eigenvalues, \(scale)", seed: seed,
      notes: ["\(samples) samples"])
    let table = measured.table(law: spectra.law, provenance: provenance)
    var files: [String] = []
    do {
      switch format {
      case .csv:
        let rows = eigenvalues.enumerated().flatMap { sample, list in list.map { (sample, $0) } }
        let columns = spectra.columns.indices.map { i in
          DataTable.Column(spectra.columns[i], rows.map { $0.1[i] })
        }
        let list = DataTable(
          comments: provenance.comments, columns: [.init("sample", rows.map(\.0))] + columns)
        files = try folder.write([("eigenvalues.csv", list), ("density.csv", table)])
      case .hdf5:
        files = try folder.write([("density.csv", table)])
        let width = spectra.columns.count
        let shape = [samples, eigenvalues[0].count] + (width > 1 ? [width] : [])
        let file = ArrayFile("\(folder.path)/eigenvalues.h5")
        try file.write(
          [
            Dataset(
              "/eigenvalues", shape: shape, values: eigenvalues.flatMap { $0.flatMap(\.self) })
          ],
          attributes: [
            "version": .text(Provenance.version), "model": .text(model), "seed": .unsigned(seed),
            "convention": .text(provenance.convention),
          ])
        files.append(file.path)
      }
    } catch let error as ArrayFileError {
      throw Failure.input(error)
    }
    guard figure else { return (files, nil) }
    do {
      files += try Figure.spectralDensity(
        measured, law: spectra.law.map { ("law of large n", $0) },
        quantity: "\(spectra.quantity) (\(scale))",
        title: "Spectrum: \(name.words), n = \(parameters.n)",
        caption: ["\(model); \(samples) samples, seed \(seed)"]
      ).write(to: folder.path, name: "spectrum", provenance: provenance.comments)
      return (files, nil)
    } catch {
      return (files + error.written, .incomplete(error))
    }
  }

  /// The distance is the largest difference between the fraction of values up to a point and the law's F.
  private func report(
    _ values: [[Double]], _ law: (any SpectralLaw)?, _ files: [String], _ seconds: Double
  ) throws {
    let all = values.joined()
    let (least, most) = (all.min() ?? .nan, all.max() ?? .nan)
    let distance = law.map { $0.kolmogorovDistance(from: Array(all)) }
    if json {
      try JSONOutput.print([
        "ensemble": name.rawValue, "n": parameters.n, "samples": samples, "seed": seed,
        "model": model, "smallest": least, "largest": most, "distance": distance, "files": files,
        "seconds": seconds,
      ])
      return
    }
    print("\(model), \(samples) samples, seed \(seed): \(least) to \(most)")
    if let distance { print(String(format: "largest distance from the law's F: %.4f", distance)) }
    print(files.joined(separator: "\n"))
  }
}
