internal import Foundation

/// How sure it is that the critical points found are all there are, each once and with its index.
///
///     necessary: Σ (-1)^index = χ, the Euler characteristic, over nondegenerate points of a compact domain
///
/// Reference: Milnor, *Morse Theory* (1963), section 5; ``Enumeration`` and ``Sweep`` for the proofs.
public enum Completeness: Sendable, Equatable, CustomStringConvertible {
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

extension Completeness {
  /// In words, `proved` first where it is a proof.
  public var description: String {
    switch self {
    case .proved: "proved to be all"
    case .provedExcept(let part):
      String(
        format: "proved to be all, but for %.2g %% of the volume along corners of the function",
        100 * part)
    case .checked: "checked"
    case .incomplete(let missing):
      "incomplete" + (missing.isEmpty ? "" : ": " + missing.joined(separator: "; "))
    }
  }
}
