internal import CriticalPoints
public import KacRice
public import Landscapes
public import Statistics

/// All eigenvalues of the Hessians at critical points of nearly one energy, for three energies: high, middle and the lowest.
///
/// Of n points in the order of their energy these are the first, the middle ones and those at nine tenths, n/25 each, or fewer
/// where 1000 eigenvalues are enough, and one at least.
public struct SpectraByEnergy: Sendable {
  /// The points of one energy.
  package struct Window: Sendable {
    /// high, middle or lowest.
    package let name: String
    package let points: [IndexEnergySurvey<LimitingIndexCurve>.Record]
    /// Eigenvalues of the Riemannian Hessian at each point, ascending.
    package let spectra: [[Double]]

    /// Mean E = H/N.
    package var energy: Double { mean(\.energy) }
    /// Mean index fraction.
    package var indexFraction: Double { mean(\.indexFraction) }

    private func mean(_ value: (IndexEnergySurvey<LimitingIndexCurve>.Record) -> Double) -> Double {
      points.reduce(0) { $0 + value($1) / Double(points.count) }
    }

    /// The density of these eigenvalues as N → ∞: the mean of the points' semicircles around -y, y the radial derivative.
    package func limit(_ curve: LimitingIndexCurve, at eigenvalue: Double) -> Double {
      points.reduce(0) { sum, record in
        let x = (eigenvalue + record.point.radialDerivative) / curve.edge
        let height = max(0, 1 - x * x).squareRoot() * 2 / (.pi * curve.edge)
        return sum + height / Double(points.count)
      }
    }
  }

  /// From the highest energy; as many as there are points, if these are fewer than three.
  package let windows: [Window]

  /// Takes them from the critical points of a survey.
  ///
  /// - Parameters:
  ///   - survey: whose points keep their positions.
  ///   - threads: results do not depend on it.
  ///   - landscape: of a sample of the survey.
  /// - Throws: what `landscape` throws.
  /// - Complexity: a landscape for each sample that has one of the points, and an evaluation and 4/3 N³ operations a point.
  public init<L: Landscape>(
    of survey: IndexEnergySurvey<LimitingIndexCurve>, threads: Int = defaultThreads,
    _ landscape: (Int) throws -> L
  ) rethrows {
    let points = survey.criticalPoints.sorted { $0.energy < $1.energy }
    let enough = (1000 + survey.indices - 2) / max(1, survey.indices - 1)
    let each = max(1, min(points.count / 25, enough))
    let places: [(String, Int)] = [
      ("high", points.count * 9 / 10), ("middle", points.count / 2), ("lowest", 0),
    ].suffix(points.count)
    let chosen = places.map { name, place in
      let first = min(max(0, place - each / 2), points.count - each)
      return (name, Array(points[first..<(first + each)]))
    }
    let all = Dictionary(grouping: chosen.flatMap(\.1), by: \.sample)
    var spectra: [[Double]: [Double]] = [:]
    for (sample, records) in all.sorted(by: { $0.key < $1.key }) {
      let (landscape, positions) = (try landscape(sample), records.map(\.point.position))
      let found = concurrentMap(0..<positions.count, threads: threads) {
        landscape.spectrum(at: positions[$0])
      }
      spectra.merge(zip(positions, found)) { first, _ in first }
    }
    windows = chosen.map { name, points in
      Window(name: name, points: points, spectra: points.map { spectra[$0.point.position] ?? [] })
    }
  }
}
