public import Landscapes
internal import LinearAlgebra
internal import Requirements

/// The lines of steepest descent and ascent that leave the saddles of index 1 of a landscape: valleys down
/// to minima, ridges up to maxima in two dimensions.
///
/// They are followed in steps of one length with Heun's rule, from just beside the saddle to the minimum
/// or maximum where they end. Flat domains only: steps are added as they are.
public struct GradientLines<L: Landscape>: Sendable {
  /// The landscape.
  public let landscape: L
  /// Length of a step.
  public let step: Double
  /// Steps before a line is given up.
  public var stepLimit = 5000

  /// Lines in steps of a length, small beside the distance over which the landscape changes.
  public init(_ landscape: L, step: Double) {
    demand(step > 0 && step.isFinite, "a step is positive and finite, not \(step)")
    (self.landscape, self.step) = (landscape, step)
  }

  /// The two lines that leave each saddle, in the order of saddles; points in ambient coordinates.
  ///
  /// - Parameter isAscending: uphill along the largest eigenvalue's direction, instead of downhill along
  ///   the smallest's.
  public func lines(from saddles: [[Double]], isAscending: Bool = false) -> [[[Double]]] {
    guard !saddles.isEmpty else { return [] }
    let domain = landscape.domain
    var solver = SymmetricEigensolver(size: domain.dimension)
    var model = LocalModel(of: domain)
    let saddlePoints = Matrix(columns: saddles)
    let jets = landscape.jets(at: saddlePoints, upTo: .hessian)
    var lines: [[[Double]]] = []
    for b in saddles.indices {
      domain.expand(jets, at: saddlePoints, column: b, into: &model)
      _ = solver.diagonalize(model.hessian, vectors: true)
      let direction = solver.eigenvectors.column(isAscending ? domain.dimension - 1 : 0)
      for sign in [step, -step] {
        var point = Matrix(columns: [saddles[b]])
        domain.move(&point, column: 0, by: direction.map { sign * $0 }, in: model)
        lines.append([saddles[b], point.elements])
      }
    }
    follow(&lines, isAscending ? step : -step)
    return lines
  }

  /// All lines at once, two batches a step: half a step along each of the unit gradients at the point and
  /// a full step ahead, so that what points to and fro across a narrow valley cancels. A line ends at the
  /// minimum or maximum that Newton's step reaches.
  private func follow(_ lines: inout [[[Double]]], _ length: Double) {
    let domain = landscape.domain
    var factorization = LDLFactorization(size: domain.dimension)
    var model = LocalModel(of: domain)
    var active = Array(lines.indices)
    for _ in 0..<stepLimit where !active.isEmpty {
      let points = Matrix(columns: active.map { lines[$0][lines[$0].count - 1] })
      var ahead = points
      var end = points
      var arrived = [Bool](repeating: false, count: active.count)
      let jets = landscape.jets(at: points, upTo: .hessian)
      for b in active.indices {
        domain.expand(jets, at: points, column: b, into: &model)
        factorization.factorize(model.hessian)
        let isExtremum = factorization.negativeEigenvalues == (length < 0 ? 0 : domain.dimension)
        let newton = factorization.solution(of: model.gradient.map { -$0 })
        if isExtremum, let newton, norm(newton) <= step {
          domain.move(&end, column: b, by: newton, in: model)
          arrived[b] = true
          continue
        }
        let unit = model.gradient.map { $0 * length / norm(model.gradient) }
        domain.move(&ahead, column: b, by: unit, in: model)
        domain.move(&end, column: b, by: unit.map { $0 / 2 }, in: model)
      }
      let jetsAhead = landscape.jets(at: ahead, upTo: .hessian)
      for b in active.indices where !arrived[b] {
        domain.expand(jetsAhead, at: ahead, column: b, into: &model)
        let unit = model.gradient.map { $0 * length / (2 * norm(model.gradient)) }
        domain.move(&end, column: b, by: unit, in: model)
      }
      for (b, line) in active.enumerated() { lines[line].append(end.column(b)) }
      active = zip(active, arrived).filter { !$0.1 }.map(\.0)
    }
  }
}
