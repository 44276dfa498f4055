internal import Foundation
internal import LinearAlgebra

extension Landscape {
  /// The typical distance between unrelated points: the domain's where it is stated, else √n times five times the
  /// distance from the origin at which the Hessian has changed by a tenth along an axis. For functions that are
  /// quadratic, or nearly so, √n times |∇f|/‖∇²f‖ at the origin; √n if that is zero or the Hessian there is.
  ///
  /// In any units: decades from 1e-80 on are tried, some radii in each, along the first axes; in the first decade
  /// with a change each direction's distance is narrowed down to rounding, and their median counts.
  ///
  /// - Complexity: 16 evaluations for each decade, and 60 for each direction.
  public var typicalScale: Double {
    guard !domain.isScaleStated else { return domain.scale }
    let n = domain.ambientDimension
    let origin = jets(at: Matrix<Double>(rows: n, columns: 1), upTo: .hessian)
    let home = origin.hessians!.elements
    let size = norm(home)
    let slope = norm(origin.gradients.elements) / size
    guard size > 0, size.isFinite, slope.isFinite else { return domain.scale }
    let directions = (0..<min(n, 2)).flatMap { [(axis: $0, sign: 1.0), (axis: $0, sign: -1.0)] }
    let steps = 16 / directions.count
    /// Whether the Hessian has changed at each radius along each direction, directions first.
    func isChanged(_ radii: [Double], _ directions: [(axis: Int, sign: Double)]) -> [Bool] {
      var points = Matrix<Double>(rows: n, columns: radii.count * directions.count)
      for (b, radius) in radii.enumerated() {
        for (k, direction) in directions.enumerated() {
          points[direction.axis, b * directions.count + k] = direction.sign * radius
        }
      }
      let hessians = jets(at: points, upTo: .hessian).hessians!
      return (0..<points.columns).map { b in
        !(norm(zip(hessians.column(b), home).map { $0 - $1 }) <= size / 10)
      }
    }
    for decade in -80..<80 {
      let radii = (0...steps).map { pow(10, Double(decade) + Double($0) / Double(steps)) }
      let changed = isChanged(Array(radii.dropFirst()), directions)
      guard changed.contains(true) else { continue }
      // Of x⁴ and the like, which have no scale, it has from the first.
      guard decade > -80 else { break }
      let lengths = directions.indices.compactMap { k -> Double? in
        let first = (1...steps).first { changed[($0 - 1) * directions.count + k] }
        guard let first else { return nil }
        var (low, high) = (radii[first - 1], radii[first])
        for _ in 0..<60 {
          let middle = (low + high) / 2
          if isChanged([middle], [directions[k]])[0] { high = middle } else { low = middle }
        }
        return high
      }.sorted()
      let length = 5 * lengths[lengths.count / 2]
      // So late that it is by chance.
      guard slope > 0, length > 1e6 * slope else { return domain.scale * length }
      break
    }
    return slope > 0 ? domain.scale * slope : domain.scale
  }
}
