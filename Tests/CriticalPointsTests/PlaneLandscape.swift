import Landscapes
import LinearAlgebra

/// A function of the plane given by its formula and derivatives.
struct PlaneLandscape: Landscape {
  let domain = EuclideanSpace(dimension: 2)
  let value: @Sendable (Double, Double) -> Double
  let gradient: @Sendable (Double, Double) -> (Double, Double)
  /// (xx, xy, yy).
  let hessian: @Sendable (Double, Double) -> (Double, Double, Double)

  func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
    for b in 0..<points.columns {
      let (x, y) = (points[0, b], points[1, b])
      jets.values[b] = value(x, y)
      (jets.gradients[0, b], jets.gradients[1, b]) = gradient(x, y)
      guard jets.hessians != nil else { continue }
      let (xx, xy, yy) = hessian(x, y)
      for (i, entry) in [xx, xy, yy].enumerated() { jets.hessians![i, b] = entry }
    }
  }

  /// In other units.
  func scaled(length: Double, value unit: Double) -> PlaneLandscape {
    PlaneLandscape(
      value: { unit * value($0 / length, $1 / length) },
      gradient: { x, y in
        let g = gradient(x / length, y / length)
        return (unit / length * g.0, unit / length * g.1)
      },
      hessian: { x, y in
        let h = hessian(x / length, y / length)
        let unit = unit / length / length
        return (unit * h.0, unit * h.1, unit * h.2)
      })
  }

  /// (x² + y - 11)² + (x + y² - 7)²: four minima, four saddles, one maximum.
  static let himmelblau = PlaneLandscape(
    value: { x, y in (x * x + y - 11) * (x * x + y - 11) + (x + y * y - 7) * (x + y * y - 7) },
    gradient: { x, y in
      (
        4 * x * (x * x + y - 11) + 2 * (x + y * y - 7),
        2 * (x * x + y - 11) + 4 * y * (x + y * y - 7)
      )
    },
    hessian: { x, y in (12 * x * x + 4 * y - 42, 4 * (x + y), 12 * y * y + 4 * x - 26) })

  /// x + x³/3 + y²/2: its gradient (1 + x², y) is smallest at 0 and vanishes nowhere.
  static let flat = PlaneLandscape(
    value: { x, y in x + x * x * x / 3 + y * y / 2 },
    gradient: { x, y in (1 + x * x, y) },
    hessian: { x, _ in (2 * x, 0, 1) })
}
