internal import Foundation
public import LinearAlgebra
public import Requirements

/// The sample covariance of data: means subtracted, over one less than the observations.
///
///     S = Σ_j (x_j - x̄)(x_j - x̄)ᵀ/(n - 1)
///
/// Reference: Marchenko and Pastur, Math. USSR Sb. 1, 457 (1967), its spectrum.
public struct SampleCovariance: Sendable {
  /// Numbers of the variables that do not vary, from 0; they are set aside.
  public let constants: [Int]
  /// p, the number of variables that vary.
  public let variables: Int
  /// The number n of observations.
  public let observations: Int
  /// The p eigenvalues, ascending, p - n + 1 of them 0 if that is positive.
  public let eigenvalues: [Double]

  /// What a ``SpectrumAnalysis`` has to know of them: n - 1 degrees of freedom.
  public var source: SpectrumSource {
    .covariance(variables: variables, degreesOfFreedom: observations - 1)
  }

  /// The covariance of data, an observation a column, a variable a row.
  ///
  /// Eigenvalues are those of the smaller of X Xᵀ and Xᵀ X. Cost: pn min(p, n) operations.
  ///
  /// - Parameters:
  ///   - data: p x n, an observation a column.
  ///   - isStandardized: whether every variable is divided by its standard deviation, which makes this the sample
  ///     correlation.
  /// - Throws: for numbers that are not finite, fewer than two observations, or no variable that varies.
  public init(of data: Matrix<Double>, isStandardized: Bool = false) throws(ParameterError) {
    let n = data.columns
    try ParameterError.require("number of observations", Double(n), "2 or more") { $0 >= 2 }
    var (kept, constants): ([(row: Int, mean: Double, unit: Double)], [Int]) = ([], [])
    for i in 0..<data.rows {
      let values = (0..<n).map { data[i, $0] }
      for x in values { try ParameterError.require("number", x, "finite ones") { _ in true } }
      let mean = values.reduce(0) { $0 + $1 / Double(n) }
      let (least, most) = (values.min()!, values.max()!)
      guard most - least > 8 * max(abs(least), abs(most)).ulp else {
        constants.append(i)
        continue
      }
      let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(n - 1)
      kept.append((i, mean, isStandardized ? square.squareRoot() : 1))
    }
    let p = kept.count
    try ParameterError.require("number of variables that vary", Double(p), "1 or more") { $0 >= 1 }
    (self.constants, variables, observations) = (constants, p, n)
    let unit = Double(n - 1).squareRoot()
    // The smaller index runs along the rows.
    var centred = Matrix<Double>(rows: min(p, n), columns: max(p, n))
    for j in 0..<n {
      for (i, variable) in kept.enumerated() {
        let x = (data[variable.row, j] - variable.mean) / (variable.unit * unit)
        if p <= n { centred[i, j] = x } else { centred[j, i] = x }
      }
    }
    var product = Matrix<Double>(rows: centred.rows, columns: centred.rows)
    Matrix<Double>.multiplyByAdjoint(centred, into: &product)
    var solver = HermitianEigensolver<Double>(size: centred.rows)
    guard solver.diagonalize(product) else {
      throw ParameterError("trace of the covariance", product.trace, valid: "smaller numbers")
    }
    // What is below 0 is rounding. Of Xᵀ X one is 0 by the means.
    let found = solver.eigenvalues.map { max(0, $0) }
    eigenvalues =
      p <= n ? found : [Double](repeating: 0, count: p - n + 1) + found.dropFirst()
  }
}
