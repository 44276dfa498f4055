import ArgumentParser
import Commands
import Saddlery

/// How many threads a command uses.
struct ThreadOptions: ParsableArguments {
  @Option(
    name: .customLong("threads"), parsing: .unconditional,
    help: "Number of threads, up to 1024; results do not depend on it.")
  var count = defaultThreads

  func validate() throws { try require("threads", count, in: 1...1024) }
}

/// What a long computation says while it goes on.
struct ProgressOptions: ParsableArguments {
  @Flag(help: "No progress on standard error.")
  var quiet = false
}

/// What a run is drawn from.
struct SeedOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "Seed; the same seed gives the same files.")
  var seed: UInt64 = 1
}

/// One disorder sample.
struct SampleOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "Number of the disorder sample, counted from 0.")
  var sample = 0

  /// The number, checked.
  func requested() throws -> Int {
    guard sample >= 0 else {
      throw Failure.usage("--sample \(sample) is not valid; samples are counted from 0")
    }
    return sample
  }
}

/// What a command that fills a folder takes: where, how fast, whether to draw, how to report.
struct FolderOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Folder for the files.", valueName: "folder"))
  var output: String

  @OptionGroup var threading: ThreadOptions

  @OptionGroup var progress: ProgressOptions

  @Flag(inversion: .prefixedNo, help: "Draw the figure (needs gnuplot).")
  var figure = true

  @OptionGroup var figures: FigureOptions

  @OptionGroup var reporting: ReportOptions

  func validate() throws { try figures.check(isDrawn: figure, "leave out --no-figure") }
}

/// What a command that writes one array file takes.
struct FileOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  @OptionGroup var reporting: ReportOptions
}
