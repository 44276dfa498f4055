import Landscapes
import LinearAlgebra
import RandomStreams

/// A landscape written down by hand: value, gradient and Hessian of one point.
struct HandWritten<Space: Domain>: Landscape {
  typealias Jet = (value: Double, gradient: [Double], hessian: Matrix<Double>)
  let domain: Space
  let jet: @Sendable ([Double]) -> Jet

  func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
    for b in 0..<points.columns {
      let (value, gradient, hessian) = jet(points.column(b))
      jets.values[b] = value
      for j in gradient.indices {
        jets.gradients[j, b] = gradient[j]
        for i in 0...j { jets.hessians?[i + j * (j + 1) / 2, b] = hessian[i, j] }
      }
    }
  }

  /// The same values with something done to the jet.
  func altered(_ change: @escaping @Sendable (inout Jet) -> Void) -> HandWritten {
    HandWritten(domain: domain) { x in
      var jet = self.jet(x)
      change(&jet)
      return jet
    }
  }
}

/// (x² + y - 11)² + (x + y² - 7)².
let himmelblau = HandWritten(domain: EuclideanSpace(dimension: 2)) { point in
  let (x, y) = (point[0], point[1])
  let (a, b) = (x * x + y - 11, x + y * y - 7)
  return (
    a * a + b * b, [4 * x * a + 2 * b, 2 * a + 4 * y * b],
    Matrix<Double>(columns: [
      [12 * x * x + 4 * y - 42, 4 * x + 4 * y], [4 * x + 4 * y, 12 * y * y + 4 * x - 26],
    ])
  )
}

/// Σ (i + 1) xᵢ³ + x₀ x₁ on a domain of at least two dimensions.
func cubic<Space: Domain>(on domain: Space) -> HandWritten<Space> {
  HandWritten(domain: domain) { x in
    let n = x.count
    var value = x[0] * x[1]
    var gradient = [Double](repeating: 0, count: n)
    var hessian = Matrix<Double>(rows: n, columns: n)
    for i in 0..<n {
      let c = Double(i + 1)
      value += c * x[i] * x[i] * x[i]
      gradient[i] = 3 * c * x[i] * x[i]
      hessian[i, i] = 6 * c * x[i]
    }
    gradient[0] += x[1]
    gradient[1] += x[0]
    hessian[0, 1] = 1
    hessian[1, 0] = 1
    return (value, gradient, hessian)
  }
}

/// xᵀAx/2 + b·x with A symmetric.
func quadratic<Space: Domain>(
  _ a: Matrix<Double>, linear b: [Double], on domain: Space
) -> HandWritten<Space> {
  HandWritten(domain: domain) { x in
    let ax = (a * Matrix<Double>(columns: [x])).elements
    return (dot(ax, x) / 2 + dot(b, x), zip(ax, b).map(+), a)
  }
}

func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

func normals(_ count: Int, seed: UInt64) -> [Double] {
  var stream = RandomStream(seed: seed, purpose: .noise)
  return stream.normals(count: count)
}

func randomSymmetric(_ n: Int, seed: UInt64) -> Matrix<Double> {
  let b = Matrix<Double>(rows: n, columns: n, elements: normals(n * n, seed: seed))
  return Matrix<Double>(
    rows: n, columns: n, elements: zip(b.elements, b.transposed.elements).map { $0 + $1 })
}

/// The local model of a landscape at one point.
func model<L: Landscape>(of landscape: L, at point: [Double]) -> LocalModel {
  let points = Matrix<Double>(columns: [point])
  var model = LocalModel(of: landscape.domain)
  landscape.domain.expand(
    landscape.jets(at: points, upTo: .hessian), at: points, column: 0, into: &model)
  return model
}
