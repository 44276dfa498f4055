internal import Landscapes
internal import LinearAlgebra
public import Networks
public import OutputFiles
public import RandomMatrices
public import Statistics

/// The spectrum of the Hessian of a network's loss at a place on its way.
public struct TrainingSpectrum: Sendable {
  /// When the run was there.
  public let time: Double
  /// The loss there.
  public let loss: Double
  /// The spectrum: all eigenvalues up to ``exactLimit`` parameters, random directions beyond.
  public let spectrum: StochasticSpectrum

  /// Up to how many parameters Hessians are diagonalised.
  public static let exactLimit = 500

  /// The spectrum at some weights.
  ///
  /// Randomness: of random directions from the streams (seed, directions, sample 0, item b).
  ///
  /// - Complexity: a Hessian and its diagonalisation, or 800 products with vectors.
  public init(_ network: Perceptron, at weights: [Double], time: Double, seed: UInt64) {
    self.time = time
    loss = network.value(at: weights)
    spectrum =
      weights.count <= Self.exactLimit
      ? StochasticSpectrum(eigenvalues: network.spectrum(at: weights))
      : StochasticSpectrum(of: network, at: weights, seed: seed)
  }

  /// The part of negative eigenvalues.
  public var indexFraction: Estimate { spectrum.fraction(below: 0) }
}

extension [TrainingSpectrum] {
  /// Every node with its weight.
  public func table(provenance: Provenance) -> DataTable {
    let rows = enumerated().flatMap { place, one in
      one.spectrum.measures.enumerated().flatMap { direction, measure in
        measure.nodes.indices.map {
          (place, one, direction, measure.nodes[$0], measure.weights[$0])
        }
      }
    }
    return DataTable(
      comments: provenance.comments + [
        "Hessian of the loss at three places on the way of the first run; weights of a direction add up to 1",
        "up to \(TrainingSpectrum.exactLimit) parameters all eigenvalues, of equal weights; beyond, the Gauss quadrature of each of some random directions",
      ],
      columns: [
        .init("place", rows.map(\.0)), .init("time", rows.map(\.1.time)),
        .init("loss", rows.map(\.1.loss)), .init("direction", rows.map(\.2)),
        .init("eigenvalue", rows.map(\.3)), .init("weight", rows.map(\.4)),
      ])
  }
}
