import ArgumentParser
import Foundation
import Saddlery

/// Shares of minima and variances of the index, exact and measured, beside those of fair coins.
struct CoinFlip: Experiment {
  static let question = "Are the signs of a Hessian's eigenvalues coin flips?"
  static let meaning =
    "signs of a Hessian's eigenvalues are no coin flips: eigenvalues know of each other"
  static let claims: Claims = [
    "ours": "Often heard of loss surfaces: one critical point in 2^N is a minimum.",
    "DeanMajumdar2006": "Often answered: eigenvalues repel, so it is e^{-(ln 3/4)N²}.",
    "FyodorovNadal2012, AuffingerBenArousCerny2013": "Rates 1 for fields, (p-2)/p for p-spins.",
  ]

  @OptionGroup var options: Options

  /// False positives of all measured shares together.
  private static let rate = 1e-3

  func report() throws -> Report {
    let kinds = try [rawMatrices(), fields()] + [3, 4, 10].map(spinGlass)
    var report = Report(
      "GOE matrices; Hessians at critical points of Gaussian fields in R^N and of pure p-spins",
      seed: seed, convention: "d eigenvalues, N of a field, N - 1 of a p-spin")
    shares(kinds, &report)
    limits(kinds, &report)
    report.found =
      "minima among critical points of a field with N directions become rare like "
      + "e^(-\((kinds[1].rate ?? .nan).text(2)) N), where fair coins would give e^(-\(log(2.0).text(2)) N)"
    report.say(
      "half true: at critical points of fields the coin is exact for N = 1 and 2 and right "
        + "within 1.5 % at 3, but its rate and its fluctuations are wrong at large N")
    saveMinima(kinds, &report)
    saveVariances(kinds, &report)
    return report
  }

  /// What was measured beside what is exact.
  private func shares(_ kinds: [Kind], _ report: inout Report) {
    report.table(
      "minima", "| minima among | directions | exact | 2^-d | measured | z | by | verdict |")
    let count = kinds.reduce(0) { $0 + $1.measured.count }
    var verdicts: [Verdict] = []
    for kind in kinds {
      for item in kind.measured {
        let exact = kind.minima[item.directions] ?? .nan
        let verdict = Verdict(
          kind.name, value: item.share, standardError: item.error, samples: item.samples,
          expectation: exact, falsePositiveRate: Self.rate / Double(count))
        verdicts.append(verdict)
        let numbers = String(
          format: "%.5g | %.5g | %.5g ± %.1g", exact, pow(0.5, Double(item.directions)),
          item.share, item.error)
        report.row(
          "| \(kind.name) | \(item.directions) | \(numbers) | \(verdict.z.text(2)) "
            + "| \(item.source) | \(verdict.conclusion) |")
      }
    }
    report.judge(Verdict("shares of minima", all: verdicts))
  }

  /// Rates of exact shares of minima, closer to their limits than to a coin's, and variances of the index over the
  /// number of directions. Both are within a tenth of what they are at many; small sizes of a quick run are further off.
  private func limits(_ kinds: [Kind], _ report: inout Report) {
    var rates = Table("rates", "| minima among | rate -ln P/N extrapolated | limit | a coin's |")
    var variances = Table("variances", "| index variance / d | d | value | large d | a coin's |")
    var (rateChecks, varianceChecks): ([Verdict], [Verdict]) = ([], [])
    let (part, coin) = (quick ? 0.2 : 0.1, log(2.0))
    for kind in kinds {
      if let limit = kind.rateLimit, let rate = kind.rate {
        let bound = quick ? part * limit : min(part * limit, abs(rate - coin))
        rateChecks.append(Verdict(kind.name, value: abs(rate - limit), below: bound))
        rates.add("| \(kind.name) | \(rate.text(4)) | \(limit.text(4)) | \(coin.text(4)) |")
      }
      guard let last = kind.variances.last else { continue }
      let d = Double(last.directions)
      let limit = kind.varianceLimit ?? Kind.indexVariance(d) / d
      // What is drawn has an error.
      let bound = last.error.map { 4 * $0 } ?? part * limit
      varianceChecks.append(Verdict(kind.name, value: abs(last.value - limit), below: bound))
      let value = last.value.text(4) + (last.error.map { " ± \($0.text(4))" } ?? "")
      variances.add(
        "| \(kind.name) | \(last.directions) | \(value) | \(limit.text(4)) | 0.2500 |")
    }
    report.show(rates)
    report.judge(Verdict("rates", all: rateChecks))
    report.show(variances)
    report.judge(Verdict("variances", all: varianceChecks))
  }
}
