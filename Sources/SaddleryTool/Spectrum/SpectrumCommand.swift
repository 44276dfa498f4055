import ArgumentParser
import Commands
import Foundation
import Saddlery

/// `saddlery spectrum`: a spectrum of one's own against the laws of random matrices.
struct SpectrumCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spectrum",
    abstract:
      "Hold a matrix, a data table or a list of eigenvalues against the laws of random matrices.",
    discussion: """
      Reads a square symmetric matrix, a list of eigenvalues (one column or one row) or, with --data, a data table, of \
      which it takes the sample covariance. Fits the bulk of the eigenvalues that are not zero with the law of \
      Marchenko and Pastur, the semicircle or Wachter's law; lists what lies beyond the edges, with what puts it there; and \
      compares distances of neighbours, number variance and rigidity with those of GOE, GUE and independent levels.

      p-values are for this one spectrum: of outliers by the law of the largest eigenvalue, all others by reference \
      spectra of the same size and density, drawn and treated in the same way. With --output writes eigenvalues.csv, \
      density.csv, statistics.csv and the figure spectrum.
      """)

  @OptionGroup var input: SpectrumInput

  @Option(help: "The law to fit (default: the closest, for data that of Marchenko and Pastur).")
  var law: SpectralFamily?

  @Option(
    parsing: .unconditional,
    help: "False-positive rate of outliers and verdicts, from 1e-9 to 0.5.")
  var level = 0.05

  @Option(parsing: .unconditional, help: "Number of reference spectra of each kind, from 19.")
  var references = 399

  @OptionGroup var drawing: SeedOptions

  @Option(help: ArgumentHelp("Folder for the files.", valueName: "folder"))
  var output: String?

  @OptionGroup var threading: ThreadOptions
  @OptionGroup var progress: ProgressOptions

  @Flag(inversion: .prefixedNo, help: "Draw the figure (needs gnuplot).")
  var figure = true

  @OptionGroup var figures: FigureOptions

  @OptionGroup var reporting: ReportOptions

  func run() throws {
    let start = ContinuousClock.now
    try require("level", level, in: 1e-9...0.5)
    try require("references", references, in: 19...1_000_000)
    try figures.check(isDrawn: output != nil && figure, "give --output and leave out --no-figure")
    let tables = ["eigenvalues.csv", "density.csv", "statistics.csv"]
    let target = try output.map {
      try OutputTarget(folder: $0, for: tables + (figure ? Figure.fileNames("spectrum") : []))
    }
    let spectrum = try input.spectrum()
    let n = Double(spectrum.eigenvalues.count)
    let remedy = "choose fewer references or a smaller spectrum"
    try Cost.requireMemory(500 * n + 2000 * Double(references), remedy: remedy)
    try Cost.requireTime(
      Double(references) * (n * n + 2000 * n) / 1e8, threads: threading.count, remedy: remedy)
    let bar = Progress(total: 3 * references, unit: "reference spectra", progress)
    let analysis = try asInput {
      try SpectrumAnalysis(
        eigenvalues: spectrum.eigenvalues, source: spectrum.source, family: law, level: level,
        references: references, seed: drawing.seed, threads: threading.count,
        progress: bar.show)
    }
    let report = SpectrumReport(
      analysis: analysis, input: spectrum, name: OutputFile(input.file).name)
    if let target {
      let measured = try asInput { try analysis.fit.density() }
      let provenance = report.provenance
      try target.write([
        (tables[0], analysis.eigenvalueTable(provenance: provenance)),
        (tables[1], measured.table(law: analysis.fit.law, provenance: provenance)),
        (tables[2], analysis.statisticTable(provenance: provenance)),
      ])
      if figure {
        target.draw(
          figures.applied(
            to: .spectrum(
              analysis, measured: measured, quantity: "eigenvalue (unit of the file)",
              title: "Spectrum of " + Figure.plain(report.name), caption: report.caption)),
          name: "spectrum", provenance)
      }
    }
    try reporting.print(
      report.keys.merging(["seconds": start.seconds]) { $1 }, report.lines, writing: target)
  }
}
