import ArgumentParser
import Saddlery

/// Exact numbers of critical points of a field in a parabola and of a spin glass in a random field, beside all
/// critical points of samples.
struct TopologyTrivialization: Experiment {
  static let question = "Is \"no bad minima\" a matter of dimension, or a phase?"
  static let meaning =
    "\"no bad minima\" is a phase: the landscape is simple once it is confined enough, in any dimension"
  static let claims: Claims = [
    "Fyodorov2004":
      "Field in a parabola: exponentially many points below a confinement, one above.",
    "FyodorovNadal2012": "Its minima change in a window N^{-1/3}, by the Tracy-Widom law.",
  ]

  @OptionGroup var options: Options

  /// False positives of all comparisons of sampled fields, and of spin glasses.
  static let rate = 1e-3

  func report() throws -> Report {
    var report = Report(confined(seed: nil, "exact mean numbers"))
    let parts: [(claim: String, part: (inout Report) throws -> Void)] = [
      ("numbers grow below m = 1 and fall to one above", dimension),
      ("window of the minima", window), ("sampled fields", fields),
      ("spin glass in a field", sphere),
    ]
    for (claim, part) in parts {
      report.say("### \(claim)")
      try part(&report)
      report.judge(claim)
    }
    return report
  }

  /// Where the numbers of the field in a parabola come from.
  func confined(seed: UInt64?, _ notes: String) -> Provenance {
    Provenance(
      model: "Gaussian field in a parabola",
      convention: "H(x) = μ|x|²/2 + V(x), Cov(V(x), V(y)) = N f(|x-y|²/(2N)), m = μ/√f''(0)",
      seed: seed, notes: [notes])
  }
}
