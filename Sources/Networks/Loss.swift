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
    case .crossEntropy where k == 1:
      var sum = 0.0
      for i in 0..<m {
        let (f, t) = (outputs[i], targets[i])
        let e = exp(-abs(f))
        // ln(1 + e^f) - t f, without cancellation.
        sum += weights[i] * ((f > 0 ? (1 - t) * f : -t * f) + log1p(e))
        let p = (f >= 0 ? 1 : e) / (1 + e)
        outputs[i] = weights[i] * (f > 0 ? (1 - t) - e / (1 + e) : p - t)
        hessian?[i] = weights[i] * e / ((1 + e) * (1 + e))
      }
      return sum
    case .crossEntropy:
      var sum = 0.0
      for i in 0..<m {
        var top = -Double.infinity
        for j in 0..<k { top = outputs[i + m * j] > top ? outputs[i + m * j] : top }
        var (partition, score, mass) = (0.0, 0.0, 0.0)
        for j in 0..<k {
          let f = outputs[i + m * j] - top
          let t = targets[i + stride * j]
          let e = exp(f)
          partition += e
          if t != 0 { score += t * f }
          mass += t
          outputs[i + m * j] = e
        }
        sum += weights[i] * (mass * log(partition) - score)
        for j in 0..<k { outputs[i + m * j] /= partition }
      }
      if let hessian {
        for b in 0..<k {
          for a in 0..<k {
            let entry = hessian + m * (a + k * b)
            for i in 0..<m {
              let p = outputs[i + m * a]
              entry[i] = weights[i] * (a == b ? p * (1 - p) : -p * outputs[i + m * b])
            }
          }
        }
      }
      for j in 0..<k {
        for i in 0..<m {
          outputs[i + m * j] = weights[i] * (outputs[i + m * j] - targets[i + stride * j])
        }
      }
      return sum
    }
  }
}
