public import Landscapes
public import LinearAlgebra

extension PSpinHamiltonian: PolynomialLandscape {
  /// The parts of each degree with N^{-(p-1)/2}.
  public var homogeneousParts: [(polynomial: HomogeneousPolynomial, scale: Double)] {
    parts.map { ($0, scale(ofDegree: $0.tensor.degree)) }
  }
}
