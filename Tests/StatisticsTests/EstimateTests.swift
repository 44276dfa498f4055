import RandomStreams
import Statistics
import Testing

@Suite struct ClusteredMeanTests {
  /// Clusters of one value each: the textbook standard error s/√n.
  @Test func singletonsReduceToTheTextbookFormula() {
    let values = [2.385, -1.7, 0.4, 3.14, 0.02]
    let estimate = Estimate(values.enumerated().map { ($0, $1) })
    let mean = values.reduce(0, +) / 5
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4
    #expect(abs(estimate.mean - mean) < 1e-15)
    #expect(abs(estimate.standardError - (variance / 5).squareRoot()) < 1e-15)
    #expect(estimate.count == 5)
    #expect(estimate.samples == 5)
  }

  /// Equal clusters: the standard error of the cluster means.
  @Test func equalClustersReduceToTheirMeans() {
    let clusters = [[1.0, 2, 4], [0, 0, 1], [5, 4, 4.5], [2, 2, 1]]
    let estimate = Estimate(
      clusters.enumerated().flatMap { number, values in values.map { (number, $0) } })
    let means = clusters.map { $0.reduce(0, +) / 3 }
    let mean = means.reduce(0, +) / 4
    let variance = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 3
    #expect(abs(estimate.standardError - (variance / 4).squareRoot()) < 1e-15)
  }

  @Test func oneClusterHasNoStandardError() {
    #expect(Estimate([(3, 1.0), (3, 2.0)]).standardError.isNaN)
    #expect(Estimate([(Int, Double)]()).mean.isNaN)
  }

  /// Correlated data: 40 clusters of 5 with a common part of variance 1 and a private part of
  /// variance 1. (mean/se)² averages (S-1)/(S-3) = 1.05 over repetitions for Gaussian cluster
  /// totals; with 2000 repetitions its standard error is below 0.04. An error bar that takes all
  /// values as independent gives about 3: the negative control.
  @Test func errorBarIsRightForCorrelatedValues() {
    var stream = RandomStream(seed: 8, purpose: .noise)
    var clustered = 0.0
    var naive = 0.0
    let repetitions = 2000
    for _ in 0..<repetitions {
      var values: [(Int, Double)] = []
      for cluster in 0..<40 {
        let common = stream.normal()
        for _ in 0..<5 { values.append((cluster, common + stream.normal())) }
      }
      let good = Estimate(values)
      let bad = Estimate(values.enumerated().map { ($0, $1.1) })
      clustered += good.mean * good.mean / (good.standardError * good.standardError)
      naive += bad.mean * bad.mean / (bad.standardError * bad.standardError)
    }
    let expected = 39.0 / 37
    #expect(abs(clustered / Double(repetitions) - expected) < 4.9 * 0.04)
    #expect(abs(naive / Double(repetitions) - expected) > 4.9 * 0.04)
  }
}
