public import CriticalPoints
internal import Dynamics
public import Figures
public import Landscapes
internal import LinearAlgebra
internal import Requirements

extension Figure {
  /// A landscape on a two-dimensional torus as a map: colours for values, its critical points, and the
  /// lines of steepest descent and ascent from every saddle.
  ///
  /// - Parameters:
  ///   - landscape: of variance about 1.
  ///   - found: its critical points.
  ///   - caption: what the landscape is.
  public static func criticalPointMap<L: Landscape>(
    of landscape: L, _ found: Sweep<L>.Result, caption: [String]
  ) -> Figure where L.Space == Torus {
    let domain = landscape.domain
    demand(domain.dimension == 2, "a map has two dimensions, not \(domain.dimension)")
    let counts = found.byIndex
    let (valleys, ridges) = (
      lines(of: landscape, found, isAscending: false),
      lines(of: landscape, found, isAscending: true)
    )
    let strays = valleys.strays + ridges.strays
    let axis = { (letter: String) in Axis(letter, range: 0...domain.length) }
    return Figure(
      title: "\(counts[0]) minima - \(counts[1]) saddles + \(counts[2]) maxima = "
        + "\(found.eulerCharacteristic)",
      caption: caption + ["lines of steepest descent and ascent from every saddle"]
        + (strays == 0 ? [] : ["\(strays) of them end at no critical point that was found"]),
      x: axis("x"), y: axis("y"),
      series: [
        map(of: landscape, over: domain.square, points: 120),
        valleys.series, ridges.series,
        marks("minima", 0, found, .blue), marks("saddles", 1, found, .green),
        marks("maxima", 2, found, .vermilion),
      ], hasEqualUnits: true)
  }

  /// A landscape on a two-dimensional box as a map with contours and its critical points.
  ///
  /// - Parameters:
  ///   - landscape: in two dimensions.
  ///   - found: its critical points; what their numbers are worth is in the caption.
  ///   - quantity: what the values are, with their unit.
  ///   - caption: what the landscape is.
  public static func criticalPointMap<L: Landscape>(
    of landscape: L, _ found: Sweep<L>.Result, quantity: String = "value", caption: [String] = []
  ) -> Figure where L.Space == Box {
    let sides = landscape.domain.sides
    demand(sides.count == 2, "a map has two dimensions, not \(sides.count)")
    let counts = found.byIndex
    let map = map(of: landscape, over: sides, points: 240, name: quantity)
    let widths = sides.map { $0.upperBound - $0.lowerBound }
    return Figure(
      title: "\(counts[0]) minima, \(counts[1]) saddles, \(counts[2]) maxima",
      caption: caption + ["critical points inside: \(found.completeness)"],
      x: Axis("x_1", range: sides[0]), y: Axis("x_2", range: sides[1]),
      series: [
        map, .contours(of: map), marks("minima", 0, found, .blue),
        marks("saddles", 1, found, .green), marks("maxima", 2, found, .vermilion),
      ], hasEqualUnits: max(widths[0] / widths[1], widths[1] / widths[0]) < 2)
  }

  private static func map<L: Landscape>(
    of landscape: L, over sides: [ClosedRange<Double>], points size: Int, name: String = "value"
  ) -> Series {
    func place(_ side: ClosedRange<Double>, _ i: Int) -> Double {
      side.lowerBound + (Double(i) + 0.5) * (side.upperBound - side.lowerBound) / Double(size)
    }
    let rows = (0..<size).map { j in
      (0..<size).map { i in [place(sides[0], i), place(sides[1], j)] }
    }
    let values = rows.flatMap {
      landscape.jets(at: Matrix<Double>(columns: $0), upTo: .value).values
    }
    let places = rows.flatMap { $0 }
    return .map(name, x: places.map { $0[0] }, y: places.map { $0[1] }, values: values)
  }

  /// The lines, and how many end elsewhere than at a minimum (uphill a maximum) among the points found.
  private static func lines<L: Landscape>(
    of landscape: L, _ found: Sweep<L>.Result, isAscending: Bool
  ) -> (series: Series, strays: Int) where L.Space == Torus {
    let domain = landscape.domain
    func places(ofIndex k: Int) -> [[Double]] {
      found.points.filter { $0.index == k }.map(\.position)
    }
    let lines = GradientLines(landscape, step: 0.02 * domain.scale)
      .lines(from: places(ofIndex: 1), isAscending: isAscending)
    let ends = places(ofIndex: isAscending ? 2 : 0)
    let strays = lines.count { line in
      let last = line.points[line.points.count - 1]
      return !line.isFinished
        || !ends.contains { norm(domain.offset(from: $0, to: last)) < 1e-6 * domain.scale }
    }
    var path: [[Double]] = []
    for line in lines {
      for point in line.points {
        // A line that leaves the square comes back on the other side: it is broken there.
        if let last = path.last,
          zip(last, point).contains(where: { abs($0 - $1) > domain.length / 2 })
        {
          path.append([.nan, .nan])
        }
        path.append(point)
      }
      path.append([.nan, .nan])
    }
    let series = Series(
      isAscending ? "ridges" : "valleys", x: path.map { $0[0] }, y: path.map { $0[1] },
      style: isAscending ? .dashedLine : .line, colour: .black)
    return (series, strays)
  }

  private static func marks<L: Landscape>(
    _ name: String, _ index: Int, _ found: Sweep<L>.Result, _ colour: Colour
  ) -> Series {
    let points = found.points.filter { $0.index == index }.map(\.position)
    return Series(name, x: points.map { $0[0] }, y: points.map { $0[1] }, colour: colour)
  }
}

extension Torus {
  /// Its two sides.
  fileprivate var square: [ClosedRange<Double>] { [0...length, 0...length] }
}
