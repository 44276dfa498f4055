import ArgumentParser
import Commands
import Saddlery
import Synchronization

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

  @OptionGroup var files: PointFileOptions

  /// Number of threads.
  var threads: Int { folder.threading.count }

  /// How the searches were made, for the files.
  func notes(samples: Int) -> [String] {
    ["search \(method.rawValue), \(samples) samples x \(points) starts"]
      + (stopping.note.map { [$0] } ?? [])
  }

  /// Throws unless the numbers are valid for Hessians of so many directions, and the records of the searches in `kept` samples
  /// fit into memory.
  func check(directions: Int, dimension n: Int, kept: Int) throws {
    try require("samples", samples, in: Domain.count)
    try require("points", points, in: Domain.count)
    _ = try stopping.requested()
    try Cost.requireMemory(
      Double(kept) * recordMemory(dimension: n),
      remedy: kept > 1 ? "choose fewer --samples or --points" : "choose fewer --points")
    for index in targetIndex where !(0...directions).contains(index) {
      throw Failure.usage(
        "--target-index \(index) is not valid; indices are 0...\(directions) for N = \(n)")
    }
  }

  /// Bytes of the records of a sample.
  func recordMemory(dimension n: Int) -> Double { Double(points) * (500 + 24 * Double(n)) }

  /// The folder for the files, if it can be written to.
  func target() throws -> OutputTarget {
    try OutputTarget(
      folder: folder.output,
      for: ["points.csv", "index-energy-table.csv"]
        + (folder.figure ? Figure.fileNames("index-energy") : []))
  }

  /// Searches `samples` landscapes of N dimensions, as many at a time as there are threads and memory for.
  ///
  /// - Parameters:
  ///   - bytes: of one landscape.
  ///   - wantsArrays: whether spectra are computed too.
  func survey<Curve: LabelledIndexCurve, L: Landscape>(
    _ curve: Curve, dimension: Int, samples: Int, bytes: Double, seed: UInt64,
    wantsArrays: Bool, _ landscape: @escaping @Sendable (Int) throws -> L
  ) throws -> (survey: IndexEnergySurvey<Curve>, arrays: PointArrays?) {
    let work = Search<L>.memory(dimension: dimension, threads: threads)
    let together =
      (1...max(1, min(samples, threads))).last { isMemoryAvailable(Double($0) * bytes + work) } ?? 1
    let progress = Progress(total: samples * points, folder.progress)
    let (total, each) = (samples * points, threads / together)
    let state = Mutex([WorkProgress?](repeating: nil, count: samples))
    let (method, rule, points) = (method, try stopping.requested(), points)
    let indices = targetIndex.isEmpty ? nil : targetIndex
    let found = try concurrentMap(0..<samples, threads: together) { sample in
      let landscape = try landscape(sample)
      let points = Search(landscape, method: method, rule: rule).run(
        points: points, indices: indices, seed: seed, sample: sample, threads: each
      ) { own in
        state.withLock { state in
          state[sample] = own
          let known = state.compactMap(\.self)
          progress.show(
            WorkProgress(
              done: known.reduce(0) { $0 + $1.done }, total: total,
              reached: known.reduce(0) { $0 + ($1.reached ?? 0) }))
        }
      }
      guard wantsArrays else { return (points, nil as PointArrays?) }
      var arrays = PointArrays(on: landscape.domain)
      arrays.add(points, of: landscape, sample: sample)
      return (points, arrays)
    }
    var survey = IndexEnergySurvey(curve, dimension: dimension)
    for (sample, (points, _)) in found.enumerated() { survey.add(points, sample: sample) }
    var arrays = found.first?.1
    for (_, more) in found.dropFirst() { if let more { arrays?.add(more) } }
    return (survey, arrays)
  }
}
