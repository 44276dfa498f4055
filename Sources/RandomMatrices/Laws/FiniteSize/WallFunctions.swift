internal import Foundation
internal import SpecialFunctions

/// The functions φ_j = p_j e^{-y²/2}, p_j of degree j, orthonormal on (-∞, t]: Hermite functions before a
/// wall, at the wall and with their derivatives in t.
///
/// Their recurrence b_{j+1} φ_{j+1} = (y - a_j) φ_j - b_j φ_{j-1} is found by Stieltjes' procedure on
/// Gauss-Legendre nodes. Moving the wall adds a mass φ_i φ_j(t) dt to every inner product, so that
///
///     d log h_j = φ_j²,   d log b_j² = φ_j² - φ_{j-1}²,   dφ_j = φ_j' - φ_j³/2 - φ_j Σ_{i<j} φ_i²
///
/// at the wall, h_j the square norms of the monic polynomials.
///
/// Reference: Gautschi, Orthogonal Polynomials (2004), section 2.2, the procedure.
struct WallFunctions {
  /// φ_j(t).
  private(set) var values: [Dual] = []
  /// b_j for j ≥ 1; entry 0 is unused.
  private(set) var offDiagonal: [Dual] = []
  /// log h_j(t)/h_j(∞), h_j(∞) = √π j!/2^j.
  private(set) var logNorms: [Dual] = []
  /// ∫φ_0 up to the wall.
  private(set) var integral: Dual

  /// Enough quadrature nodes for `count` functions before any wall: twice their highest frequency,
  /// 2√(2·count), on the longest interval.
  static func quadrature(count: Int) -> GaussLegendre {
    let edge = (2 * Double(count)).squareRoot()
    return GaussLegendre(count: count + Int((edge + 9) * (edge + 6)))
  }

  /// The first `count` functions.
  init(count: Int, wall t: Double, _ quadrature: GaussLegendre) {
    // No inner product notices what is further out. All positions are from this end: far left the functions
    // live on less than an ulp of t.
    let end = min(t, (2 * Double(count)).squareRoot() + 9)
    let (wall, half) = (t - end, Self.length(count: count, wall: end) / 2)
    let y = quadrature.nodes.map { -half * (1 - $0) }
    let weights = quadrature.weights.map { half * $0 }
    func product(_ f: [Double], _ g: [Double]) -> Double {
      f.indices.reduce(0) { $0 + weights[$1] * f[$1] * g[$1] }
    }
    // The Gaussian over its maximum, at min(t, 0), so that it does not underflow far left.
    let inside = min(t, 0)
    func bare(_ y: Double) -> Double { exp(-(y + (end - inside)) * (y + (end + inside)) / 2) }
    var f = y.map(bare)
    let (mass, norm) = (zip(weights, f).reduce(0) { $0 + $1.0 * $1.1 }, product(f, f))
    var previous = [Double](repeating: 0, count: f.count)
    let scale = 1 / norm.squareRoot()
    for i in f.indices { f[i] *= scale }
    // Value and derivative in y, at the wall, of the last two functions; Σφ_i² so far.
    var (here, hereBefore, slopeBefore) = (bare(wall) * scale, 0.0, 0.0)
    var slope = -t * here
    var sum = 0.0
    let start = here * here
    integral = Dual(mass * scale, slope: here - mass * scale * start / 2)
    logNorms.append(
      Dual(log(norm / Double.pi.squareRoot()) - inside * inside, slope: start))
    offDiagonal.append(Dual(0))
    var b = 0.0
    for j in 0..<count {
      let square = here * here
      values.append(Dual(here, slope: slope - here * (square / 2 + sum)))
      sum += square
      guard j + 1 < count else { break }
      var (a, next) = (0.0, 0.0)
      for i in f.indices { a += weights[i] * y[i] * f[i] * f[i] }
      for i in f.indices {
        let g = (y[i] - a) * f[i] - b * previous[i]
        previous[i] = f[i]
        f[i] = g
        next += weights[i] * g * g
      }
      next = next.squareRoot()
      for i in f.indices { f[i] /= next }
      (here, slope, hereBefore, slopeBefore) = (
        ((wall - a) * here - b * hereBefore) / next,
        (here + (wall - a) * slope - b * slopeBefore) / next, here, slope
      )
      b = next
      offDiagonal.append(Dual(b, slope: b * (here * here - square) / 2))
      logNorms.append(
        Dual(logNorms[j].value + log(2 * b * b / Double(j + 1)), slope: here * here))
    }
  }

  /// How far from the wall φ_j² has fallen below 1e-35.
  ///
  /// In units of √count the gas of `count` charges before a wall at w is of length (2/3)(w + √(w² + 6))
  /// (Dean and Majumdar 2008); outside it φ² falls faster than exp(-δ² - 2|t|δ).
  private static func length(count: Int, wall t: Double) -> Double {
    let (root, inside) = (Double(count).squareRoot(), max(-t, 0))
    let w = t / root
    let pushed = 4 / ((w * w + 6).squareRoot() - w)
    let gas = w < 2.squareRoot() ? root * pushed : t + 2.squareRoot() * root
    return gas + 81 / ((inside * inside + 81).squareRoot() + inside)
  }
}
