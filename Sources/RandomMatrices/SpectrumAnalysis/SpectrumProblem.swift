internal import Requirements

/// Eigenvalues that have been checked, without their zeros, and the fits that they allow.
struct SpectrumProblem {
  /// All, ascending.
  let eigenvalues: [Double]
  /// Those that are not set aside as 0, ascending.
  let levels: [Double]
  private let source: SpectrumSource
  private let level: Double

  var zeros: Int { eigenvalues.count - levels.count }

  init(
    _ eigenvalues: [Double], _ source: SpectrumSource, level: Double
  ) throws(ParameterError) {
    for x in eigenvalues {
      try ParameterError.require("eigenvalue", x, "finite ones") { _ in true }
    }
    let size = eigenvalues.reduce(0) { max($0, abs($1)) }
    try ParameterError.require(
      "largest eigenvalue in size", size, "one from 1e-140 to 1e140"
    ) { (1e-140...1e140).contains($0) }
    // What diagonalisation leaves of a zero.
    let rounding = Double(eigenvalues.count) * 0x1p-50 * size
    self.eigenvalues = eigenvalues.sorted()
    let others = self.eigenvalues.filter { abs($0) > rounding }
    // One zero amid others is a level like them.
    let isLevel = others.count + 1 == eigenvalues.count && others.first.map { $0 < 0 } == true
    levels = isLevel ? self.eigenvalues : others
    (self.source, self.level) = (source, level)
    try ParameterError.require(
      "number of eigenvalues that are not zero", Double(levels.count), "10 or more"
    ) { $0 >= 10 }
    guard case .covariance(let variables, let freedom) = source else { return }
    try ParameterError.require("number of variables", Double(variables), "that of the eigenvalues")
    {
      $0 == Double(eigenvalues.count)
    }
    try ParameterError.require(
      "degrees of freedom", Double(freedom), "at least as many as eigenvalues that are not zero"
    ) { $0 >= Double(levels.count) }
    try requirePositive("those of a covariance, none negative")
  }

  private func requirePositive(_ valid: String) throws(ParameterError) {
    try ParameterError.require("smallest eigenvalue", levels[0], valid) { $0 > 0 }
  }

  /// N of Wishart matrices where it is known.
  private var columns: Double? {
    guard case .covariance(let variables, let freedom) = source else { return nil }
    return Double(max(variables, freedom))
  }

  /// Whether spectra of a family can lie where the levels do.
  private func allows(_ family: SpectralFamily) -> Bool {
    switch family {
    case .semicircle: true
    case .marchenkoPastur: levels[0] > 0
    case .wachter: levels[0] > 0 && levels[levels.count - 1] < 1
    }
  }

  /// The fit of a family, or of the one that is closest.
  func fitted(
    _ family: SpectralFamily?
  ) throws(ParameterError) -> (BulkFit.Rule, BulkFit) {
    if let family, !allows(family) {
      if family == .marchenkoPastur {
        try requirePositive("positive ones for the law of Marchenko and Pastur")
      }
      let out = levels[0] > 0 ? levels[levels.count - 1] : levels[0]
      throw ParameterError("eigenvalue", out, valid: "ones between 0 and 1 for Wachter's law")
    }
    let order: [SpectralFamily] = [.marchenkoPastur, .semicircle, .wachter]
    let choices =
      family.map { [$0] } ?? (columns == nil ? order.filter(allows) : [.marchenkoPastur])
    var best: (rule: BulkFit.Rule, fit: BulkFit, distance: Double)?
    for choice in choices {
      let rule = BulkFit.Rule(
        choice, size: levels.count, columns: choice == .marchenkoPastur ? columns : nil,
        level: level)
      guard let fit = BulkFit(levels, rule) else { continue }
      let distance = fit.model.law.kolmogorovDistance(from: levels)
      if let best, distance > 0.9 * best.distance { continue }
      best = (rule, fit, distance)
    }
    guard let best else {
      throw ParameterError(
        "distance of the quartiles", 0, valid: "eigenvalues that differ in their middle half")
    }
    return (best.rule, best.fit)
  }
}
