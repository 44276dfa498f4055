internal import Foundation
internal import Requirements

extension Series {
  /// Creates the lines along which a map has given values, interpolated linearly along the sides of its cells. Cells with
  /// a value that has no colour have no lines.
  ///
  /// The name says the levels. Draw them after the map.
  ///
  /// - Parameters:
  ///   - map: made by ``map(_:x:y:values:colours:)``.
  ///   - levels: if absent, some eight round values within those of the map.
  ///   - colour: of the lines.
  /// - Complexity: cells times levels.
  public static func contours(
    of map: Series, levels: [Double]? = nil, colour: Colour = .black
  ) -> Series {
    demand(map.style == .map, "contours are of a map, not of a series of style \(map.style)")
    let grid = MapGrid(map)
    let chosen = levels ?? roundLevels(grid.values.filter(map.colours.shows), map.colours.scale)
    var (x, y, level): ([Double], [Double], [Double]) = ([], [], [])
    for value in chosen {
      for line in grid.contours(at: value, map.colours) {
        x += line.map(\.x) + [.nan]
        y += line.map(\.y) + [.nan]
        level += line.map { _ in value } + [value]
      }
    }
    let isEven = levels == nil && map.colours.scale == .linear && chosen.count > 3
    let words =
      isEven
      ? String(format: "every %g", chosen[1] - chosen[0])
      : "at " + chosen.prefix(12).map { String(format: "%g", $0) }.joined(separator: ", ")
        + (chosen.count > 12 ? ", …" : "")
    return Series("contours \(words)", .contours, colour, x: x, y: y, upper: level)
  }

  /// Multiples of 1, 2 or 5 times a power of ten between the least and the largest of some values; over two decades or
  /// more of a logarithmic scale powers of ten.
  private static func roundLevels(_ values: [Double], _ scale: Axis.Scale) -> [Double] {
    guard let least = values.min(), let most = values.max(), least < most else { return [] }
    if scale == .logarithmic, most / least >= 100 {
      let (first, last) = (Int(log10(least).rounded(.up)), Int(log10(most).rounded(.down)))
      let step = max(1, (last - first + 7) / 8)
      return stride(from: first, through: last, by: step).map { pow(10, Double($0)) }
    }
    let raw = most / 8 - least / 8
    let decade = floor(log10(raw))
    let mantissa = raw / pow(10, decade)
    let factor: Double = mantissa < 1.5 ? 1 : mantissa < 3.5 ? 2 : mantissa < 7.5 ? 5 : 10
    func multiple(_ k: Double) -> Double {
      // Dividing by a power of ten rounds once, so that three tenths are 0.3.
      decade < 0 ? k * factor / pow(10, -decade) : k * factor * pow(10, decade)
    }
    let unit = multiple(1)
    guard unit.isNormal, abs(least / unit) < 1e15, abs(most / unit) < 1e15 else { return [] }
    return (Int((least / unit).rounded(.down))...Int((most / unit).rounded(.up)))
      .map { multiple(Double($0)) }.filter { $0 > least && $0 < most }
  }
}

extension MapGrid {
  private typealias Point = (x: Double, y: Double)

  /// Lines along which the grid has a value, by marching squares; where two opposite corners of a cell are above, its mean
  /// decides which are joined.
  ///
  /// Sides of cells are numbered 2 (column + columns · row), the one to the right, and one more, the one upwards.
  func contours(at level: Double, _ colours: ColourScale) -> [[(x: Double, y: Double)]] {
    var neighbours: [Int: [Int]] = [:]
    for j in 0..<max(0, y.count - 1) {
      for i in 0..<max(0, x.count - 1) {
        let (a, b, c, d) = (self[i, j], self[i + 1, j], self[i + 1, j + 1], self[i, j + 1])
        // Most cells end here.
        guard min(a, b, c, d) < level, max(a, b, c, d) >= level else { continue }
        let corners = [a, b, c, d]
        guard corners.allSatisfy(colours.shows) else { continue }
        let isAbove = corners.map { $0 >= level }
        let first = 2 * (i + x.count * j)
        let sides = [first, first + 3, first + 2 * x.count, first + 1]
        var crossed = (0..<4).filter { isAbove[$0] != isAbove[($0 + 1) % 4] }.map { sides[$0] }
        let mean = corners.reduce(0) { $0 + $1 / 4 }
        if crossed.count == 4, (mean >= level) != isAbove[0] {
          crossed = [sides[3], sides[0], sides[1], sides[2]]
        }
        for k in stride(from: 0, to: crossed.count, by: 2) {
          neighbours[crossed[k], default: []].append(crossed[k + 1])
          neighbours[crossed[k + 1], default: []].append(crossed[k])
        }
      }
    }
    return chains(neighbours).map { $0.map { point(on: $0, level) } }
  }

  /// The paths through a graph of paths and cycles; cycles end where they begin.
  private func chains(_ neighbours: [Int: [Int]]) -> [[Int]] {
    var seen: Set<Int> = []
    let order = neighbours.keys.sorted()
    // Ends first.
    return (order.filter { neighbours[$0]!.count == 1 } + order).compactMap { start in
      guard seen.insert(start).inserted else { return nil }
      var path = [start]
      while let next = neighbours[path[path.count - 1]]!.first(where: { !seen.contains($0) }) {
        seen.insert(next)
        path.append(next)
      }
      return neighbours[start]!.count == 2 ? path + [start] : path
    }
  }

  private func point(on side: Int, _ level: Double) -> Point {
    let (j, i) = (side / 2).quotientAndRemainder(dividingBy: x.count)
    let isUp = side % 2 == 1
    let (a, b) = (self[i, j], isUp ? self[i, j + 1] : self[i + 1, j])
    // Halves, so that a difference of large numbers is one.
    let t = (level / 2 - a / 2) / (b / 2 - a / 2)
    func between(_ a: Double, _ b: Double) -> Double { a * (1 - t) + b * t }
    return isUp ? (x[i], between(y[j], y[j + 1])) : (between(x[i], x[i + 1]), y[j])
  }
}
