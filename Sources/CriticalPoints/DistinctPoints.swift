public import LinearAlgebra
internal import Requirements

/// Recognises critical points that were found more than once.
public enum DistinctPoints {
  /// For each record, the number of the first converged record at the same place, or nil if it is
  /// itself the first one or did not converge.
  ///
  /// Two records are one critical point if their positions are within `tolerance` (a distance in
  /// ambient coordinates) and their indices agree. σ and -σ are 2√N apart, hence never confused.
  /// Records are compared only where their values are within `tolerance` too.
  ///
  /// - Parameter distance: of two positions, on a domain that is periodic.
  public static func duplicates(
    among points: [CriticalPoint], tolerance: Double,
    distance: ([Double], [Double]) -> Double = { a, b in norm(zip(a, b).map { $0 - $1 }) }
  ) -> [Int?] {
    demand(tolerance > 0, "the tolerance must be positive, not \(tolerance)")
    let order = points.indices.filter { points[$0].outcome == .converged }
      .sorted { (points[$0].value, $0) < (points[$1].value, $1) }
    var first = [Int?](repeating: nil, count: points.count)
    for (rank, a) in order.enumerated() where first[a] == nil {
      for b in order[(rank + 1)...] {
        guard points[b].value - points[a].value <= tolerance else { break }
        if first[b] == nil, points[a].index == points[b].index,
          distance(points[a].position, points[b].position) <= tolerance
        {
          first[b] = a
        }
      }
    }
    return settle(first, count: points.count)
  }

  /// Makes the earliest record of each group its representative.
  private static func settle(_ first: [Int?], count: Int) -> [Int?] {
    var earliest = Array(0..<count)
    for (b, a) in first.enumerated() { if let a { earliest[a] = min(earliest[a], b) } }
    return (0..<count).map { i in
      let representative = earliest[first[i] ?? i]
      return representative == i ? nil : representative
    }
  }
}
