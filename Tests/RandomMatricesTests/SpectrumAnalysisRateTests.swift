import Foundation
import LinearAlgebra
import RandomMatrices
import RandomStreams
import TestSupport
import Testing

/// How often verdicts of level 0.05 are wrong where the hypothesis holds, and right where it does not.
///
/// Numbers of rejections of true hypotheses lie in the exact interval of the binomial law, at a false-positive rate of 1e-4 an
/// assertion; of 200 repetitions (`SADDLERY_SPECTRA=200`, some eight minutes) a true rate of 0.17 would be outside with
/// probability 0.97. The control is every
/// hypothesis that is wrong.
@Suite struct SpectrumAnalysisRateTests {
  static let level = 0.05

  /// Rejections by name of a hypothesis.
  struct Count {
    let repetitions: Int
    private(set) var rejections: [String: Int] = [:]

    init(_ repetitions: Int, _ analysis: (Int) throws -> SpectrumAnalysis) rethrows {
      self.repetitions = repetitions
      for k in 0..<repetitions {
        let one = try analysis(k)
        add("outliers", !one.outliers.isEmpty)
        add("fit", one.fit.pValue <= level)
        let statistics =
          [("ratio", one.meanSpacingRatio), ("spacings", one.spacingDistance)]
          + one.numberVariance.map { ("variance \(Int($0.length!))", $0) }
          + one.rigidity.map { ("rigidity \(Int($0.length!))", $0) }
        for (name, statistic) in statistics {
          for comparison in statistic.comparisons {
            add("\(name) \(comparison.reference.rawValue)", comparison.pValue <= level)
          }
        }
      }
    }

    private mutating func add(_ name: String, _ isRejected: Bool) {
      rejections[name, default: 0] += isRejected ? 1 : 0
    }

    /// The part of the repetitions in which a hypothesis is rejected.
    func power(_ name: String) -> Double {
      Double(rejections[name]!) / Double(repetitions)
    }

    /// Whether as many are rejected as the level allows.
    func isCalibrated(_ name: String) -> Bool {
      binomialInterval(repetitions, level, rate: 1e-4).contains(rejections[name]!)
    }

    /// All true hypotheses of a reference.
    func expectCalibrated(_ reference: String, _ comment: String) {
      for name in rejections.keys.sorted() where name.hasSuffix(reference) {
        #expect(isCalibrated(name), "\(comment): \(name) \(rejections[name]!) of \(repetitions)")
      }
    }

    func description(_ title: String) -> String {
      let numbers = rejections.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      return "\(title), rejections of \(repetitions): " + numbers.joined(separator: ", ")
    }
  }

  /// Numbers of successes that are not too rare at either end.
  static func binomialInterval(_ n: Int, _ p: Double, rate: Double) -> ClosedRange<Int> {
    let masses = (0...n).map { k in
      let choose = lgamma(Double(n + 1)) - lgamma(Double(k + 1)) - lgamma(Double(n - k + 1))
      return exp(choose + Double(k) * log(p) + Double(n - k) * log(1 - p))
    }
    func tail(_ masses: some Sequence<Double>) -> Int {
      var sum = 0.0
      return masses.prefix { mass in
        sum += mass
        return sum < rate / 2
      }.count
    }
    return tail(masses)...(n - tail(masses.reversed()))
  }

  @Test func interval() {
    // By hand: 0 of 10 has probability 0.6, 1 of 10 0.32, 2 0.075, 3 0.0105, 4 0.00096, 5 0.00006.
    #expect(Self.binomialInterval(10, 0.05, rate: 0.01) == 0...3)
    #expect(Self.binomialInterval(200, 0.05, rate: 1e-4) == 1...24)
  }

  static func analysis(
    _ eigenvalues: [Double], _ source: SpectrumSource = .symmetric, seed: Int
  ) throws -> SpectrumAnalysis {
    try SpectrumAnalysis(
      eigenvalues: eigenvalues, source: source, level: level, references: 199,
      seed: UInt64(1000 + seed))
  }

  /// Data of normal variables, the first ones with variances of their own.
  static func covariance(
    _ p: Int, _ n: Int, spikes: [Double] = [], sample: Int
  ) throws -> SpectrumAnalysis {
    var data = try GinibreEnsemble(rows: p, columns: n).sample(seed: 51, sample: sample)
    for (i, spike) in spikes.enumerated() {
      for j in 0..<n { data[i, j] *= spike.squareRoot() }
    }
    let covariance = try SampleCovariance(of: data)
    return try analysis(covariance.eigenvalues, covariance.source, seed: sample)
  }

  static let asked = ProcessInfo.processInfo.environment["SADDLERY_SPECTRA"].flatMap(Int.init)
  static let repetitions = [asked ?? (isLong ? 40 : 20)]

  @Test(arguments: repetitions) func orthogonal(_ repetitions: Int) throws {
    let ensemble = DenseSpectrum(try GaussianOrthogonalEnsemble(size: 100))
    let count = try Count(repetitions) {
      try Self.analysis(ensemble.eigenvalues(seed: 50, sample: $0), seed: $0)
    }
    if Self.asked != nil { print(count.description("GOE")) }
    count.expectCalibrated("GOE", "GOE")
    #expect(count.isCalibrated("fit") && count.isCalibrated("outliers"))
    #expect(count.power("ratio Poisson") > 0.9 && count.power("spacings Poisson") > 0.9)
    #expect(count.power("rigidity 10 Poisson") > 0.95 && count.power("variance 5 GUE") > 0.3)
    #expect(!count.isCalibrated("ratio GUE"))
  }

