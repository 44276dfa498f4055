internal import Landscapes
internal import LinearAlgebra

/// Zeros by intervals that contain the derivatives.
///
/// With g at the centre c of a box X, its Hessians in H and Y about the inverse of the one in the middle, every zero in X
/// lies in Krawczyk's box
///
///     K = c - Y g(c) + (1 - Y H)(X - c),
///
/// and if K lies inside X there is one, and only one. A box is excluded where a derivative has a sign, by its bounds or by
/// g(c) + H(X - c), or where K and X do not meet.
///
/// *Reference:* Neumaier, *Interval Methods for Systems of Equations* (1990), DOI 10.1017/CBO9780511526473, section 5.1.
struct EnclosureTest<L: EnclosedLandscape>: ZeroTest {
  let landscape: L
  /// Of the box searched.
  let sides: [ClosedRange<Double>]
  /// Whether points beyond the sides are none.
  let hasWalls: Bool

  func ball(around point: CriticalPoint) -> ZeroBall? {
    let (centre, n) = (point.position, point.position.count)
    var radius = sides.map { $0.upperBound - $0.lowerBound }.max()! / 4
    for _ in 0..<60 {
      defer { radius /= 2 }
      let half = [Double](repeating: radius, count: n)
      guard let frame = frame(centre, half) else { continue }
      // Of (1 - Y H), the sums over rows.
      let shrinking = (0..<n).map { i in
        (0..<n).reduce(0.0) { ($0 + (Interval(i == $1 ? 1 : 0) - frame.turned[i][$1]).size).nextUp }
      }
      let rate = shrinking.max()!
      guard rate < 1, frame.step.allSatisfy({ $0.size + rate * radius < radius }),
        point.index == frame.index
      else { continue }
      let error = 2 * norm(frame.step.map(\.size)) / (1 - rate)
      guard isInside(centre, by: error) else { return nil }
      return ZeroBall(centre: centre, error: error, radius: radius)
    }
    return nil
  }

  /// Whether a zero so near is on this side of the walls.
  private func isInside(_ point: [Double], by error: Double) -> Bool {
    !hasWalls
      || zip(sides, point).allSatisfy { $0.lowerBound + error < $1 && $1 < $0.upperBound - error }
  }

  func verdicts(_ centres: [[Double]], half: [Double]) -> [ZeroVerdict] {
    centres.map { verdict($0, half) }
  }

  private func verdict(_ centre: [Double], _ half: [Double]) -> ZeroVerdict {
    guard let bounds = landscape.bounds(centre: centre, half: half) else { return .rough }
    if bounds.gradient.contains(where: { !$0.contains(0) }) { return .excluded }
    guard let frame = frame(centre, half, bounds) else {
      return bounds.hessian?.allSatisfy { $0.size < .infinity } == true ? .open : .rough
    }
    let box = half.map { Interval(-$0, $0) }
    func image(_ rows: [[Interval]], _ start: [Interval]) -> [Interval] {
      zip(start, rows).map { start, row in zip(row, box).reduce(start) { $0 + $1.0 * $1.1 } }
    }
    let values = image(frame.hessian, frame.gradient) + image(frame.turned, frame.step)
    return values.contains { !$0.contains(0) } ? .excluded : .open
  }

  /// Gradient at the centre and Hessians over a box, also in the basis Y; nil if the Hessian has no bounds or the middle
  /// one no inverse.
  private struct Frame {
    var gradient: [Interval]
    var hessian: [[Interval]]
    /// Y g.
    var step: [Interval]
    /// Y H.
    var turned: [[Interval]]
    /// Of the Hessian in the middle.
    var index: Int
  }

  private func frame(_ centre: [Double], _ half: [Double], _ known: DerivativeBounds? = nil)
    -> Frame?
  {
    let n = centre.count
    guard let packed = (known ?? landscape.bounds(centre: centre, half: half))?.hessian,
      packed.allSatisfy({ $0.size < .infinity }),
      let gradient = landscape.bounds(centre: centre, half: centre.map { _ in 0 })?.gradient
    else { return nil }
    let hessian = (0..<n).map { i in
      (0..<n).map { j in packed[max(i, j) * (max(i, j) + 1) / 2 + min(i, j)] }
    }
    var solver = HermitianEigensolver<Double>(size: n)
    let middle = Matrix<Double>(columns: hessian.map { $0.map(\.middle) })
    guard solver.diagonalize(middle, vectors: true),
      solver.eigenvalues.allSatisfy({ $0 != 0 })
    else { return nil }
    let inverse = (0..<n).map { i in
      (0..<n).map { j in
        Interval(
          (0..<n).reduce(0) {
            $0 + solver.eigenvectors[i, $1] * solver.eigenvectors[j, $1] / solver.eigenvalues[$1]
          })
      }
    }
    func product(_ row: [Interval], _ column: [Interval]) -> Interval {
      zip(row, column).reduce(Interval(0)) { $0 + $1.0 * $1.1 }
    }
    return Frame(
      gradient: gradient, hessian: hessian, step: inverse.map { product($0, gradient) },
      turned: inverse.map { row in (0..<n).map { j in product(row, hessian[j]) } },
      index: solver.eigenvalues.count { $0 < 0 })
  }
}
