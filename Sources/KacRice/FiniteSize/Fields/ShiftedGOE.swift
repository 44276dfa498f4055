internal import Foundation
internal import Statistics

/// Mean absolute determinants of a GOE matrix with a Gaussian shift, by index: what counts of critical
/// points of isotropic Gaussian fields come from.
///
///     D_k(c) = s^N ∫ dx e^{-(x+c)²}/√π E_GOE(N)[|det(M - x)| 1{k eigenvalues of M below x}]
///
/// with entries of M of variance (1+δ)/2. Given x the expectation is √2 Γ((N+1)/2) e^{x²/2} times the
/// density of eigenvalue k of N + 1 at x (``IndexDensity``).
///
/// Computed twice as ``CriticalPointCounts`` are.
enum ShiftedGOE {
  /// The largest N served.
  static let largestDimension = 256

  /// One integral: its shift c, its log s, and a further factor x^power.
  struct Term: Sendable {
    let shift, logScale: Double
    var power = 0
  }

  /// D_0, ..., D_N for each of some terms.
  ///
  /// What takes the time, the densities of eigenvalues, is the same for all.
  static func integrals(
    dimension n: Int, _ terms: [Term], threads: Int
  ) -> [[CriticalPointCounts.Value]] {
    let passes = (0..<2).map { pass in
      // x may be far outside the spectrum: the interval to integrate over is then twice as long.
      let density = IndexDensity(size: n + 1, extraNodes: n + 10 * pass)
      let step = CriticalPointCounts.step(n + 1)
      let constant = 0.5 * log(2 / Double.pi) + lgamma(Double(n + 1) / 2) + log(step)
      // Beyond, e^{-(x+c)²} times the polynomial in front is nothing.
      let reach = (2 * Double(n + 1)).squareRoot() + 9
      let first = Int((-terms.map(\.shift).max()! - reach) / step)
      let last = Int(max(reach - terms.map(\.shift).min()!, reach) / step)
      let rows = concurrentMap(0..<(last - first + 1), threads: threads) { i in
        let x = (Double(first + i) + (pass == 0 ? 0.5 : 0)) * step
        let logFactors = terms.map { term in
          constant + Double(n) * term.logScale + 0.5 * x * x - (x + term.shift) * (x + term.shift)
        }
        // The largest is part of the exponent of the density.
        let largest = logFactors.max()!
        let factors = zip(terms, logFactors).map {
          pow(x, Double($0.power)) * exp($1 - largest)
        }
        return (byIndex: density.withNoise(x, logFactor: largest), factors: factors)
      }
      return terms.indices.map { number in
        (0...n).map { k in
          rows.reduce(into: (sum: 0.0, size: 0.0, noise: 0.0)) {
            let value = $1.factors[number] * $1.byIndex.values[k]
            $0.sum += value
            $0.size += abs(value)
            $0.noise += abs($1.factors[number]) * $1.byIndex.noise[k]
          }
        }
      }
    }
    return zip(passes[0], passes[1]).map { first, second in
      zip(first, second).map { a, b in
        let floor = 64 * Double.ulpOfOne * Double(n) * a.size
        return CriticalPointCounts.Value(
          value: (a.sum + b.sum) / 2,
          error: abs(a.sum - b.sum) + floor + (a.noise + b.noise) / 2)
      }
    }
  }

  static func total(_ counts: [CriticalPointCounts.Value]) -> CriticalPointCounts.Value {
    CriticalPointCounts.Value(
      value: counts.reduce(0) { $0 + $1.value }, error: counts.reduce(0) { $0 + $1.error })
  }
}
