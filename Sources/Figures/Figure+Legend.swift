extension Figure {
  /// Commands for the legend. Below the plot it is drawn piece by piece at fixed places; inside the
  /// plot it is gnuplot's own key.
  func legendCommands(_ layout: Layout) -> String {
    func inside(_ corner: String) -> String {
      "set key inside \(corner) opaque Left reverse samplen 2 font ',\(Layout.legendFont)'"
    }
    return switch placedLegend {
    case .below: "unset key\n" + entries(layout).joined(separator: "\n")
    case .topLeft: inside("top left")
    case .topRight: inside("top right")
    case .bottomLeft: inside("bottom left")
    case .bottomRight: inside("bottom right")
    case .hidden: "unset key"
    }
  }

  /// Where the legend stands: below if it does not fit into a corner, where gnuplot would leave it out.
  var placedLegend: Legend {
    let names = named.compactMap(\.series.name)
    let fits = names.count <= 12 && names.allSatisfy { visibleLength($0) <= 60 }
    return fits || legend == .hidden ? legend : .below
  }

  /// The series with an entry, a hundred at most. The name of a map stands beside its colour bar.
  var named: [(series: Series, column: Int, mark: Int)] {
    Array(drawn.filter { $0.series.name != nil && $0.series.style != .map }.prefix(100))
  }

  private func entries(_ layout: Layout) -> [String] {
    named.enumerated().flatMap { index, one in
      let (x, y) = layout.legendPosition(index)
      let text = "set label \(Text.markup(one.series.name ?? "")) at \(layout.at(x + 33, y)) left"
      return one.series.sample(one.mark, x: x, y: y, on: layout)
        + ["\(text) font ',\(Layout.legendFont)'"]
    }
  }
}
