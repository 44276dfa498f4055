extension SpectralLaw {
  /// sup |Fₙ - F|, Fₙ the fraction of a sample up to a point: Kolmogorov's distance, left limits at atoms included.
  ///
  /// For independent numbers of the law it exceeds d with probability 2 exp(-2nd²) at most. Eigenvalues are not
  /// independent: those of one large matrix are closer. Numbers at an atom to 1e-9 of the law's size count as on it,
  /// for rounding. 1 for an empty sample, NaN if a number of it is.
  public func kolmogorovDistance(from sample: [Double]) -> Double {
    let atoms = atoms
    guard !sample.contains(where: \.isNaN) else { return .nan }
    let sorted = sample.map { atom(at: $0, of: atoms)?.position ?? $0 }.sorted()
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

  /// The numbers of a sample that are not at an atom, as ``kolmogorovDistance(from:)`` sees it.
  package func withoutAtoms(_ sample: [Double]) -> [Double] {
    let atoms = atoms
    return atoms.isEmpty ? sample : sample.filter { atom(at: $0, of: atoms) == nil }
  }

  private func atom(at x: Double, of atoms: [SpectralAtom]) -> SpectralAtom? {
    guard !atoms.isEmpty else { return nil }
    let size = max(abs(support.lowerBound), abs(support.upperBound))
    return atoms.first { abs($0.position - x) <= 1e-9 * size }
  }
}
