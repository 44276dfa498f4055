import Foundation
import Saddlery

extension Double {
  /// Euler's constant γ.
  static let eulerGamma = 0.5772156649015329

  /// So many digits after the point.
  func text(_ digits: Int) -> String { String(format: "%.\(digits)f", self) }

  /// As per cent, tenths where they are few.
  var percent: String { (100 * self).text(abs(self) < 0.1 ? 1 : 0) + " %" }
}

extension Estimate {
  /// Of numbers that are each a sample of its own.
  init(independent values: [Double]) { self.init(values.enumerated().map { ($0, $1) }) }

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
  /// Columns of numbers, given row by row, by names that commas separate.
  init(_ header: String, rows: [[Double]]) {
    let names = header.split(separator: ",").map(String.init)
    self.init(columns: names.indices.map { i in Column(names[i], rows.map { $0[i] }) })
  }
}

/// Numbers from one end of a range to the other in so many equal steps.
func grid(_ range: ClosedRange<Double>, _ steps: Int) -> [Double] {
  let width = range.upperBound - range.lowerBound
  return (0...steps).map { range.lowerBound + width * Double($0) / Double(steps) }
}

extension Series {
  static func line(
    _ name: String?, _ x: [Double], _ y: [Double], _ colour: Colour = .black
  ) -> Series { Series(name, x: x, y: y, style: .line, colour: colour) }

  /// A function on a grid.
  static func line(
    _ name: String?, _ x: [Double], _ colour: Colour = .black, of function: (Double) -> Double
  ) -> Series { line(name, x, x.map(function), colour) }

  /// What is compared with, dashed.
  static func dashed(
    _ name: String?, _ x: [Double], _ y: [Double], _ colour: Colour = .grey
  ) -> Series { Series(name, x: x, y: y, style: .dashedLine, colour: colour) }

  /// Means with standard errors.
  static func marks(
    _ name: String?, _ x: [Double], _ means: [Estimate], _ colour: Colour = .black
  ) -> Series {
    Series(name, x: x, y: means.map(\.mean), yError: means.map(\.standardError), colour: colour)
  }

  /// A drawn density at the centres of its bins; abscissae in a unit.
  static func marks(
    _ name: String?, _ drawn: EmpiricalDensity, per unit: Double = 1, _ colour: Colour
  ) -> Series {
    Series(
      name, x: zip(drawn.edges, drawn.edges.dropFirst()).map { ($0 + $1) / 2 / unit },
      y: drawn.densities.map { unit * $0.value },
      yError: drawn.densities.map { unit * $0.standardError }, colour: colour)
  }
}
