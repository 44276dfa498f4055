internal import Requirements

/// A symmetric tensor of any degree, each distinct entry stored once.
///
/// The entry T[i₁...i_d] with i₁ ≤ ... ≤ i_d (zero-based) stands at
///
///     i₁ + C(i₂+1, 2) + C(i₃+2, 3) + ... + C(i_d+d-1, d),
///
/// colexicographic order: for d = 2 the upper triangle packed by columns, as in LAPACK. There are
/// C(n+d-1, d) entries, d! times fewer than the n^d of the full array at large n.
public struct SymmetricTensor: Sendable, Equatable {
  /// The degree d, at least 1.
  public let degree: Int
  /// The dimension n of each index.
  public let dimension: Int
  /// The distinct entries in colexicographic order; their number stays C(n+d-1, d).
  public package(set) var elements: [Double]

  /// A tensor of zeros.
  public init(degree: Int, dimension: Int) {
    self.init(
      degree: degree, dimension: dimension,
      elements: [Double](
        repeating: 0, count: Self.entryCount(degree: degree, dimension: dimension)))
  }

  /// A tensor over given distinct entries, colexicographic.
  public init(degree: Int, dimension: Int, elements: [Double]) {
    demand(degree >= 1, "a tensor needs degree at least 1, not \(degree)")
    demand(dimension >= 1, "a tensor needs dimension at least 1, not \(dimension)")
    let count = Self.entryCount(degree: degree, dimension: dimension)
    demand(
      elements.count == count,
      "\(elements.count) entries given; degree \(degree) in \(dimension) dimensions has \(count)")
    self.degree = degree
    self.dimension = dimension
    self.elements = elements
  }

  /// C(n+d-1, d), the number of distinct entries.
  package static func entryCount(degree: Int, dimension: Int) -> Int {
    var count = 1
    for i in 0..<degree { count = count * (dimension + i) / (i + 1) }
    return count
  }

  /// The entry at any, not necessarily sorted, indices.
  public subscript(indices: Int...) -> Double {
    get { elements[position(ofAny: indices)] }
    set { elements[position(ofAny: indices)] = newValue }
  }

  private func position(ofAny indices: [Int]) -> Int {
    demand(
      indices.count == degree && indices.allSatisfy { 0 <= $0 && $0 < dimension },
      "indices \(indices) given to a tensor of degree \(degree) in \(dimension) dimensions")
    return Self.position(of: indices.sorted())
  }

  /// Where the entry with the given ascending indices stands.
  package static func position(of sorted: [Int]) -> Int {
    var position = 0
    for (t, i) in sorted.enumerated() { position += entryCount(degree: t + 1, dimension: i) }
    return position
  }

  /// Calls `body(position, indices, multiplicity)` for every distinct entry in storage order.
  ///
  /// The multiplicity is the number of distinct orderings of the indices, d!/∏ nᵢ!.
  package static func forEachEntry(
    degree: Int, dimension: Int, _ body: (Int, [Int], Double) -> Void
  ) {
    var indices = [Int](repeating: 0, count: degree)
    let count = entryCount(degree: degree, dimension: dimension)
    for position in 0..<count {
      body(position, indices, multiplicity(of: indices))
      guard position + 1 < count else { return }
      var t = 0
      while t < degree - 1 && indices[t] == indices[t + 1] { t += 1 }
      indices[t] += 1
      for s in 0..<t { indices[s] = 0 }
    }
  }

  /// Calls `body(positions, multiplicity, last)` for every run of entries that differ in their smallest index alone, in
  /// storage order: all have the given multiplicity but for the last one.
  package static func forEachRun(
    degree: Int, dimension: Int, _ body: (Range<Int>, Double, Double) -> Void
  ) {
    guard degree > 1 else { return body(0..<dimension, 1, 1) }
    var first = 0
    forEachEntry(degree: degree - 1, dimension: dimension) { _, rest, _ in
      let next = first + rest[0] + 1
      body(first..<next, multiplicity(of: [-1] + rest), multiplicity(of: [rest[0]] + rest))
      first = next
    }
  }

  /// All n^d entries, row-major: the full array as other tools hold it.
  package var fullElements: [Double] {
    // Where the entries of slice i of a tensor of degree q stand in it, by degree q - 2 and i.
    let places = (1..<degree).map { rest in
      (0..<dimension).map { i in
        var places: [Int] = []
        Self.forEachEntry(degree: rest, dimension: dimension) { _, indices, _ in
          places.append(Self.position(of: (indices + [i]).sorted()))
        }
        return places
      }
    }
    var result: [Double] = []
    result.reserveCapacity((0..<degree).reduce(1) { count, _ in count * dimension })
    func append(_ entries: [Double], degree: Int) {
      guard degree > 1 else { return result += entries }
      for i in 0..<dimension {
        append(places[degree - 2][i].map { entries[$0] }, degree: degree - 1)
      }
    }
    append(elements, degree: degree)
    return result
  }

  /// d!/∏ nᵢ! for ascending indices.
  static func multiplicity(of sorted: [Int]) -> Double {
    var result = 1.0
    var run = 0.0
    for (t, i) in sorted.enumerated() {
      run = t > 0 && i == sorted[t - 1] ? run + 1 : 1
      result *= Double(t + 1) / run
    }
    return result
  }
}
