public import Figures
public import RandomMatrices

extension Figure {
  /// The density of a bulk with the fitted law, and the eigenvalues beyond its edges on the axis; those farther away than
  /// two widths of the bulk are told of in the caption.
  public static func spectrum(
    _ analysis: SpectrumAnalysis, measured: EmpiricalDensity, quantity: String, title: String,
    caption: [String]
  ) -> Figure {
    let bulk = analysis.fit.bulk
    let reach = 2 * (bulk[bulk.count - 1] - bulk[0])
    let range = (bulk[0] - reach)...(bulk[bulk.count - 1] + reach)
    let outliers = analysis.outliers.map(\.eigenvalue)
    let near = outliers.filter(range.contains)
    let far = outliers.count - near.count
    let notes =
      (far > 0 ? ["\(far) of \(outliers.count) outliers are farther away than is shown"] : [])
      + (analysis.zeros > 0 ? ["eigenvalues 0, set aside: \(analysis.zeros)"] : [])
    var figure = spectralDensity(
      measured, law: ("\(analysis.fit.family.words), fitted", analysis.fit.law),
      quantity: quantity, title: title, caption: caption + notes)
    // The whole law, unless it has a pole.
    let top = figure.y.range?.upperBound ?? 0
    let peak = figure.series.last?.y.max() ?? 0
    let height = peak < 4 * top ? max(top, 1.05 * peak) : top
    figure.y.range = 0...height
    if !near.isEmpty {
      // Just above the axis, where marks are seen whole.
      figure.series.append(
        Series(
          "beyond the edges (\(outliers.count))", x: near, y: near.map { _ in 0.015 * height },
          colour: .blue))
    }
    return figure
  }
}
