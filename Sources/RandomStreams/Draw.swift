/// Which draw an object is: the name, but for items, of the streams that its random numbers come from.
public struct Draw: Sendable, Hashable {
  /// Names the whole computation.
  public let seed: UInt64
  /// What the numbers are for.
  public let purpose: StreamPurpose
  /// The number of the sample, from 0.
  public let sample: Int

  /// The draw of a name.
  public init(seed: UInt64, purpose: StreamPurpose = .disorder, sample: Int = 0) {
    (self.seed, self.purpose, self.sample) = (seed, purpose, sample)
  }

  /// The stream of one of its items.
  package func stream(item: Int = 0) -> RandomStream {
    RandomStream(seed: seed, purpose: purpose, sample: sample, item: item)
  }
}
