internal import Foundation
public import Requirements

/// A law fitted to the bulk of a spectrum.
public struct SpectrumFit: Sendable {
  /// A parameter of a law with its standard error, the standard deviation of the fits to references.
  public struct Parameter: Sendable {
    /// Its name, such as `ratio`.
    public let name: String
    /// The fitted value, or a known one.
    public let value: Double
    /// 0 where it is known.
    public let standardError: Double
  }

  /// Which law is fitted.
  public let family: SpectralFamily
  /// The fitted law, of the bulk alone: eigenvalues that are set aside as 0 are not in it.
  public let law: any SpectralLaw
  /// Its eigenvalues, ascending.
  public let bulk: [Double]
  /// Centre and radius of a semicircle; ratio c and variance σ² of Marchenko and Pastur's law; first and second ratio of
  /// Wachter's.
  ///
  /// For covariances c is the number of variables over the degrees of freedom, σ² the variance of an entry of X. Of
  /// eigenvalues of unknown source c ≤ 1, as X Xᵀ and Xᵀ X have the same that are not 0.
  public let parameters: [Parameter]
  /// Kolmogorov's distance of the bulk from the law.
  package let distance: SpectralStatistic

  /// The probability of a distance from the fitted law as large, for real random matrices whose law it is.
  public var pValue: Double { distance.comparisons[0].pValue }

  init(
    _ family: SpectralFamily, _ levels: [Double], _ fit: BulkFit, _ source: SpectrumSource,
    distance: SpectralStatistic, references: [BulkModel]
  ) {
    (self.family, self.distance) = (family, distance)
    law = fit.model.law
    bulk = Array(levels[fit.bulk])
    let drawn = references.map { $0.parameters(source).map(\.value) }
    parameters = fit.model.parameters(source).enumerated().map { i, parameter in
      let values = drawn.map { $0[i] }
      let count = Double(values.count)
      let mean = values.reduce(0, +) / count
      let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
      return Parameter(
        name: parameter.name, value: parameter.value,
        standardError: Set(values).count > 1 ? square.squareRoot() : 0)
    }
  }

  /// The histogram of the bulk: 2N^{1/3} equal bins that hold its N eigenvalues and the law.
  ///
  /// - Throws: if neighbouring edges of bins are one number.
  public func density() throws(ParameterError) -> EmpiricalDensity {
    let ends = law.bands[0]
    let low = min(ends.lowerBound, bulk[0])
    let high = max(ends.upperBound, bulk[bulk.count - 1])
    let bins = (2 * cbrt(Double(bulk.count))).rounded(.up)
    let edges = stride(from: 0, through: bins, by: 1).map {
      $0 == bins ? high : low + (high - low) * ($0 / bins)
    }
    return try EmpiricalDensity([bulk], edges: edges)
  }

  /// The value of a parameter.
  public subscript(name: String) -> Double? { parameters.first { $0.name == name }?.value }
}

extension BulkModel {
  /// The parameters of the law; of a covariance of known size those of the whole spectrum.
  func parameters(_ source: SpectrumSource) -> [(name: String, value: Double)] {
    switch self {
    case .semicircle(_, let centre, let radius): [("centre", centre), ("radius", radius)]
    case .wachter(let n, let first, let second):
      [("first", first / Double(n)), ("second", second / Double(n))]
    case .marchenkoPastur(let n, let columns, let unit):
      if case .covariance(let variables, let freedom) = source {
        [("ratio", Double(variables) / Double(freedom)), ("variance", unit * Double(freedom))]
      } else {
        [("ratio", Double(n) / columns), ("variance", unit * columns)]
      }
    }
  }
}
