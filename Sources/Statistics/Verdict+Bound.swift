/// Verdicts by a bound that is stated beforehand, and of several verdicts. What is no number is *inconclusive*.
extension Verdict {
  /// A value that must stay below a bound: *reproduced* or *contradicted*.
  public init(_ quantity: String, value: Double, below bound: Double) {
    self.init(quantity, value: value, against: bound, isMet: value < bound)
  }

  /// A value that must exceed a bound.
  public init(_ quantity: String, value: Double, above bound: Double) {
    self.init(quantity, value: value, against: bound, isMet: value > bound)
  }

  /// A statistic that chance alone keeps within a bound, but for a stated rate: *consistent* or *contradicted*.
  public init(_ quantity: String, statistic: Double, within bound: Double) {
    self.init(
      quantity, value: statistic, against: bound, isMet: statistic < bound, met: .consistent)
  }

  /// A difference that must shrink from one size to the next, at least by a factor: else *contradicted*. It is
  /// *reproduced* if it is also below the bound, and *consistent* above it.
  public init(
    _ quantity: String, differences: (smaller: Double, larger: Double), factor: Double,
    below bound: Double
  ) {
    let last = differences.larger
    self.init(
      quantity, value: last, against: factor * differences.smaller,
      isMet: last <= factor * differences.smaller, met: last < bound ? .reproduced : .consistent)
  }

  /// A statement that must hold without exception.
  public init(_ statement: String, exceptions: Int) {
    self.init(statement, value: Double(exceptions), below: 1)
  }

  /// A prediction put to several checks none of which may be contradicted, which is a bound of one failure:
  /// *reproduced* also where each check by itself says only *consistent*.
  package init(_ prediction: String, failuresAmong checks: [Verdict]) {
    let all = Verdict(prediction, all: checks)
    self.init(
      prediction, value: all.value, all.conclusion == .consistent ? .reproduced : all.conclusion,
      "failures among \(checks.count), bound 1")
  }

  /// Several verdicts as one: *contradicted* if any is, else *inconclusive* if any is or if there are none, else
  /// *consistent* if any is, *reproduced* only if all are.
  package init(_ quantity: String, all parts: [Verdict]) {
    let found = Set(parts.map(\.conclusion))
    let worst = Conclusion.allCases.last { found.contains($0) }
    self.init(
      quantity, value: Double(parts.count { $0.conclusion == .contradicted }),
      worst ?? .inconclusive, "contradicted of \(parts.count)")
  }

  private init(
    _ quantity: String, value: Double, against bound: Double, isMet: Bool,
    met: Conclusion = .reproduced
  ) {
    let isNumber = !(value - bound).isNaN
    self.init(
      quantity, value: value, isNumber ? (isMet ? met : .contradicted) : .inconclusive,
      "bound \(bound)")
  }
}
