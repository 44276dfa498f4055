internal import Landscapes
internal import LinearAlgebra

/// Zeros by how fast the Hessian changes at most.
///
/// With the Lipschitz constant K of the Hessian, gradient g and smallest |eigenvalue| λ at a point, Newton and
/// Kantorovich's theorem gives it its ball,
///
///     K|g| ≤ λ²/4:   a zero within 2|g|/λ, and no other within 3λ/(2K);
///
/// in a cell of centre c and half a diagonal d a zero needs
///
///     |u·g(c)| ≤ |H(c)u| d + K d²/2
///
/// for every unit vector u; tried are g/|g| and the axes. Rounding errors count against the proof.
///
/// Reference: Ortega and Rheinboldt, *Iterative Solution of Nonlinear Equations in Several Variables* (1970), section
/// 12.6.
struct LipschitzTest<L: LipschitzHessian>: ZeroTest {
  private let landscape: L
  /// K.
  private let rate: Double
  private let errors: (gradient: Double, hessian: Double)

  init(_ landscape: L) {
    self.landscape = landscape
    (rate, errors) = (landscape.hessianLipschitzConstant(), landscape.roundingErrors)
  }

  func ball(around point: CriticalPoint) -> ZeroBall? {
    let jets = landscape.jets(at: Matrix<Double>(columns: [point.position]), upTo: .hessian)
    var solver = HermitianEigensolver<Double>(size: landscape.domain.dimension)
    guard solver.diagonalize(jets.hessian(0), vectors: false) else { return nil }
    let least = solver.eigenvalues.reduce(.infinity) { min($0, abs($1)) } - errors.hessian
    let gradient = norm(jets.gradients.column(0)) + errors.gradient
    guard least > 0, rate * gradient <= least * least / 4,
      point.index == solver.eigenvalues.count(where: { $0 < 0 })
    else { return nil }
    return ZeroBall(
      centre: point.position, error: 2 * gradient / least, radius: 1.5 * least / rate)
  }

  func verdicts(_ centres: [[Double]], half: [Double]) -> [ZeroVerdict] {
    let jets = landscape.jets(at: Matrix<Double>(columns: centres), upTo: .hessian)
    return centres.indices.map { mayHoldZero(jets, $0, norm(half)) ? .open : .excluded }
  }

  /// Whether the gradient may vanish within d of point b.
  private func mayHoldZero(_ jets: JetBatch, _ b: Int, _ d: Double) -> Bool {
    let n = landscape.domain.dimension
    let hessian = jets.hessian(b)
    let gradient = jets.gradients.column(b)
    let length = norm(gradient)
    let bend = errors.gradient + errors.hessian * d + rate * d * d / 2
    func excludes(_ u: [Double]) -> Bool {
      let slope = abs(zip(u, gradient).reduce(0) { $0 + $1.0 * $1.1 })
      let change = norm((0..<n).map { i in (0..<n).reduce(0) { $0 + hessian[i, $1] * u[$1] } })
      return slope > change * d + bend
    }
    if length > 0, excludes(gradient.map { $0 / length }) { return false }
    return !(0..<n).contains { axis in excludes((0..<n).map { $0 == axis ? 1 : 0 }) }
  }
}
