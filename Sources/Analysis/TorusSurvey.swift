public import CriticalPoints
public import GaussianFields
internal import KacRice
public import Landscapes
public import LinearAlgebra

/// Every critical point of many samples of a Gaussian field on a torus, beside the exact mean numbers.
public struct TorusSurvey: Sendable {
  /// Where the samples come from.
  public let sampler: TorusSampler
  /// What each sample gave, by number.
  public let results: [Sweep<WaveField<Torus>>.Result]

  /// Sweeps samples 0..<samples, each on one thread.
  ///
  /// - Parameter progress: called with the number of samples done since the last call.
  public init(
    _ sampler: TorusSampler, samples: Int, seed: UInt64, threads: Int = defaultThreads,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) {
    precondition(samples >= 1, "\(samples) samples are none to sweep")
    self.sampler = sampler
    results = concurrentMap(
      count: samples, threads: threads,
      { Sweep(sampler.sample(seed: seed, sample: $0)).run(threads: 1) },
      finished: { _ in progress(1) })
  }

  /// Samples whose critical points pass for all.
  public var completeSamples: Int { results.count(where: \.isComplete) }

  /// Numbers of each index in the complete samples against their exact means, for the moments of the field
  /// that is sampled.
  ///
  /// - Parameter falsePositiveRate: of the whole set.
  public func verdicts(falsePositiveRate: Double) -> [Verdict] {
    let domain = sampler.domain
    let n = domain.dimension
    let exact = FieldCriticalPointDensity(
      secondMoment: sampler.secondMoment, fourthMoment: sampler.fourthMoment, dimension: n)
    let volume = (0..<n).reduce(1) { product, _ in product * domain.length }
    return (0...n).map { k in
      let mean = ClusteredMean(
        results.enumerated().filter(\.element.isComplete)
          .map { ($0.offset, Double($0.element.byIndex[k])) })
      return Verdict(
        "index \(k)", value: mean.mean, standardError: mean.standardError, samples: mean.clusters,
        expectation: exact.byIndex[k].value * volume,
        falsePositiveRate: falsePositiveRate / Double(n + 1))
    }
  }
}
