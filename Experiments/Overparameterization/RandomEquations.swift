import Foundation
import Saddlery

/// M random quadratic equations x'J_μ x/N = y_μ on the sphere |x|² = N as a loss, Σ_μ (x'J_μ x/N - y_μ)²/2.
///
/// J_μ has independent standard normal entries, so that x'J_μ x/N has the variance 1 and its gradient along the sphere at a
/// given point is normal, of the variance 2/N along each of the N-1 directions and independent of the value.
struct RandomEquations: Landscape {
  let domain: Sphere
  /// The symmetric parts of J_1, J_2, ... below one another, MN x N.
  let forms: Matrix<Double>
  let targets: [Double]
  var count: Int { targets.count }
  var n: Int { domain.ambientDimension }

  /// The first M equations of a sample; with a planted point its own values in place of random ones.
  init(dimension n: Int, count m: Int, planted: Bool = false, seed: UInt64, sample: Int) {
    domain = Sphere(ambientDimension: n)
    var forms = Matrix<Double>(rows: m * n, columns: n)
    var targets = [Double]()
    for μ in 0..<m {
      var stream = RandomStream(seed: seed, purpose: .disorder, sample: sample, item: μ)
      for j in 0..<n {
        for i in 0...j {
          // Half the sum of two entries.
          let entry = stream.normal() * (i == j ? 1 : 0.5.squareRoot())
          forms[n * μ + i, j] = entry
          forms[n * μ + j, i] = entry
        }
      }
      targets.append(stream.normal())
    }
    self.forms = forms
    guard planted else {
      self.targets = targets
      return
    }
    var stream = RandomStream(seed: seed, purpose: .planting, sample: sample)
    let point = domain.point(fromNormals: stream.normals(count: n))
    self.targets = Self.values(of: forms, at: Matrix(columns: [point])).values.column(0)
  }

  /// x'J_μ x/N at points, M x B, and J_μ x below one another, MN x B.
  private static func values(
    of forms: Matrix<Double>, at points: Matrix<Double>
  ) -> (values: Matrix<Double>, products: Matrix<Double>) {
    let (n, products) = (points.rows, forms * points)
    var values = Matrix<Double>(rows: forms.rows / n, columns: points.columns)
    for b in 0..<points.columns {
      for μ in 0..<values.rows {
        var sum = 0.0
        for i in 0..<n { sum += points[i, b] * products[n * μ + i, b] }
        values[μ, b] = sum / Double(n)
      }
    }
    return (values, products)
  }

  /// - Complexity: 2MN² operations a point, one matrix product for all; with the Hessian twice as many and a product of
  ///   N x M by M x N.
  func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
    let (found, products) = Self.values(of: forms, at: points)
    let (n, m) = (n, count)
    for b in 0..<points.columns {
      let residuals = (0..<m).map { found[$0, b] - targets[$0] }
      jets.values[b] = residuals.reduce(0) { $0 + $1 * $1 } / 2
      guard jets.order > .value else { continue }
      var gradient = [Double](repeating: 0, count: n)
      for μ in 0..<m {
        let factor = 2 * residuals[μ] / Double(n)
        for i in 0..<n { gradient[i] += factor * products[n * μ + i, b] }
      }
      for i in 0..<n { jets.gradients[i, b] = gradient[i] }
      guard jets.order == .hessian else { continue }
      for j in 0..<n {
        for i in 0...j {
          var sum = 0.0
          for μ in 0..<m {
            let square = products[n * μ + i, b] * products[n * μ + j, b]
            sum += 4 * square / Double(n * n)
            sum += 2 * residuals[μ] * forms[n * μ + i, j] / Double(n)
          }
          jets[hessian: i, j, at: b] = sum
        }
      }
    }
  }

  /// Gradients of x'J_μ x/N along the sphere at a point, N x M.
  func jacobian(at point: [Double]) -> Matrix<Double> {
    let (found, products) = Self.values(of: forms, at: Matrix(columns: [point]))
    return Matrix(
      columns: (0..<count).map { μ in
        (0..<n).map { i in
          2 * (products[n * μ + i, 0] - found[μ, 0] * point[i]) / Double(n)
        }
      })
  }

  /// A bound on the chance that M = N-1 equations have a solution at all.
  ///
  /// Given y the mean number of solutions is 2 · 2^{M/2} exp(-|y|²/2), by the formula of Kac and Rice; they come in pairs ±x,
  /// so that half of it bounds the chance. Of the lesser of it and 1 the mean over y is
  ///
  ///     P(χ²_M < M ln 2) + P(χ²_M > 2M ln 2).
  static func solvable(_ m: Int) -> Double {
    let (a, x) = (Double(m) / 2, Double(m) * log(2) / 2)
    return IncompleteGamma.lower(a, x) + 1 - IncompleteGamma.lower(a, 2 * x)
  }
}
