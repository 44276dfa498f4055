import Foundation
import Saddlery

/// Energies on great circles that lead to the minima found from random starts, in one sample.
struct Interpolation: Sendable {
  /// Parts of the way at which energies are compared.
  static let parts = 40
  static let shown = [0.25, 0.5, 0.75]

  /// What a minimum is come to from.
  enum Origin: Int, CaseIterable, Sendable {
    /// The start whose descent ends there.
    case start
    /// Another random point.
    case unrelated
  }

  /// One way.
  struct Way: Sendable {
    let profile: Profile
    /// Of its ends.
    let overlap: Double
    /// How far it rises above both ends, over -u*.
    let barrier: Double
    /// u(t)/u* at equal parts of the way, 1 at its end.
    let measured: [Double]
    /// The exact mean of that over points with this overlap with the minimum.
    let expected: [Double]
  }

  /// By origin, a way for each minimum.
  let ways: [[Way]]
  let exceptions: Int

  init(_ model: Mixture, n: Int, sample: Int, starts count: Int, seed: UInt64) {
    let hamiltonian = PSpinHamiltonian(model, dimension: n, seed: seed, sample: sample)
    let sphere = hamiltonian.domain
    let points = hamiltonian.starts(2 * count, seed: seed, sample: sample)
    let end = Descent(hamiltonian, from: points.columns(in: 0..<count))
    let minima = end.ends.map(\.position)
    exceptions = end.exceptions
    let traces = minima.map { minimum -> Double in
      let hessian = hamiltonian.euclideanHessian(at: minimum)
      let along = (0..<n).reduce(0) { sum, i in
        sum
          + (0..<n).reduce(0) { $0 + minimum[i] * hessian[i, $1] * minimum[$1] } / Double(n)
      }
      return ((0..<n).reduce(0) { $0 + hessian[$1, $1] } - along) / Double(n - 1)
    }
    let values = end.energies
    ways = [0, count].map { first in
      (0..<count).map { i in
        let origin = points.column(first + i)
        let way = sphere.way(from: origin, to: minima[i], parts: Self.parts)!
        let found = hamiltonian.jets(at: way, upTo: .value).values
        let profile = Profile(found, scale: (Double(n) * model.covariance(1)).squareRoot())
        let overlap = zip(origin, minima[i]).reduce(0) { $0 + $1.0 * $1.1 } / Double(n)
        return Way(
          profile: profile, overlap: overlap,
          barrier: profile.barrier / -(Double(n) * values[i]),
          measured: found.map { $0 / Double(n) / values[i] },
          expected: (0...Self.parts).map {
            let φ = acos(overlap) * (1 - Double($0) / Double(Self.parts))
            return Self.mean(degree: model.topDegree, trace: traces[i] / values[i], φ)
          })
      }
    }
  }

  /// The mean of u/u* at an angle φ from a minimum of a pure model, over all directions of leaving it.
  ///
  /// In u(s cos φ + √N n sin φ) the term linear in n vanishes at a critical point, the cubic one in the mean over n, and the mean
  /// of the quadratic one is a trace: with τ the mean diagonal element of the tangential part of ∇²H,
  ///
  ///     u(φ)/u* = cos^pφ + (1/2) cos^{p-2}φ sin²φ · τ/u*,   p ≤ 3.
  private static func mean(degree p: Int, trace τ: Double, _ φ: Double) -> Double {
    let first = pow(cos(φ), Double(p))
    guard p >= 2 else { return first }
    return first + 0.5 * pow(cos(φ), Double(p - 2)) * sin(φ) * sin(φ) * τ
  }
}
