import Saddlery

extension NewtonSaddleTrap {
  /// Paths from one start over the values of a toy.
  func draw(_ toy: ToySaddle, _ report: inout Report) {
    let start = [0.8, 0.35]
    let sides = grid(-1...1, 60)
    let places = sides.flatMap { y in sides.map { [$0, y] } }
    let values = toy.landscape.jets(at: Matrix(columns: places), upTo: .value).values
    let map = Series.map(
      "f", x: places.map { $0[0] }, y: places.map { $0[1] }, values: values,
      colours: ColourScale(centre: 0))
    let paths = SaddleMethod.allCases.enumerated().flatMap { i, method -> [Series] in
      let path = method.path(toy.landscape, from: start, step: 0.02, steps: 400, value: -10)
      // What lies beyond the map is left out.
      let inside = path.prefix { $0.allSatisfy { abs($0) <= 1 } }
      let colour: Colour = [.black, .vermilion, .orange, .blue][i]
      let (x, y) = (inside.map { $0[0] }, inside.map { $0[1] })
      return method == .gradient
        ? [.line(method.name, x, y, colour)]
        : [.line(nil, x, y, colour), Series(method.name, x: x, y: y, colour: colour)]
    }
    var figure = Figure(
      title: "f = \(toy.name): Newton goes to the saddle, the others leave",
      caption: ["one start, (0.8, 0.35); the saddle is at (0, 0)"],
      x: Axis("x", range: -1...1), y: Axis("y", range: -1...1),
      series: [map, .contours(of: map, colour: .grey)] + paths)
    figure.hasEqualUnits = true
    report.save(toy.file, figure)
  }

  /// Index fraction against energy at the ends.
  func draw(_ all: [SpinGlassRuns], n: Int, _ report: inout Report) {
    let curve = try? LimitingIndexCurve(.pure(3))
    let energies = grid(-1.7...1.2, 300)
    let ends = SaddleMethod.allCases.enumerated().map { i, method in
      let runs = all.flatMap { $0.runs[i] }.filter(\.isSettled)
      let colour: Colour = [.black, .vermilion, .orange, .blue][i]
      // Minima share a height: a line for each method.
      let lift = method == .newton ? 0 : -0.02 * Double(i)
      return Series(
        method.name, x: runs.map(\.energy), y: runs.map { $0.indexFraction + lift }, style: .dots,
        colour: colour)
    }
    let theory = curve.map { curve in
      Series.line(
        "critical points, N → ∞", energies, energies.map { curve.indexFraction(energy: $0) })
    }
    report.draw(
      "ends", title: "From the same starts: Newton at saddles halfway up, the others in minima",
      caption: [
        "pure 3-spin, N = \(n), \(all.count) samples, seed \(seed); all minima have α = 0, drawn below one another",
        Mixture.convention,
      ], x: Axis("energy per spin E = H/N where the run ends"),
      y: Axis("index fraction k/(N-1)", range: -0.1...1), [theory].compactMap { $0 } + ends)
    report.save(
      "runs.csv",
      DataTable(
        "sample,method,settled,energy,index_fraction,steps",
        rows: all.flatMap { one in
          one.runs.enumerated().flatMap { i, runs in
            runs.map {
              [
                Double(one.sample), Double(i), $0.isSettled ? 1 : 0, $0.energy, $0.indexFraction,
                Double($0.steps),
              ]
            }
          }
        }))
  }
}
