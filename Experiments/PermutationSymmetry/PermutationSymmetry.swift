import ArgumentParser
import Foundation
import Saddlery

/// Exchanges of units: how many copies of a minimum they make, and whether they bring independently trained networks
/// into one basin.
struct PermutationSymmetry: Experiment {
  static let question =
    "Can units always be permuted so that no barrier is left between two trained networks?"
  static let meaning =
    "permuting units removes the barrier between networks that learned a rule, and not always between those that learned noise"
  static let claims: Claims = [
    "Ainsworth2023": "Up to permutations of units there is often nearly one single basin.",
    "ours":
      "Heard: exchanges of units make exponentially many minima; a permutation without a barrier can always be found.",
  ]

  @OptionGroup var options: Options

  /// False positives of each family of checks.
  static let rate = 1e-3
  /// No more of the linear barrier than this is none.
  static let bound = 0.01

  var widths: [Int] { quick ? [4, 8] : [4, 8, 16, 32, 64] }
  var convention: String {
    "\(NetworkTask.inputs)-h-1 tanh, \(NetworkTask.examples) examples; L in units of the loss of no weights; seed \(seed)"
  }

  /// One kind of targets at one width.
  struct Case {
    let targets: NetworkTask.Targets
    let width: Int
    let samples: [MatchedNetworks]

    func estimate(_ quantity: (MatchedNetworks.Pair) -> Double) -> Estimate {
      Estimate(bySample: samples.map { $0.pairs.map(quantity) })
    }

    /// Of means, with the error that samples make.
    func ratio(
      _ a: @escaping (MatchedNetworks.Pair) -> Double,
      _ b: @escaping (MatchedNetworks.Pair) -> Double
    ) -> Jackknife {
      Jackknife(samples.count) { some in
        let pairs = some.flatMap { samples[$0].pairs }
        return pairs.reduce(0) { $0 + a($1) } / pairs.reduce(0) { $0 + b($1) }
      }
    }
  }

  func report() throws -> Report {
    var report = Report(
      "tanh networks of one hidden layer", "L(w) = 1/(2m) Σ (f - y)² + λ|w|²/2, Σ y² = m",
      seed: seed, convention: "losses in units of L(0) = 1/2")
    let (seed, count) = (seed, quick ? 12 : 24)
    var cases: [Case] = []
    for targets in NetworkTask.Targets.allCases {
      for width in widths {
        let samples = try concurrentMap(0..<count) { sample throws in
          try MatchedNetworks(
            NetworkTask(targets, width: width, sample: sample, seed: seed), networks: 4)
        }
        cases.append(Case(targets: targets, width: width, samples: samples))
      }
    }
    images(cases, &report)
    barriers(cases, &report)
    glass(&report)
    draw(cases, &report)
    return report
  }

  private func images(_ cases: [Case], _ report: inout Report) {
    report.table(
      "images",
      "| targets | h | networks | minima | symmetries h! 2^h | different images of a minimum | images looked at | largest change of loss, relative | control: weights into two units only |"
    )
    for one in cases {
      let samples = one.samples
      let networks = samples.reduce(0) { $0 + $1.networks }
      let minima = samples.reduce(0) { $0 + $1.minima }
      let change = samples.map(\.change).max() ?? .nan
      let broken = samples.map(\.brokenChange).min() ?? .nan
      let images = samples.flatMap(\.imageCounts)
      let known = images.compactMap(\.self).sorted()
      let count =
        known.count < images.count || known.isEmpty
        ? "more than 2^63"
        : Set([known[0], known[known.count - 1]]).sorted().map(Self.count).joined(separator: " to ")
      report.row(
        "| \(one.targets.rawValue) | \(one.width) | \(networks) | \(minima) "
          + "| 10^\((samples[0].logarithmOfOrder / log(10)).text(1)) | \(count) "
          + "| \(samples.reduce(0) { $0 + $1.imagesSeen }) | \(Self.power(change)) | \(Self.power(broken)) |"
      )
      let name = "\(one.targets.rawValue), h = \(one.width)"
      report.check(
        Verdict("\(name): equal losses", value: change, below: 1e-12),
        Verdict(
          control: "\(name): half an exchange",
          [Verdict("half an exchange", value: broken, below: 1e-12)]))
      report.check(
        Verdict(
          "\(name): minima", value: Double(minima) / Double(networks), above: 0.9))
    }
    report.judge("images of a minimum under exchanges and turns of units have its loss")
  }

  /// A number as it is, or where it is long in powers of ten.
  static func count(_ x: Int) -> String {
    x < 100_000 ? "\(x)" : "10^\(log10(Double(x)).text(1))"
  }

  static func power(_ x: Double) -> String { x == 0 ? "0" : String(format: "%.0e", x) }

  private func barriers(_ cases: [Case], _ report: inout Report) {
    report.table(
      "barriers",
      "| targets | h | pairs in data sets | loss of minima | same minimum up to symmetry | linear barrier | random image | aligned | aligned/linear | best permutation found | best/linear | pairs with a barrier left at best |"
    )
    for one in cases {
      let end = Estimate(bySample: one.samples.map { $0.losses })
      let hasBest = one.width <= MatchedNetworks.widestSearched
      let ratio = one.ratio(\.aligned, \.linear)
      let left = one.estimate { $0.best > Self.bound * $0.linear ? 1 : 0 }
      report.row(
        "| \(one.targets.rawValue) | \(one.width) | \(one.samples.reduce(0) { $0 + $1.pairs.count }) in \(end.samples) "
          + "| \(end.text(4)) | \(one.estimate { $0.isSame ? 1 : 0 }.text(2)) "
          + "| \(one.estimate(\.linear).text(4)) | \(one.estimate(\.random).text(4)) "
          + "| \(one.estimate(\.aligned).text(4)) | \(ratio.text(4)) "
          + (hasBest
            ? "| \(one.estimate(\.best).text(4)) | \(one.ratio(\.best, \.linear).text(4)) | \(left.text(2)) |"
            : "| | | |"))
    }
    for one in cases where one.targets == .teacher {
      let name = "h = \(one.width)"
      report.check(
        Verdict(name, value: one.ratio(\.aligned, \.linear).value, below: Self.bound),
        Verdict(
          control: "\(name): a random image does it too",
          [Verdict(name, value: one.ratio(\.random, \.linear).value, below: Self.bound)]))
    }
    report.judge("teacher: aligned, less than 1 % of the linear barrier is left")
    for one in cases where one.targets == .random {
      let ratio = one.ratio(\.aligned, \.linear)
      let z = (ratio.value - Self.bound) / ratio.standardError
      report.check(Verdict("h = \(one.width)", value: z, above: 3))
    }
    report.judge(
      "random labels: aligned, more than 1 % of the linear barrier is left, by three standard errors"
    )
    func left(_ targets: NetworkTask.Targets) -> String {
      cases.first { $0.targets == targets }?.ratio(\.aligned, \.linear).value.percent ?? ""
    }
    report.found =
      "aligning the units leaves \(left(.teacher)) of the barrier between networks that learned from a teacher, and "
      + "\(left(.random)) between those that learned noise"
    for one in cases where one.targets == .random && one.width == 4 {
      let left = one.estimate { $0.best > Self.bound * $0.linear ? 1 : 0 }
      report.check(Verdict("h = 4", value: left.mean, above: 0.5))
    }
    report.judge(
      "random labels, h = 4: none of all 384 images is without a barrier, in most pairs")
  }
}
