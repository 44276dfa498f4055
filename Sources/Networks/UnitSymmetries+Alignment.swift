public import Landscapes
internal import LinearAlgebra
internal import Requirements

extension UnitSymmetries {
  /// The map that carries a point as near to another as it finds: units of the one are put in the places of those of the
  /// other, with the sign that suits.
  ///
  /// With one hidden layer the distance is a sum over units, and the image is the nearest of all. With more, layers are taken in turn,
  /// first by what enters their units alone, then by all their weights until nothing changes: an image of the other
  /// point, whose units all differ, is carried to it, and of other points the image is one that no change of a single layer brings nearer.
  ///
  /// - Parameters:
  ///   - point: what is mapped, weights and biases as ``Architecture`` lays them out.
  ///   - other: what it is to be near to.
  /// - Complexity: h²·(weights of a unit) + h³ for each hidden layer of h units, a few times where layers are several.
  ///
  /// Reference: Ainsworth, Hayase and Srinivasa, *Git Re-Basin*, ICLR 2023, arXiv:2209.04836 (matching of weights; signs are ours).
  public func alignment(of point: [Double], to other: [Double]) -> SignedPermutation {
    let n = architecture.parameterCount
    demand(
      point.count == n && other.count == n,
      "points of \(point.count) and \(other.count) numbers for a network of \(n) weights")
    var map = SignedPermutation(Array(0..<n))
    for layer in kinds.indices {
      map = step(layer, map(point), other, incomingOnly: kinds.count > 1).map.after(map)
    }
    guard kinds.count > 1 else { return map }
    // A scalar product that grows by no more than rounding has come to its end.
    let rounding = 1e-13 * norm(point) * norm(other)
    var isMoving = true
    while isMoving {
      isMoving = false
      for layer in kinds.indices {
        let (next, gain) = step(layer, map(point), other, incomingOnly: false)
        guard gain > rounding else { continue }
        map = next.after(map)
        isMoving = true
      }
    }
    return map
  }

  /// The best map of one layer's units, and by how much it raises the scalar product of the weights looked at.
  private func step(
    _ l: Int, _ point: [Double], _ other: [Double], incomingOnly: Bool
  ) -> (map: SignedPermutation, gain: Double) {
    let n = architecture.parameterCount
    var (places, isTurned, gain) = (Array(0..<n), [Bool](repeating: false, count: n), 0.0)
    let units = kinds[l].indices.map { Self.places(of: $0, after: l, architecture) }
    let count = incomingOnly ? architecture.layers[l].columns : units[0].count
    func product(_ a: Int, _ b: Int) -> Double {
      (0..<count).reduce(0) { $0 + other[units[a][$1]] * point[units[b][$1]] }
    }
    for kind in Set(kinds[l]).sorted() {
      let members = kinds[l].indices.filter { kinds[l][$0] == kind }
      var costs = Matrix<Double>(rows: members.count, columns: members.count)
      for (i, a) in members.enumerated() {
        for (j, b) in members.enumerated() {
          let product = product(a, b)
          costs[i, j] = -(isOdd ? abs(product) : product)
        }
      }
      let columns = Assignment(costs: costs).columns
      for (i, a) in members.enumerated() {
        let b = members[columns[i]]
        gain -= costs[i, columns[i]] + product(a, a)
        let turns = isOdd && product(a, b) < 0
        for (to, from) in zip(units[a], units[b]) { (places[to], isTurned[to]) = (from, turns) }
      }
    }
    return (SignedPermutation(places, isTurned: isTurned), gain)
  }
}
