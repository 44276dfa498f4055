internal import SpecialFunctions

/// What a law on the whole line needs a window for, an interval that holds all of it but what rounding hides.
extension SpectralLaw {
  /// The x with F(x) = p, to 1e-15 p or the rounding of F: Newton's method inside a shrinking bracket, for a
  /// law that gives F and its density at once.
  func quantile(
    _ p: Double, in window: ClosedRange<Double>, _ evaluate: (Double) -> Dual
  ) -> Double {
    guard requireProbability(p) else { return .nan }
    if p == 0 { return support.lowerBound }
    if p == 1 { return support.upperBound }
    return zero(in: window, until: { _, excess, _ in abs(excess) <= 1e-15 * p }) { x in
      let here = evaluate(x)
      return (here.value - p, here.slope)
    }
  }

  /// E (x - centre)^k by the trapezoidal rule, exact to rounding for an analytic density without ends if the step
  /// is below 2π over its highest frequency.
  func moment(
    _ k: Int, about centre: Double = 0, in window: ClosedRange<Double>, steps: Int
  ) -> Double {
    requireOrder(k)
    let step = (window.upperBound - window.lowerBound) / Double(steps)
    return (0...steps).reduce(0) { sum, i in
      let x = window.lowerBound + Double(i) * step
      return sum + step * (0..<k).reduce(density(x)) { power, _ in power * (x - centre) }
    }
  }
}
