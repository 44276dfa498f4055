public import Requirements
public import Statistics

extension UnfoldedSpectra {
  /// Δ₃(L), the mean square distance of the staircase from its best line.
  ///
  ///     Δ₃ = (1/L) min over A, B of ∫ (N(u) - A - Bu)² du
  ///
  /// The integral over a window is exact. Windows overlap by half or a little more, and fill the range.
  ///
  /// - Throws: unless 0 < L ≤ the length of the range.
  ///
  /// Reference: Dyson and Mehta, J. Math. Phys. 4, 701 (1963).
  public func rigidity(length: Double) throws(ParameterError) -> Estimate {
    try requireWindow(length)
    let slack = range.upperBound - range.lowerBound - length
    let windows = Int((2 * slack / length).rounded(.up)) + 1
    let step = windows > 1 ? slack / Double(windows - 1) : 0
    return Estimate(
      bySample:
        levels.map { spectrum in
          var first = 0
          return (0..<windows).map { window in
            let start = range.lowerBound + Double(window) * step
            while first < spectrum.count, spectrum[first] <= start { first += 1 }
            let inside = spectrum[first...].prefix { $0 <= start + length }
            return Self.squareDistance(inside.map { $0 - start - length / 2 }, length)
          }
        })
  }

  /// Δ₃ of levels u in (-L/2, L/2], ascending.
  ///
  /// N' = N - k/2, k the number of levels, has ∫N', ∫N'u and ∫N'² as sums over levels; the line takes
  /// (∫N')²/L + 12(∫N'u)²/L³ from the last.
  static func squareDistance(_ u: [Double], _ length: Double) -> Double {
    let count = Double(u.count)
    var (zeroth, first) = (-count * length / 2, 0.0)
    var square = count * count * length / 4
    for (i, x) in u.enumerated() {
      let below = length / 2 - x
      zeroth += below
      first += (length / 2 + x) * below / 2
      square += (Double(2 * i + 1) - count) * below
    }
    let line = zeroth * zeroth / length + 12 * first * first / (length * length * length)
    return max(0, square - line) / length
  }
}
