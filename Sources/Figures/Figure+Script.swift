internal import OutputFiles

extension Figure {
  /// The series with something to draw, each with the number of its first column and its mark.
  ///
  /// - Parameter first: number of the first column of all.
  func drawn(from first: Int = 1) -> [(series: Series, column: Int, mark: Int)] {
    // Disc, square, triangles, diamond, then the same without filling.
    let marks = [7, 5, 9, 11, 13, 6, 4, 8, 10, 12]
    var (column, points, ofKind) = (first, 0, [String: Int]())
    return series.compactMap { one in
      defer { column += one.columns(x, y).count }
      guard one.isVisible(x, y) else { return nil }
      guard one.style == .points else { return (one, column, marks[0]) }
      let mark = one.kind.flatMap { ofKind[$0] } ?? marks[points % marks.count]
      if let kind = one.kind, ofKind.updateValue(mark, forKey: kind) != nil {
        return (one, column, mark)
      }
      points += 1
      return (one, column, mark)
    }
  }

  /// The map, if there is one to be seen.
  var map: Series? { series.first { $0.style == .map && $0.isVisible(x, y) } }

  /// Height of the plot over its width where units are equal; 1 if there is nothing to tell.
  var aspect: Double {
    func span(_ axis: Axis, _ values: [Double]) -> Double {
      let shown = values.filter(\.isFinite)
      let range = axis.range ?? shown.min().flatMap { low in shown.max().map { low...$0 } }
      return range.map { $0.upperBound - $0.lowerBound } ?? 0
    }
    let ratio = span(y, series.flatMap(\.y)) / span(x, series.flatMap(\.x))
    return ratio > 0 && ratio < .infinity ? ratio : 1
  }

  /// Commands for everything but the data.
  func settings(_ layout: Layout) -> String {
    let sections = [
      frame(layout), axes(layout), mapCommands(layout), lineCommands, noteCommands,
      captionCommands(layout),
      legendCommands(layout),
    ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// The plot command, from columns of a file.
  ///
  /// - Parameter first: number of the figure's first column.
  func plotCommand(_ file: String, from first: Int = 1) -> String {
    var plots = drawn(from: first).flatMap { series, column, mark -> [String] in
      let name = series.style == .map || hasKinds ? nil : series.name
      let clauses = series.clauses(from: column, mark, self).map { "\(Text.quoted(file)) \($0)" }
      return clauses.dropLast().map { $0 + " notitle" }
        + [clauses[clauses.count - 1] + (name.map { " title \(Text.markup($0))" } ?? " notitle")]
    }
    if hasKinds, placedLegend != .below {
      plots += entries.map { "keyentry \($0.series.look($0.mark)) title \(Text.markup($0.name))" }
    }
    return "plot \\\n  " + plots.joined(separator: ", \\\n  ")
  }

  private func frame(_ layout: Layout) -> String {
    (["reset"] + layout.placement).joined(separator: "\n") + """

      set encoding utf8
      set minussign
      set datafile separator ','
      set datafile commentschars '#'
      set datafile columnheaders
      set bmargin at screen \(layout.up(layout.plot.lowerBound))
      set tmargin at screen \(layout.up(layout.plot.upperBound))
      set rmargin at screen \(layout.across(map == nil ? layout.right : 510))
      set border 3 lw 0.8 lc rgb '#222222'
      set tics out nomirror scale 0.6 font ',\(layout.tickFont)'
      set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
      set errorbars 0
      """
  }

  private func axes(_ layout: Layout) -> String {
    func center(_ text: String, _ y: Double, _ font: Double) -> String {
      "set label \(Text.markup(text)) at graph 0.5, screen \(layout.up(y)) center font ',\(font)'"
    }
    func held(_ direction: ReferenceLine.Direction) -> [Double] {
      seenLines.filter { $0.direction == direction }.map(\.position)
    }
    let lines = [
      center(title, layout.height - 14, layout.titleFont),
      center(x.label, layout.labelHeight, layout.labelFont),
      layout.isSmall
        ? "set label \(Text.markup(y.label)) at screen \(layout.across(8)), graph 0.5 center rotate "
          + "font ',\(layout.labelFont)'"
        : "set ylabel \(Text.markup(y.label)) font ',\(layout.labelFont)'",
    ]
    return
      (lines + x.commands("x", holding: held(.vertical))
      + y.commands("y", holding: held(.horizontal))
      // A map fills its plot.
      + (map == nil ? [] : ["set autoscale fix"])
      + (hasEqualUnits ? ["set size ratio -1"] : [])).joined(separator: "\n")
  }

  /// What a map needs: colours and their bar.
  private func mapCommands(_ layout: Layout) -> String {
    guard let map, let values = map.upper else { return "" }
    let name =
      "set label \(Text.markup(map.name ?? "")) at screen \(layout.across(588)), graph 0.5 "
      + "center rotate font ',\(layout.labelFont)'"
    return (map.colours.commands(for: values) + [name]).joined(separator: "\n")
  }

  private var seenLines: [ReferenceLine] {
    lines.filter { $0.isVisible(on: $0.direction == .vertical ? x : y) }
  }

  private var lineCommands: String {
    seenLines.flatMap { $0.commands(inFront: map != nil) }.joined(separator: "\n")
  }

  /// Line by line below the upper end of the plot, right of a line near its left end.
  private var noteCommands: String {
    note.prefix(10).enumerated().map { number, line in
      "set label \(Text.markup(line)) at graph 0.16, graph 1 left offset character 0,\(-0.9 - Double(number)) "
        + "front font ',\(Layout.legendFont)' textcolor rgb '#444444'"
    }.joined(separator: "\n")
  }

  private func captionCommands(_ layout: Layout) -> String {
    layout.caption.enumerated().map { index, line in
      "set label \(Text.quoted(line)) at \(layout.at(12, layout.captionHeight(index))) left noenhanced "
        + "font ',\(Layout.captionFont)' textcolor rgb '#444444'"
    }.joined(separator: "\n")
  }
}
