public import OutputFiles

/// Why a figure could not be made.
public enum FigureError: Error, Hashable, CustomStringConvertible {
  /// gnuplot is not on the search path; script and data were written to the given paths.
  case gnuplotNotFound(written: [String])
  /// gnuplot refused a script; script and data were written. `message` is one line of its own
  /// wording.
  case gnuplotFailed(script: String, message: String)
  /// A name that cannot be a figure's; see `Figure.isValidName(_:)`. Nothing was written.
  case badName(String)
  /// gnuplot left an image that is not whole, as on a full disk; script and data were written, older images
  /// stay. `message` is one line of gnuplot's, if there was any.
  case imageNotWhole(image: String, script: String, message: String?)
  /// No series has a point that can be shown on the axes; nothing was written.
  case nothingToDraw(name: String)
  /// Files could not be written.
  case file(FileError)

  /// The files that were written all the same.
  package var written: [String] {
    switch self {
    case .gnuplotNotFound(let written): written
    case .gnuplotFailed(let script, _), .imageNotWhole(_, let script, _): [script]
    case .badName, .nothingToDraw, .file: []
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
    case .badName(let name):
      "cannot use '\(name)' as a figure's name: begin with a letter or digit, and go on with letters, "
        + "digits, spaces and -_.,+=()', 200 bytes at most"
    case .imageNotWhole(let image, let script, let message):
      "gnuplot did not finish '\(image)'\(message.map { ": \($0)" } ?? "; is the disk full?") "
        + "(the script is '\(script)', older images are as they were)"
    case .nothingToDraw(let name):
      "figure '\(name)' has no point to draw; "
        + "give at least one that is finite, and positive on logarithmic axes"
    case .file(let error):
      error.description
    }
  }
}
