internal import OutputFiles

extension Figure {
  /// Writes the figure as `name.csv`, `name.gp`, `name.svg`, `name.pdf` and `name.png`.
  ///
  /// The data are plain columns, the script plots them with relative paths: edit it and run
  /// `gnuplot name.gp` inside the folder to draw again. SVG and PNG are the same bytes on every run
  /// with the same gnuplot; a PDF carries its date. All files appear together, or none. The images
  /// are 3 : 2 (PNG 1200 × 800), higher where a long legend or caption needs it.
  ///
  /// - Parameters:
  ///   - folder: path of the folder, created if need be.
  ///   - name: file name without extension; see `isValidName(_:)`.
  ///   - provenance: comment lines at the top of data and script: command, version, seed.
  ///   - gnuplot: the program that draws.
  /// - Returns: the five paths.
  /// - Throws: ``FigureError``. If gnuplot is missing, fails or leaves an image that is not whole, data and script are written
  ///   nevertheless and older images of that name stay as they are.
  @discardableResult
  public func write(
    to folder: String, name: String, provenance: [String] = [], gnuplot: Gnuplot = Gnuplot()
  ) throws(FigureError) -> [String] {
    try Panels([self]).write(to: folder, name: name, provenance: provenance, gnuplot: gnuplot)
  }
}

extension Panels {
  /// Writes all figures together, as ``Figure/write(to:name:provenance:gnuplot:)`` one; series are numbered through.
  ///
  /// - Throws: ``FigureError``; one of them is that any of the figures has nothing to draw.
  @discardableResult
  public func write(
    to folder: String, name: String, provenance: [String] = [], gnuplot: Gnuplot = Gnuplot()
  ) throws(FigureError) -> [String] {
    guard Figure.isValidName(name) else { throw .badName(name) }
    guard figures.allSatisfy({ !$0.drawn().isEmpty }) else { throw .nothingToDraw(name: name) }
    let outcome: (written: [String], problem: FigureError?)
    do {
      outcome = try writeFiles(OutputFolder(folder), name, provenance, gnuplot)
    } catch {
      throw .file(error)
    }
    if let problem = outcome.problem { throw problem }
    return outcome.written
  }

  private func writeFiles(
    _ folder: OutputFolder, _ name: String, _ provenance: [String], _ gnuplot: Gnuplot
  ) throws(FileError) -> (written: [String], problem: FigureError?) {
    let staging = try Staging(in: folder)
    do {
      let (data, script) = (name + ".csv", name + ".gp")
      try staging.add(data, self.data(provenance).csv())
      try staging.add(script, self.script(name, provenance))
      let images = ["svg", "pdf", "png"].map { "\(name).\($0)" }
      guard gnuplot.isAvailable else {
        let written = try staging.commit([data, script])
        return (written, .gnuplotNotFound(written: written))
      }
      let report = gnuplot.run(script, in: staging.path)
      if let message = report.failure {
        let written = try staging.commit([data, script])
        return (written, .gnuplotFailed(script: written[1], message: message))
      }
      if let torn = images.first(where: { !ImageFile.isAccepted(staging.path + "/" + $0) }) {
        let written = try staging.commit([data, script])
        return (
          written, .imageNotWhole(image: torn, script: written[1], message: report.message)
        )
      }
      return (try staging.commit([data, script] + images), nil)
    } catch {
      staging.discard()
      throw error
    }
  }
}
