import Foundation
import Saddlery

extension SpectralLaws {
  /// The largest eigenvalue at three sizes: exact laws, and Tracy and Widom's limit.
  func largestEigenvalues() throws -> Bool {
    print(
      "| β | n | samples N | mean of ζ_n | exact | limit | √N distance from the exact law | | exact law's "
        + "distance from the limit |")
    print("|---|---|---|---|---|---|---|---|---|")
    let sizes = [5, 20, 80]
    var isRight = true
    var series: [Series] = []
    // √N sup|F_N - F| exceeds this at the stated rate.
    let bound = (-log(Self.rate / 2) / 2).squareRoot()
    for beta in [1, 2, 4] {
      let limit = try TracyWidomLaw(beta: beta)
      var distances: [Double] = []
      for (i, n) in sizes.enumerated() {
        let exact = try LargestEigenvalueLaw(size: n, beta: beta)
        let ensemble = try HermiteEnsemble(size: n, beta: Double(beta))
        let largest = spectra(ensemble, samples: quick ? 2000 : 40_000).map { $0[n - 1] }
        let root = Double(largest.count).squareRoot()
        let (centre, unit) = Self.edge(n, beta)
        let scaled = largest.map { ($0 - centre) / unit }
        let statistic = root * exact.kolmogorovDistance(from: largest)
        let distance = (0...1600).map { -8 + 0.01 * Double($0) }.reduce(0) {
          max($0, abs(exact.distribution(centre + unit * $1) - limit.distribution($1)))
        }
        distances.append(distance)
        isRight = isRight && statistic < bound
        let mean = scaled.reduce(0, +) / Double(scaled.count)
        print(
          "| \(beta) | \(n) | \(largest.count) | "
            + String(
              format: "%.4f | %.4f | %.4f | %.2f | ", mean, (exact.mean - centre) / unit,
              limit.mean,
              statistic) + word(statistic < bound) + String(format: " | %.4f |", distance))
        if beta == 1 {
          let measured = try EmpiricalDensity(
            scaled.map { [$0] }, edges: (0...36).map { -5 + 8 * Double($0) / 36 })
          let edges = measured.edges
          let colour = Colour.sample(i)
          series.append(
            Series(
              "n = \(n), drawn", x: zip(edges, edges.dropFirst()).map { ($0 + $1) / 2 },
              y: measured.densities.map(\.value),
              yError: measured.densities.map(\.standardError), colour: colour))
          let grid = (0...200).map { -5 + 8 * Double($0) / 200 }
          series.append(
            Series(
              "exact", x: grid, y: grid.map { unit * exact.density(centre + unit * $0) },
              style: .line, colour: colour))
        }
      }
      isRight = isRight && distances[2] < distances[1] && distances[1] < distances[0]
    }
    let law = try TracyWidomLaw(beta: 1)
    let grid = (0...200).map { -5 + 8 * Double($0) / 200 }
    series.append(
      Series(
        "Tracy-Widom", x: grid, y: grid.map(law.density), style: .dashedLine, colour: .black))
    try write(
      Figure(
        title: "The largest eigenvalue of a GOE matrix, slowly Tracy-Widom",
        caption: [
          "ζ = (λ_max - √(2n)) √2 n^(1/6), entries of variance 1/2 off the diagonal; seed \(seed)",
          "lines: exact laws at finite n, and their limit",
        ],
        x: Axis("ζ", range: -5...3), y: Axis("probability density"), series: series),
      name: "tracy-widom", origin("GOE", "ζ = (λ_max - √(2n)) √2 n^(1/6)"))
    return isRight
  }

  /// √(2βn) and √(β/2) n^{-1/6}.
  private static func edge(_ n: Int, _ beta: Int) -> (Double, Double) {
    let (n, beta) = (Double(n), Double(beta))
    return ((2 * beta * n).squareRoot(), (beta / 2).squareRoot() * pow(n, -1.0 / 6))
  }

