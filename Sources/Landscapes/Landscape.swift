public import LinearAlgebra

/// A smooth real function with exact derivatives on a domain.
///
/// The batch is the primitive: a landscape says what it is at B points at once, a point per
/// column, and a single point is B = 1. That turns a memory-bound contraction into one matrix
/// product, and it is the only evaluation path. Conformers are immutable, so batches may be
/// evaluated from many threads.
public protocol Landscape: Sendable {
  /// The set the function lives on.
  associatedtype Space: Domain
  /// The set the function lives on.
  var domain: Space { get }
  /// Writes values and Euclidean derivatives in ambient coordinates at each column of `points`.
  ///
  /// - Parameters:
  ///   - points: n x B with n the ambient dimension; for a sphere the columns are on it.
  ///   - jets: B jets, overwritten up to their order.
  /// - Complexity: stated by each conformer.
  func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch)
  /// The products of the Euclidean Hessian at one point with some vectors, each n x B in ambient coordinates, by way of the
  /// Hessian unless said otherwise.
  func hessianProducts(at point: [Double], _ vectors: Matrix<Double>) -> Matrix<Double>
  /// How far the derivatives may be off; rounding unless said otherwise. Searches call nothing zero, or different from
  /// zero, that is smaller.
  var accuracy: DerivativeAccuracy { get }
  /// The distance that searches measure steps, tolerances and their random starts by; ``typicalScale`` unless said
  /// otherwise.
  var searchScale: Double { get }
  /// The indices that searches from random starts aim at; all, from 0 to the domain's dimension, unless said otherwise.
  var searchIndices: ClosedRange<Int> { get }
}

extension Landscape {
  /// - Complexity: a Hessian, n² numbers of memory, and 2n² operations a vector.
  public func hessianProducts(at point: [Double], _ vectors: Matrix<Double>) -> Matrix<Double> {
    euclideanHessian(at: point) * vectors
  }

  /// That of derivatives by formulas.
  public var accuracy: DerivativeAccuracy { .rounding }

  /// ``typicalScale``, unless a landscape says otherwise.
  public var searchScale: Double { typicalScale }

  /// All of them, unless a landscape says otherwise.
  public var searchIndices: ClosedRange<Int> { 0...domain.dimension }

  /// Values and Euclidean derivatives at each column of `points`.
  public func jets(at points: Matrix<Double>, upTo order: DerivativeOrder) -> JetBatch {
    var jets = JetBatch(
      dimension: domain.ambientDimension, count: points.columns, order: order)
    evaluate(points, into: &jets)
    return jets
  }

  /// The value at one point.
  public func value(at point: [Double]) -> Double {
    jets(at: Matrix<Double>(columns: [point]), upTo: .value).values[0]
  }

  /// The gradient at one point in ambient coordinates, n numbers; along the domain see ``riemannianGradient(at:)``.
  public func euclideanGradient(at point: [Double]) -> [Double] {
    jets(at: Matrix<Double>(columns: [point]), upTo: .gradient).gradients.elements
  }

  /// The Hessian at one point in ambient coordinates, n x n: on a sphere its signs say nothing of minima and saddles,
  /// see ``riemannianHessian(at:)``.
  public func euclideanHessian(at point: [Double]) -> Matrix<Double> {
    jets(at: Matrix<Double>(columns: [point]), upTo: .hessian).hessian(0)
  }

  /// The gradient along the domain at one point of it, in orthonormal tangent coordinates: zero at a critical point.
  public func riemannianGradient(at point: [Double]) -> [Double] { localModel(at: point).gradient }

  /// The Hessian along the domain at one point of it, in orthonormal tangent coordinates; on a sphere the tangential part
  /// of the Euclidean one less the radial derivative y.
  public func riemannianHessian(at point: [Double]) -> Matrix<Double> {
    var hessian = localModel(at: point).hessian
    hessian.mirrorLowerTriangle()
    return hessian
  }

  /// The eigenvalues of ``riemannianHessian(at:)``, ascending; the negative ones are the Morse index of a critical
  /// point. NaN if the Hessian is not finite.
  public func spectrum(at point: [Double]) -> [Double] {
    var solver = HermitianEigensolver<Double>(size: domain.dimension)
    _ = solver.diagonalize(riemannianHessian(at: point))
    return solver.eigenvalues
  }

  /// The spectrum at each point, a column each.
  public func spectra(at points: Matrix<Double>) -> [[Double]] {
    var (model, solver) = (
      LocalModel(of: domain), HermitianEigensolver<Double>(size: domain.dimension)
    )
    return batches(of: points.columns).flatMap { batch -> [[Double]] in
      let some = points.columns(in: batch)
      let jets = jets(at: some, upTo: .hessian)
      return (0..<some.columns).map { b in
        domain.expand(jets, at: some, column: b, into: &model)
        model.hessian.mirrorLowerTriangle()
        _ = solver.diagonalize(model.hessian)
        return solver.eigenvalues
      }
    }
  }

  /// The Morse index of the Hessian along the domain at each point, a column each, critical or not; nil where the Hessian is
  /// not finite.
  ///
  /// - Complexity: an evaluation and 4/3 n³ operations a point, eight points at a time.
  public func indices(at points: Matrix<Double>) -> [Int?] {
    var (model, lanes) = (LocalModel(of: domain), SpectralLanes(size: domain.dimension))
    return batches(of: points.columns).flatMap { batch -> [Int?] in
      let some = points.columns(in: batch)
      let jets = jets(at: some, upTo: .hessian)
      return stride(from: 0, to: batch.count, by: 8).flatMap { first -> [Int?] in
        let eight = first..<min(first + 8, batch.count)
        let isFinite = eight.map { b in
          domain.expand(jets, at: some, column: b, into: &model)
          guard model.isFinite else { return false }
          lanes.load(
            model.hessian, model.gradient, magnitude: model.hessianSize, lane: b - first)
          return true
        }
        lanes.reduce()
        return isFinite.enumerated().map { $1 ? lanes.negativeEigenvalues(lane: $0) : nil }
      }
    }
  }

  /// How many points are evaluated together: 64, fewer in high dimension so that their jets stay below 64 MiB.
  package var batchSize: Int {
    let n = domain.ambientDimension
    return min(64, max(1, (1 << 26) / (8 * n * (n + 1))))
  }

  /// Numbers below a count in batches of that size.
  package func batches(of count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: batchSize).map { $0..<min($0 + batchSize, count) }
  }

  private func localModel(at point: [Double]) -> LocalModel {
    let points = Matrix<Double>(columns: [point])
    var model = LocalModel(of: domain)
    domain.expand(jets(at: points, upTo: .hessian), at: points, column: 0, into: &model)
    return model
  }
}
