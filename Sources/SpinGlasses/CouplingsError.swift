public import ArrayFiles
public import Models
internal import Requirements

/// Why a file does not hold couplings that can be used.
public enum CouplingsError: Error, Equatable, CustomStringConvertible {
  /// The file could not be opened, read or written.
  case file(ArrayFileError)
  /// There is no dataset in the group of couplings, such as `/couplings`, or not that group.
  case noCouplings(at: String, path: String)
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
  /// The attribute `mixture` is no mixture, or absent beside a signal.
  case mixture(String, path: String)
  /// The attribute `signal` is no signal.
  case signal(String, path: String)
  /// The attribute `mixture` or `signal`, whose name it is, is not one text.
  case attribute(String, Attribute, path: String)
  /// The weight to be estimated for a degree, of couplings up to this largest one, is zero or no normal double.
  case weight(Double, degree: Int, path: String)
  /// The degrees of the datasets are not those of the attributes `mixture` and `signal` together.
  case degrees([Int], mixture: Mixture, signal: Signal?, path: String)

  /// One line: the value at fault and what would be valid.
  public var description: String { shown(text, limit: 500) }

  private var text: String {
    switch self {
    case .file(let error):
      "\(error)"
    case .noCouplings(let place, let path):
      "\(quoted(path)) has no dataset \(shown(place))/<p>; write one with 'saddlery couplings', or name "
        + "another place (--dataset)"
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
    case .attribute(let name, let attribute, let path):
      "attribute \(name) in \(quoted(path)) holds \(shown(words(attribute))); it must be one text, "
        + (name == "signal" ? "degree:strength, such as '3:1.5'" : "degree:weight, such as '3:1'")
    case .weight(let largest, let degree, let path):
      "couplings of degree \(degree) in \(quoted(path)) are "
        + (largest == 0
          ? "zero"
          : "up to \(largest), and their mean square is no double from \(Double.leastNormalMagnitude) to "
            + "\(Double.greatestFiniteMagnitude)")
        + "; name the weights in the attribute mixture, degree:weight such as '3:1'"
    case .degrees(let degrees, let mixture, let signal, let path):
      "\(quoted(path)) has datasets of degrees \(degrees), but the attribute mixture "
        + quoted("\(mixture)") + (signal.map { " with signal \(quoted("\($0)"))" } ?? "")
        + " names other degrees: " + shown("\(PSpinHamiltonian.degrees(mixture, signal))")
    }
  }
}

private func words(_ attribute: Attribute) -> String {
  switch attribute {
  case .unsigned(let number): "the number \(number)"
  case .integer(let number): "the number \(number)"
  case .real(let number): "the number \(number)"
  case .reals(let numbers): "the numbers \(numbers.prefix(20))"
  case .text(let text): "the text \(quoted(text))"
  case .texts(let texts):
    "\(texts.count) texts" + (texts.isEmpty ? "" : ": ")
      + texts.prefix(20).map { quoted($0) }.joined(separator: ", ")
  case .other(let words): words
  }
}
