import ArgumentParser
import Foundation
import Saddlery

/// Does the Morse index of critical points fall with their energy, along the predicted curve, and
/// is that a property of critical points at all? See README.md.
@main
struct IndexVersusEnergy: ParsableCommand {
  @Flag(help: "A smaller run of a few seconds.")
  var quick = false

  @Option(help: "Seed.")
  var seed: UInt64 = 1

  @Option(help: "Folder for tables and figures.")
  var output = "Experiments/IndexVersusEnergy/results"

  func run() throws {
    var bounds = Bounds()
    let control = Control(samples: quick ? 2 : 8, seed: seed)
    control.report(&bounds)
    print(
      "\n| p | N | points | rms α - α∞(E) | bound | mean E of minima, each search "
        + "| each minimum once |")
    print("|---|---|---|---|---|---|---|")
    for p in [3, 4] {
      let sizes = quick ? [20, 40] : [20, 40, 80]
      let surveys = try sizes.map { try survey(p: p, n: $0, &bounds) }
      let points = p == 3 ? control.points : []
      let caption = [
        "pure \(p)-spin; seed \(seed); \(samples) samples of each N"
          + (p == 3 ? "; gradient flow: \(control.description)" : ""),
        Mixture.convention,
      ]
      let thinned = stride(from: 0, to: points.count, by: 8).map { points[$0] }
      try Figure.indexVersusEnergy(surveys, control: thinned, caption: caption)
        .write(to: output, name: "index-energy-p\(p)", provenance: origin(p: p).comments)
      try Figure.indexDeviation(
        surveys, control: points, controlName: "not critical: gradient flow, N = 100",
        caption: caption
      ).write(to: output, name: "deviation-p\(p)", provenance: origin(p: p).comments)
    }
    guard bounds.allMet else {
      print("verdict: contradicted")
      throw ExitCode(1)
    }
    print("verdict: reproduced")
  }

  private var samples: Int { quick ? 4 : 20 }

  private func origin(p: Int) -> Provenance {
    Provenance(
      model: Mixture.pure(p).name, convention: Mixture.convention, seed: seed,
      notes: ["experiment IndexVersusEnergy\(quick ? " --quick" : "")"])
  }

  /// Critical points of all indices, and minima from searches of their own.
  private func survey(p: Int, n: Int, _ bounds: inout Bounds) throws -> IndexEnergySurvey<
    LimitingIndexCurve
  > {
    let model = Mixture.pure(p)
    var all = IndexEnergySurvey(model, dimension: n)
    var minima = IndexEnergySurvey(model, dimension: n)
    for sample in 0..<samples {
      let search = Search(
        PSpinHamiltonian(model, dimension: n, seed: seed, sample: sample))
      all.add(search.run(points: 64, seed: seed, sample: sample), sample: sample)
      minima.add(
        search.run(points: 32, indices: [0], seed: seed, sample: sample),
        sample: sample)
    }
    let bound = [20: 0.04, 40: 0.02, 80: 0.012][n]! * (p == 3 ? 1 : 1.5)
    let isMet = bounds.check(all.rmsDeviation < bound)
    let found = Estimate(
      minima.records.filter { $0.point.outcome == .converged && $0.point.index == 0 }
        .map { ($0.sample, $0.energy) })
    print(
      "| \(p) | \(n) | \(all.criticalPoints.count) "
        + String(format: "| %.4f | %.3f", all.rmsDeviation, bound)
        + "\(isMet ? "" : " not met") | \(found.text) | \(minima.meanEnergy(ofIndex: 0).text) |")
    try OutputFolder(output).write([
      (
        "index-energy-p\(p)-N\(n).csv",
        all.indexTable(bins: 20, provenance: origin(p: p)).csv()
      )
    ])
    return all
  }
}

/// Whether every prediction held.
struct Bounds {
  private(set) var allMet = true

  mutating func check(_ condition: Bool) -> Bool {
    allMet = allMet && condition
    return condition
  }
}

extension Estimate {
  fileprivate var text: String { String(format: "%.4f ± %.4f", mean, standardError) }
}
