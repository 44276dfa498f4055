import ArgumentParser
import Saddlery

/// All critical points of small systems, enumerated with proof, against exact means by index.
struct CountingCriticalPoints: Experiment {
  static let question = "Do all critical points of small systems average to the exact numbers?"
  static let meaning =
    "the exact formula counts every critical point of small systems"
  static let claims: Claims = [
    "AuffingerBenArousCerny2013, Breiding2017": "Mean numbers are known exactly at every N.",
    "MehtaStarioloKastner2013, CartwrightSturmfels2013": "All are found by polynomial homotopies.",
  ]

  @OptionGroup var options: Options

  /// False positives of all counts, and of all energies, of one model.
  private static let rate = 1e-3

  func report() throws -> Report {
    let runs: [(p: Int, n: Int, samples: Int)] =
      quick
      ? [(3, 5, 200), (4, 4, 100)] : [(3, 6, 2000), (3, 8, 2000), (3, 10, 1000), (4, 5, 1000)]
    let note = "every critical point of every sample, certified"
    var report = Report("pure p-spin", note, seed: seed)
    var (counts, energies): ([Series], [Series]) = ([], [])
    var rows: [[Double]] = []
    report.table(
      "models",
      #"| p | N | samples, complete | largest \|z\|, counts | energies | verdict | control: p + 1 |"#
    )
    for (i, (p, n, samples)) in runs.enumerated() {
      let survey = try EnumerationSurvey(.pure(p), dimension: n, samples: samples, seed: seed)
      let exact = try CriticalPointCounts(.pure(p), dimension: n)
      let verdicts = survey.verdicts(falsePositiveRate: Self.rate)
      let complete = Verdict("complete", exceptions: samples - survey.completeSamples)
      let verdict = Verdict("p = \(p), N = \(n)", all: verdicts + [complete])
      let wrong = try CriticalPointCounts(.pure(p + 1), dimension: n)
      let counted = survey.results.map(\.byIndex)
      let control = Verdict(
        control: "theory of p + 1",
        Verdict.counts(counted, against: wrong, falsePositiveRate: Self.rate))
      report.judge(Verdict(verdict.quantity, all: [verdict, control]))
      let worst = [verdicts[...n], verdicts[(n + 1)...]].map { $0.map { abs($0.z) }.max() ?? 0 }
      report.row(
        "| \(p) | \(n) | \(samples), \(survey.completeSamples) | \(worst[0].text(2)) "
          + "| \(worst[1].text(2)) | \(verdict.conclusion) | \(control.rejection) |")

      let (means, meanEnergies) = (survey.meanByIndex, survey.meanEnergyByIndex)
      let exactEnergies = exact.meanEnergyByIndex.map(\.value)
      let fractions = (0..<n).map { Double($0) / Double(n - 1) }
      let exactCounts = exact.byIndex.map(\.value)
      let mean = means.reduce(0) { $0 + $1.mean }
      report.found =
        "\(samples) systems of N = \(n) with p = \(p) have \(mean.text(2)) critical points on average, all counted, where "
        + "theory says \(exactCounts.reduce(0, +).text(2))"
      let name = "p = \(p), N = \(n)"
      counts += [
        .line(name, fractions, exactCounts, .sample(i)).ofKind("exact"),
        .marks(name, fractions, means, .sample(i)).ofKind("enumerated"),
      ]
      energies += [
        .line(name, exactEnergies, fractions, .sample(i)).ofKind("exact"),
        Series(
          name, x: meanEnergies.map(\.mean), y: fractions,
          xError: meanEnergies.map(\.standardError), colour: .sample(i)
        ).ofKind("enumerated"),
      ]
      rows += (0..<n).map { k in
        let (count, energy) = (means[k], meanEnergies[k])
        return [Double(p), Double(n), Double(k), count.mean, count.standardError, exactCounts[k]]
          + [energy.mean, energy.standardError, exactEnergies[k]]
      }
    }
    report.say(
      "false-positive rate \(Self.rate) for the counts of a model, the same for its energies")

    let header =
      "p,n,index,mean_count,standard_error,exact_count,mean_energy,"
      + "energy_standard_error,exact_energy"
    report.save("means.csv", DataTable(header, rows: rows))
    let caption = [
      "pure p-spin, all critical points of every disorder sample, seed \(seed)",
      "bars: standard errors, the sample being the unit; lines join exact means at that N",
    ]
    report.draw(
      "counts", title: "Enumerated critical points average to the exact numbers", caption: caption,
      x: Axis("index fraction k/(N-1)"), y: Axis("mean number of critical points"), counts)
    report.draw(
      "energies", title: "Mean energy by index, all critical points", caption: caption,
      x: Axis("mean energy per spin E = H/N"), y: Axis("index fraction k/(N-1)"), energies)
    return report
  }
}