  /// Spikes: where the largest eigenvalue goes and what its vector keeps.
  func outliers() throws -> Bool {
    print("| θ | n | λ_max | limit | overlap² | limit | verdict |")
    print("|---|---|---|---|---|---|---|")
    let strengths = [0.25, 0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]
    var (positions, overlaps) = ([Series](), [Series]())
    var rows: [[Double]] = []
    var isRight = true
    let seed = seed
    let runs = quick ? [(100, 10)] : [(100, 400), (400, 60)]
    for (i, (n, samples)) in runs.enumerated() {
      var means: [[Estimate]] = [[], []]
      for θ in strengths {
        let ensemble = try SpikedWignerEnsemble(size: n, strengths: [θ])
        let found = concurrentMap(count: samples, threads: defaultThreads) { sample in
          var solver = HermitianEigensolver<Double>(size: n)
          _ = solver.diagonalize(ensemble.sample(seed: seed, sample: sample), vectors: true)
          let first = solver.eigenvectors[0, n - 1]
          return [solver.eigenvalues[n - 1], first * first]
        }
        let law = try RankOneOutlier.additive(strength: θ)
        let (position, overlap) = (
          Estimate(bySample: found.map { [$0[0]] }), Estimate(bySample: found.map { [$0[1]] })
        )
        means[0].append(position)
        means[1].append(overlap)
        rows.append([
          θ, Double(n), position.mean, position.standardError, law.position, overlap.mean,
          overlap.standardError, law.squaredOverlap,
        ])
        // Corrections are of order 1/n away from the threshold; at it the law has none to compare with.
        guard θ >= 1.5, !quick else { continue }
        let slack = 4 / Double(n)
        let fits =
          abs(position.mean - law.position) < 4 * position.standardError + slack
          && abs(overlap.mean - law.squaredOverlap) < 4 * overlap.standardError + slack
        isRight = isRight && fits
        print(
          "| \(θ) | \(n) | "
            + String(
              format: "%.4f ± %.4f | %.4f | %.4f ± %.4f | %.4f | ", position.mean,
              position.standardError, law.position, overlap.mean, overlap.standardError,
              law.squaredOverlap) + word(fits) + " |")
      }
      for (k, estimates) in means.enumerated() {
        let series = Series(
          "n = \(n)", x: strengths, y: estimates.map(\.mean),
          yError: estimates.map(\.standardError), colour: .sample(i))
        if k == 0 { positions.append(series) } else { overlaps.append(series) }
      }
    }
    let grid = (0...300).map { 3.1 * Double($0) / 300 }
    let laws = try grid.map { try RankOneOutlier.additive(strength: $0) }
    positions.append(
      Series("limit", x: grid, y: laws.map(\.position), style: .line, colour: .black))
    overlaps.append(
      Series("limit", x: grid, y: laws.map(\.squaredOverlap), style: .line, colour: .black))
    let origin = origin("GOE with one spike", "edge 2, spike θ on a unit vector v")
    let names = [
      "theta", "n", "largest", "largest_standard_error", "largest_limit", "overlap",
      "overlap_standard_error", "overlap_limit",
    ]
    let table = DataTable(
      comments: origin.comments,
      columns: names.enumerated().map { column in
        .init(column.element, rows.map { $0[column.offset] })
      })
    let caption = ["M + θ v vᵀ, M a GOE matrix of edge 2; bars: standard errors; seed \(seed)"]
    try write(
      Figure(
        title: "A spike pulls an eigenvalue out of the bulk from θ = 1 on", caption: caption,
        x: Axis("strength θ"), y: Axis("largest eigenvalue"), series: positions),
      table, name: "outlier-position", origin)
    try write(
      Figure(
        title: "The eigenvector sees the spike from θ = 1 on", caption: caption,
        x: Axis("strength θ"), y: Axis("squared overlap ⟨v, u⟩²"), series: overlaps),
      name: "outlier-overlap", origin)
    return isRight
  }
}
