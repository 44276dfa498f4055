public import Figures
public import OutputFiles
internal import Requirements

extension Slice {
  /// Values on the slice: a curve of a line, a map with contours of a plane; points that it was laid through are marked.
  ///
  /// - Parameters:
  ///   - values: from ``values(of:threads:)``.
  ///   - quantity: what they are, with their scale.
  ///   - title: over the figure.
  ///   - caption: small print.
  ///   - colours: of the map.
  public func figure(
    _ values: [Double], quantity: String, title: String, caption: [String] = [],
    colours: ColourScale = .init()
  ) -> Figure {
    demand(values.count == grid.count, "\(values.count) values for \(grid.count) points")
    let x = directions[0]
    guard directions.count == 2 else {
      return Figure(
        title: title, caption: caption, x: Axis(x.name), y: Axis(quantity),
        series: [Series(nil, x: x.coordinates, y: values, style: .line, colour: .blue)],
        lines: marks.map { .vertical(at: $0.coordinates[0], label: $0.name) })
    }
    let map = Series.map(
      quantity, x: grid.map { $0[0] }, y: grid.map { $0[1] }, values: values, colours: colours)
    let places = marks.enumerated().map { k, mark in
      Series(
        mark.name, x: [mark.coordinates[0]], y: [mark.coordinates[1]], colour: .sample(k))
    }
    return Figure(
      title: title, caption: caption, x: Axis(x.name), y: Axis(directions[1].name),
      series: [map, .contours(of: map)] + places, hasEqualUnits: isOrthonormal)
  }

  /// The grid and the values on it, one row a point.
  public func table(_ values: [Double], provenance: Provenance) -> DataTable {
    demand(values.count == grid.count, "\(values.count) values for \(grid.count) points")
    let columns = directions.indices.map { k in
      DataTable.Column(["s", "t"][k], grid.map { $0[k] })
    }
    return DataTable(comments: provenance.comments, columns: columns + [.init("value", values)])
  }
}
