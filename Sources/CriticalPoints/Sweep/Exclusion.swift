internal import Landscapes
internal import LinearAlgebra
internal import Foundation
internal import Statistics

/// A proof that a box holds the critical points found and no others.
///
/// With K the Lipschitz constant of the Hessian, Newton and Kantorovich's theorem gives each point a ball that
/// holds one zero of the gradient. Everywhere else cells of the box are halved until the gradient in one cannot
/// vanish: with centre c and half a diagonal d a zero needs
///
///     |u·g(c)| ≤ |H(c)u| d + K d²/2
///
/// for every unit vector u; tried are g/|g| and the axes. Rounding errors count against the proof.
struct Exclusion<L: Landscape>: Sendable {
  /// A ball with one zero.
  private struct Ball: Sendable {
    let centre: [Double]
    /// The zero is nearer than this.
    let error: Double
    /// And alone within this.
    let radius: Double
  }

  /// A cube, with the balls that reach into it.
  private struct Cell: Sendable {
    let centre: [Double]
    let balls: [Ball]
  }

  enum Outcome {
    /// Proved.
    case proved
    /// Centres of cells that are not excluded.
    case open([[Double]])
    /// More cells than it is worth.
    case tooLong
  }

  let landscape: L
  /// K.
  let rate: Double
  let errors: (gradient: Double, hessian: Double)
  /// From a to b, on a domain that is periodic.
  let offset: @Sendable ([Double], [Double]) -> [Double]
  let corner: Double
  let side: Double

  /// - Parameters:
  ///   - spacing: about the side of the largest cells.
  ///   - resolution: cells are open when they are smaller than this part of the largest.
  ///   - cellLimit: cells to look at, at most.
  func run(
    _ points: [CriticalPoint], spacing: Double, resolution: Double, cellLimit: Int, threads: Int
  ) -> Outcome {
    guard let balls = balls(points) else { return .tooLong }
    let n = landscape.domain.dimension
    let perAxis = max(1, (side / spacing).rounded(.up))
    guard pow(perAxis, Double(n)) <= Double(cellLimit) else { return .tooLong }
    // Halved to about the spacing first, which tells each cell which balls are near.
    let levels = perAxis.exponent
    let first = (perAxis / scalbn(1, Int(levels))).rounded(.up)
    var half = side / first / 2
    var cells = Self.corners(Int(first), n).map { corner in
      Cell(centre: corner.map { self.corner + (2 * $0 + 1) * half }, balls: balls)
    }
    var (level, seen) = (0, 0)
    while true {
      let isCoarse = level < levels
      if !isCoarse { seen += cells.count }
      guard seen <= cellLimit else { return .tooLong }
      let left = open(cells, half: half, isCoarse: isCoarse, threads)
      if left.isEmpty { return .proved }
      if half < resolution * spacing { return .open(left.map(\.centre)) }
      half /= 2
      level += 1
      cells = left.flatMap { cell in
        Self.corners(2, n).map { corner in
          Cell(
            centre: zip(corner, cell.centre).map { $1 + (2 * $0 - 1) * half }, balls: cell.balls)
        }
      }
    }
  }

  /// All n-tuples of 0..<m.
  private static func corners(_ m: Int, _ n: Int) -> [[Double]] {
    (0..<n).reduce([[]]) { tuples, _ in
      tuples.flatMap { tuple in (0..<m).map { tuple + [Double($0)] } }
    }
  }

  /// The ball of each point; nil if one has none, or shares its own.
  private func balls(_ points: [CriticalPoint]) -> [Ball]? {
    guard !points.isEmpty else { return [] }
    let jets = landscape.jets(at: Matrix<Double>(columns: points.map(\.position)), upTo: .hessian)
    var solver = HermitianEigensolver<Double>(size: landscape.domain.dimension)
    var balls: [Ball] = []
    for (b, point) in points.enumerated() {
      guard solver.diagonalize(jets.hessian(b), vectors: false) else { return nil }
      let least = solver.eigenvalues.reduce(.infinity) { min($0, abs($1)) } - errors.hessian
      let gradient = norm(jets.gradients.column(b)) + errors.gradient
      guard least > 0, rate * gradient <= least * least / 4,
        point.index == solver.eigenvalues.count(where: { $0 < 0 })
      else { return nil }
      balls.append(
        Ball(centre: point.position, error: 2 * gradient / least, radius: 1.5 * least / rate))
    }
    for (i, a) in balls.enumerated() {
      for b in balls[(i + 1)...]
      where norm(offset(a.centre, b.centre)) <= 2 * (a.error + b.error) { return nil }
    }
    return balls
  }

  /// The cells that may hold a zero outside the balls; coarse ones are only told from those inside a ball.
  private func open(_ cells: [Cell], half: Double, isCoarse: Bool, _ threads: Int) -> [Cell] {
    // Rounding of centres included.
    let d = half * Double(landscape.domain.dimension).squareRoot() * (1 + 1e-9)
    let chunk = 256
    let kept = concurrentMap(0..<((cells.count + chunk - 1) / chunk), threads: threads) {
      number in
      let range = (number * chunk)..<min((number + 1) * chunk, cells.count)
      let outside = cells[range].compactMap { cell -> Cell? in
        var near: [Ball] = []
        for ball in cell.balls {
          let distance = norm(offset(ball.centre, cell.centre))
          if distance + d < ball.radius { return nil }
          if distance < ball.radius + d { near.append(ball) }
        }
        return Cell(centre: cell.centre, balls: near)
      }
      guard !isCoarse, !outside.isEmpty else { return outside }
      let jets = landscape.jets(at: Matrix<Double>(columns: outside.map(\.centre)), upTo: .hessian)
      return outside.indices.filter { mayHoldZero(jets, $0, d) }.map { outside[$0] }
    }
    return kept.flatMap { $0 }
  }

  /// Whether the gradient may vanish within d of point b.
  private func mayHoldZero(_ jets: JetBatch, _ b: Int, _ d: Double) -> Bool {
    let n = landscape.domain.dimension
    let hessian = jets.hessian(b)
    let gradient = jets.gradients.column(b)
    let length = norm(gradient)
    let bend = errors.gradient + errors.hessian * d + rate * d * d / 2
    func excludes(_ u: [Double]) -> Bool {
      let slope = abs(zip(u, gradient).reduce(0) { $0 + $1.0 * $1.1 })
      let change = norm((0..<n).map { i in (0..<n).reduce(0) { $0 + hessian[i, $1] * u[$1] } })
      return slope > change * d + bend
    }
    if length > 0, excludes(gradient.map { $0 / length }) { return false }
    return !(0..<n).contains { axis in excludes((0..<n).map { $0 == axis ? 1 : 0 }) }
  }
}
