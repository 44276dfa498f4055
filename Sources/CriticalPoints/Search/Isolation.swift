internal import Landscapes
internal import LinearAlgebra

/// How well the model at a place shows a critical point nearby, and which of its eigenvalues have a sign.
///
/// With T the rate at which the Hessian changes, a Newton step from a gradient g leads to a zero, the only one
/// around, if T|g| is below half the square of every eigenvalue (Kantorovich). An eigenvalue λ has a sign here if
///
///     |λ| ≥ 2 √(T(|g| + ε_g)) + 4 ε_H,
///
/// a quarter in place of a half, with the errors ε_g and ε_H of gradient and Hessian, which are rounding or what the landscape states. T is measured over
/// the last step, and at least what a function has that changes over the domain's scale. At a degenerate
/// point every step leaves |g|T/λ² near one, so that it never passes.
///
/// Reference: Ortega and Rheinboldt, *Iterative Solution of Nonlinear Equations in Several Variables* (1970), section
/// 12.6.
struct Isolation {
  /// Distance of the critical point from the place.
  let error: Double
  /// Distance within which it is the only one; zero if the rate was not measured.
  let radius: Double
  /// Eigenvalues without a sign.
  let zeroModes: Int

  /// - Parameters:
  ///   - eigenvalues: of the Hessian, ascending.
  ///   - newton: the Newton step; nil if there is none.
  ///   - distance: of the place from the origin, or the domain's scale if that is more.
  ///   - before: the Hessian at the place before and the length of the step from there.
  init(
    _ model: LocalModel, eigenvalues: [Double], newton: [Double]?, scale: Double, distance: Double,
    before: (hessian: Matrix<Double>, step: Double)?
  ) {
    let typical = model.hessianSize / Double(model.dimension).squareRoot()
    let rate = max(
      4 * typical / scale,
      before.map { Self.size(of: $0.hessian, model.hessian, along: newton) / $0.step } ?? 0)
    let gradientNoise = Self.gradientNoise(model, distance: distance)
    let threshold =
      2 * rate.squareRoot() * (model.gradientNorm + gradientNoise).squareRoot()
      + 4 * model.accuracy.hessian * model.hessianSize
    zeroModes = eigenvalues.count { !(abs($0) > threshold) }
    let least = eigenvalues.reduce(Double.infinity) { min($0, abs($1)) }
    error = (newton.map(norm) ?? .infinity) + gradientNoise / least
    radius = before == nil ? 0 : rate > 0 ? least / (2 * rate) : .infinity
  }

  /// The error of a gradient, relative to what it is made of: a few ulps where it is rounding.
  static func gradientNoise(_ model: LocalModel, distance: Double) -> Double {
    let typical = model.hessianSize / Double(model.dimension).squareRoot()
    return model.accuracy.gradient * (model.gradientSize + typical * distance)
  }

  /// The norm of B - A by a few steps of the power method; only lower triangles are read.
  private static func size(of a: Matrix<Double>, _ b: Matrix<Double>, along start: [Double]?)
    -> Double
  {
    let m = a.rows
    var vector = start ?? []
    if !vector.contains(where: { $0 != 0 }) { vector = [Double](repeating: 1, count: m) }
    var size = 0.0
    for _ in 0..<4 {
      let length = norm(vector)
      guard length > 0, length.isFinite else { return size }
      for i in vector.indices { vector[i] /= length }
      var image = [Double](repeating: 0, count: m)
      for j in 0..<m {
        for i in j..<m {
          let change = b[i, j] - a[i, j]
          image[i] += change * vector[j]
          if i > j { image[j] += change * vector[i] }
        }
      }
      size = max(size, norm(image))
      vector = image
    }
    return size
  }
}
