import Foundation
import Saddlery

/// Symmetric matrices of one kind: the chance that all eigenvalues are positive, and the variance of the number of
/// negative ones, by the number of directions.
struct Kind {
  /// A share of minima that was measured.
  struct Measured {
    let directions, samples: Int
    let share, error: Double
    let source: String

    init(_ d: Int, _ samples: Int, _ share: Double, _ error: Double, by source: String) {
      (directions, self.samples) = (d, samples)
      (self.share, self.error, self.source) = (share, error, source)
    }

    /// The share among all points, given by index in each sample, samples being the unit of the error.
    init(_ d: Int, _ counts: [[Int]], by source: String) {
      let mean = Estimate(
        counts.enumerated().flatMap { sample, byIndex in
          byIndex.enumerated().flatMap { index, count in
            [(sample: Int, value: Double)](repeating: (sample, index == 0 ? 1 : 0), count: count)
          }
        })
      self.init(d, mean.samples, mean.mean, mean.standardError, by: source)
    }
  }

  let name: String
  let colour: Colour
  /// Exact P(no negative eigenvalue) by number of directions.
  var minima: [Int: Double] = [:]
  var measured: [Measured] = []
  /// Variance of the index over the number of directions, ascending.
  var variances: [(directions: Int, value: Double, error: Double?)] = []
  /// -ln P/N as N → ∞ from three exact numbers, and what it should be.
  var rate, rateLimit: Double?
  var varianceLimit: Double?

  /// Exact means by index at one number of directions.
  mutating func add(_ byIndex: [CriticalPointCounts.Value], of total: Double, directions d: Int) {
    // Means of rare indices are known to an absolute error.
    if byIndex[0].error < 1e-3 * byIndex[0].value { minima[d] = byIndex[0].value / total }
    let shares = byIndex.map { $0.value / total }
    let mean = shares.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    let squares = shares.enumerated().map { pow(Double($0.offset) - mean, 2) * $0.element }
    variances.append((d, squares.reduce(0, +) / Double(d), nil))
  }

  /// Variance of the index of a large GOE matrix: (ln N + 1 + γ + 3 ln 2 - π²/8)/π², half the number variance of
  /// an interval, which has two ends.
  static func indexVariance(_ n: Double) -> Double {
    (log(n) + 1 + .eulerGamma + 3 * log(2) - .pi * .pi / 8) / (.pi * .pi)
  }
}

extension CoinFlip {
  /// GOE matrices with nothing conditioned on.
  func rawMatrices() throws -> Kind {
    var kind = Kind(name: "raw GOE", colour: .vermilion)
    for n in Array(1...8) + [12, 16, 24, 32] {
      kind.minima[n] = try LargestEigenvalueLaw(size: n).distribution(0)
    }
    let samples = quick ? 20_000 : 400_000
    for n in 1...4 {
      let ensemble = try BetaEnsemble.hermite(size: n)
      let hits = (0..<samples).count { ensemble.eigenvalues(seed: seed, sample: $0)[0] > 0 }
      let share = Double(hits) / Double(samples)
      let error = (share * (1 - share) / Double(samples)).squareRoot()
      kind.measured.append(.init(n, samples, share, error, by: "matrices"))
    }
    for n in quick ? [4, 16, 64] : [2, 4, 8, 16, 32, 64, 128, 256] {
      let ensemble = try BetaEnsemble.hermite(size: n)
      // Beyond those of the shares.
      let indices = (samples..<(samples + (quick ? 1000 : 10_000))).map { sample in
        Double(ensemble.eigenvalues(seed: seed, sample: sample).count { $0 < 0 })
      }
      let count = Double(indices.count)
      let mean = indices.reduce(0, +) / count
      let squares = indices.map { ($0 - mean) * ($0 - mean) }
      let variance = squares.reduce(0, +) / (count - 1)
      let spread = squares.reduce(0) { $0 + ($1 - variance) * ($1 - variance) } / (count - 1)
      let d = Double(n)
      kind.variances.append((n, variance / d, (spread / count).squareRoot() / d))
    }
    return kind
  }

