import Foundation
import Saddlery

/// Two wells of one depth, flat at x = -1 and sharp at x = 1, curvatures 8 apart, in any number of dimensions:
///
///     f(x, y) = (x² - 1)²(1 + 14x/9 + x²) + κ(x)|y|²/2,
///
/// f'' = 32/9 and 256/9 along x at the bottoms, and κ between the same two, (1 + tanh 3x)/2 of the way.
struct UnequalWells: Landscape {
  static let slope = 14.0 / 9
  static let (flat, sharp) = (32.0 / 9, 256.0 / 9)

  /// x first, then y.
  let domain: EuclideanSpace

  init(dimension: Int) { domain = EuclideanSpace(dimension: dimension, length: 1) }

  /// f along x where y = 0, and its first two derivatives.
  static func profile(_ x: Double) -> (value: Double, slope: Double, curvature: Double) {
    let (a, b) = (x * x - 1, 1 + slope * x + x * x)
    let (a1, b1) = (2 * x, slope + 2 * x)
    return (
      a * a * b, 2 * a * a1 * b + a * a * b1,
      2 * (a1 * a1 + 2 * a) * b + 4 * a * a1 * b1 + 2 * a * a
    )
  }

  /// How far x is on the way from the flat well to the sharp one, from 0 to 1, and two derivatives.
  static func way(_ x: Double) -> (value: Double, slope: Double, curvature: Double) {
    let t = tanh(3 * x)
    return ((1 + t) / 2, 3 * (1 - t * t) / 2, -9 * t * (1 - t * t))
  }

  /// κ and two derivatives.
  static func across(_ x: Double) -> (value: Double, slope: Double, curvature: Double) {
    let (way, rise) = (way(x), sharp - flat)
    return (flat + rise * way.value, rise * way.slope, rise * way.curvature)
  }

  /// The top between the wells.
  static let top: Double = {
    var (low, high) = (-0.9, 0.9)
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if profile(middle).slope > 0 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }()

  static var barrier: Double { profile(top).value }

  func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
    let n = points.rows
    for b in 0..<points.columns {
      let x = points[0, b]
      let own = Self.profile(x)
      guard n > 1 else {
        jets.values[b] = own.value
        if jets.order > .value { jets.gradients[0, b] = own.slope }
        if jets.order == .hessian { jets[hessian: 0, 0, at: b] = own.curvature }
        continue
      }
      let κ = Self.across(x)
      var square = 0.0
      for i in 1..<n { square += points[i, b] * points[i, b] }
      jets.values[b] = own.value + κ.value * square / 2
      guard jets.order > .value else { continue }
      jets.gradients[0, b] = own.slope + κ.slope * square / 2
      for i in 1..<n { jets.gradients[i, b] = κ.value * points[i, b] }
      guard jets.order == .hessian else { continue }
      jets[hessian: 0, 0, at: b] = own.curvature + κ.curvature * square / 2
      for i in 1..<n {
        jets[hessian: i, 0, at: b] = κ.slope * points[i, b]
        for j in 1...i { jets[hessian: i, j, at: b] = i == j ? κ.value : 0 }
      }
    }
  }
}

/// What noise there is in the two wells, and the exact law of x it leads to.
enum WellNoise: Sendable {
  /// D = T everywhere.
  case isotropic
  /// D = T 8^{w - 1/2}, w the way from the flat well to the sharp one: in proportion to the curvature at the bottoms.
  case curvature

  func diffusion(_ x: Double, _ temperature: Double) -> Double {
    switch self {
    case .isotropic: temperature
    case .curvature:
      temperature * pow(UnequalWells.sharp / UnequalWells.flat, UnequalWells.way(x).value - 0.5)
    }
  }

  /// The share of the flat well in equilibrium.
  ///
  /// Of noise that is the same everywhere, Boltzmann's law, exp(-f/T), with y integrated out; for steps η with its term of
  /// first order, the factor 1 + η(|∇f|²/(4T) - Δf/2) of the steps x - η∇f + √(2Tη)ξ. Of noise that depends on x (Itô),
  /// exp(-∫f'/D)/D in one dimension.
  func flatShare(temperature t: Double, dimension: Int = 1, step η: Double = 0) -> Double {
    let weights = law(t, dimension, η)
    let left = weights.filter { $0.x < UnequalWells.top }.reduce(0) { $0 + $1.weight }
    return left / weights.reduce(0) { $0 + $1.weight }
  }

  private func law(_ t: Double, _ dimension: Int, _ η: Double) -> [(x: Double, weight: Double)] {
    let rule = GaussLegendre(count: 16)
    // The top is an end of cells.
    let edges = grid(-2.6...UnequalWells.top, 100) + grid(UnequalWells.top...2.6, 100).dropFirst()
    // About f/D, so that weights are of the order of one.
    var exponent = UnequalWells.profile(edges[0]).value / diffusion(edges[0], t)
    var weights: [(x: Double, weight: Double)] = []
    for (a, b) in zip(edges, edges.dropFirst()) {
      func drift(to x: Double) -> Double {
        rule.integral(from: a, to: x) { UnequalWells.profile($0).slope / diffusion($0, t) }
      }
      for (node, weight) in zip(rule.nodes, rule.weights) {
        let x = a + (b - a) * (1 + node) / 2
        let size =
          switch self {
          case .isotropic: boltzmann(x, t, Double(dimension - 1), η)
          case .curvature: exp(-exponent - drift(to: x)) / diffusion(x, t)
          }
        weights.append((x, weight * (b - a) / 2 * size))
      }
      exponent += drift(to: b)
    }
    return weights
  }

  /// With means of |y|² and |y|⁴ over a normal law of m dimensions and variance T/κ.
  private func boltzmann(_ x: Double, _ t: Double, _ m: Double, _ η: Double) -> Double {
    let (u, κ) = (UnequalWells.profile(x), UnequalWells.across(x))
    let variance = t / κ.value
    let (square, fourth) = (m * variance, m * (m + 2) * variance * variance)
    let gradient =
      u.slope * u.slope + u.slope * κ.slope * square + κ.slope * κ.slope * fourth / 4
      + κ.value * κ.value * square
    let laplacian = u.curvature + κ.curvature * square / 2 + m * κ.value
    return exp(-u.value / t) * pow(κ.value, -m / 2)
      * (1 + η * (gradient / (4 * t) - laplacian / 2))
  }

  /// The time after which the share has come e times nearer to equilibrium, by Kramers' formula.
  func relaxationTime(temperature t: Double) -> Double {
    let top = abs(UnequalWells.profile(UnequalWells.top).curvature)
    let rates = [(UnequalWells.flat, -1.0), (UnequalWells.sharp, 1.0)].map { curvature, place in
      (curvature * top).squareRoot() / (2 * .pi)
        * exp(-UnequalWells.barrier / diffusion(place, t))
    }
    return 1 / (rates[0] + rates[1])
  }
}

/// Langevin steps whose noise depends on x: x ← x - ηf' + √(2D(x)η) ξ.
struct WellDynamics: Method {
  let timeStep: Double
  let temperature: Double
  let noise: WellNoise

  func step<L: Landscape>(_ replicas: inout Replicas<L>) {
    var step = replicas.gradients().scaled(by: -timeStep)
    let (kicks, n) = (replicas.noise(), step.rows)
    for b in 0..<step.columns {
      let d = noise.diffusion(replicas.points[0, b], temperature)
      let size = (2 * d * timeStep).squareRoot()
      for i in 0..<n { step[i, b] += size * kicks[i, b] }
    }
    replicas.move(along: step, taking: timeStep)
  }
}
