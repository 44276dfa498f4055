import Foundation
import GaussianFields
import LinearAlgebra
import Requirements

extension Observation {
  /// How many times it differentiates by each coordinate.
  var orders: [Int] {
    var orders = [Int](repeating: 0, count: point.count)
    switch quantity {
    case .value: break
    case .derivative(let i): orders[i] += 1
    case .secondDerivative(let i, let j):
      orders[i] += 1
      orders[j] += 1
    }
    return orders
  }
}

/// Covariance of two observations of a field of covariance σ² exp(-r²/(2ℓ²)), which is a product over
/// coordinates: (d/dz)^m e^{-z²/2} = (-1)^m He_m(z) e^{-z²/2} in each, He_{m+1} = z He_m - m He_{m-1}.
func hermiteCovariance(
  _ a: Observation, _ b: Observation, variance: Double = 1, length ℓ: Double = 1
) -> Double {
  var product = variance
  for i in a.point.indices {
    let z = (a.point[i] - b.point[i]) / ℓ
    let m = a.orders[i] + b.orders[i]
    var (polynomial, before) = (1.0, 0.0)
    for k in 0..<m { (polynomial, before) = (z * polynomial - Double(k) * before, polynomial) }
    product *= (a.orders[i].isMultiple(of: 2) ? 1 : -1) * polynomial * exp(-z * z / 2)
    product /= pow(ℓ, Double(m))
  }
  return product
}

func hermiteMatrix(
  _ rows: [Observation], _ columns: [Observation], variance: Double = 1, length: Double = 1
) -> Matrix<Double> {
  Matrix<Double>(
    columns: columns.map { b in
      rows.map { hermiteCovariance($0, b, variance: variance, length: length) }
    })
}

/// Mean of numbers and its standard error.
func mean(_ values: [Double]) -> (value: Double, error: Double) {
  let count = Double(values.count)
  let mean = values.reduce(0, +) / count
  let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  return (mean, (square / (count * (count - 1))).squareRoot())
}

/// The refusal of a dimension in which a covariance is none.
func dimension(_ n: Int, most: Int) -> ParameterError {
  ParameterError(
    "dimension", Double(n), valid: "\(most) or less, in which this covariance is one")
}
