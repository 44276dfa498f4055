import Foundation
import Saddlery

extension SpectralLaws {
  /// The largest eigenvalue at three sizes: exact laws, and Tracy and Widom's limit.
  func largestEigenvalues(_ report: inout Report) throws {
    report.table(
      "tracy-widom",
      "| β | n | samples N | mean of ζ_n | exact | limit | √N distance from the exact law | "
        + "| exact law's distance from the limit |")
    var series: [Series] = []
    // √N sup|F_N - F| exceeds this at the stated rate.
    let bound = (-log(Self.rate / 2) / 2).squareRoot()
    for beta in [1, 2, 4] {
      let limit = try TracyWidomLaw(beta: beta)
      var distances: [Double] = []
      for (i, n) in [5, 20, 80].enumerated() {
        let exact = try LargestEigenvalueLaw(size: n, beta: beta)
        let ensemble = try BetaEnsemble.hermite(size: n, beta: Double(beta))
        let largest = spectra(ensemble, samples: quick ? 2000 : 40_000).map { $0[n - 1] }
        let centre = (2 * Double(beta) * Double(n)).squareRoot()
        let unit = (Double(beta) / 2).squareRoot() * pow(Double(n), -1.0 / 6)
        let scaled = largest.map { ($0 - centre) / unit }
        let distance = (0...1600).map { -8 + 0.01 * Double($0) }.reduce(0) {
          max($0, abs(exact.distribution(centre + unit * $1) - limit.distribution($1)))
        }
        distances.append(distance)
        let statistic =
          Double(largest.count).squareRoot() * exact.kolmogorovDistance(from: largest)
        let verdict = Verdict("β = \(beta), n = \(n)", statistic: statistic, within: bound)
        report.check(verdict)
        let mean = scaled.reduce(0, +) / Double(scaled.count)
        report.row(
          "| \(beta) | \(n) | \(largest.count) | \(mean.text(4)) "
            + "| \(((exact.mean - centre) / unit).text(4)) | \(limit.mean.text(4)) "
            + "| \(verdict.value.text(2)) | \(verdict.conclusion) | \(distance.text(4)) |")
        guard beta == 1 else { continue }
        report.found =
          "the largest eigenvalue of \(n) x \(n) GOE matrices is \(mean.text(3)) on average in Tracy and Widom's unit, where "
          + "the exact law says \(((exact.mean - centre) / unit).text(3)) and the limit \(limit.mean.text(3))"
        let drawn = try EmpiricalDensity(scaled.map { [$0] }, edges: grid(-5...3, 36))
        series += [
          .marks("n = \(n)", drawn, .sample(i)).ofKind("drawn"),
          .line("n = \(n)", grid(-5...3, 200), .sample(i)) {
            unit * exact.density(centre + unit * $0)
          }.ofKind("exact"),
        ]
      }
      let rises = zip(distances, distances.dropFirst()).count { !($1 < $0) }
      report.check(Verdict("distances that fall, β = \(beta)", exceptions: rises))
    }
    let law = try TracyWidomLaw(beta: 1)
    let ζ = grid(-5...3, 200)
    series.append(.dashed("Tracy-Widom", ζ, ζ.map(law.density), .black))
    report.origin = origin("GOE", "ζ = (λ_max - √(2n)) √2 n^(1/6)")
    report.judge("largest eigenvalue")
    report.draw(
      "tracy-widom", title: "The largest eigenvalue of a GOE matrix, slowly Tracy-Widom",
      caption: [
        "ζ = (λ_max - √(2n)) √2 n^(1/6), entries of variance 1/2 off the diagonal; seed \(seed)",
        "lines: exact laws at finite n, and their limit",
      ], x: Axis("ζ", range: -5...3), y: Axis("probability density"), series)
  }

  /// Spikes: where the largest eigenvalue goes and what its vector keeps.
  func outliers(_ report: inout Report) throws {
    report.table("spikes", "| θ | n | λ_max | limit | overlap² | limit | verdict |")
    let strengths = [0.25, 0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]
    var (positions, overlaps) = ([Series](), [Series]())
    var rows: [[Double]] = []
    let seed = seed
    let runs = quick ? [(100, 10)] : [(100, 400), (400, 60)]
    for (i, (n, samples)) in runs.enumerated() {
      var means: [(position: Estimate, overlap: Estimate)] = []
      for θ in strengths {
        let ensemble = try SymmetricEnsemble.spikedWigner(size: n, strengths: [θ])
        let found = concurrentMap(0..<samples, threads: defaultThreads) { sample in
          var solver = HermitianEigensolver<Double>(size: n)
          _ = solver.diagonalize(ensemble.sample(seed: seed, sample: sample), vectors: true)
          let first = solver.eigenvectors[0, n - 1]
          return [solver.eigenvalues[n - 1], first * first]
        }
        let law = try RankOneOutlier.additive(strength: θ)
        let position = Estimate(bySample: found.map { [$0[0]] })
        let overlap = Estimate(bySample: found.map { [$0[1]] })
        means.append((position, overlap))
        rows.append([
          θ, Double(n), position.mean, position.standardError, law.position, overlap.mean,
          overlap.standardError, law.squaredOverlap,
        ])
        // Corrections are of order 1/n away from the threshold; at it the law has none to compare with.
        guard θ >= 1.5, !quick else { continue }
        let slack = 4 / Double(n)
        let verdict = Verdict(
          "θ = \(θ), n = \(n)",
          all: [
            fit(position, law.position, errors: 4, slack: slack),
            fit(overlap, law.squaredOverlap, errors: 4, slack: slack),
          ])
        report.check(verdict)
        report.row(
          "| \(θ) | \(n) | \(position.text(4)) | \(law.position.text(4)) | \(overlap.text(4)) "
            + "| \(law.squaredOverlap.text(4)) | \(verdict.conclusion) |")
      }
      positions.append(
        .marks("n = \(n)", strengths, means.map(\.position), .sample(i)))
      overlaps.append(
        .marks("n = \(n)", strengths, means.map(\.overlap), .sample(i)))
    }
    let strong = grid(0...3.1, 300)
    let laws = try strong.map { try RankOneOutlier.additive(strength: $0) }
    positions.append(Series("limit", x: strong, y: laws.map(\.position), style: .line))
    overlaps.append(Series("limit", x: strong, y: laws.map(\.squaredOverlap), style: .line))
    if !quick { report.judge("spikes") }
    report.origin = origin("GOE with one spike", "edge 2, spike θ on a unit vector v")
    let header =
      "theta,n,largest,largest_standard_error,largest_limit,overlap,"
      + "overlap_standard_error,overlap_limit"
    report.save("outlier-position-table.csv", DataTable(header, rows: rows))
    let caption = ["M + θ v vᵀ, M a GOE matrix of edge 2; bars: standard errors; seed \(seed)"]
    report.draw(
      "outlier-position", title: "A spike pulls an eigenvalue out of the bulk from θ = 1 on",
      caption: caption, x: Axis("strength θ"), y: Axis("largest eigenvalue"), positions)
    report.draw(
      "outlier-overlap", title: "The eigenvector sees the spike from θ = 1 on",
      caption: caption, x: Axis("strength θ"), y: Axis("squared overlap ⟨v, u⟩²"), overlaps)
  }

  /// Whether a mean is within so many standard errors and some slack of a law.
  func fit(_ measured: Estimate, _ law: Double, errors: Double, slack: Double = 0) -> Verdict {
    Verdict(
      "fit", statistic: abs(measured.mean - law), within: errors * measured.standardError + slack)
  }
}
