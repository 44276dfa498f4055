public import LinearAlgebra

/// A polynomial on a sphere, known by its homogeneous parts: what finding all its critical points needs.
public protocol PolynomialLandscape: Landscape where Space == Sphere {
  /// The parts T x^d with the factors they enter with, ascending in degree.
  var homogeneousParts: [(polynomial: HomogeneousPolynomial, scale: Double)] { get }
}
