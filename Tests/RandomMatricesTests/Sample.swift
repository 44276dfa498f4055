/// Mean and standard error of independent values; consistent within 4.9 standard errors, a false-positive rate
/// of 1e-6.
struct Sample {
  let mean, error: Double

  init(_ values: [Double]) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    (self.mean, error) = (mean, (square / count).squareRoot())
  }

  func isConsistent(with expected: Double) -> Bool { abs(mean - expected) <= 4.9 * error }

  func isConsistent(with other: Sample) -> Bool {
    abs(mean - other.mean) < 4.9 * (error * error + other.error * other.error).squareRoot()
  }

  /// Whether mean and square of every eigenvalue of two sets of spectra agree.
  static func agree(_ a: [[Double]], _ b: [[Double]]) -> Bool {
    a[0].indices.allSatisfy { k in
      Sample(a.map { $0[k] }).isConsistent(with: Sample(b.map { $0[k] }))
        && Sample(a.map { $0[k] * $0[k] }).isConsistent(with: Sample(b.map { $0[k] * $0[k] }))
    }
  }
}
