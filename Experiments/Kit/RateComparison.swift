import Saddlery

/// Rates at which exact numbers grow, from four sizes N, 2N, 4N, 8N, beside their limits: once from the first
/// three and once from the last three, so that what is left is seen to fall.
struct RateComparison {
  struct Curve {
    let name: String
    let symbol: String
    let limit: (Double) -> Double
    /// Of the numbers, a list for each size; what is not a number is left out.
    let logarithms: [[Double]]
    /// What the difference from the limit falls by at least when N doubles.
    let factor: Double
  }

  private(set) var table: Table
  private(set) var verdicts: [Verdict] = []
  /// Of each curve the largest difference from its limit, from the last three sizes.
  private(set) var worst: [Double] = []
  private(set) var data: DataTable
  private(set) var series: [Series] = []
  /// The last three sizes.
  let last: String

  init(
    _ curves: [Curve], sizes: [Int], by abscissa: String, at x: [Double], fine: [Double],
    head: (String, rate: String), below bound: Double
  ) {
    let triples = [sizes.dropLast(), sizes.dropFirst()].map(Array.init)
    let names = triples.map { $0.map(String.init).joined(separator: ", ") }
    last = names[1]
    table = Table(
      "rates",
      "|\(head.0) | largest difference of rate and \(head.rate), N = \(names[0]) | N = \(names[1]) "
        + "| verdict |")
    data = DataTable(columns: [.init(abscissa, x)])
    for (i, curve) in curves.enumerated() {
      let limits = x.map(curve.limit)
      let rates = triples.enumerated().map { first, sizes in
        x.indices.map { j in
          let logs = curve.logarithms[first..<(first + 3)].map { $0[j] }
          return extrapolatedRate(sizes: sizes, logarithms: logs)
        }
      }
      let worst = rates.map { rates in
        zip(rates, limits).map { abs($0 - $1) }.filter { !$0.isNaN }.max() ?? .nan
      }
      let verdict = Verdict(
        "\(curve.symbol), N → ∞", differences: (worst[0], worst[1]), factor: curve.factor,
        below: bound)
      verdicts.append(verdict)
      self.worst.append(worst[1])
      table.add(
        "| \(curve.name) | \(worst[0].text(4)) | \(worst[1].text(4)) | \(verdict.conclusion) |")
      data.columns += [.init("theory_\(i)", limits), .init("finite_\(i)", rates[1])]
      series += [
        .line(curve.symbol, fine, .sample(i), of: curve.limit).ofKind("N → ∞"),
        Series(curve.symbol, x: x, y: rates[1], colour: .sample(i)).ofKind("from exact counts"),
      ]
    }
  }
}
