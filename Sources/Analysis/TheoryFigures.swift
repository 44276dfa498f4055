public import Figures
public import KacRice
internal import Requirements

/// Exact mean numbers of critical points at one N.
public typealias SizedCounts = (n: Int, counts: CriticalPointCounts)

extension Figure {
  /// Rates of mean numbers of critical points against energy, the first curve in black. Infinite rates are left out; of
  /// many curves the first seven are drawn.
  ///
  /// - Parameters:
  ///   - energies: the abscissae E.
  ///   - curves: each as long as `energies`.
  ///   - marks: energies with names, drawn as vertical lines where they lie among the others.
  ///   - caption: small print.
  public static func complexity(
    _ energies: [Double], _ curves: [(name: String, rates: [Double])],
    marks: [(name: String, energy: Double)] = [], caption: [String]
  ) -> Figure {
    let series = curves.prefix(7).enumerated().map { i, curve in
      Series(
        curve.name, x: energies, y: curve.rates.map { $0.isFinite ? $0 : .nan }, style: .line,
        colour: i == 0 ? .black : .sample(i - 1))
    }
    let span = energies.min().flatMap { least in energies.max().map { least...$0 } }
    return Figure(
      title: "Rates of critical points by energy", caption: caption,
      x: Axis("energy per spin E = H/N"), y: Axis("rate"), series: series,
      lines: marks.filter { span?.contains($0.energy) == true }
        .map { .vertical(at: $0.energy, label: $0.name) } + [.horizontal(at: 0)])
  }

  /// Exact mean numbers of critical points on a logarithmic axis: of one N by index, of several against N.
  ///
  /// - Precondition: there is one at least.
  public static func meanCounts(_ all: [SizedCounts], caption: [String]) -> Figure {
    demand(!all.isEmpty, "a figure of counts needs at least one N")
    let number = Axis("mean number of critical points", scale: .logarithmic)
    guard all.count > 1 else {
      let (n, counts) = all[0]
      return Figure(
        title: "Mean number of critical points by index, N = \(n)", caption: caption,
        x: Axis("index k"), y: number,
        series: [
          Series(
            nil, x: (0..<n).map(Double.init), y: counts.byIndex.map(\.value), colour: .blue)
        ])
    }
    let sizes = all.map { Double($0.n) }
    let totals = Series(
      "all", x: sizes, y: all.map(\.counts.total.value), style: .line, colour: .black)
    let byIndex = (0...3).map { k in
      let some = all.filter { $0.n > k }
      return Series(
        k == 0 ? "minima" : "index \(k)", x: some.map { Double($0.n) },
        y: some.map { $0.counts.byIndex[k].value }, style: .line, colour: .sample(k))
    }
    return Figure(
      title: "Mean number of critical points by N", caption: caption, x: Axis("N"), y: number,
      series: [totals] + byIndex)
  }

  /// The index fraction against energy: the limit N → ∞ and the exact mean at N.
  public static func indexCurve<Curve: LabelledIndexCurve>(
    _ limit: Curve, at energies: [Double], exact: [Double], dimension n: Int, caption: [String]
  ) -> Figure {
    let span = energies.min().flatMap { least in energies.max().map { least...$0 } }
    let edges = [("-", -limit.threshold), ("", limit.threshold)].filter {
      span?.contains($0.1) == true
    }
    return Figure(
      title: "Index fraction by energy", caption: caption, x: Axis(Curve.labels.energy),
      y: Axis(Curve.labels.fraction, range: -0.03...1.03, tickStep: 0.2),
      series: [
        Series(
          "N → ∞", x: energies, y: energies.map { limit.indexFraction(energy: $0) }, style: .line),
        Series("N = \(n), exact", x: energies, y: exact, style: .line, colour: .blue),
      ], lines: edges.map { .vertical(at: $0.1, label: $0.0 + Curve.labels.threshold) })
  }
}
