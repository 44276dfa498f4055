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
    func points(_ items: Range<Int>) -> [[Double]] {
      items.map { i in
        var stream = RandomStream(seed: seed, purpose: .starts, sample: sample, item: i)
        return sphere.point(fromNormals: stream.normals(count: n))
      }
    }
    let starts = points(0..<count)
    // Largest curvatures are below 4√ξ''(1), of a field √ξ'(1).
    let (slope, curvature) = (
      model.covariance(1, derivative: 1), model.covariance(1, derivative: 2)
    )
    let step = 0.3 / max(curvature, slope / 4).squareRoot()
    var run = Trajectories(
      hamiltonian, from: Matrix(columns: starts), by: GradientDescent(step: step))
    run.advance(until: HaltingRule(steps: 20_000, gradient: 1e-5))
    let minima = (0..<count).map { run.points.column($0) }
    exceptions = run.outcomes.count { $0 != .settled }
    let traces = minima.map { minimum -> Double in
      let hessian = hamiltonian.euclideanHessian(at: minimum)
      let along = (0..<n).reduce(0) { sum, i in
        sum
          + (0..<n).reduce(0) { $0 + minimum[i] * hessian[i, $1] * minimum[$1] } / Double(n)
      }
      return ((0..<n).reduce(0) { $0 + hessian[$1, $1] } - along) / Double(n - 1)
    }
    let values = minima.map { hamiltonian.value(at: $0) / Double(n) }
    ways = [starts, points(count..<(2 * count))].map { origins in
      origins.indices.map { i in
        let way = sphere.arc(from: origins[i], to: minima[i], parts: Self.parts)
        let found = hamiltonian.jets(at: way, upTo: .value).values
        let profile = Profile(found, scale: (Double(n) * model.covariance(1)).squareRoot())
        let overlap = zip(origins[i], minima[i]).reduce(0) { $0 + $1.0 * $1.1 } / Double(n)
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
