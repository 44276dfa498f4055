extension HastingsMcLeod {
  /// q and q' at a point.
  struct InitialValue {
    var s, q, slope: Double

    /// Taylor coefficients of q and q², enough for steps of 0.5.
    func series() -> (q: [Double], square: [Double]) {
      var (q, square) = ([q, slope], [Double]())
      for n in 0..<Self.order {
        square.append(convolution(q, q, n))
        let force = s * q[n] + (n > 0 ? q[n - 1] : 0) + 2 * convolution(square, q, n)
        q.append(force / Double((n + 1) * (n + 2)))
      }
      return (q, square + [convolution(q, q, Self.order)])
    }

    /// Taylor coefficients of a solution of δ'' = (s + 6q²) δ, the change of q.
    func tangent(_ square: [Double], _ δ: Double, _ slope: Double) -> [Double] {
      var d = [δ, slope]
      for n in 0..<Self.order {
        let force = s * d[n] + (n > 0 ? d[n - 1] : 0) + 6 * convolution(square, d, n)
        d.append(force / Double((n + 1) * (n + 2)))
      }
      return d
    }

    private static let order = 34
  }

  /// q and q' at all centres, from the right.
  ///
  /// Neither direction is stable: errors grow like exp(⅔√2 |s|^{3/2}). So a boundary value problem,
  /// q(10) = Ai(10) and q(-13) from its asymptotic series, by multiple shooting: Newton's method on the jumps
  /// between neighbouring Taylor series, from a guess good to 1e-6.
  static func initialValues() -> [InitialValue] {
    let tail = airyPair(centres.right)
    var values = [InitialValue(s: centres.right, q: tail.value, slope: tail.slope)]
    for i in 1..<centres.count {
      let s = centres.right - Double(i) * centres.spacing
      let guess = s > -6 ? step(values[i - 1].series().q) : farPair(s)
      values.append(InitialValue(s: s, q: guess.value, slope: guess.slope))
    }
    for _ in 0..<3 { correct(&values) }
    return values
  }

  /// One step of Newton's method. From the right, changes δ of q and ε of q' are tied by δ = uε + v, with
  /// δ = 0 at both ends; back from the left they follow.
  private static func correct(_ values: inout [InitialValue]) {
    typealias Tie = (u: Double, v: Double, divisor: Double, known: Double)
    var (u, v) = (0.0, 0.0)
    var ties = [Tie]()
    for (value, next) in zip(values, values.dropFirst()) {
      let (q, square) = value.series()
      let (end, a, b) = (
        step(q), step(value.tangent(square, 1, 0)), step(value.tangent(square, 0, 1))
      )
      let (known, divisor) = (a.slope * v + end.slope - next.slope, a.slope * u + b.slope)
      ties.append((u, v, divisor, known))
      u = (a.value * ties.last!.u + b.value) / divisor
      v = a.value * v + end.value - next.q - u * known
    }
    var ε = -v / u
    values[values.count - 1].slope += ε
    for i in ties.indices.reversed() {
      ε = (ε - ties[i].known) / ties[i].divisor
      values[i].slope += ε
      values[i].q += ties[i].u * ε + ties[i].v
    }
  }

  /// A Taylor series and its derivative one centre further left.
  private static func step(_ series: [Double]) -> (value: Double, slope: Double) {
    series.reversed().reduce((0, 0)) { sum, coefficient in
      (coefficient - centres.spacing * sum.0, sum.0 - centres.spacing * sum.1)
    }
  }
}

/// The n-th coefficient of a product of power series.
func convolution(_ a: [Double], _ b: [Double], _ n: Int) -> Double {
  (0...n).reduce(0) { $0 + a[$1] * b[n - $1] }
}
