import ArgumentParser
import Saddlery

/// `saddlery theory confined-counts`.
struct ConfinedCountsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confined-counts",
    abstract: "Exact mean numbers of critical points of a Gaussian field in a parabola.",
    discussion: """
      H(x) = mu |x|^2/2 + V(x) in R^N, Cov(V(x), V(y)) = N f(|x-y|^2/2N), confinement m = mu/mu_c \
      with mu_c^2 = f''(0). Every number comes with an upper estimate of its error.
      """)

  @Option(parsing: .unconditional, help: "Dimension N, from 1 to 256.")
  var n = 5

  @Option(parsing: .unconditional, help: "Strength m = mu/mu_c of the parabola, from 0.001.")
  var confinement = 1.0

  @OptionGroup var threading: ThreadOptions
  @OptionGroup var reporting: ReportOptions

  func run() throws {
    try require("n", n, in: 1...ConfinedFieldCounts.largestDimension)
    try require("confinement", confinement, in: ConfinedFieldCounts.confinements)
    let limit = try ConfinedComplexity(confinement: confinement)
    try Cost.requireCountable(
      n: n, modes: n, rate: limit.total, "at --confinement \(confinement)")
    let counts = try ConfinedFieldCounts(
      confinement: confinement, dimension: n, threads: threading.count)
    try reporting.print(
      [
        "n": n, "confinement": confinement, "byIndex": counts.byIndex.map(\.value),
        "byIndexError": counts.byIndex.map(\.error), "total": counts.total.value,
        "totalError": counts.total.error, "totalComplexity": limit.total,
        "minimaComplexity": limit.minima,
      ],
      [
        "Gaussian field in a parabola, N = \(n), m = \(confinement)",
        "total: \(counts.total.value) ± \(counts.total.error)",
        "rate as N → ∞: \(limit.total), of minima \(limit.minima)",
      ]
        + listing(
          ["index", "mean number", "error"],
          counts.byIndex.map { ["\($0.value)", "\($0.error)"] }))
  }
}
