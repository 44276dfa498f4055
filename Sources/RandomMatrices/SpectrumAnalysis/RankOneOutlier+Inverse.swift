extension RankOneOutlier {
  /// The strength θ > 1 of ``additive(strength:)`` whose eigenvalue lies at z = θ + 1/θ; nil for z ≤ 2, where none does.
  public static func strength(at z: Double) -> Double? {
    guard z > 2 else { return nil }
    return (z + ((z - 2) * (z + 2)).squareRoot()) / 2
  }

  /// The variance ℓ of a spike of ``covariance(spike:ratio:)`` whose eigenvalue lies at z = ℓ(1 + c/(ℓ-1)).
  ///
  /// Above the bulk ℓ > 1 + √c; below it, for c < 1, ℓ < 1 - √c. Nil where no spike puts an eigenvalue.
  public static func spike(at z: Double, ratio c: Double) -> Double? {
    let root = c.squareRoot()
    let (low, high) = ((1 - root) * (1 - root), (1 + root) * (1 + root))
    guard z > high || (c < 1 && z > 0 && z < low) else { return nil }
    // ℓ² - (1 + z - c)ℓ + z = 0; the product of the roots is z.
    let larger = (1 + z - c + ((z - low) * (z - high)).squareRoot()) / 2
    return z > high ? larger : z / larger
  }
}
