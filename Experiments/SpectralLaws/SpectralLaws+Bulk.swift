import Requirements
import Saddlery

extension SpectralLaws {
  /// GOE: the semicircle against the exact mean density of a finite matrix.
  func semicircle(_ report: inout Report) throws {
    report.table(
      "semicircle",
      "| GOE n | samples | exact density, largest z | | semicircle, largest z | | distance |")
    var series: [Series] = []
    for (i, n) in [8, 32, 128].enumerated() {
      let ensemble = try GaussianOrthogonalEnsemble(size: n)
      let found = spectra(ensemble, samples: (quick ? 20_000 : 200_000) / n)
      guard let limit = ensemble.limitingLaw else { fail("no semicircle") }
      let radius = limit.support.upperBound
      let exact = try MeanDensityLaw(size: n)
      let measured = try EmpiricalDensity(
        found, edges: grid(-1.2...1.2, 40).map { radius * $0 })
      let (agreement, circle) = (agreement(measured, exact), agreement(measured, limit))
      let distance = limit.kolmogorovDistance(from: found.flatMap(\.self))
      report.check(agreement, Verdict("distance", value: distance, below: 0.5 / Double(n)))
      // At n = 128 the difference is below what these samples see.
      if n <= 32 { report.check(Verdict(control: "semicircle, n = \(n)", [circle])) }
      let word = circle.conclusion == .consistent ? "consistent" : "rejected"
      report.row(
        "| \(n) | \(found.count) | \(agreement.value.text(2)) | \(agreement.conclusion) "
          + "| \(circle.value.text(1)) | \(word) | \(distance.text(4)) |")
      series += [
        .marks("n = \(n)", measured, per: radius, .sample(i)).ofKind("drawn"),
        .line("n = \(n)", grid(-1.2...1.2, 400), .sample(i)) {
          radius * exact.density(radius * $0)
        }.ofKind("exact"),
      ]
    }
    series.append(
      .dashed(
        "semicircle", grid(-1...1, 400), grid(-1...1, 400).map(SemicircleLaw.unit.density), .black))
    report.origin = origin("GOE", "eigenvalues over √(2n), off-diagonal variance 1/2")
    report.judge("semicircle")
    report.draw(
      "semicircle", title: "GOE: the semicircle, and what is left of it at finite n",
      caption: ["eigenvalues over √(2n), entries of variance 1/2 off the diagonal; seed \(seed)"],
      x: Axis("λ/√(2n)"), y: Axis("mean density", range: 0...0.8), series)
  }

  /// The largest deviation of the bins from a law, by Student's t with a spectrum as the unit.
  private func agreement(_ measured: EmpiricalDensity, _ law: any SpectralLaw) -> Verdict {
    Verdict(
      "largest deviation", value: measured.deviations(from: law).map(abs).max() ?? .nan,
      standardError: 1, samples: measured.masses.first?.samples ?? 0, expectation: 0,
      falsePositiveRate: Self.rate / Double(measured.masses.count))
  }

  /// Sample covariances: Marchenko and Pastur.
  func covariances(_ report: inout Report) throws {
    report.table(
      "marchenko-pastur",
      "| m x n | c | samples | distance from Marchenko-Pastur | bound | control: c + 20 % |")
    for (m, n) in [(50, 200), (200, 800), (200, 200), (300, 150)] {
      let ensemble = try WishartEnsemble(size: m, observations: n, variance: 1 / Double(n))
      let found = spectra(ensemble, samples: quick ? 20 : 200)
      let ratio = Double(m) / Double(n)
      let law = try MarchenkoPasturLaw(ratio: ratio)
      let wrong = try MarchenkoPasturLaw(ratio: 1.2 * ratio)
      let cells = distances(found, law, control: wrong, size: m, &report)
      report.row("| \(m) x \(n) | \(ratio) | \(found.count) \(cells)")
      report.origin = origin("real Wishart", "X Xᵀ/n, variance 1")
      guard m == 200 && n == 800 else { continue }
      let edges = (0...45).map { 0.15 + 2.25 * Double($0) / 45 }
      let figure = Figure.spectralDensity(
        try EmpiricalDensity(found, edges: edges), law: ("Marchenko-Pastur, c = 1/4", law),
        quantity: "eigenvalue of X Xᵀ/n",
        title: "A sample covariance and the law of Marchenko and Pastur",
        caption: ["X 200 x 800, normal entries of variance 1, \(found.count) samples, seed \(seed)"]
      )
      report.save("marchenko-pastur", figure)
    }
    report.judge("Marchenko-Pastur")
  }

  /// GOE plus an independent sample covariance: the free convolution of their laws.
  func sums(_ report: inout Report) throws {
    let (m, n) = (300, 600)
    let first = try GaussianOrthogonalEnsemble(size: m, variance: 0.25 / Double(m))
    let second = try WishartEnsemble(size: m, observations: n, variance: 1 / Double(n))
    let seed = seed
    let samples = quick ? 4 : 40
    let found = concurrentMap(0..<samples, threads: defaultThreads) { sample in
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
    report.table(
      "sums",
      "| GOE + Wishart, m = \(m), n = \(n) | distance from the free convolution | bound "
        + "| control: radius + 20 % |")
    let cells = distances(found, law, control: wrong, size: m, &report)
    report.row("| \(found.count) samples \(cells)")
    report.origin = origin("GOE + Wishart", "edge 1 of the GOE part, X Xᵀ/n of variance 1")
    report.judge("free sum")
    report.save(
      "free-sum",
      .spectralDensity(
        try EmpiricalDensity(found), law: ("semicircle ⊞ Marchenko-Pastur", law),
        quantity: "eigenvalue of M + X Xᵀ/n", title: "Independent matrices add up freely",
        caption: [
          "M a GOE matrix of edge 1, X \(m) x \(n) of variance 1; \(found.count) samples, seed \(seed)"
        ]))
  }

  /// The last cells of a row: the distance of spectra from a law and from a wrong one, which must exceed the bound.
  ///
  /// S spectra of m eigenvalues may be off their limit by 1/m for its own distance, and 2/(m√S) for
  /// their fluctuations, which repulsion keeps at the order of a level.
  private func distances(
    _ found: [[Double]], _ law: some SpectralLaw, control: some SpectralLaw, size m: Int,
    _ report: inout Report
  ) -> String {
    let all = found.flatMap(\.self)
    let bound = (1 + 2 / Double(found.count).squareRoot()) / Double(m)
    let distance = law.kolmogorovDistance(from: all)
    let rejected = Verdict("control", value: control.kolmogorovDistance(from: all), above: bound)
    report.check(Verdict("distance", value: distance, below: bound), rejected)
    return "| \(distance.text(5)) | \(bound.text(5)) | \(rejected.value.text(4)) "
      + "\(rejected.rejection) |"
  }
}
