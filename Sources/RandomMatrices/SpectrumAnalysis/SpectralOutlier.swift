internal import Requirements

/// An eigenvalue beyond an edge of the bulk.
public struct SpectralOutlier: Sendable, Equatable {
  /// The eigenvalue that lies beyond.
  public let eigenvalue: Double
  /// The probability that any level of a bulk like this lies as far beyond either edge: twice that of its largest, exact
  /// for GOE matrices of n ≤ 600, else of Tracy and Widom. It holds however many lie farther out, as these are not
  /// of the bulk, and errs on the safe side for few levels, to which the edge is fitted. 0 where it is below 1e-130.
  public let pValue: Double
  /// What puts an eigenvalue there, see ``RankOneOutlier``: the strength θ of what was added to a symmetric matrix, or the
  /// variance ℓ along one direction of what a covariance is of, in the unit of the eigenvalues. Nil where nothing of
  /// rank one does, and for Wachter's law.
  public let strength: Double?
  /// ⟨v, u⟩² of that direction and the eigenvector; nil where it is not known.
  public let squaredOverlap: Double?

  /// The levels of a fit that are not of its bulk, ascending.
  static func all(
    _ levels: [Double], _ fit: BulkFit, _ family: SpectralFamily, _ law: SpectrumFit
  ) -> [SpectralOutlier] {
    let test = EdgeTest(family, size: levels.count)
    return levels.indices.filter { !fit.bulk.contains($0) }.map { i in
      let score =
        i < fit.bulk.lowerBound
        ? fit.model.lowerScore(levels[i]) ?? 0 : fit.model.upperScore(levels[i])
      return SpectralOutlier(
        levels[i], pValue: min(1, 2 * test.survival(score)), law)
    }
  }

  private init(_ eigenvalue: Double, pValue: Double, _ fit: SpectrumFit) {
    (self.eigenvalue, self.pValue) = (eigenvalue, pValue)
    let reading: (strength: Double, overlap: Double?)?
    switch fit.family {
    case .semicircle: reading = Self.additive(eigenvalue - fit["centre"]!, unit: fit["radius"]! / 2)
    case .marchenkoPastur:
      reading = Self.spike(eigenvalue, variance: fit["variance"]!, ratio: fit["ratio"]!)
    case .wachter: reading = nil
    }
    (strength, squaredOverlap) = (reading?.strength, reading?.overlap)
  }

  private static func additive(_ x: Double, unit: Double) -> (Double, Double?)? {
    RankOneOutlier.strength(at: abs(x) / unit).map { θ in
      let outlier = certain { try RankOneOutlier.additive(strength: θ) }
      return (x < 0 ? -unit * θ : unit * θ, outlier.squaredOverlap)
    }
  }

  private static func spike(
    _ x: Double, variance: Double, ratio: Double
  ) -> (Double, Double?)? {
    RankOneOutlier.spike(at: x / variance, ratio: ratio).map { ℓ in
      let outlier = try? RankOneOutlier.covariance(spike: ℓ, ratio: ratio)
      return (variance * ℓ, ℓ > 1 ? outlier?.squaredOverlap : nil)
    }
  }
}
