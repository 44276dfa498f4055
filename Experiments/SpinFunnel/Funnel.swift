import Foundation
import Saddlery

/// A spin glass in a funnel, H = H_noise - λ N m^k, m = σ·u/N the overlap with u = (1, ..., 1).
///
/// What a ``Signal`` does through the couplings, but at a cost that does not grow with k: N numbers for a gradient.
struct Funnel: Landscape {
  let noise: PSpinHamiltonian
  /// k.
  let degree: Int
  /// λ.
  let strength: Double

  var domain: Sphere { noise.domain }

  func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
    noise.evaluate(points, into: &jets)
    let n = Double(domain.ambientDimension)
    for b in 0..<points.columns {
      let m = noise.overlap(of: points.column(b))
      jets.values[b] -= n * derivative(0, at: m)
      if jets.order >= .gradient {
        for i in 0..<points.rows { jets.gradients[i, b] -= derivative(1, at: m) }
      }
      if jets.order == .hessian {
        for row in 0..<jets.hessians!.rows { jets.hessians![row, b] -= derivative(2, at: m) / n }
      }
    }
  }

  /// Of λ m^k.
  private func derivative(_ order: Int, at m: Double) -> Double {
    guard order <= degree else { return 0 }
    let factor = (0..<order).reduce(strength) { $0 * Double(degree - $1) }
    return factor * pow(m, Double(degree - order))
  }

  /// A step of gradient descent, 0.6 of the inverse of the largest curvature: 4√ξ'' of the noise at the threshold and kλ of
  /// the funnel at most.
  var step: Double {
    let curvature = 4 * noise.mixture.covariance(1, derivative: 2).squareRoot()
    return 1.2 / (curvature + Double(degree) * strength)
  }

  /// Whether the sign of m makes no difference to the funnel.
  var isEven: Bool { degree.isMultiple(of: 2) }
}
