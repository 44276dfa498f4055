internal import Foundation
internal import LinearAlgebra

extension Landscape {
  /// The typical distance between unrelated points: the domain's where it is stated, else √n times the distance
  /// from the origin at which the Hessian has changed by half of itself, the median over 2n directions of the
  /// axes. √n if the Hessian never does, or is zero at the origin.
  ///
  /// In any units: decades from 1e-80 to 1e80 are tried, and the first is narrowed down to rounding.
  ///
  /// - Complexity: some two hundred evaluations for each of at most eight directions.
  public var typicalScale: Double {
    guard !domain.isScaleStated else { return domain.scale }
    let n = domain.ambientDimension
    let home = jets(at: Matrix(rows: n, columns: 1), upTo: .hessian).hessians!.elements
    let size = norm(home)
    guard size > 0, size.isFinite else { return domain.scale }
    func isChanged(_ radii: [Double], _ direction: Int) -> [Bool] {
      let axis = direction / 2 * max(1, n / 4) % n
      let sign = direction.isMultiple(of: 2) ? 1.0 : -1
      var points = Matrix(rows: n, columns: radii.count)
      for (b, radius) in radii.enumerated() { points[axis, b] = sign * radius }
      let hessians = jets(at: points, upTo: .hessian).hessians!
      return radii.indices.map { b in
        !(norm(zip(hessians.column(b), home).map { $0 - $1 }) <= size / 2)
      }
    }
    let radii = (-80...80).map { pow(10, Double($0)) }
    let lengths = (0..<(2 * min(n, 4))).compactMap { direction -> Double? in
      guard let first = isChanged(radii, direction).firstIndex(of: true), first > 0 else {
        return nil
      }
      var (low, high) = (radii[first - 1], radii[first])
      for _ in 0..<60 {
        let middle = (low + high) / 2
        if isChanged([middle], direction)[0] { high = middle } else { low = middle }
      }
      return high
    }.sorted()
    return lengths.isEmpty ? domain.scale : domain.scale * lengths[lengths.count / 2]
  }
}
