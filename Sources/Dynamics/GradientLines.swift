public import Landscapes
internal import LinearAlgebra

/// The lines of steepest descent and ascent that leave the saddles of index 1 of a landscape: valleys down
/// to minima, ridges up to maxima in two dimensions.
///
/// They are followed in steps of one length with the midpoint rule, from just beside the saddle to just
/// beside a point where the gradient vanishes.
public struct GradientLines<L: Landscape>: Sendable {
  /// The landscape.
  public let landscape: L
  /// Length of a step.
  public let step: Double
  /// Steps before a line is given up.
  public var stepLimit = 5000

  /// Lines in steps of a length, small beside the distance over which the landscape changes.
  public init(_ landscape: L, step: Double) {
    precondition(step > 0 && step.isFinite, "a step is positive and finite, not \(step)")
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

  /// All lines at once, a batch for each half step.
  private func follow(_ lines: inout [[[Double]]], _ length: Double) {
    let domain = landscape.domain
    var model = LocalModel(of: domain)
    var active = Array(lines.indices)
    /// Points moved along the unit gradient at `slopes`, and the gradients there before.
    func moved(_ points: Matrix, along slopes: Matrix, by length: Double) -> (Matrix, [[Double]]) {
      let jets = landscape.jets(at: slopes, upTo: .hessian)
      var (result, gradients) = (points, [[Double]]())
      for b in 0..<points.columns {
        domain.expand(jets, at: slopes, column: b, into: &model)
        let size = norm(model.gradient)
        gradients.append(model.gradient)
        domain.move(&result, column: b, by: model.gradient.map { $0 * length / size }, in: model)
      }
      return (result, gradients)
    }
    for _ in 0..<stepLimit where !active.isEmpty {
      let points = Matrix(columns: active.map { lines[$0][lines[$0].count - 1] })
      let (middle, gradients) = moved(points, along: points, by: length / 2)
      let (end, middleGradients) = moved(points, along: middle, by: length)
      var rest: [Int] = []
      for (b, line) in active.enumerated() {
        // Within half a step of a minimum the gradient turns back.
        let cosine = zip(gradients[b], middleGradients[b]).reduce(0) { $0 + $1.0 * $1.1 }
        guard cosine > 0 else { continue }
        lines[line].append(end.column(b))
        rest.append(line)
      }
      active = rest
    }
  }
}
