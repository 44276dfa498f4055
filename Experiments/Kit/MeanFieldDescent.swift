import Foundation
import Saddlery

/// Gradient flow dσ/dt = -grad H on the sphere from a random point, as N → ∞ at fixed t: the equations of Cugliandolo and Kurchan
/// at temperature zero for correlation C(t, s) and response R(t, s), s ≤ t,
///
///     ∂_t C(t, s) = -z C(t, s) + ∫₀ᵗ Σ(t, u) C(u, s) du + ∫₀ˢ D(t, u) R(s, u) du,   C(t, t) = 1
///     ∂_t R(t, s) = -z R(t, s) + ∫ₛᵗ Σ(t, u) R(u, s) du,   R(t, t) = 1
///     Σ = ξ''(C) R,   D = ξ'(C),   z(t) = ∫₀ᵗ (Σ C + D R)(t, u) du,   E(t) = -∫₀ᵗ (D R)(t, u) du
///
/// By Heun's method and trapezoids in equal steps, in steps of twice and of four times the length too, and extrapolated from the
/// three: errors of second order in the step, and then of fourth, are taken out.
struct MeanFieldDescent {
  /// 0 to the end in equal steps, and E = H/N at them.
  let times: [Double]
  let energies: [Double]
  /// The largest change that the last extrapolation makes.
  let correction: Double

  /// - Parameter steps: a multiple of 4; the cost is its cube.
  init(_ mixture: Mixture, time: Double, steps: Int) {
    let found = concurrentMap(0..<3) { i in
      var solution = Solution(mixture, steps: steps >> i, step: time / Double(steps >> i))
      return solution.run()
    }
    let places = found[2].indices
    times = places.map { 4 * Double($0) * time / Double(steps) }
    let first = (0..<2).map { i in
      places.map { (4 * found[i][$0 << (2 - i)] - found[i + 1][$0 << (1 - i)]) / 3 }
    }
    energies = places.map { (16 * first[0][$0] - first[1][$0]) / 15 }
    let last = energies
    correction = places.map { abs(last[$0] - first[0][$0]) }.max()!
  }

  /// By the cubic through four of the times.
  func energy(at time: Double) -> Double {
    let place = time / times[1]
    let first = min(max(Int(place) - 1, 0), times.count - 4)
    return (0..<4).reduce(0) { sum, i in
      let weight = (0..<4).filter { $0 != i }.reduce(1.0) {
        $0 * (place - Double(first + $1)) / Double(i - $1)
      }
      return sum + weight * energies[first + i]
    }
  }

  /// E at a time for p = 2, where the flow is σ ∝ e^{-At}σ(0), A with the semicircle of radius R = 2√2:
  ///
  ///     E = ∫ λ e^{-2λt} dF(λ) / (2 ∫ e^{-2λt} dF(λ))
  static func quadraticForm(time: Double) -> Double {
    let (radius, steps) = (8.0.squareRoot(), 4000)
    var (sum, moment) = (0.0, 0.0)
    for i in 1..<steps {
      let θ = .pi * Double(i) / Double(steps)
      // Over the largest weight, that of the lower edge.
      let weight = sin(θ) * sin(θ) * exp(-2 * radius * (1 + cos(θ)) * time)
      sum += weight
      moment += weight * radius * cos(θ)
    }
    return moment / sum / 2
  }

  private struct Solution {
    let mixture: Mixture
    let steps: Int
    let step: Double
    let width: Int
    /// C(t_i, t_j) at [width i + j], both halves; R(t_i, t_j) at [width i + j] and its transpose.
    var c: [Double]
    var r: [Double]
    var transposed: [Double]

    init(_ mixture: Mixture, steps: Int, step: Double) {
      (self.mixture, self.steps, self.step, width) = (mixture, steps, step, steps + 1)
      c = [Double](repeating: 0, count: width * width)
      (r, transposed) = (c, c)
    }

    /// E at all times.
    mutating func run() -> [Double] {
      set(0, [1], [1])
      var here = slopes(0)
      var energies = [here.energy]
      for i in 0..<steps {
        let (oldC, oldR) = (row(c, i), row(r, i))
        func next(_ old: [Double], _ slope: (Int) -> Double) -> [Double] {
          old.indices.map { old[$0] + step * slope($0) } + [1]
        }
        set(i + 1, next(oldC) { here.c[$0] }, next(oldR) { here.r[$0] })
        let there = slopes(i + 1)
        set(
          i + 1, next(oldC) { (here.c[$0] + there.c[$0]) / 2 },
          next(oldR) { (here.r[$0] + there.r[$0]) / 2 })
        here = slopes(i + 1)
        energies.append(here.energy)
      }
      return energies
    }

    private func row(_ matrix: [Double], _ i: Int) -> [Double] {
      Array(matrix[(width * i)...(width * i + i)])
    }

    private mutating func set(_ i: Int, _ newC: [Double], _ newR: [Double]) {
      for j in 0...i {
        c[width * i + j] = newC[j]
        c[width * j + i] = newC[j]
        r[width * i + j] = newR[j]
        transposed[width * j + i] = newR[j]
      }
    }

    /// ∂_t C(t_i, t_j) and ∂_t R(t_i, t_j), j ≤ i, and E(t_i).
    private func slopes(_ i: Int) -> (c: [Double], r: [Double], energy: Double) {
      let (ownC, ownR) = (row(c, i), row(r, i))
      let d = ownC.map { mixture.covariance($0, derivative: 1) }
      let memory = zip(ownC, ownR).map { mixture.covariance($0, derivative: 2) * $1 }
      let energy = -integral(d, ownR, 0...i)
      let z = integral(memory, ownC, 0...i) - energy
      var slopes = (c: ownC, r: ownR)
      for j in 0...i {
        slopes.c[j] =
          -z * ownC[j] + integral(memory, c, from: width * j, 0...i)
          + integral(d, r, from: width * j, 0...j)
        slopes.r[j] = -z * ownR[j] + integral(memory, transposed, from: width * j, j...i)
      }
      return (slopes.c, slopes.r, energy)
    }

    /// The trapezoidal rule for the product of two functions, the second from a place on.
    private func integral(
      _ a: [Double], _ b: [Double], from place: Int = 0, _ range: ClosedRange<Int>
    ) -> Double {
      let (low, high) = (range.lowerBound, range.upperBound)
      return a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          // Four sums, that none waits for another.
          var sums = SIMD4<Double>()
          var u = low
          while u + 3 <= high {
            let x = SIMD4(a[u], a[u + 1], a[u + 2], a[u + 3])
            let v = place + u
            let y = SIMD4(b[v], b[v + 1], b[v + 2], b[v + 3])
            sums += x * y
            u += 4
          }
          var sum = sums.sum()
          while u <= high {
            sum += a[u] * b[place + u]
            u += 1
          }
          let ends = a[low] * b[place + low] + a[high] * b[place + high]
          return step * (sum - ends / 2)
        }
      }
    }
  }
}
