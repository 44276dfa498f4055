public import SpinGlasses

extension PSpinHamiltonian {
  /// This Hamiltonian conditioned on having a critical point at a place.
  ///
  /// If both come from one model, the result has the law of its Hamiltonians with such a point there.
  ///
  /// - Parameters:
  ///   - point: from ``SphericalCriticalPointLaw``, of the same N.
  ///   - place: σ with |σ|² = N.
  public func planting(_ point: PlantedPoint, at place: [Double]) -> PSpinHamiltonian {
    conditioned(
      at: place, energy: point.value / Double(dimension), radialDerivative: point.radialDerivative,
      hessian: point.hessian)
  }
}
