import Saddlery

/// A number that is made of all samples together, such as a correlation or a slope, with the standard error from leaving out one
/// sample after another.
struct Jackknife {
  let value: Double
  let standardError: Double
  let samples: Int

  /// - Parameter quantity: the number from the samples of some numbers.
  init(_ samples: Int, _ quantity: ([Int]) -> Double) {
    self.samples = samples
    value = quantity(Array(0..<samples))
    let parts = (0..<samples).map { left in quantity((0..<samples).filter { $0 != left }) }
    let s = Double(samples)
    let mean = parts.reduce(0, +) / s
    let square = parts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    standardError = samples > 1 ? ((s - 1) / s * square).squareRoot() : .nan
  }

  func text(_ digits: Int) -> String { "\(value.text(digits)) ± \(standardError.text(digits))" }

  func verdict(_ name: String, expectation: Double, falsePositiveRate: Double) -> Verdict {
    Verdict(
      name, value: value, standardError: standardError, samples: samples,
      expectation: expectation, falsePositiveRate: falsePositiveRate)
  }
}

/// The straight line of least squares.
struct Regression {
  let slope: Double
  let correlation: Double

  init(_ x: [Double], _ y: [Double]) {
    let n = Double(x.count)
    let (a, b) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for (x, y) in zip(x, y) {
      xx += (x - a) * (x - a)
      xy += (x - a) * (y - b)
      yy += (y - b) * (y - b)
    }
    slope = xy / xx
    correlation = xy / (xx * yy).squareRoot()
  }
}
