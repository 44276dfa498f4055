/// Positions of a figure, 600 units wide or a small one of 300, the same in all three image formats; it is the whole canvas or
/// a part of it.
///
/// From the bottom up: caption, legend, axis label, tick labels, plot, title. gnuplot would place
/// all but the plot by the font metrics it assumes for each format, which differ, so heights are
/// fixed here instead.
struct Layout {
  static let (width, smallWidth) = (600.0, 300.0)
  static let (legendFont, captionFont) = (10.5, 8.0)
  private static let (captionLine, legendRow) = (11.0, 15.0)
  /// Width of a letter over the font size, on the wide side.
  private static let letter = 0.56

  let width: Double
  var isSmall: Bool { width == Self.smallWidth }
  /// Font sizes of the labels of axes and of their ticks.
  let labelFont, tickFont: Double
  /// Height of the figure: 400, or more if legend and caption leave less than 200 for the plot; with equal units as
  /// the plot needs.
  private(set) var height: Double
  /// Lower and upper edge of the plot.
  private(set) var plot: ClosedRange<Double>
  /// Font size of the title, smaller if the title is long.
  let titleFont: Double
  /// Middle of the label of the horizontal axis.
  let labelHeight: Double
  /// Caption lines after wrapping.
  let caption: [String]
  /// Lower left corner of the figure on the canvas, and the canvas's width and height.
  private(set) var corner = (x: 0.0, y: 0.0)
  private(set) var canvas: (width: Double, height: Double)
  private let legendTop: Double
  private let legendColumns: Int
  private let legendEntry: Double

  /// A small figure: title, axes and plot, nothing below them. It is as high as its plot needs, which has no height yet.
  init(small figure: Figure) {
    (width, labelFont, tickFont, titleFont) = (Self.smallWidth, 10, 9, 10)
    (caption, legendTop, legendColumns, legendEntry) = ([], 0, 1, 0)
    labelHeight = 10
    let bottom = figure.x.label.isEmpty ? 28.0 : 45
    plot = bottom...bottom
    height = bottom + 22
    canvas = (width, height)
  }

  init(_ figure: Figure) {
    (width, labelFont, tickFont) = (Self.width, 12, 11)
    let lines = figure.caption.flatMap { wrapped($0, width: 115) }
    caption = lines.count > 40 ? lines.prefix(39) + ["…"] : lines
    let names = figure.placedLegend == .below ? figure.entries.map(\.name) : []
    // Names longer than the canvas begin at its left edge.
    legendEntry = min(
      Self.width - 20,
      45 + Self.letter * Self.legendFont * Double(names.map(visibleLength).max() ?? 0))
    legendColumns = max(1, min(names.count, Int((Self.width - 20) / legendEntry)))
    let rows = (names.count + legendColumns - 1) / legendColumns
    let captionTop = 8 + Self.captionLine * Double(caption.count)
    legendTop = captionTop + (names.isEmpty ? 0 : 4 + Self.legendRow * Double(rows))
    labelHeight = legendTop + 12
    let titleLength = visibleLength(figure.title)
    titleFont = min(13, (Self.width - 20) / Self.letter / Double(max(1, titleLength)))
    let (bottom, title) = (labelHeight + 37, titleLength == 0 ? 12.0 : 28)
    height =
      figure.hasEqualUnits
      ? bottom + 430 * min(max(figure.aspect, 0.3), 3) + title : max(400, bottom + 200 + title)
    plot = bottom...(height - title)
    canvas = (Self.width, height)
  }

  /// The layout somewhere on a larger canvas, its plot made higher or lower by as much as the figure.
  func moved(to corner: (x: Double, y: Double), height: Double, on canvas: (Double, Double)) -> Self
  {
    var layout = self
    layout.plot = plot.lowerBound...(plot.upperBound + height - self.height)
    (layout.height, layout.corner, layout.canvas) = (height, corner, canvas)
    return layout
  }

  /// A point of the figure in gnuplot's words.
  func at(_ x: Double, _ y: Double) -> String { "screen \(across(x)), \(up(y))" }

  /// A distance from the left edge of the figure as a fraction of the canvas.
  func across(_ x: Double) -> Double { fraction((corner.x + x) / canvas.width) }

  /// A height above its lower edge as a fraction of the canvas.
  func up(_ y: Double) -> Double { fraction((corner.y + y) / canvas.height) }

  /// Right edge of the plot.
  var right: Double { width - (isSmall ? 8 : 21) }

  /// gnuplot's commands that keep to the figure's place on the canvas; none if it is the whole.
  var placement: [String] {
    guard canvas != (width, height) else { return [] }
    let size = "\(fraction(width / canvas.width)), \(fraction(height / canvas.height))"
    return ["set origin \(across(0)), \(up(0))", "set size \(size)"]
      // One below the other they begin at one place; gnuplot would choose it by the ticks.
      + (isSmall ? ["set lmargin at screen \(across(52))"] : [])
  }

  /// Middle of a caption line, counted from the top.
  func captionHeight(_ line: Int) -> Double {
    3 + Self.captionLine * (Double(caption.count - line) - 0.5)
  }

  /// Left end and middle of an entry of the legend; entries fill row after row.
  func legendPosition(_ index: Int) -> (x: Double, y: Double) {
    let (row, column) = index.quotientAndRemainder(dividingBy: legendColumns)
    let left = (Self.width - legendEntry * Double(legendColumns)) / 2 + 5
    return (left + legendEntry * Double(column), legendTop - Self.legendRow * (Double(row) + 0.5))
  }
}

private func fraction(_ value: Double) -> Double { (value * 1e5).rounded() / 1e5 }

/// Number of letters a reader sees: signs of markup take no room, escaped ones do.
func visibleLength(_ text: String) -> Int {
  let line = Text.oneLine(text)
  guard Text.isMarkup(line) else { return line.count }
  return line.replacing(/\\./, with: "|").count { !"_^{}".contains($0) }
}

/// Breaks a line at spaces so that no part is longer than `width`, unless a single word is.
private func wrapped(_ line: String, width: Int) -> [String] {
  line.split(whereSeparator: \.isWhitespace).reduce(into: []) { lines, word in
    if let last = lines.last, last.count + 1 + word.count <= width {
      lines[lines.count - 1] += " " + word
    } else {
      lines.append(String(word))
    }
  }
}
