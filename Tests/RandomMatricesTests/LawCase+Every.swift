import RandomMatrices

extension LawCase {
  /// Those of ``all``, the laws without a formula for their moments, and parameters at the ends of their domains.
  // swift-format-ignore: NeverUseForceTry
  static let every: [LawCase] =
    all
    + [(2, 1), (4, 2), (3, 4)].map { (rank: Int, beta: Int) in
      LawCase(
        "next largest \(rank), \(beta)", try! NextLargestLaw(rank: rank, beta: beta),
        bulk: -20...10)
    }
    + Law.SymplecticScale.allCases.map {
      LawCase("Tracy-Widom 4, \($0)", try! TracyWidomLaw(beta: 4, scale: $0), bulk: -15...12)
    }
    + [[0.3], [-1, 1], [2, -7, 2, 1e-300, 1e30]].map {
      LawCase("points \($0)", try! AtomicLaw(eigenvalues: $0))
    }
    + free
    + [.leastNonzeroMagnitude, 1e-300, 1e-160, 1e160, 1e308].flatMap { (r: Double) in
      [
        LawCase("semicircle \(r)", try! SemicircleLaw(radius: r)),
        LawCase("quarter circle \(r)", try! QuarterCircleLaw(radius: r)),
        LawCase("circular \(r)", try! CircularLaw(radius: r)),
      ]
    }
    + [(1e-300, 1), (1e-16, 1), (1e-9, 1e300), (1e9, 1e-300), (1e150, 1e150), (1e300, 1)].map {
      (c: Double, variance: Double) in
      let law = try! MarchenkoPasturLaw(ratio: c, variance: variance)
      return LawCase("Marchenko-Pastur \(c), \(variance)", law, bulk: law.bands[0])
    }
    + [
      (.leastNonzeroMagnitude, 2), (2, .leastNonzeroMagnitude), (1e-9, 3), (1e15, 1e15),
      (1e300, 1e300), (1, 1e-15), (2, 1e20),
    ]
    .map { (a: Double, b: Double) in
      let law = try! WachterLaw(first: a, second: b)
      return LawCase("Wachter \(a), \(b)", law, bulk: law.bands[0])
    }
    + [.leastNonzeroMagnitude, 1e-300, 80, 1e4, 1.9e5, 2.1e5, 1e9, 1e15, 1e300, 1e308].map {
      LawCase("surmise \($0)", try! WignerSurmise(beta: $0), bulk: 0...12)
    }
    + [2, 1000, 1_000_000_000_000_000].map {
      LawCase("Kesten-McKay \($0)", try! KestenMcKayLaw(degree: $0))
    }
    + [(1, 1), (2, 1), (4, 1), (1, 30)].map { (beta: Int, n: Int) in
      LawCase(
        "largest \(beta), \(n)", try! LargestEigenvalueLaw(size: n, beta: beta), bulk: -12...25)
    }

  // swift-format-ignore: NeverUseForceTry
  private static let free = try! [
    LawCase(
      "semicircle ⊞ Marchenko-Pastur",
      FreeConvolution.sum(SemicircleLaw.unit, MarchenkoPasturLaw(ratio: 0.3))),
    LawCase(
      "points ⊞ Marchenko-Pastur",
      FreeConvolution.sum(AtomicLaw(eigenvalues: [-3, -3, 3]), MarchenkoPasturLaw(ratio: 2))),
    LawCase(
      "Marchenko-Pastur ⊠ Wachter",
      FreeConvolution.product(
        MarchenkoPasturLaw(ratio: 0.3), WachterLaw(first: 0.6, second: 1.3))),
    LawCase(
      "semicircle ⊞ semicircle 1e40",
      FreeConvolution.sum(SemicircleLaw(radius: 1e40), SemicircleLaw(radius: 2e40))),
  ]
}
