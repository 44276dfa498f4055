public import Landscapes
internal import LinearAlgebra

/// The symmetries of a network: units of a hidden layer change places, and with an odd activation the signs of all weights
/// into and out of a unit turn.
///
/// There are Π_l n_l! of them, times 2^n_l, too many to go through one by one: points are compared unit by unit, layer by
/// layer. Units whose decays differ do not change places. Without hidden units that are nonlinear there are more
/// symmetries than these, continuous ones if decays are all equal.
public struct UnitSymmetries: Symmetries {
  let architecture: Architecture
  let isOdd: Bool
  /// For each unit of each hidden layer the first unit of its layer that has the same decays.
  let kinds: [[Int]]

  init(_ architecture: Architecture, isOdd: Bool, decay: [Double]) {
    (self.architecture, self.isOdd) = (architecture, isOdd)
    kinds = (0..<architecture.hiddenLayers).map { l in
      let decays = (0..<architecture.widths[l + 1]).map { unit in
        Self.places(of: unit, after: l, architecture).map { decay[$0] }
      }
      return decays.map { own in decays.firstIndex(of: own)! }
    }
  }

  /// Where the parameters into and out of a unit stand; those in first.
  static func places(
    of unit: Int, after l: Int, _ architecture: Architecture
  ) -> [Int] {
    let (lower, upper) = (architecture.layers[l], architecture.layers[l + 1])
    return (0..<lower.columns).map { lower.offset + $0 * lower.outputs + unit }
      + (0..<upper.outputs).map { upper.offset + unit * upper.outputs + $0 }
  }

  /// Neighbours of one kind exchanged, and the signs of each unit turned.
  public var generators: [SignedPermutation] {
    let n = architecture.parameterCount
    return kinds.enumerated().flatMap { l, kinds in
      let places = kinds.indices.map { Self.places(of: $0, after: l, architecture) }
      let exchanges = kinds.indices.filter { kinds[$0] != $0 }
        .map { SignedPermutation.swapping(places[kinds[$0]], places[$0], of: n) }
      return exchanges + (isOdd ? places.map { .turning($0, of: n) } : [])
    }
  }

  /// Π_l n_l! 2^n_l, where all units of a layer may change places and turn.
  public var order: Int? {
    product(
      kinds.flatMap { kinds in counts(kinds).map { arrangements(of: $0.count, turning: isOdd) } })
  }

  /// All maps but those that leave the point where it is.
  ///
  /// They exchange units that are equal up to sign, and turn units of no weight at all. (Units that take in the same and
  /// give out something else are not equal.)
  public func imageCount(of point: [Double], within distance: Double) -> Int? {
    product(
      kinds.enumerated().flatMap { l, kinds -> [Int?] in
        let units = kinds.indices.map { unit in
          Self.places(of: unit, after: l, architecture).map { point[$0] }
        }
        let zero = [Double](repeating: 0, count: units[0].count)
        var equals: [Int: (kind: Int, count: Int)] = [:]
        for unit in kinds.indices {
          let first = (0...unit).first {
            kinds[$0] == kinds[unit] && isSame(units[$0], units[unit], within: distance)
          }!
          equals[first, default: (kinds[unit], 0)].count += 1
        }
        return counts(kinds).map { kind, count in
          var images = arrangements(of: count, turning: isOdd)
          for (first, equal) in equals where equal.kind == kind {
            let isZero = units[first].isWithin(distance, of: zero)
            guard let fixed = arrangements(of: equal.count, turning: isOdd && isZero) else {
              return nil
            }
            images = images.map { $0 / fixed }
          }
          return images
        }
      })
  }

  /// Whether the units of one point are those of the other in another order, with other signs.
  public func carry(_ point: [Double], to other: [Double], within distance: Double) -> Bool {
    carry(point, to: other, within: distance, layer: 0, unit: 0)
  }

  /// Finds for one unit after the other of `other` one of `point` that arrives alike, and puts it there.
  private func carry(
    _ point: [Double], to other: [Double], within distance: Double, layer l: Int, unit: Int
  ) -> Bool {
    guard l < architecture.hiddenLayers else { return point.isWithin(distance, of: other) }
    guard unit < kinds[l].count else {
      return carry(point, to: other, within: distance, layer: l + 1, unit: 0)
    }
    let incoming = architecture.layers[l].columns
    let places = (0..<kinds[l].count).map { Self.places(of: $0, after: l, architecture) }
    let wanted = places[unit].map { other[$0] }
    var tried: [[Double]] = []
    for candidate in unit..<kinds[l].count where kinds[l][candidate] == kinds[l][unit] {
      for sign in isOdd ? [1.0, -1] : [1] {
        let numbers = places[candidate].map { sign * point[$0] }
        guard
          Array(numbers.prefix(incoming)).isWithin(distance, of: Array(wanted.prefix(incoming))),
          abs(norm(Array(numbers.dropFirst(incoming))) - norm(Array(wanted.dropFirst(incoming))))
            <= distance, !tried.contains(numbers)
        else { continue }
        tried.append(numbers)
        var moved = point
        for (place, number) in zip(places[candidate], places[unit].map({ point[$0] })) {
          moved[place] = number
        }
        for (place, number) in zip(places[unit], numbers) { moved[place] = number }
        if carry(moved, to: other, within: distance, layer: l, unit: unit + 1) { return true }
      }
    }
    return false
  }

  private func isSame(_ a: [Double], _ b: [Double], within distance: Double) -> Bool {
    a.isWithin(distance, of: b) || isOdd && a.map { -$0 }.isWithin(distance, of: b)
  }

  private func counts(_ kinds: [Int]) -> [(kind: Int, count: Int)] {
    Set(kinds).sorted().map { kind in (kind, kinds.count { $0 == kind }) }
  }

  /// n!, times 2^n if units turn too.
  private func arrangements(of n: Int, turning: Bool) -> Int? {
    product((0..<n).map { (turning ? 2 : 1) * ($0 + 1) })
  }

  private func product(_ factors: [Int?]) -> Int? {
    factors.reduce(1) { product, factor in
      guard let product, let factor else { return nil }
      let (result, isTooLarge) = product.multipliedReportingOverflow(by: factor)
      return isTooLarge ? nil : result
    }
  }
}

extension Perceptron: SymmetricLandscape {
  /// Exchanges of units and turns of their signs.
  public var symmetries: UnitSymmetries {
    UnitSymmetries(architecture, isOdd: activation.isOdd, decay: decay)
  }
}
