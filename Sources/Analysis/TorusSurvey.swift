public import CriticalPoints
internal import Foundation
public import GaussianFields
internal import KacRice
internal import Landscapes
internal import Models
internal import Requirements
public import Statistics

/// Every critical point of many samples of a Gaussian field on a torus, beside the exact mean numbers.
public struct TorusSurvey: Sendable {
  /// Where the samples come from.
  public let sampler: TorusSampler
  /// What each sample gave, by number.
  public let results: [Sweep<FourierField>.Result]

  /// Sweeps samples 0..<samples, each on one thread if there are enough of them.
  ///
  /// - Parameters:
  ///   - sampler: of the fields.
  ///   - samples: how many.
  ///   - seed: the seed of the fields.
  ///   - threads: results do not depend on it.
  ///   - progress: told of samples done, in thousandths.
  public init(
    _ sampler: TorusSampler, samples: Int, seed: UInt64, threads: Int = defaultThreads,
    progress: @escaping ProgressHandler = { _ in }
  ) {
    demand(samples >= 1, "\(samples) samples are none to sweep")
    self.sampler = sampler
    let joint = JointProgress(pieces: samples, progress)
    results = concurrentMap(0..<samples, threads: threads) { sample in
      Sweep(sampler.sample(seed: seed, sample: sample)).run(threads: max(1, threads / samples)) {
        joint.show(sample, $0)
      }
    }
  }

  /// A survey of known results.
  package init(_ sampler: TorusSampler, results: [Sweep<FourierField>.Result]) {
    (self.sampler, self.results) = (sampler, results)
  }

  /// Samples whose critical points are proved to be all.
  public var certifiedSamples: Int { results.count { $0.completeness == .proved } }
  /// Samples whose critical points pass for all, by checks that are no proof.
  public var checkedSamples: Int { results.count { $0.completeness == .checked } }
  /// Both: those that means are taken over.
  public var acceptedSamples: Int { certifiedSamples + checkedSamples }

  /// Numbers of each index in the accepted samples against their exact means, for the moments of the field
  /// that is sampled.
  ///
  /// - Parameter falsePositiveRate: of the whole set.
  public func verdicts(falsePositiveRate: Double) -> [Verdict] {
    let domain = sampler.domain
    let n = domain.dimension
    let exact = exact
    let volume = (0..<n).reduce(1) { product, _ in product * domain.length }
    return (0...n).map { k in
      let mean = Estimate(
        results.enumerated().filter(\.element.isAccepted)
          .map { ($0.offset, Double($0.element.byIndex[k])) })
      return Verdict(
        "index \(k)", mean, expectation: exact.byIndex[k].value * volume,
        falsePositiveRate: falsePositiveRate / Double(n + 1))
    }
  }

  /// κ of the field that is sampled.
  package var kappa: Double { sampler.moments.kappa }

  private var exact: FieldCriticalPointDensity {
    certain { try FieldCriticalPointDensity(sampler.moments, dimension: sampler.domain.dimension) }
  }

  /// Means and standard deviations of the heights of each index in the accepted samples, in units of the
  /// field's standard deviation, against the exact ones. The samples are the unit of the standard errors.
  ///
  /// - Parameter falsePositiveRate: of the whole set.
  public func heightVerdicts(falsePositiveRate: Double) -> [(mean: Verdict, deviation: Verdict)] {
    let n = sampler.domain.dimension
    let exact = exact
    let (means, deviations) = (
      exact.meanHeightByIndex(kappa: kappa), exact.heightDeviationByIndex(kappa: kappa)
    )
    let unit = sampler.moments.variance.squareRoot()
    let rate = falsePositiveRate / Double(2 * (n + 1))
    return (0...n).map { k in
      let heights = results.enumerated().filter(\.element.isAccepted).flatMap { sample, result in
        result.points.filter { $0.index == k }.map { (sample, $0.value / unit) }
      }
      let mean = Estimate(heights)
      // About the exact mean, so that the squares' expectation is exact too.
      let square = Estimate(heights.map { ($0.0, pow($0.1 - means[k].value, 2)) })
      let deviation = square.mean.squareRoot()
      return (
        Verdict(
          "mean height of index \(k)", mean, expectation: means[k].value, falsePositiveRate: rate),
        Verdict(
          "standard deviation of heights of index \(k)", value: deviation,
          standardError: square.standardError / (2 * deviation), samples: mean.samples,
          expectation: deviations[k].value, falsePositiveRate: rate)
      )
    }
  }
}
