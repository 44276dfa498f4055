import Foundation
import Saddlery

extension CoinFlip {
  /// Two figures and their tables.
  func write(_ kinds: [Kind]) throws {
    let origin = Provenance(
      model:
        "GOE matrices; Hessians at critical points of Gaussian fields in R^N and of pure p-spins",
      convention: "d eigenvalues, N of a field, N - 1 of a p-spin", seed: seed)
    try OutputFolder(output).write([
      ("minima.csv", minimaTable(kinds, origin).csv()),
      ("variances.csv", varianceTable(kinds, origin).csv()),
    ])
    try minimaFigure(kinds).write(to: output, name: "minima", provenance: origin.comments)
    try varianceFigure(kinds).write(to: output, name: "variances", provenance: origin.comments)
  }

  private func minimaFigure(_ kinds: [Kind]) -> Figure {
    /// Coins that the chance is worth, for each direction.
    func coins(_ share: Double, _ d: Int) -> Double { -log2(share) / Double(d) }
    var series = [
      Series("fair coins", x: [1, 100], y: [1, 1], style: .dashedLine, colour: .black)
    ]
    for kind in kinds {
      let exact = kind.minima.sorted { $0.key < $1.key }
      series.append(
        Series(
          "\(kind.name), exact", x: exact.map { Double($0.key) },
          y: exact.map { coins($0.value, $0.key) }, style: .line, colour: kind.colour))
      let seen = kind.measured.filter { $0.share > 0 && $0.directions > 0 }
      series.append(
        Series(
          seen.isEmpty ? nil : "measured", x: seen.map { Double($0.directions) },
          y: seen.map { coins($0.share, $0.directions) },
          yError: seen.map { $0.error / ($0.share * log(2.0) * Double($0.directions)) },
          colour: kind.colour))
      if let limit = kind.rateLimit {
        series.append(
          Series(
            nil, x: [40, 100], y: [limit / log(2.0), limit / log(2.0)], style: .dashedLine,
            colour: kind.colour))
      }
    }
    return Figure(
      title: "How unlikely a minimum is, in fair coins for each direction",
      caption: [
        "-log₂ P(all d eigenvalues positive)/d; bars: standard errors; dashes at the right: d → ∞",
        "raw GOE matrices grow as 0.396 d; Hessians at critical points do not",
      ],
      x: Axis("number of directions d", range: 1...100, scale: .logarithmic),
      y: Axis("fair coins per direction", range: 0...2.5), series: series)
  }

  private func varianceFigure(_ kinds: [Kind]) -> Figure {
    var series = [
      Series("fair coins, 1/4", x: [1, 300], y: [0.25, 0.25], style: .dashedLine, colour: .black)
    ]
    for kind in kinds {
      let x = kind.variances.map { Double($0.directions) }
      let y = kind.variances.map(\.value)
      let errors = kind.variances.compactMap(\.error)
      if errors.count == y.count {
        series.append(
          Series("\(kind.name), drawn", x: x, y: y, yError: errors, colour: kind.colour))
        let grid = (3...300).map(Double.init)
        series.append(
          Series(
            "raw GOE, large d", x: grid, y: grid.map { Kind.indexVariance($0) / $0 }, style: .line,
            colour: kind.colour))
      } else {
        series.append(
          Series("\(kind.name), exact", x: x, y: y, style: .line, colour: kind.colour))
      }
      if let limit = kind.varianceLimit {
        series.append(
          Series(nil, x: [100, 300], y: [limit, limit], style: .dashedLine, colour: kind.colour))
      }
    }
    return Figure(
      title: "The index does not fluctuate like a count of coins",
      caption: [
        "variance of the number of negative eigenvalues over d; dashes at the right: d → ∞"
      ],
      x: Axis("number of directions d", range: 1...300, scale: .logarithmic),
      y: Axis("variance of the index / d", range: 0...0.65), series: series)
  }

  private func minimaTable(_ kinds: [Kind], _ origin: Provenance) -> DataTable {
    var rows: [(String, Int, Double, Double?, Double?)] = []
    for kind in kinds {
      for (d, share) in kind.minima.sorted(by: { $0.key < $1.key }) {
        rows.append((kind.name, d, share, nil, nil))
      }
      for item in kind.measured {
        rows.append(
          (kind.name, item.directions, kind.minima[item.directions] ?? .nan, item.share, item.error)
        )
      }
    }
    return DataTable(
      comments: origin.comments,
      columns: [
        .init("kind", rows.map(\.0)), .init("directions", rows.map(\.1)),
        .init("exact", rows.map(\.2)), .init("measured", rows.map(\.3)),
        .init("standard_error", rows.map(\.4)),
      ])
  }

  private func varianceTable(_ kinds: [Kind], _ origin: Provenance) -> DataTable {
    let rows = kinds.flatMap { kind in
      kind.variances.map { (kind.name, $0.directions, $0.value, $0.error) }
    }
    return DataTable(
      comments: origin.comments,
      columns: [
        .init("kind", rows.map(\.0)), .init("directions", rows.map(\.1)),
        .init("index_variance_over_d", rows.map(\.2)), .init("standard_error", rows.map(\.3)),
      ])
  }
}
