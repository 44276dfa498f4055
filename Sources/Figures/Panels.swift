internal import OutputFiles
internal import Requirements

/// Several figures in one file, side by side in rows, or small ones beside a first.
///
/// In rows each keeps its own title, axes, legend and caption; the plots of a row stand at one height. Small figures stand one
/// above the other and have title, axes and plots of one size; their legends and captions are not drawn.
public struct Panels: Sendable, Hashable {
  /// The figures, row after row.
  public var figures: [Figure]
  /// How many stand in a row.
  public var columns: Int
  /// Whether all but the first are small and stand beside it.
  let isSmallBesideFirst: Bool

  /// Arranges figures.
  ///
  /// - Parameters:
  ///   - figures: row by row, from the left.
  ///   - columns: of a row; three at most if absent.
  /// - Precondition: there is a figure, and at least one to a row.
  public init(_ figures: [Figure], columns: Int? = nil) {
    (self.figures, self.columns) = (figures, columns ?? max(1, min(3, figures.count)))
    isSmallBesideFirst = false
    demand(!figures.isEmpty && self.columns >= 1, "panels need a figure, and one to a row at least")
  }

  /// Small figures at the right of a figure, from above.
  public init(_ first: Figure, beside small: [Figure]) {
    (figures, columns, isSmallBesideFirst) = ([first] + small, 2, true)
  }

  /// The number of the first column of each figure's data.
  private var firstColumns: [Int] {
    figures.reduce(into: [1]) { numbers, figure in
      let own = figure.series.reduce(0) { $0 + $1.columns(figure.x, figure.y).count }
      numbers.append(numbers[numbers.count - 1] + own)
    }
  }

  /// Where everything stands, and the size of the canvas.
  private var layouts: (each: [Layout], width: Double, height: Double) {
    guard figures.count > 1 else {
      let alone = Layout(figures[0])
      return ([alone], Layout.width, alone.height)
    }
    guard !isSmallBesideFirst else { return layoutsBeside }
    let alone = figures.map { Layout($0) }
    let rows = stride(from: 0, to: alone.count, by: columns).map {
      alone[$0..<min($0 + columns, alone.count)]
    }
    // The lowest plot of a row is where it has to be, the others are lifted to it.
    let sizes = rows.map { row in
      let bottom = row.map(\.plot.lowerBound).max()!
      return (bottom, bottom + row.map { $0.height - $0.plot.lowerBound }.max()!)
    }
    let canvas = (
      Layout.width * Double(min(columns, alone.count)), sizes.reduce(0) { $0 + $1.1 }
    )
    var top = canvas.1
    let placed = zip(rows, sizes).flatMap { row, size in
      top -= size.1
      return row.enumerated().map { column, layout in
        let lift = size.0 - layout.plot.lowerBound
        return layout.moved(
          to: (Layout.width * Double(column), top + lift), height: size.1 - lift, on: canvas)
      }
    }
    return (placed, canvas.0, canvas.1)
  }

  /// The same where all but the first are small; each of these has a plot of 100 or more.
  private var layoutsBeside: (each: [Layout], width: Double, height: Double) {
    let (first, small) = (Layout(figures[0]), figures.dropFirst().map { Layout(small: $0) })
    let taken = small.reduce(0) { $0 + $1.height }
    let height = max(first.height, taken + 100 * Double(small.count))
    let canvas = (Layout.width + Layout.smallWidth, height)
    let plot = (height - taken) / Double(small.count)
    var top = height
    let column = small.map { layout in
      top -= layout.height + plot
      return layout.moved(to: (Layout.width, top), height: layout.height + plot, on: canvas)
    }
    return ([first.moved(to: (0, 0), height: height, on: canvas)] + column, canvas.0, height)
  }

  /// A gnuplot script that draws `name.csv` into `name.svg`, `name.pdf` and `name.png`, all in its
  /// own folder, in formats whose fonts, lines and marks have the same size relative to the canvas.
  func script(_ name: String, _ provenance: [String]) -> String {
    let (layouts, width, height) = layouts
    let plots = zip(figures, firstColumns).map { $0.plotCommand(name + ".csv", from: $1) }
    let panels = zip(zip(figures, layouts), plots).map { one, plot in
      one.0.settings(one.1) + "\n\n" + plot
    }
    let isSingle = figures.count == 1
    let drawing =
      isSingle
      ? "replot"
      : (["set multiplot"] + panels + ["unset multiplot"])
        .joined(separator: "\n\n")
    let look = "enhanced font 'Arial,12'"
    let (wide, high) = (Int(width), height)
    func terminal(_ words: String, _ ending: String, _ drawing: String) -> String {
      "set terminal \(words)\nset output \(Text.quoted("\(name).\(ending)"))\n\(drawing)\n"
    }
    return commentBlock(["Run inside this folder: gnuplot \(name).gp"] + provenance)
      + [
        isSingle ? figures[0].settings(layouts[0]) + "\n" : "set encoding utf8\n",
        terminal(
          "svg size \(wide),\(high) dynamic \(look) background '#FFFFFF'", "svg",
          isSingle ? plots[0] : drawing),
        terminal(
          "pdfcairo size \(18 * wide / 600)cm,\(height * 0.03)cm \(look) \\\n"
            + "  fontscale 0.64 linewidth 1.7 pointscale 1.15", "pdf", drawing),
        terminal(
          "pngcairo size \(2 * wide),\(high * 2) \(look) \\\n"
            + "  fontscale 1.5 linewidth 2 pointscale 2.7", "png", drawing),
      ].joined(separator: "\n") + "unset output\n"
  }

  /// All series side by side: `x1,y1,x2,y2,…`, shorter ones ending in empty cells.
  func data(_ provenance: [String]) -> DataTable {
    let all = figures.flatMap { figure in figure.series.map { (figure, $0) } }
    let rows = all.map(\.1.x.count).max() ?? 0
    var (table, number) = (DataTable(comments: provenance), 0)
    for (panel, figure) in zip(1..., figures) {
      let title = figures.count == 1 ? figure.title : "panel \(panel): \(figure.title)"
      table.comments += [title] + figure.caption
      for one in figure.series {
        number += 1
        table.comments.append(
          "series \(number): \(one.name ?? "unnamed")" + (one.kind.map { ", \($0)" } ?? ""))
        for (name, values) in one.columns(figure.x, figure.y) {
          let padding = [DataTable.Cell](repeating: .missing, count: rows - values.count)
          table.columns.append(.init("\(name)\(number)", cells: values.map { .real($0) } + padding))
        }
      }
      table.comments += figure.lines.map {
        "\($0.direction.rawValue) line at \($0.position)" + ($0.label.map { ": \($0)" } ?? "")
      }
    }
    return table
  }
}
