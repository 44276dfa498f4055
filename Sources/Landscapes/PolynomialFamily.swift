public import LinearAlgebra
public import Numerics

/// Functions on C^n, polynomials in the coordinates and linear in some coefficients, that differ in parameters which the
/// coefficients are quadratic in. Any point without zeros among its coordinates is critical for some of them.
///
/// The critical points without zeros of one member lead to those of any other, by following them while the parameters
/// change: all of them, for almost all members, as pairs of a member and such a point form one piece. Points with zeros
/// belong to smaller families.
public protocol PolynomialFamily: Hashable, Sendable {
  /// The number of coordinates n.
  var dimension: Int { get }
  /// How many numbers name a member.
  var parameterCount: Int { get }
  /// How many numbers the function is linear in.
  var coefficientCount: Int { get }
  /// The number of complex numbers that an evaluation needs room for.
  var scratchCount: Int { get }
  /// How many numbers, at most, an entry of the Hessian goes through that are added or multiplied one after the other.
  var chainLength: Int { get }

  /// The coefficients of a member, polynomials of degree 2 in its parameters.
  func coefficients(_ parameters: [Complex<Double>]) -> [Complex<Double>]

  /// A member of typical size out of normal numbers.
  func parameters(fromNormals normals: [Complex<Double>]) -> [Complex<Double>]

  /// A point of typical size out of normal numbers.
  func point(fromNormals normals: [Complex<Double>]) -> [Complex<Double>]

  /// A member like another for which a point is critical.
  func parameters(
    _ parameters: [Complex<Double>], through point: [Complex<Double>]
  ) -> [Complex<Double>]

  /// Gradients and Hessians, eight at a time.
  ///
  /// - Parameters:
  ///   - point: n coordinates.
  ///   - coefficients: those of the eight functions.
  ///   - gradient: n numbers, overwritten.
  ///   - hessian: n(n+1)/2 numbers, the lower triangle by columns, overwritten; nil if not wanted.
  ///   - scratch: room for ``scratchCount`` numbers, zero at first and not touched between calls.
  func evaluate(
    _ point: UnsafePointer<EightNumbers>, coefficients: UnsafePointer<EightNumbers>,
    gradient: UnsafeMutablePointer<EightNumbers>, hessian: UnsafeMutablePointer<EightNumbers>?,
    scratch: UnsafeMutablePointer<EightNumbers>)

  /// The gradient at a point, of members whose coefficients are doubles, to 2⁻¹⁰⁰ of the moduli it is made of.
  func gradient(
    at point: [Complex<Double>], coefficients: [Complex<Double>]
  ) -> [Complex<Double>]

  /// The coefficients of a function whose derivatives at the moduli of a point's coordinates bound the sums of moduli that
  /// those of the function with these coefficients are made of.
  func majorant(of coefficients: [Complex<Double>]) -> [Double]

  /// All images of a point under the symmetries of every member, itself first.
  func images(of point: [Complex<Double>]) -> [[Complex<Double>]]

  /// One of the images of a point, the same for all of them.
  func representative(of point: [Complex<Double>]) -> [Complex<Double>]
}

/// A polynomial on R^n that goes to infinity in all directions, and the families that its critical points belong to.
///
/// (-1)^index of its critical points, if none is degenerate, adds up to 1.
public protocol CoercivePolynomial: Landscape where Space == EuclideanSpace {
  /// Where those with the same zeros belong.
  associatedtype Family: PolynomialFamily
  /// For each pattern of zeros that critical points can have, but for the origin, which is one: the family of those
  /// points.
  var strata: [FamilyStratum<Family>] { get }
  /// Powers of two that coordinates and values are multiples of in the families.
  var units: (coordinates: [Double], value: Double) { get }
}

/// The critical points of a function with zeros in certain places, as a member of a family.
public struct FamilyStratum<Family: PolynomialFamily>: Sendable {
  /// The family of the function of the other coordinates.
  public let family: Family
  /// The member of it.
  public let parameters: [Double]
  /// Which coordinates are not zero.
  public let places: [Int]

  /// A member of a family at some coordinates.
  public init(_ family: Family, parameters: [Double], places: [Int]) {
    (self.family, self.parameters, self.places) = (family, parameters, places)
  }
}
