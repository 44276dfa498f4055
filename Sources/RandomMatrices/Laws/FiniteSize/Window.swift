/// A law without ends, cut to an interval that holds all of it but what rounding hides.
struct Window<Law: SpectralLaw>: SpectralLaw {
  let law: Law
  let support: ClosedRange<Double>

  func density(_ x: Double) -> Double { law.density(x) }
  func distribution(_ x: Double) -> Double { law.distribution(x) }

  /// The trapezoidal rule, exact to rounding for a density that is analytic and has no ends, with
  /// step below π over its highest frequency.
  func moment(_ k: Int) -> Double { moment(k, steps: 200) }

  func moment(_ k: Int, steps: Int) -> Double {
    let (low, high) = (support.lowerBound, support.upperBound)
    let step = (high - low) / Double(steps)
    return (0...steps).reduce(0) { sum, i in
      let x = low + Double(i) * step
      return sum + step * (0..<k).reduce(law.density(x)) { power, _ in power * x }
    }
  }
}

extension SpectralLaw {
  /// The quantile of a law on the whole line, searched for in a window.
  func quantile(_ p: Double, in window: ClosedRange<Double>) -> Double {
    requireProbability(p)
    if p == 0 { return support.lowerBound }
    if p == 1 { return support.upperBound }
    return Window(law: self, support: window).quantile(p)
  }
}