  /// Critical points of stationary isotropic Gaussian fields in R^N.
  func fields() throws -> Kind {
    var kind = Kind(name: "Gaussian field", colour: .blue)
    for n in Array(1...10) + (quick ? [16] : [14, 20, 30, 40, 60, 80]) {
      let exact = try FieldCriticalPointDensity(
        SpectralMoments(variance: 1, second: 1, fourth: 3), dimension: n)
      kind.add(exact.byIndex, of: exact.total.value, directions: n)
    }
    (kind.rateLimit, kind.varianceLimit) = (1, 2 / (.pi * .pi))
    kind.rate = rate(kind, quick ? [4, 8, 16] : [20, 40, 80])
    let runs = quick ? [(2, 10.0, 20)] : [(2, 10, 800), (3, 5, 240)]
    for (n, length, samples) in runs {
      let sampler = try TorusSampler(
        .squaredExponential(), dimension: n, length: length, tolerance: 1e-6)
      let survey = TorusSurvey(sampler, samples: samples, seed: seed)
      let counts = survey.results.filter(\.isAccepted).map(\.byIndex)
      kind.measured.append(.init(n, counts, by: "all points of \(counts.count) fields"))
    }
    for n in quick ? [2, 4] : [2, 4, 6, 8, 10] {
      kind.measured.append(try weightedHessians(n, samples: quick ? 20_000 : 400_000))
    }
    return kind
  }

  /// The Hessian of a field at any point is a GOE matrix of variances 1 and 2 plus a standard normal number ζ times 1;
  /// at a critical point it has the weight |det|. ζ is drawn from a mixture that reaches the rare minima.
  private func weightedHessians(_ n: Int, samples: Int) throws -> Kind.Measured {
    let ensemble = try GaussianOrthogonalEnsemble(size: n, variance: 1)
    let centres = [-1.8, -1, 0, 1, 1.8].map { $0 * Double(n).squareRoot() }
    let draws = (0..<samples).map { sample -> (weight: Double, hit: Double) in
      let stream = RandomStream(
        seed: seed, purpose: .disorder, sample: sample, item: n)
      var generator = GSLGenerator(stream)
      let ζ = generator.stream.normal() + centres[sample % centres.count]
      let mixture = centres.reduce(0) { $0 + exp($1 * (ζ - $1 / 2)) }
      let eigenvalues = ensemble.eigenvalues(from: &generator).map { $0 + ζ }
      return (abs(eigenvalues.reduce(1, *)) / mixture, eigenvalues[0] > 0 ? 1 : 0)
    }
    let total = draws.reduce(0) { $0 + $1.weight }
    let share = draws.reduce(0) { $0 + $1.weight * $1.hit } / total
    let square = draws.reduce(0) { $0 + pow($1.weight * ($1.hit - share), 2) }
    return .init(n, samples, share, square.squareRoot() / total, by: "weighted Hessians")
  }

  /// Critical points of the pure p-spin, N - 1 directions.
  func spinGlass(_ p: Int) throws -> Kind {
    var kind = Kind(name: "\(p)-spin", colour: p == 3 ? .green : p == 4 ? .purple : .orange)
    for n in quick ? [4, 5, 8, 16] : [3, 4, 5, 6, 8, 10, 14, 20, 28, 40, 56, 80] {
      let exact = try CriticalPointCounts(.pure(p), dimension: n)
      kind.add(exact.byIndex, of: exact.total.value, directions: n - 1)
    }
    let limit = Double(p - 2) / Double(p)
    (kind.rateLimit, kind.varianceLimit) = (limit, 2 / (.pi * .pi) / limit)
    kind.rate = rate(kind, quick ? [4, 8, 16] : [20, 40, 80], spins: true)
    let runs = quick ? [(3, 5, 40)] : [(3, 6, 600), (3, 8, 400), (4, 5, 400)]
    for (degree, n, samples) in runs where degree == p {
      let survey = try EnumerationSurvey(.pure(p), dimension: n, samples: samples, seed: seed)
      let counts = survey.results.filter { $0.completeness == .proved }.map(\.byIndex)
      kind.measured.append(.init(n - 1, counts, by: "all points of \(counts.count) samples"))
    }
    return kind
  }

  private func rate(_ kind: Kind, _ sizes: [Int], spins: Bool = false) -> Double? {
    let logs = sizes.compactMap { kind.minima[spins ? $0 - 1 : $0].map { -log($0) } }
    return logs.count == 3 ? extrapolatedRate(sizes: sizes, logarithms: logs) : nil
  }
}
