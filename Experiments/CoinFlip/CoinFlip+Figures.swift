import Foundation
import Saddlery

extension CoinFlip {
  /// Coins that the chance of a minimum is worth, for each direction.
  func saveMinima(_ kinds: [Kind], _ report: inout Report) {
    var series: [Series] = [.dashed("fair coins", [1, 100], [1, 1], .black)]
    var rows: [(String, Int, Double, Double?, Double?)] = []
    for kind in kinds {
      let exact = kind.minima.sorted { $0.key < $1.key }
      rows += exact.map { (kind.name, $0.key, $0.value, nil, nil) }
      rows += kind.measured.map {
        (kind.name, $0.directions, kind.minima[$0.directions] ?? .nan, $0.share, $0.error)
      }
      let seen = kind.measured.filter { $0.share > 0 }
      series += [
        .line(
          kind.name, exact.map { Double($0.key) },
          exact.map { -log2($0.value) / Double($0.key) }, kind.colour
        ).ofKind("exact"),
        Series(
          kind.name, x: seen.map { Double($0.directions) },
          y: seen.map { -log2($0.share) / Double($0.directions) },
          yError: seen.map { $0.error / ($0.share * log(2.0) * Double($0.directions)) },
          colour: kind.colour
        ).ofKind("measured"),
      ]
      if let coins = kind.rateLimit.map({ $0 / log(2.0) }) {
        series.append(.dashed(nil, [40, 100], [coins, coins], kind.colour))
      }
    }
    report.save(
      "minima-table.csv",
      DataTable(columns: [
        .init("kind", rows.map(\.0)), .init("directions", rows.map(\.1)),
        .init("exact", rows.map(\.2)), .init("measured", rows.map(\.3)),
        .init("standard_error", rows.map(\.4)),
      ]))
    report.draw(
      "minima", title: "How unlikely a minimum is, in fair coins for each direction",
      caption: [
        "-log₂ P(all d eigenvalues positive)/d; bars: standard errors; dashes at the right: d → ∞",
        "raw GOE matrices grow as 0.396 d; Hessians at critical points do not",
      ], x: Axis("number of directions d", range: 1...100, scale: .logarithmic),
      y: Axis("fair coins per direction", range: 0...2.5), series)
  }

  func saveVariances(_ kinds: [Kind], _ report: inout Report) {
    var series: [Series] = [.dashed("fair coins, 1/4", [1, 300], [0.25, 0.25], .black)]
    for kind in kinds {
      let x = kind.variances.map { Double($0.directions) }
      let y = kind.variances.map(\.value)
      let errors = kind.variances.compactMap(\.error)
      if errors.count == y.count {
        series.append(
          Series(kind.name, x: x, y: y, yError: errors, colour: kind.colour).ofKind("drawn"))
        series.append(
          .line("raw GOE, large d", (3...300).map(Double.init), kind.colour) {
            Kind.indexVariance($0) / $0
          })
      } else {
        series.append(.line(kind.name, x, y, kind.colour).ofKind("exact"))
      }
      if let limit = kind.varianceLimit {
        series.append(.dashed(nil, [100, 300], [limit, limit], kind.colour))
      }
    }
    let rows = kinds.flatMap { kind in kind.variances.map { (kind.name, $0) } }
    report.save(
      "variances-table.csv",
      DataTable(columns: [
        .init("kind", rows.map(\.0)), .init("directions", rows.map(\.1.directions)),
        .init("index_variance_over_d", rows.map(\.1.value)),
        .init("standard_error", rows.map(\.1.error)),
      ]))
    report.draw(
      "variances", title: "The index does not fluctuate like a count of coins",
      caption: [
        "variance of the number of negative eigenvalues over d; dashes at the right: d → ∞"
      ], x: Axis("number of directions d", range: 1...300, scale: .logarithmic),
      y: Axis("variance of the index / d", range: 0...0.65), series)
  }
}
