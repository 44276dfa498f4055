import ArgumentParser
import Commands
import Foundation
import Saddlery

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

  @OptionGroup var drawing: SeedOptions

  @Option(parsing: .unconditional, help: "Bins of the histogram (default: 2 N^(1/3) of N values).")
  var bins: Int?

  @Option(help: "Format of the eigenvalues.")
  var format = Format.csv

  @OptionGroup var folder: FolderOptions

  /// The ensemble's spectra, checked.
  ///
  /// - Parameter kept: samples that are in memory together.
  private func requested(kept: Int) throws -> MatrixSpectra {
    try require("samples", samples, in: Domain.count)
    let spectra = try parameters.requested(name)
    let threads = min(folder.threading.count, defaultThreads)
    try Cost.requireMemory(
      spectra.memory * Double(threads) + 100 * Double(kept) * Double(parameters.n),
      remedy: Self.remedy)
    return spectra
  }

  private static let remedy = "choose fewer or smaller matrices"

  private var scale: String { name.scale(variance: parameters.variance) }

  private var title: String { "Spectrum: \(name.about.text), n = \(parameters.n)" }

  private var provenance: Provenance {
    Provenance(
      model: ([name.rawValue, "n = \(parameters.n)"]
        + parameters.given.map { "\($0.name) \($0.text)" })
        .joined(separator: ", "),
      convention: "eigenvalues, \(scale)", seed: drawing.seed, notes: ["\(samples) samples"])
  }

  /// What it draws, for a store.
  func task() throws -> any StoredTask {
    try MatrixTask(
      spectra: requested(kept: 1), provenance: provenance, samples: samples, seed: drawing.seed,
      scale: scale, title: title)
  }

  func run() throws {
    let start = ContinuousClock.now
    if let bins { try require("bins", bins, in: 1...100_000) }
    let spectra = try requested(kept: samples)
    let (n, seed, threads) = (parameters.n, drawing.seed, folder.threading.count)
    let remedy = Self.remedy
    let list = format == .csv ? "eigenvalues.csv" : "eigenvalues.h5"
    let target = try OutputTarget(
      folder: folder.output,
      for: [list, "density.csv"] + (folder.figure ? Figure.fileNames("spectrum") : []))
    try Cost.requireTime(
      spectra.steps * Double(samples) / 2e8, threads: min(threads, samples), remedy: remedy)
    let progress = Progress(total: samples, unit: "matrices", folder.progress)
    let eigenvalues = spectra.draw(seed, 0..<samples, threads, progress.show)
    let values = eigenvalues.map { $0.map(spectra.value) }
    guard values.allSatisfy({ $0.allSatisfy(\.isFinite) }) else {
      throw Failure.input("some eigenvalues are too large for a number")
    }
    let measured = try spectra.density(values, bins: bins)
    let (scale, provenance) = (scale, provenance)
    let table = measured.table(law: spectra.law, provenance: provenance)
    switch format {
    case .csv:
      try target.write([
        (list, Self.table(eigenvalues, spectra.columns, provenance)), ("density.csv", table),
      ])
    case .hdf5:
      try target.write([("density.csv", table)])
      let width = spectra.columns.count
      let shape = [samples, eigenvalues[0].count] + (width > 1 ? [width] : [])
      let numbers = eigenvalues.flatMap { $0.flatMap(\.self) }
      try target.write(
        [Dataset("/eigenvalues", shape: shape, values: numbers)], provenance, name: list)
    }
    let run = "\(provenance.model), \(samples) samples, seed \(seed)"
    if folder.figure {
      target.draw(
        folder.figures.applied(
          to: spectra.figure(measured, scale: scale, title: title, caption: [run])),
        name: "spectrum", provenance)
    }
    let all = Array(values.joined())
    let (least, most) = (all.min() ?? .nan, all.max() ?? .nan)
    // The largest difference between the fraction of values up to a point and the law's F.
    let distance = spectra.law.map { $0.kolmogorovDistance(from: all) }
    try folder.reporting.print(
      [
        "ensemble": name.rawValue, "n": n, "samples": samples, "seed": seed,
        "model": provenance.model, "smallest": least, "largest": most, "distance": distance,
        "seconds": start.seconds,
      ],
      ["\(run): \(least) to \(most)"]
        + (distance.map { ["largest distance from the law's F: \(fixed($0, 4))"] } ?? []),
      writing: target)
  }

  /// One row per eigenvalue.
  private static func table(
    _ eigenvalues: [[[Double]]], _ names: [String], _ provenance: Provenance
  ) -> DataTable {
    let rows = eigenvalues.enumerated().flatMap { sample, list in list.map { (sample, $0) } }
    let columns = names.indices.map { i in DataTable.Column(names[i], rows.map { $0.1[i] }) }
    return DataTable(
      comments: provenance.comments, columns: [.init("sample", rows.map(\.0))] + columns)
  }
}
