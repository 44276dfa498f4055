import ArgumentParser
import Saddlery

/// Index against energy of critical points of the pure 3- and 4-spin model, and of points that are not critical.
struct IndexVersusEnergy: SampledExperiment {
  static let question = "Does the index of critical points fall with energy as predicted?"
  static let claims: Claims = [
    "Dauphin2014, Choromanska2015": "High points are saddles of high index, minima are low.",
    "AuffingerBenArousCerny2013, BrayDean2007": "The index fraction is F(E/E∞).",
  ]

  @OptionGroup var options: RunOptions
  @OptionGroup var sampling: Sampling

  func report() throws -> Report {
    func origin(_ p: Int) -> Provenance {
      Provenance(
        model: Mixture.pure(p).name, convention: Mixture.convention, seed: seed,
        notes: ["experiment IndexVersusEnergy\(quick ? " --quick" : "")"])
    }
    var report = Report(origin(3))
    let control = Control(samples: quick ? 2 : 8, seed: seed)
    control.add(to: &report)
    var table = Table(
      "curve",
      "| p | N | points | rms α - α∞(E) | bound | mean E of minima, each search | each minimum once |"
    )
    let samples = quick ? 4 : 20
    var checks: [Verdict] = []
    for p in [3, 4] {
      report.origin = origin(p)
      let surveys = (quick ? [20, 40] : [20, 40, 80]).map { n in
        let (all, minima) = search(p: p, n: n, samples: samples)
        let bound = [20: 0.04, 40: 0.02, 80: 0.012][n]! * (p == 3 ? 1 : 1.5)
        let check = Verdict("p = \(p), N = \(n)", value: all.rmsDeviation, below: bound)
        checks.append(check)
        let found = Estimate(
          minima.records.filter { $0.point.outcome == .converged && $0.point.index == 0 }
            .map { ($0.sample, $0.energy) })
        table.add(
          "| \(p) | \(n) | \(all.criticalPoints.count) | \(all.rmsDeviation.text(4)) "
            + "| \(bound.text(3))\(check.conclusion == .reproduced ? "" : " not met") "
            + "| \(found.text(4)) | \(minima.meanEnergy(ofIndex: 0).text(4)) |")
        report.save(
          "index-energy-p\(p)-N\(n).csv", all.indexTable(bins: 20, provenance: origin(p)))
        return all
      }
      let points = p == 3 ? control.points : []
      let caption = [
        "pure \(p)-spin; seed \(seed); \(samples) samples of each N"
          + (p == 3 ? "; gradient flow: \(control.description)" : ""),
        Mixture.convention,
      ]
      let thinned = stride(from: 0, to: points.count, by: 8).map { points[$0] }
      report.save(
        "index-energy-p\(p)",
        .indexVersusEnergy(surveys, control: thinned, caption: caption))
      report.save(
        "deviation-p\(p)",
        .indexDeviation(
          surveys, control: points, controlName: "not critical: gradient flow, N = 100",
          caption: caption))
    }
    report.show(table)
    report.judge(Verdict("critical points", all: checks))
    return report
  }

  /// Critical points of all indices, and minima from searches of their own.
  private func search(p: Int, n: Int, samples: Int) -> (
    all: IndexEnergySurvey<LimitingIndexCurve>, minima: IndexEnergySurvey<LimitingIndexCurve>
  ) {
    let model = Mixture.pure(p)
    var all = IndexEnergySurvey(model, dimension: n)
    var minima = IndexEnergySurvey(model, dimension: n)
    for sample in 0..<samples {
      let search = Search(PSpinHamiltonian(model, dimension: n, seed: seed, sample: sample))
      all.add(search.run(points: 64, seed: seed, sample: sample), sample: sample)
      minima.add(
        search.run(points: 32, indices: [0], seed: seed, sample: sample), sample: sample)
    }
    return (all, minima)
  }
}
