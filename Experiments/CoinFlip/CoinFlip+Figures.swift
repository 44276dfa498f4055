import Foundation
import Saddlery

extension CoinFlip {
  /// Two figures and their tables.
  func save(_ kinds: [Kind], _ report: inout Report) {
    let origin = Provenance(
      model:
        "GOE matrices; Hessians at critical points of Gaussian fields in R^N and of pure p-spins",
      convention: "d eigenvalues, N of a field, N - 1 of a p-spin", seed: seed)
    report.save("minima.csv", minimaTable(kinds), origin)
    report.save("variances.csv", varianceTable(kinds), origin)
    report.save("minima", minimaFigure(kinds), origin)
    report.save("variances", varianceFigure(kinds), origin)
  }

  private func minimaFigure(_ kinds: [Kind]) -> Figure {
    /// Coins that the chance is worth, for each direction.
    func coins(_ share: Double, _ d: Int) -> Double { -log2(share) / Double(d) }
    var series = [
      Series("fair coins", from: (1, 1), to: (100, 1), colour: .black)
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
        let coins = limit / log(2.0)
        series.append(Series(nil, from: (40, coins), to: (100, coins), colour: kind.colour))
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
      Series("fair coins, 1/4", from: (1, 0.25), to: (300, 0.25), colour: .black)
    ]
    for kind in kinds {
      let x = kind.variances.map { Double($0.directions) }
      let y = kind.variances.map(\.value)
      let errors = kind.variances.compactMap(\.error)
      if errors.count == y.count {
        series.append(
          Series("\(kind.name), drawn", x: x, y: y, yError: errors, colour: kind.colour))
        series.append(
          Series("raw GOE, large d", of: (3...300).map(Double.init), colour: kind.colour) {
            Kind.indexVariance($0) / $0
          })
      } else {
        series.append(
          Series("\(kind.name), exact", x: x, y: y, style: .line, colour: kind.colour))
      }
      if let limit = kind.varianceLimit {
        series.append(Series(nil, from: (100, limit), to: (300, limit), colour: kind.colour))
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

  private func minimaTable(_ kinds: [Kind]) -> DataTable {
    let rows: [(String, Int, Double, Double?, Double?)] = kinds.flatMap { kind in
      kind.minima.sorted { $0.key < $1.key }.map { (kind.name, $0.key, $0.value, nil, nil) }
        + kind.measured.map {
          (kind.name, $0.directions, kind.minima[$0.directions] ?? .nan, $0.share, $0.error)
        }
    }
    return DataTable(
      columns: [
        .init("kind", rows.map(\.0)), .init("directions", rows.map(\.1)),
        .init("exact", rows.map(\.2)), .init("measured", rows.map(\.3)),
        .init("standard_error", rows.map(\.4)),
      ])
  }

  private func varianceTable(_ kinds: [Kind]) -> DataTable {
    let rows = kinds.flatMap { kind in
      kind.variances.map { (kind.name, $0.directions, $0.value, $0.error) }
    }
    return DataTable(
      columns: [
        .init("kind", rows.map(\.0)), .init("directions", rows.map(\.1)),
        .init("index_variance_over_d", rows.map(\.2)), .init("standard_error", rows.map(\.3)),
      ])
  }
}
