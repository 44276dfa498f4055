import Foundation
import Saddlery

extension TopologyTrivialization {
  private static let indices = [["minima", "maxima"], ["minima", "saddles", "maxima"]]

  /// All critical points of sampled fields in a parabola, N = 1 and 2, against the exact means.
  func fields(_ report: inout Report) throws {
    let confinements = quick ? [0.5, 1] : [0.5, 0.75, 1, 1.5]
    let runs = [(n: 1, samples: quick ? 400 : 4000), (n: 2, samples: quick ? 200 : 1000)]
    let share = Self.rate / Double(confinements.count * (2 + 3))
    let fine = (8...34).map { Double($0) / 20 }
    var series: [Series] = []
    var rows: [[Double]] = []
    report.table(
      "fields",
      #"| N | m | samples, complete | mean numbers by index | exact | largest \|z\| | verdict "#
        + "| control: 4m/3 |")
    for (n, samples) in runs {
      let field = PeriodicField(dimension: n)
      var means: [[Estimate]] = []
      for (number, m) in confinements.enumerated() {
        let results = concurrentMap(0..<samples, threads: defaultThreads) {
          field.sweep(confinement: m, seed: seed, sample: number * samples + $0)
        }
        let complete = results.count { $0.isAccepted && $0.eulerCharacteristic == 1 }
        let found = (0...n).map { k in
          Estimate(results.enumerated().map { ($0.offset, Double($0.element.byIndex[k])) })
        }
        means.append(found)
        let exact = try ConfinedFieldCounts(confinement: m, dimension: n).byIndex.map(\.value)
        let wrong = try ConfinedFieldCounts(confinement: 4 * m / 3, dimension: n).byIndex.map(
          \.value)
        let verdicts = verdicts(found, samples, exact, share)
        let verdict = Verdict(
          "N = \(n), m = \(m)",
          all: verdicts + [Verdict("complete", exceptions: samples - complete)])
        let control = Verdict(control: "4m/3", self.verdicts(found, samples, wrong, share))
        report.check(verdict, control)
        let worst = verdicts.map { abs($0.z) }.max() ?? .nan
        report.row(
          "| \(n) | \(m.text(2)) | \(samples), \(complete) "
            + "| \(found.map { $0.text(4) }.joined(separator: ", ")) "
            + "| \(exact.map { $0.text(4) }.joined(separator: ", ")) "
            + "| \(worst.text(2)) | \(verdict.conclusion) | \(control.rejection) |")
        rows += (0...n).map { k in
          [Double(n), m, Double(k), found[k].mean, found[k].standardError, exact[k]]
        }
      }
      let curve = try ConfinedFieldCounts.curve(confinements: fine, dimension: n)
      for (k, name) in Self.indices[n - 1].enumerated() {
        let colour = Colour.sample(3 * (n - 1) + k)
        let exact = curve.map { $0.byIndex[k].value }
        series.append(.line("N = \(n), \(name)", fine, exact, colour))
        series.append(.marks(nil, confinements, means.map { $0[k] }, colour))
      }
    }
    report.say(
      "false-positive rate \(Self.rate) in all; judged where a hundred points are expected")
    report.origin = confined(seed: seed, "all critical points of sampled fields, f = e^{-τ}")
    let header = "n,m,index,mean_count,standard_error,exact_count"
    report.save("fields-table.csv", DataTable(header, rows: rows))
    report.draw(
      "fields", title: "All critical points of sampled fields average to the exact numbers",
      caption: [
        "Gaussian fields in a parabola, seed \(seed); lines: exact means; marks: means over samples",
        "bars: standard errors, the sample being the unit",
      ], x: Axis("confinement m = μ/μ_c"), y: Axis("mean number", scale: .logarithmic), series)
  }

  /// Means by index against exact ones, where a hundred points are expected: sums of fewer are not normal.
  private func verdicts(
    _ means: [Estimate], _ samples: Int, _ exact: [Double], _ share: Double
  ) -> [Verdict] {
    zip(means, exact).enumerated().filter { Double(samples) * $0.element.1 >= 100 }.map {
      Verdict(
        "index \($0.offset)", $0.element.0, expectation: $0.element.1, falsePositiveRate: share)
    }
  }
}
