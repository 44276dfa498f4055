internal import CLanes
public import LinearAlgebra
internal import Requirements

/// A landscape from one formula, with exact derivatives.
///
///     let bowl = FunctionLandscape(dimension: 3) { x in x[0] * x[0] + cos(x[1]) * exp(x[2]) }
///
/// The formula is written once, for the value. It is run at every point, may have loops and decisions, and must be a
/// function of its argument alone. Where it has no derivative (|x| at 0, √x at 0) derivatives are not finite.
///
/// - Complexity: a point costs one run of the formula; see ``TracedNumber``.
public struct FunctionLandscape<Space: Domain>: SymmetricLandscape {
  /// The set the function lives on.
  public let domain: Space
  /// The formula of the function.
  public let formula: @Sendable ([TracedNumber]) -> TracedNumber

  /// The maps of coordinates under which it is the same, as stated.
  public let symmetries: SymmetryGroup

  /// A function of the ambient coordinates of a domain.
  ///
  /// - Parameters:
  ///   - domain: where the function is defined.
  ///   - symmetries: maps of the coordinates that do not change the value.
  ///   - formula: the function; it is run at every point.
  public init(
    on domain: Space, symmetries: [SignedPermutation] = [],
    _ formula: @escaping @Sendable ([TracedNumber]) -> TracedNumber
  ) {
    (self.domain, self.formula) = (domain, formula)
    self.symmetries = SymmetryGroup(
      dimension: domain.ambientDimension, generators: symmetries)
  }

  /// Runs the formula at each point.
  public func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
    let n = domain.ambientDimension
    guard jets.order > .value else {
      for b in 0..<points.columns {
        jets.values[b] = formula((0..<n).map { TracedNumber(points[$0, b]) }).number
      }
      return
    }
    let size = PackedSymmetric.count(n)
    FormulaRecord.with { record in
      points.elements.withUnsafeBufferPointer { coordinates in
        for b in 0..<points.columns {
          let point = UnsafeBufferPointer(rebasing: coordinates[(n * b)..<(n * (b + 1))])
          jets.values[b] = record.run(formula, at: point)
          jets.gradients.withUnsafeMutableElements {
            record.gradient(into: $0.baseAddress! + n * b)
          }
          jets.hessians?.withUnsafeMutableElements {
            record.hessian(into: $0.baseAddress! + size * b)
          }
        }
      }
    }
  }
}

extension FunctionLandscape where Space == Box {
  /// The same function on all of R^n.
  public var beyondTheWalls: FunctionLandscape<EuclideanSpace> {
    FunctionLandscape<EuclideanSpace>(
      dimension: domain.dimension, length: domain.length,
      symmetries: Array(symmetries.elements.dropFirst()), formula)
  }
}

extension FunctionLandscape where Space == EuclideanSpace {
  /// A function on R^n.
  ///
  /// - Parameters:
  ///   - dimension: n.
  ///   - length: the distance over which the function changes; searches find it where it is nil.
  ///   - symmetries: maps of the coordinates that do not change the value.
  ///   - formula: as in ``init(on:symmetries:_:)``.
  public init(
    dimension: Int, length: Double? = nil, symmetries: [SignedPermutation] = [],
    _ formula: @escaping @Sendable ([TracedNumber]) -> TracedNumber
  ) {
    self.init(
      on: EuclideanSpace(dimension: dimension, length: length), symmetries: symmetries, formula)
  }
}
