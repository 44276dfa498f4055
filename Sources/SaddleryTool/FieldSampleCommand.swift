import ArgumentParser
import ArrayFiles
import Foundation
import GaussianFields
import OutputFiles

/// `saddlery field sample`: Gaussian fields on a grid.
struct FieldSampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Draw Gaussian fields on a regular grid, exactly, and write them to an HDF5 file.",
    discussion: """
      Dataset /field/<sample>: the values, one extent per dimension, the last coordinate slowest. \
      With --periodic the grid is a whole torus and the covariance is summed over its periods.
      """)

  @OptionGroup var field: CovarianceOptions

  @Option(parsing: .unconditional, help: "Dimension, 1 to 3.")
  var dimension = 2

  @Option(parsing: .unconditional, help: "Points along each axis.")
  var points = 256

  @Option(parsing: .unconditional, help: "Distance of neighbouring points.")
  var spacing = 0.1

  @Flag(help: "Make the field periodic.")
  var periodic = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many times twice the grid the torus behind it is, at least; not with --periodic.",
      discussion: "More is taken if needed, up to 4194304 points."))
  var padding: Double?

  @Option(parsing: .unconditional, help: "Number of samples.")
  var samples = 1

  @Option(parsing: .unconditional, help: "Seed of the fields.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  @Flag(help: "Print one JSON object on standard output.")
  var json = false

  func run() throws {
    let target = try OutputTarget(file: output)
    let sampler = try requestedSampler()
    let file = ArrayFile(output)
    let shape = [Int](repeating: points, count: dimension)
    let datasets = (0..<samples).map {
      Dataset("/field/\($0)", shape: shape, values: sampler.sample(seed: seed, sample: $0))
    }
    do {
      try file.write(
        datasets,
        attributes: [
          "version": .text(Provenance.version), "model": .text(model), "seed": .unsigned(seed),
          "spacing": .real(spacing),
          "convention": .text("value and lengths in the units of variance and length"),
        ])
    } catch {
      throw Failure.input(error)
    }
    target.release()
    if json {
      try JSONOutput.print([
        "file": output, "model": model, "dimension": dimension, "points": points,
        "spacing": spacing, "periodic": periodic, "samples": samples, "seed": seed,
      ])
    } else {
      print("\(model), \(samples) x \(points)^\(dimension) points, seed \(seed): \(output)")
    }
  }

  private func requestedSampler() throws -> GridSampler {
    try require("dimension", dimension, in: 1...3)
    try require("samples", samples, in: Domain.count)
    try require("points", points, in: Domain.count)
    try require("spacing", spacing, in: Domain.length)
    if let padding { try require("padding", padding, in: Domain.length) }
    guard padding == nil || !periodic else {
      throw Failure.usage("--padding is not for --periodic; leave one of them out")
    }
    let covariance = try field.requested()
    do {
      try FieldError.requireMemory(
        bytes: 8 * Double(samples) * pow(Double(points), Double(dimension)))
      let shape = [Int](repeating: points, count: dimension)
      return periodic
        ? try GridSampler(periodic: covariance, shape: shape, spacing: spacing)
        : try GridSampler(covariance, shape: shape, spacing: spacing, padding: padding ?? 1)
    } catch {
      throw Failure.input(error)
    }
  }

  private var model: String {
    "Gaussian field\(periodic ? " on a torus" : ""), \(field.name)"
  }
}
