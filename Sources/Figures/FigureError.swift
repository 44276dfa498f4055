public import OutputFiles

/// Why a figure could not be made.
public enum FigureError: Error, Hashable, CustomStringConvertible {
  /// gnuplot is not on the search path; script and data were written to the given paths.
  case gnuplotNotFound(written: [String])
  /// gnuplot refused a script; script and data were written. `message` is one line of its own
  /// wording.
  case gnuplotFailed(script: String, message: String)
  /// No series has a point that can be shown on the axes; nothing was written.
  case nothingToDraw(name: String)
  /// Files could not be written.
  case file(FileError)

  /// The files that were written all the same.
  public var written: [String] {
    switch self {
    case .gnuplotNotFound(let written): written
    case .gnuplotFailed(let script, _): [script]
    case .nothingToDraw, .file: []
    }
  }

  /// One line: what went wrong and what to do.
  public var description: String {
    switch self {
    case .gnuplotNotFound(let written):
      "gnuplot not found, so no images were made of '\(written.first ?? "")'; "
        + "install it: apt-get install gnuplot-nox, or brew install gnuplot"
    case .gnuplotFailed(let script, let message):
      "gnuplot could not draw '\(script)': \(message)"
    case .nothingToDraw(let name):
      "figure '\(name)' has no point to draw; "
        + "give at least one that is finite, and positive on logarithmic axes"
    case .file(let error):
      error.description
    }
  }
}
