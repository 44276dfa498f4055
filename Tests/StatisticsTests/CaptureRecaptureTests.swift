import RandomStreams
import Statistics
import Testing

@Suite struct CaptureRecaptureTests {
  /// All choices of 3 out of 6 starts, one by one.
  @Test func chancesByEnumeration() {
    // Starts 0, 1, 2 catch a, 3 catches b, 4 and 5 nothing; c is never caught.
    let caught: [Int?] = [0, 0, 0, 1, nil, nil]
    let counting = CaptureRecapture(starts: 6, hits: [3, 1, 0])
    for size in 0...6 {
      var (sets, seen) = (0.0, [0.0, 0.0, 0.0])
      for set in 0..<64 where set.nonzeroBitCount == size {
        sets += 1
        for point in Set((0..<6).filter { set >> $0 & 1 == 1 }.compactMap { caught[$0] }) {
          seen[point] += 1
        }
      }
      for (chance, count) in zip(counting.chances(among: size), seen) {
        #expect(abs(chance - count / sets) < 1e-14)
      }
    }
    #expect(counting.distinct == 2)
  }

  /// With equal chances the estimate is right on average; with unequal ones too low: of 1000 draws, 5
  /// standard errors.
  @Test func chaoEstimate() {
    #expect(CaptureRecapture(starts: 9, hits: [1, 1, 1, 2, 4]).chaoEstimate == 5 + 6.0 / 4)
    let size = 200
    func estimates(_ chances: (Double) -> Int) -> (mean: Double, error: Double) {
      let values = (0..<1000).map { sample in
        var stream = RandomStream(seed: 1, purpose: .starts, sample: sample)
        var hits = [Int](repeating: 0, count: size)
        for _ in 0..<300 { hits[chances(stream.uniform())] += 1 }
        return CaptureRecapture(starts: 300, hits: hits).chaoEstimate
      }
      let mean = Estimate(values.enumerated().map { ($0, $1) })
      return (mean.mean, mean.standardError)
    }
    let equal = estimates { Int($0 * Double(size)) }
    // The estimate is unbiased to first order; what is left is below one point here.
    #expect(abs(equal.mean - 200) < 1 + 5 * equal.error, "\(equal)")
    let unequal = estimates { Int($0 * $0 * $0 * Double(size)) }
    #expect(unequal.mean < 200 - 5 * unequal.error, "\(unequal)")
    #expect(unequal.mean > 100)
  }
}