  @Test(arguments: repetitions) func unitary(_ repetitions: Int) throws {
    let ensemble = try GaussianUnitaryEnsemble(size: 100)
    let count = try Count(repetitions) {
      try Self.analysis(ensemble.eigenvalues(seed: 52, sample: $0), seed: $0)
    }
    if Self.asked != nil { print(count.description("GUE")) }
    count.expectCalibrated("GUE", "GUE")
    #expect(count.power("ratio Poisson") > 0.9 && !count.isCalibrated("ratio GOE"))
  }

  /// Independent levels of the semicircle, and of other densities, which are told from it.
  @Test(arguments: repetitions) func independent(_ repetitions: Int) throws {
    for (name, law) in [
      ("semicircle", try Law.semicircle(radius: 1)),
      ("Marchenko-Pastur", try Law.marchenkoPastur(ratio: 0.3)),
    ] {
      let count = try Count(repetitions) { sample in
        var stream = RandomStream(seed: 53, purpose: .noise, sample: sample)
        return try Self.analysis(law.sample(count: 100, using: &stream), seed: sample)
      }
      if Self.asked != nil { print(count.description("independent, " + name)) }
      count.expectCalibrated("Poisson", name)
      #expect(count.power("ratio GOE") > 0.9 && count.power("fit") > 0.9)
    }
  }

  @Test(arguments: repetitions) func nullCovariance(_ repetitions: Int) throws {
    for (p, n) in [(60, 200), (100, 100), (200, 80)] {
      let count = try Count(repetitions) { try Self.covariance(p, n, sample: $0) }
      if Self.asked != nil {
        print(count.description("null covariance, \(p) variables, \(n) observations"))
      }
      count.expectCalibrated("GOE", "\(p), \(n)")
      #expect(count.isCalibrated("fit") && count.isCalibrated("outliers"), "\(p), \(n)")
      #expect(count.power("ratio Poisson") > 0.8)
    }
  }

  /// Two spikes: both found and nothing else where they are well above the threshold 1 + √c, as often as without spikes
  /// where they are below half way to it; the fit holds with both.
  @Test(arguments: repetitions) func spikedCovariance(_ repetitions: Int) throws {
    for (p, n) in [(60, 200), (100, 100), (200, 80)] {
      let ratio = Double(p) / Double(n)
      let strong = [1 + 4 * ratio.squareRoot(), 1 + 3 * ratio.squareRoot()]
      var found = [0, 0, 0, 0]
      var readings: [[Double]] = [[], []]
      let above = try Count(repetitions) {
        let one = try Self.covariance(p, n, spikes: strong, sample: $0)
        found[min(3, one.outliers.count)] += 1
        for (k, outlier) in one.outliers.suffix(2).reversed().enumerated() {
          readings[k].append(outlier.strength ?? .nan)
        }
        return one
      }
      print(
        above.description("spikes above, \(p), \(n)"), "outliers found 0, 1, 2, 3 or more:", found)
      #expect(found[0] == 0)
      #expect(Double(found[2]) > 0.85 * Double(repetitions), "\(p), \(n): \(found)")
      #expect(above.isCalibrated("fit"), "\(p), \(n): \(above.rejections["fit"]!)")
      // A second spike of that size moves readings by less than an eighth; control: the eigenvalues unread.
      for (k, reading) in readings.enumerated() {
        let limit = try RankOneOutlier.covariance(spike: strong[k], ratio: ratio).position
        #expect(abs(Sample(reading).mean / strong[k] - 1) < 0.125, "\(p), \(n): \(strong[k])")
        #expect(abs(limit / strong[k] - 1) > 0.125)
      }
      let weak = [1 + 0.5 * ratio.squareRoot(), 1 + 0.4 * ratio.squareRoot()]
      let below = try Count(repetitions) { try Self.covariance(p, n, spikes: weak, sample: $0) }
      if Self.asked != nil { print(below.description("spikes below, \(p), \(n)")) }
      #expect(below.isCalibrated("outliers"), "\(p), \(n): \(below.rejections["outliers"]!)")
    }
  }

  /// Spikes of symmetric matrices, of both signs.
  @Test(arguments: repetitions) func spikedSymmetric(_ repetitions: Int) throws {
    let spiked = try SymmetricEnsemble.spikedWigner(size: 100, strengths: [2.5, -2])
    var found = 0
    _ = try Count(repetitions) {
      let one = try Self.analysis(spiked.eigenvalues(seed: 54, sample: $0), seed: $0)
      found += one.outliers.count == 2 && one.outliers[0].eigenvalue < 0 ? 1 : 0
      return one
    }
    if Self.asked != nil { print("symmetric spikes: both found in \(found) of \(repetitions)") }
    #expect(Double(found) > 0.85 * Double(repetitions))
    let weak = try SymmetricEnsemble.spikedWigner(size: 100, strengths: [0.5, -0.4])
    let count = try Count(repetitions) {
      try Self.analysis(weak.eigenvalues(seed: 55, sample: $0), seed: $0)
    }
    if Self.asked != nil { print(count.description("weak symmetric spikes")) }
    #expect(count.isCalibrated("outliers"))
  }
}
