public import Figures
internal import Foundation
public import OutputFiles
public import RandomMatrices

extension Figure {
  /// A histogram of spectra, its standard errors as a band, and a law on top.
  ///
  /// - Parameters:
  ///   - measured: the histogram.
  ///   - law: what it should be, with a name for the legend.
  ///   - quantity: what the abscissae are, with their scale.
  ///   - title: over the figure.
  ///   - caption: small print.
  public static func spectralDensity(
    _ measured: EmpiricalDensity, law: (name: String, law: any SpectralLaw)?, quantity: String,
    title: String, caption: [String]
  ) -> Figure {
    let edges = measured.edges
    let steps = zip(edges, edges.dropFirst()).flatMap { [$0, $1] }
    let values = measured.densities.flatMap { [$0.value, $0.value] }
    let errors = measured.densities.flatMap { [$0.standardError, $0.standardError] }
    var series = [Series("measured", x: steps, y: values, style: .line, colour: .black)]
    if errors.allSatisfy(\.isFinite) {
      series.insert(
        .band(
          "two standard errors", x: steps, lower: zip(values, errors).map { max(0, $0 - 2 * $1) },
          upper: zip(values, errors).map { $0 + 2 * $1 }), at: 0)
    }
    if let law {
      let (first, last) = (edges[0], edges[edges.count - 1])
      let margin = 0.02 * (last - first)
      let grid = (0...600).map { first - margin + (last - first + 2 * margin) * Double($0) / 600 }
      series.append(
        Series(
          law.name, x: grid, y: grid.map(law.law.density), style: .line, colour: .vermilion))
    }
    // A density may have a pole at an edge.
    let top = 1.15 * (zip(values, errors).map { $0 + ($1.isFinite ? 2 * $1 : 0) }.max() ?? 1)
    return Figure(
      title: title, caption: caption, x: Axis(quantity),
      y: Axis("probability density", range: 0...max(top, .leastNormalMagnitude)), series: series)
  }
}

extension EmpiricalDensity {
  /// The bins with densities, standard errors and what a law puts there.
  public func table(law: (any SpectralLaw)?, provenance: Provenance) -> DataTable {
    var columns: [DataTable.Column] = [
      .init("from", Array(edges.dropLast())), .init("to", Array(edges.dropFirst())),
      .init("density", densities.map(\.value)),
      .init("standard_error", densities.map(\.standardError)),
    ]
    if let law {
      let widths = zip(edges, edges.dropFirst()).map { $1 - $0 }
      columns.append(
        .init("law_mean_density", zip(expectedMasses(of: law), widths).map { $0 / $1 }))
    }
    return DataTable(comments: provenance.comments, columns: columns)
  }
}
