extension SpectralLaw {
  /// sup |Fₙ - F|, Fₙ the fraction of a sample up to a point: Kolmogorov's distance, left limits at atoms included.
  ///
  /// For independent numbers of the law it exceeds d with probability 2 exp(-2nd²) at most. Eigenvalues are not
  /// independent: those of one large matrix are closer. Numbers within 1e-9 of an atom count as on it, for
  /// rounding. 1 for an empty sample.
  public func kolmogorovDistance(from sample: [Double]) -> Double {
    let atoms = atoms
    let sorted = sample.map { x in atoms.first { abs($0.position - x) < 1e-9 }?.position ?? x }
      .sorted()
    guard !sorted.isEmpty else { return 1 }
    let n = Double(sorted.count)
    var (distance, first) = (0.0, 0)
    while first < sorted.count {
      let x = sorted[first]
      var next = first + 1
      while next < sorted.count && sorted[next] == x { next += 1 }
      let mass = atoms.first { $0.position == x }?.mass ?? 0
      let value = distribution(x)
      distance = max(
        distance, abs(Double(next) / n - value), abs(Double(first) / n - (value - mass)))
      first = next
    }
    return distance
  }
}
