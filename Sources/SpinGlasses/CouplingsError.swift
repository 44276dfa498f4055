public import ArrayFiles
internal import Requirements

/// Why a file does not hold couplings that can be used.
public enum CouplingsError: Error, Equatable, CustomStringConvertible {
  /// The file could not be opened, read or written.
  case file(ArrayFileError)
  /// There is no dataset `/couplings/<p>`.
  case noCouplings(path: String)
  /// A dataset whose name is not a degree.
  case name(String, path: String)
  /// Two datasets for one degree.
  case twoNames(String, String, degree: Int, path: String)
  /// Arrays that do not fit into memory with the Hamiltonian they make.
  case tooLarge(degrees: [Int], dimension: Int, bytes: Double, path: String)
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
  public var description: String { shown(text, limit: 500) }

  private var text: String {
    switch self {
    case .file(let error):
      "\(error)"
    case .noCouplings(let path):
      "\(quoted(path)) has no dataset /couplings/<p>; write one with 'saddlery couplings'"
    case .name(let name, let path):
      "dataset \(quoted(name)) in \(quoted(path)) is not named by its degree, such as /couplings/3"
    case .twoNames(let a, let b, let degree, let path):
      "datasets \(quoted(a)) and \(quoted(b)) in \(quoted(path)) are both named by degree \(degree); "
        + "keep one"
    case .tooLarge(let degrees, let n, let bytes, let path):
      "couplings of degrees \(degrees) and N = \(n) in \(quoted(path)) need "
        + "\(bytes < 1e15 ? String(Int(bytes)) : String(bytes)) bytes, more than fits the memory of this "
        + "process"
    case .shape(let shape, let dataset, let path):
      "dataset \(quoted(dataset)) in \(quoted(path)) has shape \(shown("\(shape)")); degree p needs p "
        + "equal extents N, N at least 2 and the same in every dataset"
    case .notFinite(let value, let indices, let dataset, let path):
      "dataset \(quoted(dataset)) in \(quoted(path)) holds \(value) at \(shown("\(indices)")); "
        + "couplings must be finite"
    case .notSymmetric(let a, let b, let indices, let dataset, let path):
      "dataset \(quoted(dataset)) in \(quoted(path)) is not symmetric: \(a) at \(indices) but \(b) at "
        + "\(indices.sorted()); average over all orderings of the indices first"
    case .mixture(let text, let path):
      "attribute mixture \(quoted(text)) in \(quoted(path)) does not fit the datasets; it reads "
        + "degree:weight, such as '3:1', one term per dataset"
    case .signal(let text, let path):
      "cannot read attribute signal \(quoted(text)) in \(quoted(path)); it reads degree:strength, such "
        + "as '3:1.5'"
    case .degrees(let degrees, let mixture, let signal, let path):
      "\(quoted(path)) has datasets of degrees \(degrees), but the attributes mixture "
        + "\(quoted("\(mixture)")) and signal \(quoted("\(signal)")) name other degrees: "
        + shown("\(PSpinHamiltonian.degrees(mixture, signal))")
    }
  }
}
