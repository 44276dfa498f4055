public import Landscapes
public import RandomMatrices

extension StochasticSpectrum {
  /// The spectrum of a landscape's Hessian at a point of a flat space, from its products with vectors.
  ///
  /// See ``init(dimension:directions:steps:seed:sample:multiply:)``.
  public init<L: Landscape>(
    of landscape: L, at point: [Double], directions: Int = 10, steps: Int = 80, seed: UInt64 = 1,
    sample: Int = 0
  ) where L.Space == EuclideanSpace {
    self.init(
      dimension: landscape.domain.dimension, directions: directions, steps: steps, seed: seed,
      sample: sample
    ) { landscape.hessianProducts(at: point, $0) }
  }
}
