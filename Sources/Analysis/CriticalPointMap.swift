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
        map(of: landscape, points: 120),
        valleys.series, ridges.series,
        marks("minima", 0, found, .blue), marks("saddles", 1, found, .green),
        marks("maxima", 2, found, .vermilion),
      ], hasEqualUnits: true)
  }

  private static func map<L: Landscape>(of landscape: L, points size: Int) -> Series
  where L.Space == Torus {
    let step = landscape.domain.length / Double(size)
    let rows = (0..<size).map { j in
      (0..<size).map { i in [(Double(i) + 0.5) * step, (Double(j) + 0.5) * step] }
    }
    let values = rows.flatMap {
      landscape.jets(at: Matrix<Double>(columns: $0), upTo: .value).values
    }
    let places = rows.flatMap { $0 }
    return .map("value", x: places.map { $0[0] }, y: places.map { $0[1] }, values: values)
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
  ) -> Series where L.Space == Torus {
    let points = found.points.filter { $0.index == index }.map(\.position)
    return Series(name, x: points.map { $0[0] }, y: points.map { $0[1] }, colour: colour)
  }
}
