extension Figure {
  /// Commands for the legend. Below the plot it is drawn piece by piece at fixed places; inside the
  /// plot it is gnuplot's own key.
  func legendCommands(_ layout: Layout) -> String {
    func inside(_ corner: String) -> String {
      "set key inside \(corner) opaque Left reverse samplen 2 font ',\(Layout.legendFont)'"
    }
    return switch layout.isSmall ? .hidden : placedLegend {
    case .below: "unset key\n" + pieces(layout).joined(separator: "\n")
    case .topLeft: inside("top left")
    case .topRight: inside("top right")
    case .bottomLeft: inside("bottom left")
    case .bottomRight: inside("bottom right")
    case .hidden: "unset key"
    }
  }

  /// Where the legend stands: below if it does not fit into a corner, where gnuplot would leave it out.
  var placedLegend: Legend {
    let names = entries.map(\.name)
    let fits = names.count <= 12 && names.allSatisfy { visibleLength($0) <= 60 }
    return fits || legend == .hidden ? legend : .below
  }

  /// Names with the series that shows each, a hundred at most; after them kinds, each once, in black if several colours
  /// are of it. The name of a map stands beside its colour bar.
  var entries: [(name: String, series: Series, mark: Int)] {
    let shown = drawn().filter { $0.series.style != .map }
    var (entries, kinds): ([(name: String, series: Series, mark: Int)], [String]) = ([], [])
    for (series, _, mark) in shown {
      guard let name = series.name else { continue }
      let known = entries.firstIndex {
        series.kind != nil && $0.series.kind != nil && $0.name == name
          && $0.series.colour == series.colour
      }
      guard let known else {
        entries.append((name, series, mark))
        continue
      }
      // A line shows a colour best.
      if series.style == .line { entries[known].series = series }
    }
    for (series, _, mark) in shown {
      guard let kind = series.kind, !kinds.contains(kind) else { continue }
      kinds.append(kind)
      var sample = series
      if shown.contains(where: { $0.series.kind == kind && $0.series.colour != series.colour }) {
        sample.colour = .black
      }
      entries.append((kind, sample, mark))
    }
    return Array(entries.prefix(100))
  }

  /// Whether gnuplot's own key is made of entries, not of the titles of what is plotted.
  var hasKinds: Bool { series.contains { $0.kind != nil } }

  private func pieces(_ layout: Layout) -> [String] {
    entries.enumerated().flatMap { index, one in
      let (x, y) = layout.legendPosition(index)
      let text = "set label \(Text.markup(one.name)) at \(layout.at(x + 33, y)) left"
      return one.series.sample(one.mark, x: x, y: y, on: layout)
        + ["\(text) font ',\(Layout.legendFont)'"]
    }
  }
}
