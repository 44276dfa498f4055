import Foundation
import Saddlery

extension SpectralLaws {
  /// GOE: the semicircle against the exact mean density of a finite matrix.
  func semicircle() throws -> Bool {
    print("| GOE n | samples | exact density, largest z | | semicircle, largest z | | distance |")
    print("|---|---|---|---|---|---|---|")
    var series: [Series] = []
    var isRight = true
    for (i, n) in [8, 32, 128].enumerated() {
      let ensemble = try GaussianOrthogonalEnsemble(size: n)
      let found = spectra(ensemble, samples: (quick ? 20_000 : 200_000) / n)
      guard let limit = ensemble.limitingLaw else { return false }
      let radius = limit.support.upperBound
      let edges = (0...40).map { radius * (-1.2 + 2.4 * Double($0) / 40) }
      let measured = try EmpiricalDensity(found, edges: edges)
      let (exact, circle) = (
        agreement(measured, try MeanDensityLaw(size: n)), agreement(measured, limit)
      )
      let distance = limit.kolmogorovDistance(from: found.flatMap(\.self))
      // At n = 128 the difference is below what these samples see.
      isRight =
        isRight && exact.isRight && (n > 32 || !circle.isRight) && distance < 0.5 / Double(n)
      print(
        "| \(n) | \(found.count) | " + String(format: "%.2f | ", exact.z) + word(exact.isRight)
          + String(format: " | %.1f | ", circle.z) + (circle.isRight ? "consistent" : "rejected")
          + String(format: " | %.4f |", distance))
      let centres = zip(edges, edges.dropFirst()).map { ($0 + $1) / 2 / radius }
      let colour = Colour.sample(i)
      series.append(
        Series(
          "n = \(n), drawn", x: centres, y: measured.densities.map { radius * $0.value },
          yError: measured.densities.map { radius * $0.standardError }, colour: colour))
      let law = try MeanDensityLaw(size: n)
      let grid = (0...400).map { -1.2 + 2.4 * Double($0) / 400 }
      series.append(
        Series(
          "exact", x: grid, y: grid.map { radius * law.density(radius * $0) }, style: .line,
          colour: colour))
    }
    let grid = (0...400).map { -1 + Double($0) / 200 }
    series.append(
      Series(
        "semicircle", x: grid, y: grid.map(SemicircleLaw.unit.density), style: .dashedLine,
        colour: .black))
    try write(
      Figure(
        title: "GOE: the semicircle, and what is left of it at finite n",
        caption: ["eigenvalues over √(2n), entries of variance 1/2 off the diagonal; seed \(seed)"],
        x: Axis("λ/√(2n)"), y: Axis("mean density", range: 0...0.8), series: series),
      name: "semicircle", origin("GOE", "eigenvalues over √(2n), off-diagonal variance 1/2"))
    return isRight
  }

  /// Sample covariances: Marchenko and Pastur.
  func covariances() throws -> Bool {
    print(
      "| m x n | c | samples | distance from Marchenko-Pastur | bound | control: c + 20 % |")
    print("|---|---|---|---|---|---|")
    var isRight = true
    var figure: Figure?
    for (m, n) in [(50, 200), (200, 800), (200, 200), (300, 150)] {
      let ensemble = try WishartEnsemble(size: m, observations: n, variance: 1 / Double(n))
      let found = spectra(ensemble, samples: quick ? 20 : 200)
      let all = found.flatMap(\.self)
      let ratio = Double(m) / Double(n)
      let law = try MarchenkoPasturLaw(ratio: ratio)
      let distance = law.kolmogorovDistance(from: all)
      let control = try MarchenkoPasturLaw(ratio: 1.2 * ratio).kolmogorovDistance(from: all)
      let bound = rigidity(m, found.count)
      isRight = isRight && distance < bound && control > bound
      print(
        "| \(m) x \(n) | \(ratio) | \(found.count) | "
          + String(format: "%.5f | %.5f | %.4f ", distance, bound, control)
          + rejection(control > bound) + " |")
      if m == 200 && n == 800 {
        let measured = try EmpiricalDensity(
          found, edges: (0...45).map { 0.15 + 2.25 * Double($0) / 45 })
        figure = .spectralDensity(
          measured, law: ("Marchenko-Pastur, c = 1/4", law), quantity: "eigenvalue of X Xᵀ/n",
          title: "A sample covariance and the law of Marchenko and Pastur",
          caption: [
            "X 200 x 800, normal entries of variance 1, \(found.count) samples, seed \(seed)"
          ])
      }
    }
    if let figure {
      try write(figure, name: "marchenko-pastur", origin("real Wishart", "X Xᵀ/n, variance 1"))
    }
    return isRight
  }

  /// GOE plus an independent sample covariance: the free convolution of their laws.
  func sums() throws -> Bool {
    let (m, n) = (300, 600)
    let (first, second) = (
      try GaussianOrthogonalEnsemble(size: m, variance: 0.25 / Double(m)),
      try WishartEnsemble(size: m, observations: n, variance: 1 / Double(n))
    )
    let seed = seed
    let samples = quick ? 4 : 40
    let found = concurrentMap(count: samples, threads: defaultThreads) { sample in
      var matrix = first.sample(seed: seed, sample: sample)
      // The next samples, so that the terms are independent.
      let other = second.sample(seed: seed, sample: samples + sample)
      for i in matrix.elements.indices { matrix.storage[i] += other.elements[i] }
      var solver = HermitianEigensolver<Double>(size: m)
      _ = solver.diagonalize(matrix, vectors: false)
      return solver.eigenvalues
    }
    let covariance = try MarchenkoPasturLaw(ratio: 0.5)
    let law = try FreeConvolution.sum(SemicircleLaw(radius: 1), covariance)
    let wrong = try FreeConvolution.sum(SemicircleLaw(radius: 1.2), covariance)
    let all = found.flatMap(\.self)
    let (distance, control) = (
      law.kolmogorovDistance(from: all), wrong.kolmogorovDistance(from: all)
    )
    let bound = rigidity(m, found.count)
    print(
      "| GOE + Wishart, m = \(m), n = \(n) | distance from the free convolution | bound "
        + "| control: radius + 20 % |")
    print("|---|---|---|---|")
    print(
      "| \(found.count) samples | "
        + String(format: "%.5f | %.5f | %.4f ", distance, bound, control)
        + rejection(control > bound) + " |")
    try write(
      .spectralDensity(
        EmpiricalDensity(found), law: ("semicircle ⊞ Marchenko-Pastur", law),
        quantity: "eigenvalue of M + X Xᵀ/n",
        title: "Independent matrices add up freely",
        caption: [
          "M a GOE matrix of edge 1, X \(m) x \(n) of variance 1; \(found.count) samples, seed \(seed)"
        ]),
      name: "free-sum", origin("GOE + Wishart", "edge 1 of the GOE part, X Xᵀ/n of variance 1"))
    return distance < bound && control > bound
  }

  /// How far S spectra of m eigenvalues may be from their limit: 1/m for its own distance, and 2/(m√S) for
  /// their fluctuations, which repulsion keeps at the order of a level.
  private func rigidity(_ m: Int, _ samples: Int) -> Double {
    (1 + 2 / Double(samples).squareRoot()) / Double(m)
  }
}
