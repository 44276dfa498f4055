public import Landscapes
internal import LinearAlgebra
internal import Requirements

/// A number that a field has at a point: its value or a partial derivative.
public struct Observation: Sendable, Hashable {
  /// Which of the numbers.
  public enum Quantity: Sendable, Hashable {
    /// The value V.
    case value
    /// ∂_i V, coordinates counted from 0.
    case derivative(Int)
    /// ∂_i ∂_j V, of either order.
    case secondDerivative(Int, Int)
  }

  /// The place of the observation.
  public let point: [Double]
  /// The coordinates differentiated by, in ascending order: none for a value, at most two.
  let coordinates: [Int]

  /// Which of the numbers; of second derivatives that with i ≤ j.
  public var quantity: Quantity {
    switch coordinates.count {
    case 0: .value
    case 1: .derivative(coordinates[0])
    default: .secondDerivative(coordinates[0], coordinates[1])
    }
  }

  /// A quantity at a point.
  public init(at point: [Double], _ quantity: Quantity = .value) {
    self.point = point
    coordinates =
      switch quantity {
      case .value: []
      case .derivative(let i): [i]
      case .secondDerivative(let i, let j): [min(i, j), max(i, j)]
      }
    demand(
      coordinates.allSatisfy(point.indices.contains),
      "a derivative by coordinates \(coordinates) at a point of \(point.count)")
  }

  /// The value, the n first and the n(n+1)/2 second derivatives, packed as those of ``/Landscapes/JetBatch``.
  public static func jet(
    at point: [Double], upTo order: DerivativeOrder = .hessian
  ) -> [Observation] {
    var quantities = [Quantity.value]
    if order >= .gradient { quantities += point.indices.map { .derivative($0) } }
    if order >= .hessian {
      quantities += point.indices.flatMap { j in (0...j).map { .secondDerivative($0, j) } }
    }
    return quantities.map { Observation(at: point, $0) }
  }
}

extension Landscape where Space == EuclideanSpace {
  /// What is observed of this landscape.
  public func values(of observations: [Observation]) -> [Double] {
    let groups = observations.byPoint
    let order = observations.map(\.coordinates.count).max() ?? 0
    let jets = jets(
      at: Matrix<Double>(columns: groups.map(\.point)), upTo: DerivativeOrder(rawValue: order)!)
    var values = [Double](repeating: 0, count: observations.count)
    for (column, group) in groups.enumerated() {
      for entry in group.entries {
        let coordinates = observations[entry].coordinates
        values[entry] =
          switch coordinates.count {
          case 0: jets.values[column]
          case 1: jets.gradients[coordinates[0], column]
          default:
            jets.hessians![coordinates[0] + coordinates[1] * (coordinates[1] + 1) / 2, column]
          }
      }
    }
    return values
  }
}

extension [Observation] {
  /// The distinct points, in order of appearance, and which entries are at each.
  var byPoint: [(point: [Double], entries: [Int])] {
    var groups: [(point: [Double], entries: [Int])] = []
    var known: [[Double]: Int] = [:]
    for (entry, observation) in enumerated() {
      if let group = known[observation.point] {
        groups[group].entries.append(entry)
      } else {
        known[observation.point] = groups.count
        groups.append((observation.point, [entry]))
      }
    }
    return groups
  }
}
