import ArgumentParser
import KacRice

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

  @Flag(help: "Print one JSON object on standard output.")
  var json = false

  func run() throws {
    let largest = ConfinedFieldCounts.largestDimension
    guard (1...largest).contains(n) else {
      throw Failure.usage("--n \(n) is not valid; exact counts are for N from 1 to \(largest)")
    }
    guard ConfinedFieldCounts.confinements.contains(confinement) else {
      throw Failure.usage("--confinement \(confinement) is not valid; give 0.001 to 1000")
    }
    let log = try Double(n) * ConfinedComplexity(confinement: confinement).total
    guard log < 680 else {
      throw Failure(
        message:
          "--n \(n) at --confinement \(confinement) has some exp(\(Int(log))) critical points, "
          + "more than a double holds; --n \(max(1, Int(Double(n) * 680 / log))) would do",
        status: 65)
    }
    let counts = try ConfinedFieldCounts(
      confinement: confinement, dimension: n, threads: threading.count)
    let limit = try ConfinedComplexity(confinement: confinement)
    if json {
      try JSONOutput.print([
        "n": n, "confinement": confinement, "byIndex": counts.byIndex.map(\.value),
        "byIndexError": counts.byIndex.map(\.error), "total": counts.total.value,
        "totalError": counts.total.error, "totalComplexity": limit.total,
        "minimaComplexity": limit.minima,
      ])
      return
    }
    print("Gaussian field in a parabola, N = \(n), m = \(confinement)")
    print("total: \(counts.total.value) ± \(counts.total.error)")
    print("rate as N → ∞: \(limit.total), of minima \(limit.minima)")
    print("index  mean number  error")
    for (k, count) in counts.byIndex.enumerated() { print("\(k) \(count.value) \(count.error)") }
  }
}
