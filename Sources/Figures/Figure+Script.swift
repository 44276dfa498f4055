internal import Foundation
internal import OutputFiles

extension Figure {
  /// The series with something to draw, each with the number of its first column and its mark.
  var drawn: [(series: Series, column: Int, mark: Int)] {
    // Disc, square, triangles, diamond, then the same without filling.
    let marks = [7, 5, 9, 11, 13, 6, 4, 8, 10, 12]
    var (column, points) = (1, 0)
    return series.compactMap { one in
      defer { column += one.columns.count }
      guard one.isVisible(x, y) else { return nil }
      defer { points += one.style == .points ? 1 : 0 }
      return (one, column, marks[points % marks.count])
    }
  }

  /// A gnuplot script that draws `name.csv` into `name.svg`, `name.pdf` and `name.png`, all in its
  /// own folder.
  func script(_ name: String, _ provenance: [String]) -> String {
    let layout = Layout(self)
    let sections = [
      commentBlock(["Run inside this folder: gnuplot \(name).gp"] + provenance) + frame(layout),
      axes(layout), mapCommands, captionCommands(layout), legendCommands(layout),
      drawing(name, layout),
    ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func frame(_ layout: Layout) -> String {
    """
    reset
    set encoding utf8
    set minussign
    set datafile separator ','
    set datafile commentschars '#'
    set datafile columnheaders
    set bmargin at screen \(layout.up(layout.plot.lowerBound))
    set tmargin at screen \(layout.up(layout.plot.upperBound))
    set rmargin at screen \(map == nil ? 0.965 : 0.85)
    set border 3 lw 0.8 lc rgb '#222222'
    set tics out nomirror scale 0.6 font ',\(Layout.tickFont)'
    set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
    set errorbars 0
    """
  }

  private func axes(_ layout: Layout) -> String {
    func center(_ text: String, _ y: Double, _ font: Double) -> String {
      "set label \(Text.markup(text)) at graph 0.5, screen \(layout.up(y)) center font ',\(font)'"
    }
    let lines = [
      center(title, layout.height - 14, layout.titleFont),
      center(x.label, layout.labelHeight, Layout.labelFont),
      "set ylabel \(Text.markup(y.label)) font ',\(Layout.labelFont)'",
    ]
    return (lines + x.commands("x") + y.commands("y")).joined(separator: "\n")
  }

  /// What a map needs: colours that mark the sign, equal units, a colour bar.
  private var mapCommands: String {
    guard let map, let values = map.upper else { return "" }
    let top = values.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
    let largest = top > 0 ? top : 1
    return """
      set palette defined (-1 '#2166AC', -0.5 '#92C5DE', 0 '#F7F7F7', 0.5 '#F4A582', 1 '#B2182B')
      set cbrange [\(-largest):\(largest)]
      set label \(Text.markup(map.name ?? "")) at screen 0.98, graph 0.5 center rotate font ',\(Layout.labelFont)'
      set size ratio -1
      """
  }

  private func captionCommands(_ layout: Layout) -> String {
    layout.caption.enumerated().map { index, line in
      "set label \(Text.quoted(line)) at \(layout.at(12, layout.captionHeight(index))) left noenhanced "
        + "font ',\(Layout.captionFont)' textcolor rgb '#444444'"
    }.joined(separator: "\n")
  }

  /// Draws in three formats whose fonts, lines and marks have the same size relative to the canvas.
  private func drawing(_ name: String, _ layout: Layout) -> String {
    let look = "enhanced font 'Arial,12'"
    let height = layout.height
    return """
      set terminal svg size 600,\(height) dynamic \(look) background '#FFFFFF'
      set output \(Text.quoted(name + ".svg"))
      plot \\
        \(plots(of: Text.quoted(name + ".csv")).joined(separator: ", \\\n  "))

      set terminal pdfcairo size 18cm,\(height * 0.03)cm \(look) \\
        fontscale 0.64 linewidth 1.7 pointscale 1.15
      set output \(Text.quoted(name + ".pdf"))
      replot

      set terminal pngcairo size 1200,\(height * 2) \(look) \\
        fontscale 1.5 linewidth 2 pointscale 2.7
      set output \(Text.quoted(name + ".png"))
      replot
      unset output
      """
  }

  private func plots(of file: String) -> [String] {
    drawn.map { series, column, mark in
      let name = series.style == .map ? nil : series.name
      let title = name.map { "title \(Text.markup($0))" } ?? "notitle"
      return "\(file) using \(series.using(from: column)) \(series.look(mark)) \(title)"
    }
  }
}

extension Axis {
  fileprivate func commands(_ letter: String) -> [String] {
    var lines: [String] = []
    if scale == .logarithmic {
      lines.append("set logscale \(letter)")
      // Powers of ten only where the ticks are at powers of ten.
      let decades = range.map { $0.upperBound / $0.lowerBound >= 100 } ?? true
      if tickStep == nil && decades { lines.append("set format \(letter) '10^{%T}'") }
    }
    if let range { lines.append("set \(letter)range [\(range.lowerBound):\(range.upperBound)]") }
    if let tickStep, !isCrowded { lines.append("set \(letter)tics \(tickStep)") }
    return lines
  }
}
