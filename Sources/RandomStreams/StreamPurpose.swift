/// What a random stream is drawn for: the part of its name that keeps different uses of one seed
/// apart.
///
/// Drawing the couplings of a sample and the starting points of a search on it from two purposes
/// makes either reproducible without the other, and lets one vary while the other is held fixed.
///
/// Raw values below 2¹⁶ are reserved for this package; 0 names no purpose and is the key of
/// generators seeded by one number only, such as GSL's `gsl_rng_set`. Add your own from 2¹⁶ on:
///
/// ```swift
/// extension StreamPurpose {
///   static let measurementError = StreamPurpose(rawValue: 0x1_0000)
/// }
/// ```
public struct StreamPurpose: RawRepresentable, Hashable, Sendable {
  /// The second word of the generator's key.
  public let rawValue: UInt64

  /// The purpose with a given number.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Quenched randomness: couplings, matrix entries, field coefficients.
  public static let disorder = StreamPurpose(rawValue: 1)

  /// Starting points of searches, descents and Markov chains.
  public static let starts = StreamPurpose(rawValue: 2)

  /// Thermal or other noise during a run.
  public static let noise = StreamPurpose(rawValue: 3)

  /// Random coefficients of homotopies, which results do not depend on.
  package static let homotopy = StreamPurpose(rawValue: 4)

  /// What is put into a landscape: a critical point to plant, values to condition on. Independent of the
  /// landscape's own disorder at equal seeds.
  public static let planting = StreamPurpose(rawValue: 5)

  /// Directions in which a spectrum is looked at.
  package static let directions = StreamPurpose(rawValue: 6)

  /// Which examples make a mini-batch.
  package static let batches = StreamPurpose(rawValue: 7)
}
