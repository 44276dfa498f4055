import RandomMatrices

/// √n sup |Fₙ - F| of a sample.
///
/// Above 2.694 with probability 2exp(-2·2.694²) = 1e-6 at most when the sample is of the law (less with atoms).
func kolmogorovStatistic(_ sample: [Double], _ law: any SpectralLaw) -> Double {
  law.kolmogorovDistance(from: sample) * Double(sample.count).squareRoot()
}

/// The same for a continuous F, by sorting alone.
func kolmogorovStatistic(_ sample: [Double], distribution: (Double) -> Double) -> Double {
  let n = Double(sample.count)
  let distance = sample.sorted().enumerated().reduce(0.0) { largest, item in
    let value = distribution(item.element)
    return max(largest, value - Double(item.offset) / n, Double(item.offset + 1) / n - value)
  }
  return distance * n.squareRoot()
}
