import Saddlery

/// All critical points of a small deep linear network with a little decay.
struct DecayedNetwork: Sendable {
  /// Losses over that of zero weights, and indices.
  let losses: [Double]
  let index: [Int]
  let isComplete: Bool
  /// Of the network without decay.
  let levels: [Double]
  /// Whether zero weights are a minimum and others are lower.
  let isZeroBad: Bool

  init(_ widths: [Int], decay: Double, seed: UInt64, sample: Int) throws {
    let data = try LevelSearch.data(
      inputs: widths[0], targets: widths[widths.count - 1], examples: 3, seed: seed,
      sample: sample)
    var stream = RandomStream(seed: seed, purpose: .disorder, sample: sample, item: 1)
    let count = zip(widths, widths.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
    let network = try DeepLinearNetwork(
      widths, data: data, decay: stream.uniforms(count: count).map { decay * (0.5 + $0) })
    let moments = Moments(data)
    levels = moments.levels(rank: widths.min()!)
    let result = Enumeration.run(network, seed: seed, threads: 1)
    isComplete = result.completeness == .checked
    losses = result.points.map { 2 * $0.value / moments.size }
    index = result.points.map(\.index)
    let lowest = losses.min() ?? 1
    isZeroBad =
      lowest < 1
      && result.points.contains { $0.index == 0 && $0.position.allSatisfy { $0 == 0 } }
  }

  var minima: [Double] { zip(losses, index).filter { $0.1 == 0 }.map(\.0) }
  /// Minima nearer to the second level of the network without decay than to the lowest minimum.
  var badMinima: Int {
    let lowest = losses.min() ?? 1
    return minima.count { $0 - lowest > (levels[1] - lowest) / 2 && $0 > lowest }
  }
  /// The largest distance of a loss to its level.
  var distance: Double {
    losses.map { loss in levels.map { abs($0 - loss) }.min()! }.max() ?? 0
  }
}
