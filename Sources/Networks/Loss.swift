internal import CLanes
internal import Foundation

/// How far outputs are from what they should be, of one example.
public enum Loss: String, Sendable, CaseIterable {
  /// ½|f - t|².
  case squared
  /// -Σ_k t_k ln p_k, p = softmax of the outputs; of a single output f that of its class 1 and the other,
  /// p = 1/(1 + e^-f).
  case crossEntropy = "cross-entropy"

  /// The loss of some examples, each times its weight, and its derivatives by the outputs.
  ///
  /// - Parameters:
  ///   - outputs: `count` numbers for each of k outputs, overwritten by the gradient.
  ///   - targets: the same shape, with the distance between outputs.
  ///   - hessian: `count` numbers for each of k x k pairs; nil if not wanted.
  func evaluate(
    _ outputs: UnsafeMutablePointer<Double>, count m: Int, width k: Int,
    targets: UnsafePointer<Double>, stride: Int, weights: UnsafePointer<Double>,
    hessian: UnsafeMutablePointer<Double>?
  ) -> Double {
    switch self {
    case .squared:
      return squared(
        outputs, count: m, width: k, targets: targets, stride: stride, weights: weights,
        hessian: hessian)
    case .crossEntropy:
      return withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * m) { room in
        let (first, second) = (room.baseAddress!, room.baseAddress! + m)
        return k == 1
          ? twoClasses(
            outputs, count: m, targets: targets, weights: weights, hessian: hessian, decays: first)
          : classes(
            outputs, count: m, width: k, targets: targets, stride: stride, weights: weights,
            hessian: hessian, tops: first, sums: second)
      }
    }
  }

  private func squared(
    _ outputs: UnsafeMutablePointer<Double>, count m: Int, width k: Int,
    targets: UnsafePointer<Double>, stride: Int, weights: UnsafePointer<Double>,
    hessian: UnsafeMutablePointer<Double>?
  ) -> Double {
    var sum = 0.0
    for j in 0..<k {
      for i in 0..<m {
        let difference = outputs[i + m * j] - targets[i + stride * j]
        sum += weights[i] * difference * difference
        outputs[i + m * j] = weights[i] * difference
      }
    }
    if let hessian {
      hessian.update(repeating: 0, count: m * k * k)
      for j in 0..<k { (hessian + m * (j + k * j)).update(from: weights, count: m) }
    }
    return sum / 2
  }

  private func twoClasses(
    _ outputs: UnsafeMutablePointer<Double>, count m: Int, targets: UnsafePointer<Double>,
    weights: UnsafePointer<Double>, hessian: UnsafeMutablePointer<Double>?,
    decays: UnsafeMutablePointer<Double>
  ) -> Double {
    for i in 0..<m { decays[i] = -abs(outputs[i]) }
    elementary_decay(m, decays)
    var sum = 0.0
    for i in 0..<m {
      let (f, t, e) = (outputs[i], targets[i], decays[i])
      // ln(1 + e^f) - t f, and 1/(1 + e^-f) - t, without cancellation.
      sum += weights[i] * ((f > 0 ? (1 - t) * f : -t * f) + log1p(e))
      outputs[i] = weights[i] * (f > 0 ? (1 - t) - e / (1 + e) : e / (1 + e) - t)
      hessian?[i] = weights[i] * e / ((1 + e) * (1 + e))
    }
    return sum
  }

  private func classes(
    _ outputs: UnsafeMutablePointer<Double>, count m: Int, width k: Int,
    targets: UnsafePointer<Double>, stride: Int, weights: UnsafePointer<Double>,
    hessian: UnsafeMutablePointer<Double>?, tops: UnsafeMutablePointer<Double>,
    sums: UnsafeMutablePointer<Double>
  ) -> Double {
    tops.update(from: outputs, count: m)
    for j in 1..<k {
      let own = outputs + m * j
      for i in 0..<m { tops[i] = own[i] > tops[i] ? own[i] : tops[i] }
    }
    // Σ_k t_k (ln Σ_j e^f_j - f_k), targets adding up to 1.
    var sum = 0.0
    for j in 0..<k {
      let (own, wanted) = (outputs + m * j, targets + stride * j)
      for i in 0..<m {
        own[i] -= tops[i]
        if wanted[i] != 0 { sum -= weights[i] * wanted[i] * own[i] }
      }
    }
    elementary_decay(m * k, outputs)
    sums.update(repeating: 0, count: m)
    for j in 0..<k {
      let own = outputs + m * j
      for i in 0..<m { sums[i] += own[i] }
    }
    for i in 0..<m { sum += weights[i] * log(sums[i]) }
    for j in 0..<k {
      let own = outputs + m * j
      for i in 0..<m { own[i] /= sums[i] }
    }
    if let hessian {
      for b in 0..<k {
        for a in 0..<k {
          let (entry, p, q) = (hessian + m * (a + k * b), outputs + m * a, outputs + m * b)
          for i in 0..<m { entry[i] = weights[i] * (a == b ? p[i] * (1 - p[i]) : -p[i] * q[i]) }
        }
      }
    }
    for j in 0..<k {
      let (own, wanted) = (outputs + m * j, targets + stride * j)
      for i in 0..<m { own[i] = weights[i] * (own[i] - wanted[i]) }
    }
    return sum
  }
}
