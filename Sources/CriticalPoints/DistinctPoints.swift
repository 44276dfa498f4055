internal import LinearAlgebra

/// Which records of searches are the same critical point.
///
/// Two converged records are one point if they are no further apart than four times their errors, or than
/// within both their isolations: inside either there is one critical point only. σ and -σ are 2√N apart, hence
/// never confused. Records so close with different indices contradict each other: neither can be relied on.
package struct DistinctPoints: Sendable, Equatable {
  /// For each record, the number of the first converged record of the same point; nil if it is itself the first
  /// one or did not converge.
  package private(set) var duplicateOf: [Int?]
  /// Records at the place of another one of another index, ascending.
  package private(set) var undecided: [Int]

  /// - Parameter distance: of two positions, on a domain that is periodic.
  /// - Complexity: of n records, n log n and the pairs of nearly equal value.
  package init(
    among points: [CriticalPoint],
    distance: ([Double], [Double]) -> Double = { a, b in norm(zip(a, b).map { $0 - $1 }) }
  ) {
    let converged = points.indices.filter { points[$0].outcome == .converged }
    let order = converged.sorted { (points[$0].value, $0) < (points[$1].value, $1) }
    let error = 8 * converged.reduce(0) { max($0, points[$1].error) }
    let rounding = 1e-9 * converged.reduce(0) { max($0, abs(points[$1].value)) }
    var first = [Int?](repeating: nil, count: points.count)
    var contradicting: Set<Int> = []
    for (rank, i) in order.enumerated() where first[i] == nil {
      let a = points[i]
      // Values differ by so much within reach of a, to second order.
      let reach = max(error, a.isolation)
      let curvature = max(abs(a.lowestEigenvalue), abs(a.highestEigenvalue))
      let slope = a.gradientNorm * Double(a.position.count).squareRoot()
      let window = (slope + curvature * reach) * reach + rounding
      for j in order[(rank + 1)...] {
        let b = points[j]
        guard !(b.value - a.value > window) else { break }
        guard
          distance(a.position, b.position)
            <= max(4 * (a.error + b.error), min(a.isolation, b.isolation))
        else { continue }
        if a.index != b.index {
          contradicting.formUnion([i, j])
        } else if first[j] == nil {
          first[j] = i
        }
      }
    }
    undecided = contradicting.sorted()
    // The earliest record of each group represents it.
    var earliest = Array(points.indices)
    for (j, i) in first.enumerated() { if let i { earliest[i] = min(earliest[i], j) } }
    duplicateOf = points.indices.map { i in
      let representative = earliest[first[i] ?? i]
      return representative == i ? nil : representative
    }
  }
}
