internal import Requirements

extension Series {
  /// Creates a map: values on a grid as colours, with a bar of colours and the name beside it. Cells whose value is not
  /// finite are left white.
  ///
  /// Where the cells are equal and both axes linear it is drawn as an image, else cell by cell, each reaching to the
  /// middle between it and its neighbours.
  ///
  /// - Parameters:
  ///   - name: beside the bar of colours.
  ///   - x: abscissae of the values, in any order; equal ones are the same number.
  ///   - y: ordinates of the values, likewise.
  ///   - values: one at each (x, y).
  ///   - colours: by default chosen from the values.
  /// - Precondition: all columns have the same length, coordinates are finite, and every crossing of a column with a row
  ///   has one value, which may be NaN.
  public static func map(
    _ name: String, x: [Double], y: [Double], values: [Double], colours: ColourScale = .init()
  ) -> Series {
    var series = Series(name, .map, .black, x: x, y: y, upper: values)
    series.colours = colours
    let grid = MapGrid(series)
    demand(
      grid.x.count * grid.y.count == x.count && (x + y).allSatisfy(\.isFinite),
      "map '\(name)' has \(x.count) values for \(grid.x.count) columns and \(grid.y.count) rows")
    series.isRegular = grid.isRegular
    return series
  }
}

/// The values of a map by column and row.
struct MapGrid {
  /// The columns' abscissae and the rows' ordinates, ascending.
  let x, y: [Double]
  /// Column by column within each row; NaN where there is none.
  private(set) var values: [Double]

  init(_ map: Series) {
    (x, y) = (Set(map.x).sorted(), Set(map.y).sorted())
    values = [Double](repeating: .nan, count: map.x.count)
    let columns = Dictionary(uniqueKeysWithValues: zip(x, x.indices))
    let rows = Dictionary(uniqueKeysWithValues: zip(y, y.indices))
    guard x.count * y.count == map.x.count, let upper = map.upper else { return }
    for i in map.x.indices { values[rows[map.y[i]]! * x.count + columns[map.x[i]]!] = upper[i] }
  }

  /// The value in column i and row j.
  subscript(i: Int, j: Int) -> Double { values[j * x.count + i] }

  /// Whether all columns have one width and all rows one height, to a millionth.
  var isRegular: Bool {
    [x, y].allSatisfy { places in
      guard places.count >= 2 else { return false }
      let mean = (places[places.count - 1] - places[0]) / Double(places.count - 1)
      return zip(places, places.dropFirst()).allSatisfy { abs($1 - $0 - mean) <= 1e-6 * mean }
    }
  }

  /// Where the cells around ascending places end: half way to the next, in logarithms on a logarithmic axis; a single
  /// one is as wide as its distance from zero.
  static func edges(of places: [Double], _ scale: Axis.Scale) -> [Double: (
    low: Double, high: Double
  )] {
    let shown = places.filter { scale == .linear || $0 > 0 }
    func middle(_ a: Double, _ b: Double) -> Double {
      scale == .linear ? a / 2 + b / 2 : a.squareRoot() * b.squareRoot()
    }
    func beyond(_ a: Double, from b: Double) -> Double {
      scale == .linear ? a + (a - b) / 2 : a * (a / b).squareRoot()
    }
    var cells = Dictionary(
      uniqueKeysWithValues: places.map { ($0, (low: Double.nan, high: Double.nan)) })
    for (i, place) in shown.enumerated() {
      let alone = place == 0 ? 1 : abs(place)
      let (before, after) = (i > 0 ? shown[i - 1] : nil, i + 1 < shown.count ? shown[i + 1] : nil)
      let other = scale == .linear ? place + alone : 2 * place
      cells[place] = (
        before.map { middle($0, place) } ?? beyond(place, from: after ?? other),
        after.map { middle(place, $0) }
          ?? (before.map { beyond(place, from: $0) } ?? middle(place, other))
      )
    }
    return cells
  }
}
