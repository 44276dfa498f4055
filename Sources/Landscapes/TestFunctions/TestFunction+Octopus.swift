internal import Requirements

extension TestFunction {
  /// A function on [-6τ, 6τ]ⁿ whose n saddles in a row, each with one way down, hold gradient descent up ever longer: 2ⁿ
  /// minima at (±4τ, ..., ±4τ), and for every i < n the 2ⁱ saddles of index 1 at (±4τ, ..., ±4τ, 0, ..., 0), i of them not
  /// zero. It has two continuous derivatives.
  ///
  /// With i the number of leading coordinates beyond 2τ the function of |x| is
  ///
  ///     Σ_{j≤i} L(xⱼ - 4τ)² - γ x²_{i+1} + Σ_{j>i+1} L xⱼ² - iν          for x_{i+1} ≤ τ,
  ///     Σ_{j≤i} L(xⱼ - 4τ)² + g₁(x_{i+1}) + g₂(x_{i+1}) x²_{i+2} + Σ_{j>i+2} L xⱼ² - iν   up to 2τ,
  ///
  /// g₁ and g₂ the polynomials that join the pieces, without the last term for i = n - 1, and ν = 4Lτ² - g₁(2τ).
  ///
  /// - Parameters:
  ///   - n: the number of coordinates.
  ///   - steep: L, the curvature across.
  ///   - flat: γ > 0, below L, the curvature of the way down.
  ///   - tau: τ.
  ///
  /// *Reference:* Du, Jin, Lee, Jordan, Singh and Póczos, *Gradient Descent Can Take Exponential Time to Escape Saddle
  /// Points* (2017), arXiv:1705.10412, section 4. *Deviation:* there points off this way are not defined; here a coordinate
  /// beyond those named counts as one across.
  public static func octopus(
    dimension n: Int = 2, steep: Double = 1, flat: Double = 0.25, length tau: Double = 1
  ) -> FunctionLandscape<Box> {
    demand(
      0 < flat && flat <= steep && steep < .infinity,
      "curvatures are positive, the flat one no more than the steep one, not \(flat) and \(steep)")
    let box = Box(-6 * tau...6 * tau, dimension: n, length: tau)
    @Sendable func firstJoint(_ x: TracedNumber) -> TracedNumber {
      let u = x / tau - 1
      let bend = (10 * flat - 14 * steep) / 3 + (5 * steep - 3 * flat) / 2 * u
      return (tau * tau) * (u * u * u * bend) - flat * x * x
    }
    @Sendable func secondJoint(_ x: TracedNumber) -> TracedNumber {
      let u = x / tau - 2
      let bend = 10 + 15 * u + 6 * u * u
      return -(steep + flat) * (u * u * u * bend) - flat
    }
    let drop = 4 * steep * tau * tau - firstJoint(TracedNumber(2 * tau)).value
    return FunctionLandscape(on: box) { x in
      let passed = x.prefix { !($0 * $0 < 4 * tau * tau) }.count
      let start = TracedNumber(-Double(passed) * drop)
      var sum = x.prefix(passed).reduce(start) {
        let across = abs($1) - 4 * tau
        return $0 + steep * across * across
      }
      guard passed < n else { return sum }
      let way = x[passed]
      var rest = x.dropFirst(passed + 1)
      if way * way < tau * tau {
        sum -= flat * way * way
      } else {
        sum += firstJoint(abs(way))
        if let next = rest.popFirst() { sum += secondJoint(abs(way)) * next * next }
      }
      return rest.reduce(sum) { $0 + steep * $1 * $1 }
    }
  }
}
