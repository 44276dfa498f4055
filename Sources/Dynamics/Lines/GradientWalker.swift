internal import LinearAlgebra

/// One line on its way.
struct GradientWalker {
  /// The saddle and the points reached.
  private(set) var points: [[Double]]
  private(set) var isFinished = false
  /// What is tried next.
  private(set) var move: [Double]
  /// At the last point.
  private var model: DownhillModel
  private var reach: Double

  /// At a saddle, beside which the line begins at a distance along the lowest mode, to either side by sign.
  init(_ saddle: [Double], _ model: DownhillModel, _ distance: Double) {
    (points, self.model, reach) = ([saddle], model, abs(distance))
    move = model.lowestMode.map { distance * $0 }
  }

  /// Stays where the move led, or tries a shorter one if the gradient there is not what was foreseen.
  mutating func arrive(at place: [Double], _ found: DownhillModel, longest: Double) {
    // A last move too short to tell.
    if model.isConvex && norm(move) <= 1e-9 * longest && points.count > 1 {
      points.append(place)
      isFinished = true
      return
    }
    let foreseen = model.gradient(after: move)
    let miss = norm(zip(foreseen, found.gradient).map { $0 - $1 })
    guard miss <= 0.25 * max(norm(foreseen), norm(model.gradient)) else {
      reach /= 2
      move = points.count == 1 ? move.map { $0 / 2 } : model.descent(length: reach)
      return
    }
    points.append(place)
    model = found
    reach = min(longest, 2 * reach)
    move = model.descent(length: reach)
  }
}
