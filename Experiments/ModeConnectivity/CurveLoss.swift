import Saddlery

/// The mean loss on a quadratic Bézier curve between two points of flat space, as a function of its bend θ:
///
///     x(t) = (1-t)² a + 2t(1-t) θ + t² b,   F(θ) = 1/K Σ_k f(x(t_k)),   t_k = (k + 1/2)/K, k < K
///
/// With θ midway between a and b the curve is the straight way, at equal speed.
struct CurveLoss<Base: Landscape>: Landscape where Base.Space == EuclideanSpace {
  let base: Base
  let ends: (a: [Double], b: [Double])
  /// K.
  let nodes: Int

  var domain: EuclideanSpace { base.domain }

  /// (a + b)/2.
  var middle: [Double] { zip(ends.a, ends.b).map { ($0 + $1) / 2 } }

  private var times: [Double] { (0..<nodes).map { (Double($0) + 0.5) / Double(nodes) } }

  /// Points of the curve of a bend.
  func points(_ bend: [Double], at times: [Double]) -> [[Double]] {
    times.map { t in
      let (first, middle, last) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
      return bend.indices.map { first * ends.a[$0] + middle * bend[$0] + last * ends.b[$0] }
    }
  }

  /// - Complexity: K evaluations of f a point.
  func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
    jets.clear()
    for b in 0..<points.columns {
      let places = self.points(points.column(b), at: times)
      let found = base.jets(at: Matrix<Double>(columns: places), upTo: jets.order)
      for (k, t) in times.enumerated() {
        let weight = 2 * t * (1 - t)
        jets.values[b] += found.values[k] / Double(nodes)
        guard jets.order >= .gradient else { continue }
        for i in 0..<points.rows {
          jets.gradients[i, b] += weight / Double(nodes) * found.gradients[i, k]
          guard jets.order == .hessian else { continue }
          for j in 0...i {
            let entry = jets[hessian: i, j, at: b]
            jets[hessian: i, j, at: b] =
              entry + weight * weight / Double(nodes) * found[hessian: i, j, at: k]
          }
        }
      }
    }
  }
}
