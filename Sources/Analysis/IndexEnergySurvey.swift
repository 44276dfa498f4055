public import CriticalPoints
public import KacRice
public import Models
public import Requirements
public import Statistics

/// Critical points of several disorder samples of one model, as index against energy.
///
/// Energies are E = H/N; index fractions are k/(N-1) on the sphere and k/N in R^N. Estimates use every critical point once:
/// records that did not converge, and repeats of a point already found in the same sample, are
/// kept in ``records`` but not counted.
public struct IndexEnergySurvey<Curve: LabelledIndexCurve>: Sendable {
  /// One search's record, with the sample it belongs to.
  public struct Record: Sendable {
    /// The number of the disorder sample.
    public let sample: Int
    /// What the search found.
    public let point: CriticalPoint
    /// The position in ``IndexEnergySurvey/records`` of the first record of the same point, if
    /// this is not it.
    public let duplicateOf: Int?
    /// E = H/N.
    public let energy: Double
    /// α; NaN at a degenerate point, which has no index.
    public let indexFraction: Double
  }

  /// The dimension N of the model.
  public let dimension: Int
  /// The curve of N → ∞.
  public let limit: Curve
  /// All records, sample after sample.
  public private(set) var records: [Record] = []

  /// An empty survey of a model at one N, with its curve.
  public init(_ limit: Curve, dimension: Int) {
    self.dimension = dimension
    self.limit = limit
  }

  /// The number of indices: eigenvalues of the Hessian and one.
  public var indices: Int { limit.directions(dimension: dimension) + 1 }

  /// Adds what was found in one sample; repeats are recognised within this call.
  ///
  /// - Parameters:
  ///   - points: what its searches ended with, converged or not.
  ///   - sample: the number of the sample, the unit of errors.
  public mutating func add(_ points: [CriticalPoint], sample: Int) {
    add(points, duplicateOf: DistinctPoints(among: points).duplicateOf, sample: sample)
  }

  /// Adds what was found in one sample, whose repeats are known.
  package mutating func add(
    _ points: [CriticalPoint], duplicateOf duplicates: [Int?], sample: Int
  ) {
    let n = Double(dimension)
    let start = records.count
    for (point, duplicate) in zip(points, duplicates) {
      records.append(
        Record(
          sample: sample, point: point, duplicateOf: duplicate.map { start + $0 },
          energy: point.value / n,
          indexFraction: point.index.map { Double($0) / Double(indices - 1) } ?? .nan))
    }
  }

  /// The critical points, each once.
  public var criticalPoints: [Record] {
    records.filter { $0.point.outcome == .converged && $0.duplicateOf == nil }
  }

  /// Number of records that converged, repeats included.
  public var converged: Int { records.count { $0.point.outcome == .converged } }

  /// The disorder samples.
  public var samples: Int { Set(records.map(\.sample)).count }

  /// Root mean square of α - α∞(E) over the critical points; NaN if there are none.
  public var rmsDeviation: Double {
    rms { $0.indexFraction - limit.indexFraction(energy: $0.energy) }
  }

  /// Mean energy of the critical points of one index, the sample being the unit.
  public func meanEnergy(ofIndex index: Int) -> Estimate {
    Estimate(
      criticalPoints.filter { $0.point.index == index }.map { ($0.sample, $0.energy) })
  }

  func rms(_ deviation: (Record) -> Double) -> Double {
    let points = criticalPoints
    let square = points.reduce(0) { $0 + deviation($1) * deviation($1) }
    return (square / Double(points.count)).squareRoot()
  }
}

extension IndexEnergySurvey where Curve == LimitingIndexCurve {
  /// An empty survey of a spherical model at one N.
  ///
  /// - Throws: ``/Requirements/ParameterError`` as ``/KacRice/LimitingIndexCurve``, for a mixture of degree 1 alone.
  public init(_ mixture: Mixture, dimension: Int) throws(ParameterError) {
    self.init(try LimitingIndexCurve(mixture), dimension: dimension)
  }

  /// The model of a spherical survey.
  public var mixture: Mixture { limit.mixture }

  /// Root mean square of α - α∞(y), y the radial derivative: equal to ``rmsDeviation`` for a pure
  /// model, and the sharp comparison for a mixture.
  public var rmsDeviationFromRadialCurve: Double {
    rms {
      $0.indexFraction - limit.indexFraction(radialDerivative: $0.point.radialDerivative)
    }
  }

  /// Root mean square of α - α_N(E), α_N the line through the exact mean energy of each index.
  ///
  /// Searches do not sample critical points evenly, so this does not vanish even at the right N;
  /// it is largest for few negative directions, where searches end deeper than the mean.
  public func rmsDeviation(from counts: CriticalPointCounts) -> Double {
    demand(
      counts.byIndex.count == dimension,
      "counts at N = \(counts.byIndex.count) given for points at N = \(dimension)")
    return rms { $0.indexFraction - counts.indexFraction(energy: $0.energy) }
  }
}
