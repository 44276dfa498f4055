import Foundation
import Saddlery

extension TopologyTrivialization {
  private static let indices = [["minima", "maxima"], ["minima", "saddles", "maxima"]]

  /// All critical points of sampled fields in a parabola, N = 1 and 2, against the exact means.
  func fields() throws -> Bool {
    let confinements = quick ? [0.5, 1] : [0.5, 0.75, 1, 1.5]
    let runs = [(n: 1, samples: quick ? 400 : 4000), (n: 2, samples: quick ? 200 : 1000)]
    let share = Self.rate / Double(confinements.count * (2 + 3))
    let fine = (8...34).map { Double($0) / 20 }
    var holds = true
    var series: [Series] = []
    var rows: [[Double]] = []
    print(
      head([
        "N", "m", "samples, complete", "mean numbers by index", "exact", "largest \\|z\\|",
        "verdict", "control: 4m/3",
      ]))
    for (n, samples) in runs {
      let field = PeriodicField(dimension: n)
      var means: [[Estimate]] = []
      for (number, m) in confinements.enumerated() {
        let results = concurrentMap(count: samples, threads: defaultThreads) {
          field.sweep(confinement: m, seed: seed, sample: number * samples + $0)
        }
        let complete = results.count { $0.isAccepted && $0.eulerCharacteristic == 1 }
        means.append(
          (0...n).map { k in
            Estimate(results.enumerated().map { ($0.offset, Double($0.element.byIndex[k])) })
          })
        let exact = ConfinedFieldCounts(confinement: m, dimension: n).byIndex.map(\.value)
        let verdicts = self.verdicts(means[number], samples, exact, share)
        let control = self.verdicts(
          means[number], samples,
          ConfinedFieldCounts(confinement: 4 * m / 3, dimension: n).byIndex.map(\.value), share)
        let isConsistent =
          complete == samples && verdicts.allSatisfy { $0.conclusion == .consistent }
        let isRejected = control.contains { $0.conclusion == .inconsistent }
        holds = holds && isConsistent && isRejected
        print(
          row([
            "\(n)", text(m, 2), "\(samples), \(complete)",
            means[number].map { "\(text($0.mean, 4)) ± \(text($0.standardError, 4))" }
              .joined(separator: ", "),
            exact.map { text($0, 4) }.joined(separator: ", "),
            text(verdicts.map { abs($0.z) }.max() ?? .nan, 2),
            isConsistent ? "consistent" : "inconsistent", isRejected ? "rejected" : "NOT rejected",
          ]))
        rows += (0...n).map { k in
          [
            Double(n), m, Double(k), means[number][k].mean, means[number][k].standardError,
            exact[k],
          ]
        }
      }
      let curve = ConfinedFieldCounts.curve(confinements: fine, dimension: n)
      for (k, name) in Self.indices[n - 1].enumerated() {
        let colour = Colour.sample(3 * (n - 1) + k)
        series += [
          Series(
            "N = \(n), \(name)", x: fine, y: curve.map { $0.byIndex[k].value },
            style: .line, colour: colour),
          Series(
            nil, x: confinements, y: means.map { $0[k].mean },
            yError: means.map { $0[k].standardError }, colour: colour),
        ]
      }
    }
    print("\nfalse-positive rate \(Self.rate) in all; judged where a hundred points are expected")
    let origin = confined(seed: seed, "all critical points of sampled fields, f = e^{-τ}")
    try write(
      rows, ["n", "m", "index", "mean_count", "standard_error", "exact_count"], origin, "fields.csv"
    )
    try Figure(
      title: "All critical points of sampled fields average to the exact numbers",
      caption: [
        "Gaussian fields in a parabola, seed \(seed); lines: exact means; marks: means over samples",
        "bars: standard errors, the sample being the unit",
      ],
      x: Axis("confinement m = μ/μ_c"), y: Axis("mean number", scale: .logarithmic), series: series
    ).write(to: output, name: "fields", provenance: origin.comments)
    return holds
  }

  /// Means by index against exact ones, where a hundred points are expected: sums of fewer are not normal.
  private func verdicts(
    _ means: [Estimate], _ samples: Int, _ exact: [Double], _ share: Double
  ) -> [Verdict] {
    zip(means, exact).enumerated().filter { Double(samples) * $0.element.1 >= 100 }.map {
      Verdict(
        "index \($0.offset)", value: $0.element.0.mean, standardError: $0.element.0.standardError,
        samples: samples, expectation: $0.element.1, falsePositiveRate: share)
    }
  }

  /// A table of rows.
  func write(_ rows: [[Double]], _ names: [String], _ origin: Provenance, _ file: String) throws {
    let columns = names.enumerated().map { column in
      DataTable.Column(column.element, rows.map { $0[column.offset] })
    }
    try OutputFolder(output).write([
      (file, DataTable(comments: origin.comments, columns: columns).csv())
    ])
  }
}
