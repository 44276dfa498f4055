internal import RandomStreams
internal import Requirements

/// What levels may be, as to how they repel each other.
public enum SpectralReference: String, Sendable, CaseIterable {
  /// Levels of real random matrices: GOE, or its like of the fitted density.
  case goe = "GOE"
  /// Levels of complex random matrices.
  case gue = "GUE"
  /// Independent levels: a Poisson process.
  case poisson = "Poisson"

  /// The law of spacings that they are held against: Wigner's surmise, or the exponential law.
  var spacingLaw: any SpectralLaw {
    switch self {
    case .goe: certain { try WignerSurmise(beta: 1) }
    case .gue: certain { try WignerSurmise(beta: 2) }
    case .poisson: PoissonSpacingLaw()
    }
  }

  /// Spectra of the size and density of a model, by number, ascending.
  ///
  /// Randomness: streams of samples from 2⁴⁰ on, clear of those of matrices that somebody draws by the same seed.
  package func spectra(_ model: BulkModel, seed: UInt64, samples: Range<Int>) -> [[Double]] {
    switch self {
    case .goe, .gue:
      let (ensemble, level) = model.ensemble(beta: self == .goe ? 1 : 2)
      let start = 1 << (self == .goe ? 40 : 41)
      return ensemble.spectra(
        seed: seed, samples: (start + samples.lowerBound)..<(start + samples.upperBound)
      ).map { $0.map(level) }
    case .poisson:
      let law = model.law
      return samples.map { sample in
        var stream = RandomStream(seed: seed, purpose: .disorder, sample: 1 << 42 + sample)
        return law.sample(count: model.size, using: &stream).sorted()
      }
    }
  }
}
