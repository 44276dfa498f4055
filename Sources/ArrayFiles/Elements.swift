/// What the elements of a dataset are in its file, where they are read as doubles.
package enum Elements: Sendable, Hashable {
  /// Real numbers, integers among them, and the distance from 1 to the next number of their type; not
  /// below that of doubles.
  case numbers(epsilon: Double)
  /// Something else, in words, such as `complex numbers`.
  case other(String)
}
