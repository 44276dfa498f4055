/// Of a critical point the others with the largest overlaps.
struct Neighbours: Encodable {
  private let of: Int
  private let others: [Int]
  private let overlaps: [Double]

  /// The three nearest of each of some numbered points.
  static func nearest(_ numbers: [Int], overlap: (Int, Int) -> Double) -> [Neighbours] {
    numbers.indices.map { i in
      let nearest = numbers.indices.filter { $0 != i }.map {
        (number: numbers[$0], overlap: overlap(i, $0))
      }
      .sorted { $0.overlap > $1.overlap }.prefix(3)
      // They are shown with three digits.
      return Neighbours(
        of: numbers[i], others: nearest.map(\.number),
        overlaps: nearest.map { ($0.overlap * 1e4).rounded() / 1e4 })
    }
  }
}
