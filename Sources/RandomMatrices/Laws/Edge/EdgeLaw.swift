internal import Foundation

/// A law at the soft edge of a spectrum: on the whole line, with tails lighter than an exponential's.
///
///     F(s) = P(ζ ≤ s),   ζ the largest eigenvalue from the edge, in a unit that falls with n
///
/// Reference: Tracy and Widom, Commun. Math. Phys. 159, 151 (1994), arXiv:hep-th/9211141.
public protocol EdgeLaw: SpectralLaw {
  /// The s with 1 - F(s) = q, for the right tail, where F itself has no digits left.
  func survivalQuantile(_ q: Double) -> Double

  /// E g(ζ), for smooth g.
  func expectation(of g: (Double) -> Double) -> Double
}

extension EdgeLaw {
  /// The whole line.
  public var support: ClosedRange<Double> { -Double.infinity...Double.infinity }

  /// The moment E ζ^k.
  public func moment(_ k: Int) -> Double {
    requireOrder(k)
    return expectation { pow($0, Double(k)) }
  }

  /// E (ζ - Eζ)².
  public var variance: Double { centralMoment(2) }

  /// E (ζ - Eζ)³ in units of the standard deviation.
  public var skewness: Double { centralMoment(3) / pow(variance, 1.5) }

  /// E (ζ - Eζ)⁴ in units of the squared variance, less the 3 of a normal law.
  public var excessKurtosis: Double { centralMoment(4) / (variance * variance) - 3 }

  private func centralMoment(_ k: Int) -> Double {
    let centre = mean
    return expectation { pow($0 - centre, Double(k)) }
  }
}
