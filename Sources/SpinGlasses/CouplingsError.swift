public import ArrayFiles

/// Why a file does not hold couplings that can be used.
public enum CouplingsError: Error, Equatable, CustomStringConvertible {
  /// The file could not be opened, read or written.
  case file(ArrayFileError)
  /// There is no dataset `/couplings/<p>`.
  case noCouplings(path: String)
  /// A dataset whose name is not a degree.
  case name(String, path: String)
  /// A shape that is not N^p, or differs in N from the others.
  case shape([Int], dataset: String, path: String)
  /// An entry that is not a finite number, at zero-based indices.
  case notFinite(Double, at: [Int], dataset: String, path: String)
  /// Two entries that differ though their indices are the same but for order.
  case notSymmetric(Double, Double, at: [Int], dataset: String, path: String)
  /// The attribute `mixture` is unreadable or does not name the degrees of the datasets.
  case mixture(String, path: String)
  /// The attribute `signal` is unreadable.
  case signal(String, path: String)
  /// The degrees of the datasets are not those of the attributes `mixture` and `signal` together.
  case degrees([Int], mixture: Mixture, signal: Signal, path: String)

  /// One line: the value at fault and what would be valid.
  public var description: String {
    switch self {
    case .file(let error):
      "\(error)"
    case .noCouplings(let path):
      "'\(path)' has no dataset /couplings/<p>; write one with 'saddlery couplings'"
    case .name(let name, let path):
      "dataset '\(name)' in '\(path)' is not named by its degree, such as /couplings/3"
    case .shape(let shape, let dataset, let path):
      "dataset '\(dataset)' in '\(path)' has shape \(shape); degree p needs p equal extents N, "
        + "N at least 2 and the same in every dataset"
    case .notFinite(let value, let indices, let dataset, let path):
      "dataset '\(dataset)' in '\(path)' holds \(value) at \(indices); couplings must be finite"
    case .notSymmetric(let a, let b, let indices, let dataset, let path):
      "dataset '\(dataset)' in '\(path)' is not symmetric: \(a) at \(indices) but \(b) at "
        + "\(indices.sorted()); average over all orderings of the indices first"
    case .mixture(let text, let path):
      "attribute mixture '\(text)' in '\(path)' does not fit the datasets; it reads degree:weight, "
        + "such as '3:1', one term per dataset"
    case .signal(let text, let path):
      "cannot read attribute signal '\(text)' in '\(path)'; it reads degree:strength, such as "
        + "'3:1.5'"
    case .degrees(let degrees, let mixture, let signal, let path):
      "'\(path)' has datasets of degrees \(degrees), but the attributes mixture '\(mixture)' and "
        + "signal '\(signal)' name \(PSpinHamiltonian.degrees(mixture, signal)); give one dataset "
        + "for each degree of the two"
    }
  }
}
