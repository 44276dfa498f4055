import ArgumentParser
import Commands
import Foundation
import Saddlery

/// `saddlery field sample`: Gaussian fields on a grid.
struct FieldSampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Draw Gaussian fields on a regular grid, exactly, and write them to an HDF5 file.",
    discussion: """
      Dataset /field/<sample>: the values, one extent per dimension, the last coordinate slowest. \
      With --periodic the grid is a whole torus and the covariance is summed over its periods.
      """)

  @OptionGroup var field: FieldOptions

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

  @OptionGroup var file: FileOptions

  func run() throws {
    let target = try OutputTarget(file: file.output)
    let sampler = try requestedSampler()
    let (samples, seed) = (field.samples, field.seed)
    let datasets = (0..<samples).map {
      Dataset("/field/\($0)", shape: shape, values: sampler.sample(seed: seed, sample: $0))
    }
    let model = "Gaussian field\(periodic ? " on a torus" : ""), \(field.covariance.name)"
    try target.write(
      datasets, Provenance(model: model, convention: FieldOptions.convention, seed: seed),
      attributes: ["spacing": .real(spacing)])
    try file.reporting.print(
      [
        "model": model, "dimension": field.dimension, "points": points, "spacing": spacing,
        "periodic": periodic, "samples": samples, "seed": seed,
      ],
      ["\(model), \(samples) x \(points)^\(field.dimension) points, seed \(seed)"],
      writing: target)
  }

  private var shape: [Int] { [Int](repeating: points, count: field.dimension) }

  private func requestedSampler() throws -> GridSampler {
    try field.check()
    try require("points", points, in: Domain.count)
    try require("spacing", spacing, in: Domain.length)
    if let padding { try require("padding", padding, in: Domain.length) }
    guard padding == nil || !periodic else {
      throw Failure.usage("--padding is not for --periodic; leave one of them out")
    }
    let covariance = try field.covariance.requested()
    return try asInput {
      try FieldError.requireMemory(
        bytes: 8 * Double(field.samples) * pow(Double(points), Double(field.dimension)))
      return periodic
        ? try GridSampler(periodic: covariance, shape: shape, spacing: spacing)
        : try GridSampler(covariance, shape: shape, spacing: spacing, padding: padding ?? 1)
    }
  }
}
