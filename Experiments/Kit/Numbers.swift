import Foundation
import Saddlery

extension Double {
  /// So many digits after the point.
  func text(_ digits: Int) -> String { String(format: "%.\(digits)f", self) }
}

extension Estimate {
  func text(_ digits: Int) -> String { "\(mean.text(digits)) ± \(standardError.text(digits))" }
}

extension Verdict {
  /// A wrong prediction, which one of its checks at least must contradict.
  init(control: String, _ checks: [Verdict]) {
    self.init(control, exceptions: checks.contains { $0.conclusion == .contradicted } ? 0 : 1)
  }

  /// What a table says of a control.
  var rejection: String { conclusion == .reproduced ? "rejected" : "NOT rejected" }
}

extension DataTable {
  /// Columns of numbers, given row by row.
  init(_ names: [String], rows: [[Double]]) {
    self.init(
      columns: names.enumerated().map { column in
        Column(column.element, rows.map { $0[column.offset] })
      })
  }
}

/// Numbers from one end of a range to the other in so many equal steps.
func grid(_ range: ClosedRange<Double>, _ steps: Int) -> [Double] {
  let width = range.upperBound - range.lowerBound
  return (0...steps).map { range.lowerBound + width * Double($0) / Double(steps) }
}

extension Series {
  /// Means with standard errors.
  init(_ name: String?, x: [Double], means: [Estimate], colour: Colour = .black) {
    self.init(
      name, x: x, y: means.map(\.mean), yError: means.map(\.standardError), colour: colour)
  }

  /// A drawn density at the centres of its bins; abscissae times a unit.
  init(_ name: String?, _ drawn: EmpiricalDensity, per unit: Double = 1, colour: Colour) {
    self.init(
      name, x: zip(drawn.edges, drawn.edges.dropFirst()).map { ($0 + $1) / 2 / unit },
      y: drawn.densities.map { unit * $0.value },
      yError: drawn.densities.map { unit * $0.standardError }, colour: colour)
  }

  /// A function on a grid.
  init(
    _ name: String?, of x: [Double], style: Style = .line, colour: Colour = .black,
    _ function: (Double) -> Double
  ) {
    self.init(name, x: x, y: x.map(function), style: style, colour: colour)
  }

  /// A straight line that is no datum.
  init(_ name: String?, from a: (Double, Double), to b: (Double, Double), colour: Colour = .grey) {
    self.init(name, x: [a.0, b.0], y: [a.1, b.1], style: .dashedLine, colour: colour)
  }
}
