import Foundation
import Saddlery

/// The law of dx = -f'(x) dt + √(2T) dW on a line, as that of jumps between neighbours of a grid, at rates
///
///     w(i → j) = T/h² exp(-(f_j - f_i)/(2T)),
///
/// which keep the Boltzmann distribution exactly and differ from the diffusion by terms of h².
struct LineDiffusion {
  /// Enough for the mean gap to three digits, at all times used here.
  static let steps = 600

  let places: [Double]
  private let rises: [Double]
  let spacing: Double

  /// On ±reach, with walls there.
  init(_ f: (Double) -> Double, reach: Double, points: Int) {
    places = grid(-reach...reach, points - 1)
    spacing = 2 * reach / Double(points - 1)
    let values = places.map(f)
    rises = zip(values, values.dropFirst()).map { $1 - $0 }
  }

  /// A normal law, cut off at the walls.
  func normalLaw(deviation σ: Double) -> [Double] {
    let weights = places.map { exp(-$0 * $0 / (2 * σ * σ)) }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  /// The law after a time, of starts with a normal law.
  ///
  /// By Crank and Nicolson's rule, after four implicit steps of half the length that damp what is not smooth.
  func law(startsOfDeviation σ: Double, temperature: Double, time: Double, steps: Int) -> [Double] {
    let n = places.count
    let unit = temperature / (spacing * spacing)
    let up = rises.map { unit * exp(-$0 / (2 * temperature)) }
    let down = rises.map { unit * exp($0 / (2 * temperature)) }
    let leaving = (0..<n).map { i in (i < n - 1 ? up[i] : 0) + (i > 0 ? down[i - 1] : 0) }
    var law = normalLaw(deviation: σ)

    let step = time / Double(steps)
    // (1 - step/2 A) is the matrix of both rules; Thomas's elimination.
    let half = step / 2
    var pivots = [Double](repeating: 0, count: n)
    pivots[0] = 1 + half * leaving[0]
    for i in 1..<n {
      pivots[i] = 1 + half * leaving[i] - half * half * up[i - 1] * down[i - 1] / pivots[i - 1]
    }
    func solve(_ x: inout [Double]) {
      for i in 1..<n { x[i] += half * up[i - 1] / pivots[i - 1] * x[i - 1] }
      x[n - 1] /= pivots[n - 1]
      for i in stride(from: n - 2, through: 0, by: -1) {
        x[i] = (x[i] + half * down[i] * x[i + 1]) / pivots[i]
      }
    }
    for _ in 0..<4 { solve(&law) }
    for _ in 2..<steps {
      var right = law
      for i in 0..<n {
        right[i] -= half * leaving[i] * law[i]
        if i > 0 { right[i] += half * up[i - 1] * law[i - 1] }
        if i < n - 1 { right[i] += half * down[i] * law[i + 1] }
      }
      solve(&right)
      law = right
    }
    return law
  }

  /// The law after infinite time.
  func equilibrium(temperature: Double) -> [Double] {
    var logs = [0.0]
    for rise in rises { logs.append(logs.last! - rise / temperature) }
    let top = logs.max()!
    let weights = logs.map { exp($0 - top) }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }
}
