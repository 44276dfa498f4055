public import Landscapes
public import LinearAlgebra
internal import Requirements

/// A landscape in R^n in a parabola.
///
///     f(x) = V(x) + μ|x|²/2
///
/// Reference: Fyodorov, Phys. Rev. Lett. 92, 240601 (2004), arXiv:cond-mat/0401287, for V a Gaussian field.
public struct ConfinedLandscape<Base: Landscape>: Landscape where Base.Space == EuclideanSpace {
  /// V.
  package let base: Base
  /// μ.
  package let confinement: Double

  /// Where it lives.
  public var domain: EuclideanSpace { base.domain }

  /// - Parameters:
  ///   - base: the landscape that is confined.
  ///   - μ: finite.
  public init(_ base: Base, confinement μ: Double) {
    demand(μ.isFinite, "a confinement is finite, not \(μ)")
    (self.base, confinement) = (base, μ)
  }

  /// Values and derivatives at each column of `points`.
  public func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
    base.evaluate(points, into: &jets)
    let n = domain.dimension
    for b in 0..<points.columns {
      for i in 0..<n {
        let x = points[i, b]
        jets.values[b] += confinement * x * x / 2
        if jets.order >= .gradient { jets.gradients[i, b] += confinement * x }
        if jets.order == .hessian { jets.hessians![i * (i + 3) / 2, b] += confinement }
      }
    }
  }
}

extension Landscape where Space == EuclideanSpace {
  /// V(x) + μ|x|²/2.
  public func confined(by μ: Double) -> ConfinedLandscape<Self> {
    ConfinedLandscape(self, confinement: μ)
  }
}
