import ArgumentParser
import Commands
import Saddlery

/// Options of a search for critical points that ends in a figure.
struct SearchOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "Number of disorder samples.")
  var samples = 4

  @Option(parsing: .unconditional, help: "Number of searches in each sample.")
  var points = 250

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Aim at these indices only (default: all, evenly).", valueName: "k"))
  var targetIndex: [Int] = []

  @Option(help: "How steps are made.")
  var method = SearchMethod.indexTargeted

  @OptionGroup var stopping: StoppingOptions

  @OptionGroup var folder: FolderOptions

  /// Number of threads.
  var threads: Int { folder.threading.count }

  /// How the searches were made, for the files.
  func notes(samples: Int) -> [String] {
    ["search \(method.rawValue), \(samples) samples x \(points) starts"]
      + (stopping.note.map { [$0] } ?? [])
  }

  /// Throws unless the numbers are valid for Hessians of so many directions, and the records of all searches
  /// fit into memory.
  func check(directions: Int, dimension n: Int) throws {
    try require("samples", samples, in: Domain.count)
    try require("points", points, in: Domain.count)
    _ = try stopping.requested()
    let searches = Double(samples) * Double(points)
    try Cost.requireMemory(
      searches * (500 + 24 * Double(n)), remedy: "choose fewer --samples or --points")
    for index in targetIndex where !(0...directions).contains(index) {
      throw Failure.usage(
        "--target-index \(index) is not valid; indices are 0...\(directions) for N = \(n)")
    }
  }

  /// The folder for the files, if it can be written to.
  func target() throws -> OutputTarget {
    try OutputTarget(
      folder: folder.output,
      for: ["points.csv", "index-energy-table.csv"]
        + (folder.figure ? Figure.fileNames("index-energy") : []))
  }

  /// Searches `samples` landscapes of N dimensions.
  func survey<Curve: LabelledIndexCurve, L: Landscape>(
    _ curve: Curve, dimension: Int, samples: Int, seed: UInt64, _ landscape: (Int) throws -> L
  ) throws -> IndexEnergySurvey<Curve> {
    let progress = Progress(total: samples * points)
    var survey = IndexEnergySurvey(curve, dimension: dimension)
    for sample in 0..<samples {
      let found = try Search(
        landscape(sample), method: method, rule: stopping.requested()
      ).run(
        points: points, indices: targetIndex.isEmpty ? nil : targetIndex, seed: seed,
        sample: sample, threads: threads, progress: progress.show)
      survey.add(found, sample: sample)
    }
    return survey
  }
}
