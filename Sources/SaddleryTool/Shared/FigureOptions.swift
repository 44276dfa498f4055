import ArgumentParser
import Commands
import Saddlery

/// What the caller says of a figure.
struct FigureOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Title of the figure instead of its own; λ_{max} and N^2 are set as such.",
      valueName: "text"))
  var title: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A line of small print added above the figure's own, which says model, seed and convention "
        + "and stays; may be given several times.", valueName: "text"))
  var caption: [String] = []

  /// Throws if anything is said of a figure that is not drawn.
  ///
  /// - Parameter remedy: what would draw it.
  func check(isDrawn: Bool, _ remedy: String) throws {
    guard !isDrawn, title != nil || !caption.isEmpty else { return }
    throw Failure.usage("--\(title == nil ? "caption" : "title") needs a figure; \(remedy)")
  }

  /// The figure with these words.
  func applied(to figure: Figure) -> Figure {
    var figure = figure
    figure.title = title ?? figure.title
    figure.caption = caption + figure.caption
    return figure
  }
}
