import ArgumentParser
import Saddlery

/// Index against energy of critical points of the pure 3- and 4-spin model, and of points that are not critical.
struct IndexVersusEnergy: Experiment {
  static let question = "Does the index of critical points fall with energy as predicted?"
  static let meaning =
    "high critical points are saddles with many ways down, and minima lie near the bottom"
  static let claims: Claims = [
    "Dauphin2014, Choromanska2015": "High points are saddles of high index, minima are low.",
    "AuffingerBenArousCerny2013, BrayDean2007": "The index fraction is F(E/E∞).",
  ]

  @OptionGroup var options: Options

  func report() throws -> Report {
    let note = "experiment IndexVersusEnergy\(quick ? " --quick" : "")"
    var report = Report("pure p-spin", note, seed: seed)
    let control = Control(samples: quick ? 2 : 8, seed: seed)
    try control.add(to: &report)
    report.table(
      "curve",
      "| p | N | points | rms α - α∞(E) | bound | mean E of minima, each search "
        + "| each minimum once |")
    let samples = quick ? 4 : 20
    for p in [3, 4] {
      report.origin.model = Mixture.pure(p).name
      let surveys = try (quick ? [20, 40] : [20, 40, 80]).map { n in
        let (all, minima) = try search(p: p, n: n, samples: samples)
        let bound = [20: 0.04, 40: 0.02, 80: 0.012][n]! * (p == 3 ? 1 : 1.5)
        let check = Verdict("p = \(p), N = \(n)", value: all.rmsDeviation, below: bound)
        report.check(check)
        report.found =
          "\(all.criticalPoints.count) critical points at p = \(p) and N = \(n) are \(all.rmsDeviation.text(4)) away from the "
          + "predicted index fraction (rms)"
        let found = Estimate(
          minima.records.filter { $0.point.outcome == .converged && $0.point.index == 0 }
            .map { ($0.sample, $0.energy) })
        report.row(
          "| \(p) | \(n) | \(all.criticalPoints.count) | \(all.rmsDeviation.text(4)) "
            + "| \(bound.text(3))\(check.conclusion == .reproduced ? "" : " not met") "
            + "| \(found.text(4)) | \(minima.meanEnergy(ofIndex: 0).text(4)) |")
        let data = all.indexTable(bins: 20, provenance: report.origin)
        report.save("index-energy-p\(p)-N\(n).csv", data)
        return all
      }
      let points = p == 3 ? control.points : []
      let flow = p == 3 ? "; gradient flow: \(control.description)" : ""
      let caption = [
        "pure \(p)-spin; seed \(seed); \(samples) samples of each N\(flow)", Mixture.convention,
      ]
      let thinned = stride(from: 0, to: points.count, by: 8).map { points[$0] }
      let figure = Figure.indexVersusEnergy(surveys, control: thinned, caption: caption)
      report.save("index-energy-p\(p)", figure)
      let deviation = Figure.indexDeviation(
        surveys, control: points, controlName: "not critical: gradient flow, N = 100",
        caption: caption)
      report.save("deviation-p\(p)", deviation)
    }
    report.judge("critical points")
    return report
  }

  private typealias Survey = IndexEnergySurvey<LimitingIndexCurve>

  /// Critical points of all indices, and minima from searches of their own.
  private func search(p: Int, n: Int, samples: Int) throws -> (all: Survey, minima: Survey) {
    let model = Mixture.pure(p)
    var all = try IndexEnergySurvey(model, dimension: n)
    var minima = all
    for sample in 0..<samples {
      let search = Search(PSpinHamiltonian(model, dimension: n, seed: seed, sample: sample))
      let deep = search.run(points: 32, indices: [0], seed: seed, sample: sample)
      all.add(search.run(points: 64, seed: seed, sample: sample), sample: sample)
      minima.add(deep, sample: sample)
    }
    return (all, minima)
  }
}
