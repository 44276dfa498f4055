public import Landscapes
internal import LinearAlgebra
internal import RandomStreams
public import Requirements

extension Perceptron {
  /// The loss as the mean of losses on parts of the examples, for steps that see one part each.
  ///
  /// The examples are put in a random order once and cut into parts whose sizes differ by one at most. The loss on a part is
  /// that of its examples, each with as many times its weight as there are parts, and all of the decay.
  ///
  /// - Parameters:
  ///   - count: the number of parts, no more than there are examples.
  ///   - seed: names, with the sample, the order of the examples.
  ///   - sample: the number of the sample.
  /// - Throws: ``/Requirements/ParameterError`` unless the number of parts is from 1 to that of examples.
  ///
  /// Randomness: the order from the stream (seed, batches, sample).
  public func miniBatches(
    _ count: Int, seed: UInt64, sample: Int = 0
  ) throws(ParameterError) -> SumLandscape<Perceptron> {
    let m = data.count
    try ParameterError.require("number of mini-batches", count, in: 1...m)
    var stream = RandomStream(seed: seed, purpose: .batches, sample: sample)
    let order = Array(0..<m).shuffled(using: &stream)
    var terms: [Perceptron] = []
    for part in 0..<count {
      let places = Array(order[(part * m / count)..<((part + 1) * m / count)])
      terms.append(
        try Perceptron(
          architecture, activation: activation, loss: loss,
          data: TrainingSet(
            inputs: data.inputs.columns(at: places), targets: data.targets.columns(at: places),
            weights: places.map { Double(count) * data.weights[$0] }), decay: decay))
    }
    return SumLandscape(terms, factor: 1 / Double(count))
  }
}
