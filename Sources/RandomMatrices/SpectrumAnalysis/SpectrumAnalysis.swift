public import Requirements
public import Statistics

/// One spectrum against the laws of random matrices: the density of its bulk, what lies outside, and how its levels
/// follow each other, each with a p-value for this one spectrum.
///
/// Zeros (of matrices that have not full rank) are set aside, but for a single one above negative eigenvalues. The bulk is
/// fitted with the law of its mean and variance, without the levels that lie significantly beyond an edge, see
/// ``outliers``; at least the middle half is of the bulk. Every other p-value is by spectra of the bulk's size that are
/// drawn from the fitted law and treated in the same way, fit included:
///
///     p = (r + 1)/(m + 1),   r of m references as far out as the spectrum, or farther
///
/// two-sided p-values being twice the smaller of both sides. p-values of semicircles and of covariances of known size are
/// exact for GOE and Wishart matrices whatever the fitted scale; where a shape is fitted too, asymptotic.
///
/// Power: at n = 100 and level 0.05 the mean spacing ratio tells independent levels from those of GOE in 97 % of spectra,
/// GUE from GOE in half of them, number variance at L = 1 in three quarters.
///
/// Scale: any; the answers for eigenvalues in another unit are the same. (Wachter's law has no unit: it is considered for
/// eigenvalues in 0...1 only.)
///
/// Cost: n² steps of some ten operations for each of two reference spectra a reference, on several threads.
///
/// Reference: Johnstone, Ann. Stat. 29, 295 (2001); Kritchman and Nadler, IEEE Trans. Signal Process. 57, 3930 (2009), the
/// largest of what is left; Davison and Hinkley, Bootstrap Methods (1997), section 4.2, p-values by simulation.
public struct SpectrumAnalysis: Sendable {
  /// What the eigenvalues are of.
  public let source: SpectrumSource
  /// All of them, ascending.
  public let eigenvalues: [Double]
  /// How many are 0 to rounding and set aside.
  public let zeros: Int
  /// The law of the bulk.
  public let fit: SpectrumFit
  /// What lies beyond the edges of the bulk, ascending.
  public let outliers: [SpectralOutlier]
  /// False-positive rate of the outliers: the probability that a spectrum without any shows one.
  public let level: Double
  /// Number m of spectra of each reference.
  public let references: Int
  /// Of the references.
  public let seed: UInt64
  /// The mean ratio of neighbouring spacings in the inner four fifths of the bulk; two-sided.
  public let meanSpacingRatio: SpectralStatistic
  /// Kolmogorov's distance of the unfolded spacings there from each reference's law; one-sided.
  public let spacingDistance: SpectralStatistic
  /// Σ²(L) there at several lengths L; two-sided.
  public let numberVariance: [SpectralStatistic]
  /// Δ₃(L) there; two-sided.
  public let rigidity: [SpectralStatistic]

  /// Kolmogorov's distance of the bulk from the fitted law; one-sided.
  public var distance: SpectralStatistic { fit.distance }

  /// The analysis of eigenvalues in any order, ten or more of them not zero.
  ///
  /// - Parameters:
  ///   - eigenvalues: in any order.
  ///   - source: what they are the eigenvalues of.
  ///   - family: the law to fit; if not given that of covariances for these, else the one closest to all levels of
  ///     those that can have them, a later one of Marchenko-Pastur, semicircle and Wachter if it is closer by a tenth.
  ///   - level: see ``level``; from 1e-9 to 0.5.
  ///   - references: number of spectra for each reference, 19 or more.
  ///   - seed: the seed of the reference spectra.
  ///   - threads: results do not depend on it.
  ///   - progress: told of reference spectra.
  /// - Throws: for eigenvalues that are not finite, not of the source, or of which the middle half is equal.
  public init(
    eigenvalues: [Double], source: SpectrumSource = .symmetric, family: SpectralFamily? = nil,
    level: Double = 0.05, references: Int = 399, seed: UInt64 = 1, threads: Int = defaultThreads,
    progress: @escaping ProgressHandler = { _ in }
  ) throws(ParameterError) {
    try ParameterError.require("level", level, "one from 1e-9 to 0.5") { $0 >= 1e-9 && $0 <= 0.5 }
    try ParameterError.require("number of references", references, in: 19...1_000_000)
    let problem = try SpectrumProblem(eigenvalues, source, level: level)
    let (rule, found) = try problem.fitted(family)
    let lengths = LevelStatistics.lengths(
      count: LevelStatistics.inner(0..<found.bulk.count).count)
    let own = TreatedSpectrum(problem.levels, found, lengths: lengths)
    let out = Double(problem.levels.count - found.bulk.count)
    let drawn = ReferenceSpectra(
      found.model,
      BulkFit.Rule(
        rule.family, size: found.bulk.count, columns: rule.columns.map { $0 - out }, level: level),
      lengths: lengths, count: references, seed: seed, threads: threads, progress: progress)
    self.source = source
    self.eigenvalues = problem.eigenvalues
    zeros = problem.zeros
    (self.level, self.references, self.seed) = (level, references, seed)
    fit = SpectrumFit(
      rule.family, problem.levels, found, source,
      distance: drawn.statistic(of: own, isTwoSided: false) { treated, _ in treated.distance },
      references: drawn.models)
    outliers = SpectralOutlier.all(problem.levels, found, rule.family, fit)
    meanSpacingRatio = drawn.statistic(of: own) { treated, _ in
      treated.statistics.meanSpacingRatio
    }
    spacingDistance = drawn.statistic(of: own, isTwoSided: false) {
      $0.statistics.spacingDistances[$1]
    }
    numberVariance = lengths.enumerated().map { i, length in
      drawn.statistic(of: own, length) { treated, _ in treated.statistics.numberVariances[i] }
    }
    rigidity = lengths.enumerated().map { i, length in
      drawn.statistic(of: own, length) { treated, _ in treated.statistics.rigidities[i] }
    }
  }
}
