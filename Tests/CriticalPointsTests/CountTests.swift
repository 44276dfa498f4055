import CriticalPoints
import Models
import SpinGlasses
import Testing

/// Searches from many starts find all critical points of a small system; their mean number is
/// known exactly, and the Morse sum holds in every sample.
///
/// The exact means are closed forms of the Kac-Rice integral (Auffinger, Ben Arous and Černý,
/// Theorem 2.1), which no code under test evaluates.
@Suite struct CountTests {
  private func count(p: Int, n: Int, sample: Int, starts: Int) -> [Int] {
    let search = Search(
      PSpinHamiltonian(.pure(p), dimension: n, seed: 5, sample: sample), method: .cappedNewton)
    let found = search.run(points: starts, seed: 5, sample: sample)
    let duplicates = DistinctPoints(among: found).duplicateOf
    var counts = [Int](repeating: 0, count: n)
    for (point, duplicate) in zip(found, duplicates)
    where point.outcome == .converged && duplicate == nil {
      counts[point.index!] += 1
    }
    return counts
  }

  /// p = 3, N = 3: mean 2 + 16√14/7 = 10.5523..., of which 1 + 2·2^{3/2}/√7 minima; the count of
  /// one sample has standard deviation 3.2 (measured here). z below 4.9: rate 1e-6 a side.
  @Test func pureThreeSpinInThreeDimensions() {
    let samples = 300
    let counts = (0..<samples).map { count(p: 3, n: 3, sample: $0, starts: 160) }
    for one in counts {
      // χ(S²) = 2, and σ → -σ carries index k to 2-k.
      #expect(one[0] - one[1] + one[2] == 2)
      #expect(one[0] == one[2])
      #expect(one.reduce(0, +) <= 14)
    }
    let totals = counts.map { Double($0.reduce(0, +)) }
    let minima = counts.map { Double($0[0]) }
    #expect(abs(z(totals, expected: 2 + 16 * 14.0.squareRoot() / 7)) < 4.9)
    #expect(abs(z(minima, expected: 1 + 2 * 8.0.squareRoot() / 7.0.squareRoot())) < 4.9)
    // Negative control: the mean of p = 4 must not fit these counts.
    #expect(abs(z(totals, expected: 2 + 12 * 30.0.squareRoot() / 5)) > 4.9)
  }

  /// p = 4, N = 2: mean 2√10; all counts even, as σ and -σ have the same index, and minima and
  /// maxima alternate on the circle.
  @Test func pureFourSpinOnTheCircle() {
    let counts = (0..<400).map { count(p: 4, n: 2, sample: $0, starts: 80) }
    for one in counts {
      #expect(one[0] == one[1])
      #expect(one[0].isMultiple(of: 2))
    }
    let totals = counts.map { Double($0.reduce(0, +)) }
    #expect(abs(z(totals, expected: 2 * 10.0.squareRoot())) < 4.9)
  }

  private func z(_ values: [Double], expected: Double) -> Double {
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    return (mean - expected) / (variance / n).squareRoot()
  }
}
