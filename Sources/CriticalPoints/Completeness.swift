/// How sure it is that the critical points found are all there are, each once and with its index.
public enum Completeness: Sendable, Equatable {
  /// Proved: every point is one zero of the gradient, of that index, and there are no others. Of a polynomial on the
  /// sphere every complex solution is found, and whether it is real.
  case proved
  /// Not proved, but hard to pass by mistake: the indices add up to the Euler characteristic and the last grid found
  /// nothing new.
  case checked
  /// Proved, but for a part of the volume, along corners where the function has no second derivatives.
  case provedExcept(part: Double)
  /// Neither, with what is missing where it is known.
  case incomplete([String])
}
