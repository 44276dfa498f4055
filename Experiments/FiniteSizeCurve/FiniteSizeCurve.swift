import ArgumentParser
import Foundation
import Saddlery

/// The index-energy curve of finite N against its limit, exact theory on both sides.
struct FiniteSizeCurve: Experiment {
  static let question = "How far is the index-energy curve of finite N from its limit?"
  static let meaning =
    "the curve of infinite N is right but for a correction like 1/N"
  static let claims: Claims = ["AuffingerBenArousCerny2013": "The distance falls like 1/N."]
  static let isSampled = false

  @OptionGroup var options: Options

  func report() throws -> Report {
    let model = Mixture.pure(3)
    let limit = try LimitingIndexCurve(model)
    let sizes = quick ? [8, 20] : [8, 20, 40, 100]
    let energies = (0...160).map { limit.threshold * (Double($0) / 80 - 1) }
    let limiting = energies.map { limit.indexFraction(energy: $0) }
    var (curves, scaled): ([Series], [Series]) = ([], [])
    var data = DataTable(columns: [.init("energy", energies), .init("limit", limiting)])
    let note = "exact mean index fraction of the critical points of an energy"
    var report = Report(model.name, note, seed: nil)
    report.table("distances", "| N | largest distance from the limit | times N |")
    var largest: [Double] = []
    for (i, n) in sizes.enumerated() {
      let density = try CriticalPointDensity(model, dimension: n)
      let exact = energies.map { density.indexFraction(energy: $0) }
      let distance = zip(exact, limiting).map { $0 - $1 }
      let worst = distance.map(abs).max()!
      largest.append(worst)
      report.row("| \(n) | \(worst.text(5)) | \((Double(n) * worst).text(3)) |")
      curves.append(.line("N = \(n)", energies, exact, .sample(i)))
      scaled.append(.line("N = \(n)", energies, distance.map { Double(n) * $0 }, .sample(i)))
      data.columns.append(.init("N\(n)", exact))
    }
    curves.append(.line("N → ∞", energies, limiting))
    let last = sizes.count - 1
    let slope = log(largest[last] / largest[0]) / log(Double(sizes[last]) / Double(sizes[0]))

    report.found =
      "the curve is \(largest[last].text(4)) away at most at N = \(sizes[last]), and the distance goes like N^\(slope.text(2))"
    report.say("slope of log distance against log N: \(slope.text(2))")
    report.judge(Verdict("slope -1", value: abs(slope + 1), below: 0.05))
    report.save("finite-size-curve.csv", data)
    let caption = ["pure 3-spin; exact means over all critical points", Mixture.convention]
    let x = Axis("energy per spin E = H/N")
    report.draw(
      "curves", title: "Index against energy at finite N", caption: caption, x: x,
      y: Axis("mean index fraction α_N(E)"), curves)
    report.draw(
      "scaled", title: "The approach to the limit, scaled by N", caption: caption, x: x,
      y: Axis("N (α_N(E) - α_∞(E))"), scaled)
    return report
  }
}
