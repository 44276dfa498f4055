import Saddlery

/// What the searches in one landscape caught of its critical points.
struct Haul {
  let n: Int
  let sample: Int
  /// All critical points, enumerated.
  let all: [EnumeratedPoint]
  /// The point that each start ended at, by its number in ``all``; nil if it ended at none.
  let caught: [Int?]
  let converged: Int
  /// All starts.
  private let counting: CaptureRecapture

  init(n: Int, sample: Int, all: [EnumeratedPoint], found: [CriticalPoint]) {
    (self.n, self.sample, self.all) = (n, sample, all)
    let tolerance = 1e-6
    caught = found.map { point in
      guard point.outcome == .converged else { return nil }
      // `all` is sorted by value.
      var (low, high) = (0, all.count)
      while low < high {
        let middle = (low + high) / 2
        if all[middle].value < point.value - tolerance { low = middle + 1 } else { high = middle }
      }
      return all[low...].indices.prefix { all[$0].value <= point.value + tolerance }.first {
        norm(zip(all[$0].position, point.position).map { $0 - $1 }) <= tolerance
          && all[$0].index == point.index
      }
    }
    converged = found.count { $0.outcome == .converged }
    counting = Self.counting(caught, of: all.count)
  }

  /// Searches that converged to what was not enumerated.
  var unknown: Int { converged - caught.count { $0 != nil } }

  private static func counting(_ caught: [Int?], of count: Int) -> CaptureRecapture {
    var hits = [Int](repeating: 0, count: count)
    for case let point? in caught { hits[point] += 1 }
    return CaptureRecapture(starts: caught.count, hits: hits)
  }

  /// Share of the points found by so many starts for each point there is.
  func coverage(startsPerPoint x: Double) -> Double {
    let count = min(caught.count, Int((x * Double(all.count)).rounded()))
    return counting.chances(among: count).reduce(0, +) / Double(all.count)
  }

  /// Chao's estimate over the true number.
  func estimate(startsPerPoint x: Double) -> Double {
    // Every so many starts, so that their targets are as even as those of all.
    let part = Int((Double(caught.count) / (x * Double(all.count))).rounded())
    let chosen = stride(from: 0, to: caught.count, by: part).map { caught[$0] }
    return Self.counting(chosen, of: all.count).chaoEstimate / Double(all.count)
  }

  /// Mean energy of the finds of one index minus that of all points of that index: each find counting, or
  /// each distinct point found by one start per point counting once.
  func bias(ofIndex k: Int, isDistinct: Bool = false) -> Double {
    let points = all.indices.filter { all[$0].index == k }
    let weights =
      isDistinct ? counting.chances(among: all.count) : counting.hits.map(Double.init)
    func mean(_ weight: (Int) -> Double) -> Double {
      points.reduce(0) { $0 + weight($1) * all[$1].value }
        / (Double(n) * points.reduce(0) { $0 + weight($1) })
    }
    return mean { weights[$0] } - mean { _ in 1 }
  }
}

/// Hauls of one kind of search in many landscapes of one size; means over these with their errors.
struct Group {
  let n: Int
  let name: String
  let hauls: [Haul]

  func mean(_ quantity: (Haul) -> Double) -> Estimate {
    Estimate(hauls.map { ($0.sample, quantity($0)) }.filter { $0.1.isFinite })
  }
}
