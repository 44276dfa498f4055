public import ArrayFiles
public import CriticalPoints
public import Landscapes
internal import LinearAlgebra
internal import Requirements

/// Critical points of several samples as arrays: where they are, and all eigenvalues of the Hessian there.
///
/// In a file the arrays have named dimensions; pandas and h5py read it:
///
///     file = h5py.File("points.h5"); pandas.DataFrame(file["position"][:]).assign(index=file["index"][:])
public struct PointArrays: Sendable {
  /// The sample of each point.
  public private(set) var samples: [Int] = []
  /// Their indices, point by point.
  public private(set) var indices: [Int] = []
  /// Their values f, not divided by N.
  public private(set) var values: [Double] = []
  /// Where they are, in ambient coordinates.
  public private(set) var positions: [[Double]] = []
  /// Eigenvalues of the Riemannian Hessians, ascending.
  public private(set) var spectra: [[Double]] = []

  private let dimension: Int
  private let directions: Int

  /// Of no points yet, on a domain.
  public init(on domain: some Domain) {
    (dimension, directions) = (domain.ambientDimension, domain.dimension)
  }

  /// Adds the critical points of a sample, each once.
  public mutating func add(
    _ points: [CriticalPoint], of landscape: some Landscape, sample: Int = 0
  ) {
    let duplicates = DistinctPoints(among: points).duplicateOf
    let each = zip(points, duplicates).filter { $0.outcome == .converged && $1 == nil }.map(\.0)
    add(
      each.map { ($0.position, $0.value, $0.index ?? 0) }, of: landscape, sample: sample)
  }

  /// Adds the critical points of a sample.
  public mutating func add(
    _ points: [EnumeratedPoint], of landscape: some Landscape, sample: Int = 0
  ) {
    add(points.map { ($0.position, $0.value, $0.index) }, of: landscape, sample: sample)
  }

  private mutating func add(
    _ points: [(position: [Double], value: Double, index: Int)], of landscape: some Landscape,
    sample: Int
  ) {
    guard !points.isEmpty else { return }
    demand(
      landscape.domain.ambientDimension == dimension,
      "points in \(landscape.domain.ambientDimension) dimensions beside those in \(dimension)")
    samples += points.map { _ in sample }
    indices += points.map(\.index)
    values += points.map(\.value)
    positions += points.map(\.position)
    spectra += landscape.spectra(at: Matrix<Double>(columns: points.map(\.position)))
  }

  /// Adds those of others behind.
  public mutating func add(_ others: PointArrays) {
    samples += others.samples
    indices += others.indices
    values += others.values
    positions += others.positions
    spectra += others.spectra
  }

  /// `sample`, `index` and `value` by point, `position` by point and coordinate, `spectrum` by point and eigenvalue.
  public var datasets: [Dataset] {
    let count = samples.count
    func named(_ names: String...) -> [String: Attribute] { ["DIMENSION_LABELS": .texts(names)] }
    return [
      Dataset("/sample", samples.map(Double.init), attributes: named("point")),
      Dataset("/index", indices.map(Double.init), attributes: named("point")),
      Dataset("/value", values, attributes: named("point")),
      Dataset(
        "/position", shape: [count, dimension], values: positions.flatMap(\.self),
        attributes: named("point", "coordinate")),
      Dataset(
        "/spectrum", shape: [count, directions], values: spectra.flatMap(\.self),
        attributes: named("point", "eigenvalue")),
    ]
  }
}
