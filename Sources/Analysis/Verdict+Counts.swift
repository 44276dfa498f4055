public import KacRice
internal import Requirements
public import Statistics

extension Verdict {
  /// Numbers of critical points per sample against their exact means: the total and each index.
  ///
  /// - Parameters:
  ///   - counts: one list of N numbers, by index, per sample.
  ///   - expected: the theory at that N.
  ///   - falsePositiveRate: of the whole set; each verdict gets its share (Bonferroni).
  public static func counts(
    _ counts: [[Int]], against expected: CriticalPointCounts, falsePositiveRate: Double
  ) -> [Verdict] {
    let (total, byIndex) = (expected.total, expected.byIndex)
    let n = byIndex.count
    demand(
      counts.allSatisfy { $0.count == n }, "every sample needs \(n) numbers, one for each index")
    let share = falsePositiveRate / Double(n + 1)
    func verdict(_ name: String, _ values: [Double], _ expectation: Double) -> Verdict {
      let mean = Estimate(values.enumerated().map { ($0, $1) })
      return Verdict(name, mean, expectation: expectation, falsePositiveRate: share)
    }
    let totals = counts.map { Double($0.reduce(0, +)) }
    return [verdict("critical points", totals, total.value)]
      + (0..<n).map { k in
        verdict("index \(k)", counts.map { Double($0[k]) }, byIndex[k].value)
      }
  }

  /// Mean energies by index against their exact values, the sample being the unit.
  ///
  /// - Parameters:
  ///   - points: (sample, index, energy) of every critical point of every sample.
  ///   - expected: the theory at that N.
  ///   - falsePositiveRate: of the whole set; each verdict gets its share (Bonferroni).
  public static func meanEnergies(
    _ points: [(sample: Int, index: Int, energy: Double)], against expected: CriticalPointCounts,
    falsePositiveRate: Double
  ) -> [Verdict] {
    let n = expected.byIndex.count
    return (0..<n).map { k in
      let mean = Estimate(points.filter { $0.index == k }.map { ($0.sample, $0.energy) })
      return Verdict(
        "mean energy of index \(k)", mean, expectation: expected.meanEnergyByIndex[k].value,
        falsePositiveRate: falsePositiveRate / Double(n))
    }
  }
}
