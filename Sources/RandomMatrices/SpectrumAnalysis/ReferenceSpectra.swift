internal import Statistics

/// A spectrum and what is measured of it: the same for data and references.
struct TreatedSpectrum: Sendable {
  let model: BulkModel
  let distance: Double
  let statistics: LevelStatistics

  init(_ levels: [Double], _ fit: BulkFit, lengths: [Double]) {
    model = fit.model
    distance = fit.model.law.kolmogorovDistance(from: Array(levels[fit.bulk]))
    statistics = LevelStatistics(levels[fit.bulk], lengths: lengths)
  }
}

/// Spectra of every reference for a model, treated.
struct ReferenceSpectra {
  /// By reference and number; nil where there was no fit.
  private let sets: [[TreatedSpectrum?]]

  /// - Parameter rule: how each is fitted.
  init(
    _ model: BulkModel, _ rule: BulkFit.Rule, lengths: [Double], count: Int, seed: UInt64,
    threads: Int, progress: @escaping ProgressHandler
  ) {
    let all = SpectralReference.allCases
    // Eight at a time.
    let pieces = (count + 7) / 8
    let treated = concurrentMap(
      0..<(all.count * pieces), threads: threads,
      progress: {
        let total = all.count * count
        progress(WorkProgress(done: $0.done * total / $0.total, total: total))
      },
      { index in
        let start = 8 * (index % pieces)
        return all[index / pieces].spectra(
          model, seed: seed, samples: start..<min(start + 8, count)
        ).map { levels in
          BulkFit(levels, rule).map { TreatedSpectrum(levels, $0, lengths: lengths) }
        }
      })
    sets = all.indices.map { k in treated[(k * pieces)..<((k + 1) * pieces)].flatMap(\.self) }
  }

  /// Models fitted to levels of real matrices.
  var models: [BulkModel] { sets[0].compactMap { $0?.model } }

  /// A number of a spectrum, for each reference by its place among all, beside that of its spectra.
  func statistic(
    of own: TreatedSpectrum, _ length: Double? = nil, isTwoSided: Bool = true,
    _ value: (TreatedSpectrum, _ reference: Int) -> Double
  ) -> SpectralStatistic {
    SpectralStatistic(
      length: length,
      comparisons: SpectralReference.allCases.enumerated().map { k, reference in
        SpectralComparison(
          reference, value: value(own, k), among: sets[k].map { $0.map { value($0, k) } ?? .nan },
          isTwoSided: isTwoSided)
      })
  }
}
