import RandomMatrices

/// √n sup |Fₙ - F| of a sample, left limits at atoms included.
///
/// Above 2.694 with probability 2exp(-2·2.694²) = 1e-6 at most when the sample is of the law (less with atoms).
func kolmogorovStatistic(_ sample: [Double], _ law: any SpectralLaw) -> Double {
  let (sorted, n) = (sample.sorted(), Double(sample.count))
  var (distance, first) = (0.0, 0)
  while first < sorted.count {
    let x = sorted[first]
    let next = sorted[first...].firstIndex { $0 > x } ?? sorted.count
    let mass = law.atoms.first { $0.position == x }?.mass ?? 0
    let value = law.distribution(x)
    distance = max(
      distance, abs(Double(next) / n - value), abs(Double(first) / n - (value - mass)))
    first = next
  }
  return distance * n.squareRoot()
}

/// √n sup |Fₙ - F| for a continuous F; above 2.694 with probability 1e-6.
func kolmogorovStatistic(_ sample: [Double], distribution: (Double) -> Double) -> Double {
  let n = Double(sample.count)
  let distance = sample.sorted().enumerated().reduce(0.0) { largest, item in
    let value = distribution(item.element)
    return max(largest, value - Double(item.offset) / n, Double(item.offset + 1) / n - value)
  }
  return distance * n.squareRoot()
}
