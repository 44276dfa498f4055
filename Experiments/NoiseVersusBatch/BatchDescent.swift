import Saddlery

/// Stochastic gradient descent on a sum: each step goes down the gradient of one term, drawn anew, in place of the whole.
struct BatchDescent<Term: Landscape>: Method {
  let sum: SumLandscape<Term>
  let timeStep: Double
  let seed: UInt64
  let sample: Int

  func step<L: Landscape>(_ replicas: inout Replicas<L>) {
    var stream = RandomStream(
      seed: seed, purpose: .batches, sample: sample, item: replicas.steps)
    let term = Int(stream.next(upperBound: UInt64(sum.terms.count)))
    let gradients = sum.miniBatch(term).jets(at: replicas.points, upTo: .gradient).gradients
    replicas.move(along: replicas.projected(gradients.scaled(by: -timeStep)), taking: timeStep)
  }
}

extension StreamPurpose {
  /// Which mini-batch is next.
  static let batches = StreamPurpose(rawValue: 0x1_0013)
}
