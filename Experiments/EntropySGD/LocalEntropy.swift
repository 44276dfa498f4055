import Foundation
import Saddlery

/// The local entropy of a function on a circle, by sums over a grid, which are exact to rounding as long as the grid is fine
/// beside the Gaussian and the function:
///
///     F_γ(x) = log √(γ/2π) ∫ exp(-f(x') - γ(x - x')²/2) dx',
///
/// the integral over the line, that is over a circle with the Gaussian summed over its turns.
struct LocalEntropy: Sendable {
  let points: Int
  /// The Gaussian of variance 1/γ, and its derivative, at distances on the grid.
  private let kernel, slope: [Double]

  /// - Parameter width: γ^{-1/2}.
  init(points: Int, length: Double, width: Double) {
    self.points = points
    let spacing = length / Double(points)
    let turns = Int((10 * width / length).rounded(.up)) + 1
    func sum(_ value: (Double) -> Double) -> [Double] {
      (0..<points).map { j in
        (-turns...turns).reduce(0) { sum, turn in
          sum + value(Double(j) * spacing + Double(turn) * length)
        }
      }
    }
    func gaussian(_ x: Double) -> Double {
      spacing / (width * (2 * .pi).squareRoot()) * exp(-x * x / (2 * width * width))
    }
    kernel = sum(gaussian)
    slope = sum { -$0 / (width * width) * gaussian($0) }
  }

  /// -F_γ on the grid, of f on it.
  func values(_ f: [Double]) -> [Double] {
    let lowest = f.min()!
    return convolve(weights(f), kernel).map { lowest - log($0) }
  }

  /// The number of minima of -F_γ, by the signs of its derivative on the grid.
  func minima(_ f: [Double]) -> Int {
    let slopes = convolve(weights(f), slope)
    return slopes.indices.count { slopes[$0] > 0 && slopes[($0 + 1) % points] <= 0 }
  }

  /// exp(-f), up to a factor.
  private func weights(_ f: [Double]) -> [Double] {
    let lowest = f.min()!
    return f.map { exp(lowest - $0) }
  }

  private func convolve(_ a: [Double], _ kernel: [Double]) -> [Double] {
    let doubled = a + a
    // The kernel backwards, so that both are read forwards.
    let turned = (0..<points).map { kernel[($0 == 0 ? 0 : points - $0)] }
    return doubled.withUnsafeBufferPointer { a in
      turned.withUnsafeBufferPointer { k in
        (0..<points).map { i in
          var sum = 0.0
          for j in 0..<points { sum += k[j] * a[i + j] }
          return sum
        }
      }
    }
  }

  /// Of f itself.
  static func minima(slopes: [Double]) -> Int {
    slopes.indices.count { slopes[$0] < 0 && slopes[($0 + 1) % slopes.count] >= 0 }
  }
}
