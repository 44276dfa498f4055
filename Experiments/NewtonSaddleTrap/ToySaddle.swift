import Saddlery

/// A function of the plane with one critical point, a saddle at the origin.
struct ToySaddle {
  let name: String
  let file: String
  let landscape: FunctionLandscape<EuclideanSpace>

  static let all = [
    ToySaddle(
      name: "5x² - y²", file: "saddle",
      landscape: FunctionLandscape(dimension: 2, length: 1) { x in 5 * x[0] * x[0] - x[1] * x[1] }),
    ToySaddle(
      name: "x³ - 3xy²", file: "monkey-saddle",
      landscape: FunctionLandscape(dimension: 2, length: 1) { x in
        x[0] * x[0] * x[0] - 3 * x[0] * x[1] * x[1]
      }),
  ]

  /// How runs end from random starts in the square [-1, 1]²: at the saddle, as near as a thousandth of the start's distance,
  /// or below f = -10.
  struct Count {
    var atSaddle = 0
    var away = 0
    var other = 0
    /// The mean number of steps.
    var steps = 0.0
  }

  func count(_ method: SaddleMethod, starts: Int, seed: UInt64, sample: Int) -> Count {
    var stream = RandomStream(seed: seed, purpose: .starts, sample: sample)
    let places = Matrix<Double>(
      columns: (0..<starts).map { _ in [2 * stream.uniform() - 1, 2 * stream.uniform() - 1] })
    let end = method.run(
      landscape, from: places, step: 0.02, limit: 2000, gradient: 1e-12, value: -10)
    var count = Count()
    for b in 0..<starts {
      let nearness = norm(end.points.column(b)) / norm(places.column(b))
      if nearness < 1e-3 {
        count.atSaddle += 1
      } else if end.outcomes[b] == "reached" {
        count.away += 1
      } else {
        count.other += 1
      }
      count.steps += Double(end.steps[b]) / Double(starts)
    }
    return count
  }
}
