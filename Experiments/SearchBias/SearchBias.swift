import ArgumentParser
import Commands
import Saddlery

/// What searches from random starts find of all critical points, which are enumerated.
struct SearchBias: Experiment {
  static let question = "Which of all critical points do searches find, and what do they miss?"
  static let meaning =
    "searches find true critical points only, but not all, and estimates of how many are left are too low"
  static let claims: Claims = [
    "ours": "Searches sample critical points, not uniformly; Chao's estimate is a lower bound."
  ]

  @OptionGroup var options: Options

  private static let methods: [(method: SearchMethod, name: String)] = [
    (.indexTargeted, "index-targeted Newton"), (.newton, "plain Newton"),
    (.levenbergMarquardt, "Levenberg-Marquardt"),
  ]
  private static let startsPerPoint = 20

  func report() throws -> Report {
    let sizes: [(n: Int, samples: Int)] =
      quick ? [(5, 20), (7, 10)] : [(8, 100), (12, 20), (16, 4)]
    let groups = try sizes.flatMap { try hauls(n: $0.n, samples: $0.samples) }
    let note = "searches from random starts against enumerated critical points"
    var report = Report("pure 3-spin", note, seed: seed)
    coverage(groups, &report)
    biases(groups, &report)
    draw(groups, bias: groups.filter { $0.n == sizes[1].n }, &report)
    return report
  }

  /// All points and all finds of some samples, a group for each method.
  private func hauls(n: Int, samples: Int) throws -> [Group] {
    var hauls: [[Haul]] = Self.methods.map { _ in [] }
    for sample in 0..<samples {
      let model = PSpinHamiltonian(.pure(3), dimension: n, seed: seed, sample: sample)
      let all = try Enumeration.run(model, seed: seed, sample: sample)
      guard all.completeness == .proved else {
        throw Failure.incomplete("N = \(n), sample \(sample): \(all.completeness)")
      }
      for (i, (method, _)) in Self.methods.enumerated() {
        let found = Search(model, method: method).run(
          points: Self.startsPerPoint * all.points.count, seed: seed, sample: sample)
        hauls[i].append(Haul(n: n, sample: sample, all: all.points, found: found))
      }
    }
    return zip(Self.methods, hauls).map { Group(n: n, name: $0.name, hauls: $1) }
  }

  /// No search ends where there is no point, and no estimate is above the truth.
  private func coverage(_ groups: [Group], _ report: inout Report) {
    report.say("Starts per critical point: 1, 5, 20. Errors: standard errors over samples.")
    report.table(
      "coverage",
      "| N | search | samples | converged | not enumerated | found | Chao's estimate / truth |")
    var (unknown, excesses): (Int, [Verdict]) = (0, [])
    for group in groups {
      let strangers = group.hauls.reduce(0) { $0 + $1.unknown }
      unknown += strangers
      let found = [1, 5, 20].map { x in group.mean { $0.coverage(startsPerPoint: x) }.mean }
      let estimates = [1, 5, 20].map { x in group.mean { $0.estimate(startsPerPoint: x) } }
      excesses += estimates.map {
        Verdict(group.name, exceptions: $0.mean > 1 + 5 * $0.standardError ? 1 : 0)
      }
      if group.n == groups[0].n, group.name == groups[0].name {
        report.found =
          "at N = \(group.n) five starts for every critical point find \(found[1].percent) of them (\(group.name)), and "
          + "\(strangers) that are not there"
      }
      let converged = group.mean { Double($0.converged) / Double($0.caught.count) }.mean
      report.row(
        "| \(group.n) | \(group.name) | \(group.hauls.count) | \(converged.text(3)) | \(strangers) "
          + "| \(found.map { $0.text(3) }.joined(separator: ", ")) "
          + "| \(estimates.map { $0.text(3) }.joined(separator: ", ")) |")
    }
    report.judge(Verdict("every find is enumerated", exceptions: unknown))
    report.judge(Verdict("Chao's estimates are not above the truth", all: excesses))
  }

  private func biases(_ groups: [Group], _ report: inout Report) {
    report.say("Mean energy of finds minus that of all points, and z.")
    report.table(
      "bias", "| N | search | minima | maxima | minima, distinct finds of 1 start per point |")
    for group in groups {
      let biases = [
        group.mean { $0.bias(ofIndex: 0) }, group.mean { $0.bias(ofIndex: group.n - 1) },
        group.mean { $0.bias(ofIndex: 0, isDistinct: true) },
      ]
      let texts = biases.map { "\($0.text(4)), \(($0.mean / $0.standardError).text(1))" }
      report.row("| \(group.n) | \(group.name) | \(texts.joined(separator: " | ")) |")
    }
  }
}
