internal import Statistics

/// A critical point found by enumeration.
public struct EnumeratedPoint: Sendable, Equatable {
  /// The place, in ambient coordinates.
  public let position: [Double]
  /// The landscape's value f there (the Hamiltonian H, not H/N).
  public let value: Double
  /// y = ⟨σ, ∇f⟩/N; 0 on R^n.
  public let radialDerivative: Double
  /// |grad f|/√N as computed, of the size of rounding; |∇f| on R^n.
  public let gradientNorm: Double
  /// Number of negative eigenvalues of the Hessian along the domain.
  public let index: Int
  /// Whether the index is proved: no eigenvalue is within its error of zero.
  public let isIndexCertified: Bool
}

/// All critical points of a polynomial on a sphere or on R^n, and how sure it is that they are all.
///
///     on the sphere of R^N, top degree d:   2((d-1)^N - 1)/(d-2) complex points,   Σ (-1)^index = 1 - (-1)^N
///
/// Reference: Cartwright and Sturmfels, arXiv:1004.4953, their number; ``Enumeration`` for the proof.
public struct EnumerationResult: Sendable, Equatable {
  /// The number of critical points on the complex sphere that a generic polynomial of this degree has; nil on R^n, where
  /// none is known beforehand.
  public let expectedComplex: Int?
  /// The number of distinct ones found with proof of existence.
  public let foundComplex: Int
  /// The real ones, by value.
  public let points: [EnumeratedPoint]
  /// Critical points of each index from 0 to the dimension.
  public let byIndex: [Int]
  /// Σ (-1)^index over the real points.
  public let eulerCharacteristic: Int
  /// What it must be: on the sphere 2 for odd N and 0 for even N, on R^n 1.
  public let expectedEulerCharacteristic: Int
  /// Whether these are all: every complex solution is found, proved to exist and to be distinct; it is proved for each
  /// whether it is real; the indices are proved and add up to the Euler characteristic. On R^n each solution is proved, that
  /// there are no others is checked.
  public let completeness: Completeness
  /// Paths tracked, and the steps they took in the mean.
  package let paths: Int
  /// Steps per path.
  package let meanSteps: Double
  /// Random coefficients drawn: above one, earlier ones left paths that failed.
  package let attempts: Int
}

/// Why a polynomial's critical points cannot be enumerated.
public enum EnumerationError: Error, Equatable, CustomStringConvertible {
  /// A top degree below 2.
  case degree(Int)
  /// More paths than `Enumeration.pathLimit`.
  case tooManyPaths(Double, dimension: Int, degree: Int)
  /// The coefficients of the top degree are zero, or some are not finite.
  case degenerate
  /// It was ended before it was done.
  case cancelled

  /// One line: the value at fault and what would be valid.
  public var description: String {
    switch self {
    case .degree(let degree):
      "top degree \(degree) cannot be enumerated; it takes 2 or more"
    case .cancelled: "the enumeration was cancelled"
    case .tooManyPaths(let paths, let n, let degree):
      "N = \(n) with degree \(degree) has \(Self.plain(paths)) paths, which would take some "
        + "\(Self.plain((paths * 3e-8 * Double(n) * Double(n) * Double(n) / 3600).rounded(.up))) hours "
        + "on one core; at most \(Enumeration.pathLimit) are tracked"
        + (Self.largest(degree, of: paths / Enumeration.halfCount(degree: degree, dimension: n)).map
        { ": N = \($0) would fit" } ?? "")
    case .degenerate:
      "the coefficients of the top degree must be finite and not all zero"
    }
  }

  /// The largest N whose paths, on one side or both, are not too many.
  private static func largest(_ degree: Int, of sides: Double) -> Int? {
    if degree == 2 { return Enumeration.pathLimit / 2 }
    let fits = (2...64).prefix {
      sides * Enumeration.halfCount(degree: degree, dimension: $0) <= Double(Enumeration.pathLimit)
    }
    return fits.last
  }

  private static func plain(_ x: Double) -> String {
    x < 1e15 ? String(Int(x)) : x.isFinite ? String(x) : "more than 1e308"
  }
}
