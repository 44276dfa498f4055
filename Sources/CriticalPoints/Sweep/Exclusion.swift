internal import LinearAlgebra
internal import Foundation
internal import Statistics

/// How a landscape shows that there is one zero of its gradient somewhere, or none.
protocol ZeroTest: Sendable {
  /// A ball around a critical point in which the gradient has one zero; nil if it cannot be shown.
  func ball(around point: CriticalPoint) -> ZeroBall?
  /// Whether the gradient may vanish in the boxes of these centres and half sides.
  func verdicts(_ centres: [[Double]], half: [Double]) -> [ZeroVerdict]
}

/// A ball with one zero.
struct ZeroBall: Sendable {
  let centre: [Double]
  /// The zero is nearer than this.
  let error: Double
  /// And alone within this.
  let radius: Double
}

/// Whether a box may hold a zero of the gradient.
enum ZeroVerdict: Sendable {
  /// It holds none.
  case excluded
  /// It may.
  case open
  /// It may: there is no second derivative somewhere in it.
  case rough
}

/// What became of a proof.
enum ExclusionOutcome {
  /// Proved, but for a part of the volume where the function has corners.
  case proved(rough: Double)
  /// Centres of cells that are not excluded.
  case open([[Double]])
  /// More cells than it is worth.
  case tooLong
}

/// A proof that a box holds the critical points found and no others.
///
///     box = (balls of one zero each) ∪ (cells with 0 ∉ grad f)
///
/// Each point gets a ball that holds one zero of the gradient. Everywhere else cells of the box are halved until the
/// gradient in one cannot vanish.
/// ``LipschitzTest`` and ``EnclosureTest`` have the theorems.
struct Exclusion<Test: ZeroTest>: Sendable {
  /// A box, with the balls that reach into it.
  private struct Cell: Sendable {
    let centre: [Double]
    let balls: [ZeroBall]
    var verdict = ZeroVerdict.open
  }

  /// The part of the volume from which on a proof about the rest says too little.
  private static var roughLimit: Double { 0.1 }

  let test: Test
  /// From a to b, on a domain that is periodic.
  let offset: @Sendable ([Double], [Double]) -> [Double]
  let sides: [ClosedRange<Double>]

  /// - Parameters:
  ///   - spacing: about the sides of the largest cells.
  ///   - resolution: cells are open when they are smaller than this part of the largest.
  ///   - cellLimit: cells to look at, at most.
  func run(
    _ points: [CriticalPoint], spacing: Double, resolution: Double, cellLimit: Int, threads: Int,
    _ watch: SweepProgress
  ) -> ExclusionOutcome {
    guard let balls = balls(points) else { return .tooLong }
    let widths = sides.map { $0.upperBound - $0.lowerBound }
    let perAxis = widths.map { max(1, ($0 / spacing).rounded(.up)) }
    guard perAxis.reduce(1, *) <= Double(cellLimit) else { return .tooLong }
    // Halved to about the spacing first, which tells each cell which balls are near.
    let levels = perAxis.map { Int($0.exponent) }.min()!
    let first = perAxis.map { ($0 / scalbn(1, levels)).rounded(.up) }
    var half = zip(widths, first).map { $0 / $1 / 2 }
    var cells = Self.corners(first.map(Int.init)).map { corner in
      Cell(
        centre: corner.indices.map { sides[$0].lowerBound + (2 * corner[$0] + 1) * half[$0] },
        balls: balls)
    }
    var (level, seen, rough) = (0, 0, 0.0)
    // Smaller cells are about as many as those of the spacing, and about every second proof needs another of finer resolution.
    var pass = 0.0
    while true {
      let isCoarse = level < levels
      if !isCoarse {
        if seen == 0 { pass = 2 * Double(cells.count) }
        seen += cells.count
        watch.begin(Double(cells.count), before: Double(cells.count) + pass)
      }
      guard seen <= cellLimit else { return .tooLong }
      var left = open(cells, half: half, isCoarse: isCoarse, threads, watch)
      // Cells that were not looked at are not proved.
      guard !watch.isCancelled else { return .tooLong }
      if half.max()! < 1e-2 * spacing {
        // Where there is no second derivative smaller cells do not help.
        let volume = zip(half, widths).reduce(1) { $0 * 2 * $1.0 / $1.1 }
        rough += volume * Double(left.count { $0.verdict == .rough })
        left.removeAll { $0.verdict == .rough }
      }
      guard rough < Self.roughLimit else { return .tooLong }
      if left.isEmpty { return .proved(rough: rough) }
      if half.max()! < resolution * spacing { return .open(left.map(\.centre)) }
      half = half.map { $0 / 2 }
      level += 1
      cells = left.flatMap { cell in
        Self.corners([Int](repeating: 2, count: half.count)).map { corner in
          Cell(
            centre: corner.indices.map { cell.centre[$0] + (2 * corner[$0] - 1) * half[$0] },
            balls: cell.balls)
        }
      }
    }
  }

  /// All tuples with 0..<counts[i] at place i.
  private static func corners(_ counts: [Int]) -> [[Double]] {
    counts.reduce([[]]) { tuples, m in
      tuples.flatMap { tuple in (0..<m).map { tuple + [Double($0)] } }
    }
  }

  /// The ball of each point; nil if one has none, or shares its own.
  private func balls(_ points: [CriticalPoint]) -> [ZeroBall]? {
    var balls: [ZeroBall] = []
    for point in points {
      guard let ball = test.ball(around: point) else { return nil }
      balls.append(ball)
    }
    for (i, a) in balls.enumerated() {
      for b in balls[(i + 1)...]
      where norm(offset(a.centre, b.centre)) <= 2 * (a.error + b.error) { return nil }
    }
    return balls
  }

  /// The cells that may hold a zero outside the balls; coarse ones are only told from those inside a ball.
  private func open(
    _ cells: [Cell], half: [Double], isCoarse: Bool, _ threads: Int, _ watch: SweepProgress
  ) -> [Cell] {
    // Rounding of centres included.
    let d = norm(half) * (1 + 1e-9)
    let chunk = 256
    let kept = concurrentMap(0..<((cells.count + chunk - 1) / chunk), threads: threads) {
      number -> [Cell] in
      guard !watch.isCancelled else { return [] }
      let range = (number * chunk)..<min((number + 1) * chunk, cells.count)
      let outside = cells[range].compactMap { cell -> Cell? in
        var near: [ZeroBall] = []
        for ball in cell.balls {
          let distance = norm(offset(ball.centre, cell.centre))
          if distance + d < ball.radius { return nil }
          if distance < ball.radius + d { near.append(ball) }
        }
        return Cell(centre: cell.centre, balls: near)
      }
      defer { watch.add(Double(range.count)) }
      guard !isCoarse, !outside.isEmpty else { return outside }
      let verdicts = test.verdicts(
        outside.map(\.centre), half: half.map { $0 * (1 + 1e-9) })
      return zip(outside, verdicts).compactMap { cell, verdict in
        guard verdict != .excluded else { return nil }
        var cell = cell
        cell.verdict = verdict
        return cell
      }
    }
    return kept.flatMap { $0 }
  }
}
