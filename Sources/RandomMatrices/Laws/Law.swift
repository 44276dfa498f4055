internal import Requirements

/// The laws of spectra, of spacings and of largest eigenvalues that have names, such as
/// `Law.semicircle(radius: 1)` or `Law.tracyWidom(beta: 1)`.
///
///     F(x) = P(X ≤ x)
///
/// Each states its density or F, its scale and its source.
///
/// Reference: Mehta, Random Matrices (2004), and those of each.
public enum Law {}

extension ParameterError {
  /// Throws unless a Dyson index is one of those for which a formula is known.
  static func requireDysonIndex(_ beta: Int, in known: [Int]) throws(ParameterError) {
    guard known.contains(beta) else {
      let rest = known.dropLast().map { "\($0)" }.joined(separator: ", ")
      throw ParameterError("Dyson index", Double(beta), valid: "\(rest) or \(known.last!)")
    }
  }
}
