extension FunctionLandscape: EnclosedLandscape {
  /// The formula in interval arithmetic; nil if it may decide otherwise somewhere in the box, or looked at a number's
  /// ``TracedNumber/value``.
  package func bounds(centre: [Double], half: [Double]) -> DerivativeBounds? {
    FormulaRecord.with { record in
      _ = centre.withUnsafeBufferPointer { record.run(formula, at: $0) }
      return record.bounds(over: zip(centre, half).map { Interval($0 - $1, $0 + $1) })
    }
  }
}
