internal import Requirements

/// Why terms of a degree and a coefficient do not make a ``Mixture`` or a ``Signal``.
public struct TermsError: Error, Equatable, CustomStringConvertible {
  /// One line: the value at fault and what would be valid.
  public let description: String

  /// What the terms were to make, and how its coefficients are called.
  package struct Kind {
    let name, example, coefficient, condition: String

    package static let mixture = Kind(
      name: "mixture", example: "2:0.5,3:1", coefficient: "weight",
      condition: "weights a_p^2 are positive numbers")
    package static let signal = Kind(
      name: "signal", example: "3:1.5", coefficient: "strength",
      condition: "strengths λ_p are positive numbers")
  }

  package static func empty(_ kind: Kind) -> TermsError {
    TermsError(
      description: "the \(kind.name) is empty; give terms such as '\(kind.example)' "
        + "(degree:\(kind.coefficient))")
  }

  /// The text does not parse; `part` is the piece at fault.
  package static func malformed(_ text: String, part: String, _ kind: Kind) -> TermsError {
    TermsError(
      description: "cannot read \(quoted(part)) in \(kind.name) \(quoted(text)); terms are "
        + "degree:\(kind.coefficient), such as '\(kind.example)'")
  }

  package static func degree(_ degree: Int, _ kind: Kind) -> TermsError {
    TermsError(
      description: "degree \(degree) in the \(kind.name) is not valid; degrees are whole numbers "
        + "from 1 to \(Mixture.degreeLimit)")
  }

  package static func coefficient(_ value: Double, degree: Int, _ kind: Kind) -> TermsError {
    TermsError(
      description: "\(kind.coefficient) \(value) of degree \(degree) is not valid; "
        + kind.condition)
  }

  package static func repeated(_ degree: Int, _ kind: Kind) -> TermsError {
    TermsError(
      description: "degree \(degree) stands twice in the \(kind.name); give each degree once")
  }
}
