internal import Foundation
internal import RandomStreams
internal import Requirements

/// The spectrum of a real random matrix of finite size, in any unit: what the bulk of levels is fitted with.
package enum BulkModel: Sendable {
  /// GOE matrices about a multiple of the identity, entries of variance R²/(4n).
  case semicircle(size: Int, centre: Double, radius: Double)
  /// X Xᵀ for n x N matrices X of entries of variance `unit`, N ≥ n, whole or not.
  case marchenkoPastur(size: Int, columns: Double, unit: Double)
  /// MANOVA matrices of n₁, n₂ ≥ n observations, whole or not.
  case wachter(size: Int, first: Double, second: Double)

  /// Number of levels.
  var size: Int {
    switch self {
    case .semicircle(let n, _, _), .marchenkoPastur(let n, _, _), .wachter(let n, _, _): n
    }
  }

  /// The limiting law at this size.
  var law: any SpectralLaw {
    certain {
      switch self {
      case .semicircle(_, let centre, let radius):
        ShiftedLaw(try SemicircleLaw(radius: radius), by: centre)
      case .marchenkoPastur(let n, let columns, let unit):
        try MarchenkoPasturLaw(ratio: Double(n) / columns, variance: unit * columns)
      case .wachter(let n, let first, let second):
        try WachterLaw(first: first / Double(n), second: second / Double(n))
      }
    }
  }

  /// The β-ensemble of these levels, β > 0, and what makes levels of its.
  func ensemble(beta: Double) -> (BetaEnsemble, level: @Sendable (Double) -> Double) {
    certain {
      switch self {
      case .semicircle(let n, let centre, let radius):
        let unit = radius / (2 * beta * Double(n)).squareRoot()
        return (try .hermite(size: n, beta: beta), { centre + unit * $0 })
      case .marchenkoPastur(let n, let columns, let unit):
        let ensemble = try BetaEnsemble.laguerre(
          size: n, parameter: beta * columns / 2, beta: beta)
        return (ensemble, { unit / beta * $0 })
      case .wachter(let n, let first, let second):
        let ensemble = try BetaEnsemble.jacobi(
          size: n, first: beta * first / 2, second: beta * second / 2, beta: beta)
        return (ensemble, { $0 })
      }
    }
  }

  // MARK: Edges

  /// Where a level lies at the upper edge, on the scale of the law of Tracy and Widom.
  ///
  /// The centres are those whose errors are of order n^{-2/3}.
  ///
  /// Reference: Johnstone and Ma, Ann. Appl. Probab. 22, 1962 (2012), GOE; Ma, Bernoulli 18, 322 (2012), Wishart; Johnstone,
  /// Ann. Stat. 36, 2638 (2008), MANOVA.
  package func upperScore(_ x: Double) -> Double {
    switch self {
    case .semicircle(let n, let centre, let radius):
      let size = Double(n)
      let t = (x - centre) / radius * (2 * size).squareRoot()
      return (t - (2 * size - 1).squareRoot()) * 2.squareRoot() * pow(size, 1.0 / 6)
    case .marchenkoPastur(let n, let columns, let unit):
      let (a, b) = ((columns - 0.5).squareRoot(), (Double(n) - 0.5).squareRoot())
      return (x / unit - (a + b) * (a + b)) / ((a + b) * cbrt(1 / a + 1 / b))
    case .wachter(let n, let first, let second):
      return Self.manovaScore(x, Double(n), first, second)
    }
  }

  /// The same at the lower edge, positive below it; nil if the edge is too close to 0 for that law.
  package func lowerScore(_ x: Double) -> Double? {
    switch self {
    case .semicircle(_, let centre, _): return upperScore(2 * centre - x)
    case .marchenkoPastur(let n, let columns, let unit):
      let (a, b) = ((columns - 0.5).squareRoot(), (Double(n) - 0.5).squareRoot())
      // The width over the position: log x has the law of Tracy and Widom.
      let width = cbrt(1 / b - 1 / a) / (a - b)
      guard a > b, width < 0.25 else { return nil }
      return (2 * log(a - b) + width * width / 8 - log(x / unit)) / width
    case .wachter(let n, let first, let second):
      return first < 1.2 * Double(n) ? nil : Self.manovaScore(1 - x, Double(n), second, first)
    }
  }

  /// log(x/(1 - x)) in units of its width at the upper edge, x an eigenvalue of A Aᵀ over A Aᵀ + B Bᵀ, A of `n` columns
  /// and B of `m`.
  private static func manovaScore(_ x: Double, _ p: Double, _ n: Double, _ m: Double) -> Double {
    let all = m + n - 1
    let γ = 2 * asin(((min(p, n) - 0.5) / all).squareRoot())
    let φ = 2 * asin(((max(p, n) - 0.5) / all).squareRoot())
    let width = cbrt(16 / (all * all) / (pow(sin(φ + γ), 2) * sin(φ) * sin(γ)))
    return (log(x / (1 - x)) - 2 * log(tan((φ + γ) / 2))) / width
  }
}
