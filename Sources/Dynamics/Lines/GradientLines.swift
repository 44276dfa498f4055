public import Landscapes
internal import LinearAlgebra
internal import Requirements

/// The lines of steepest descent and ascent that leave the saddles of index 1 of a landscape: valleys down
/// to minima, ridges up to maxima in two dimensions.
///
///     dx/dt = -grad f from a saddle, along its lowest mode;   steps s(t) = -Σ_i v_i (v_i·g)(1 - e^{-λ_i t})/λ_i
///
/// A step follows the line of the second-order model at a point, of gradient g, eigenvalues λ_i and eigenvectors v_i;
/// it is known in closed form and runs along narrow valleys as easily as on slopes. Steps are shortened until the
/// gradient is what the model said, and the last ones are Newton's, until they vanish: a line ends at a critical point
/// or nowhere. Flat domains only: steps are added as they are.
///
/// Reference: Page and McIver, J. Chem. Phys. 88, 922 (1988), the step by the local quadratic model.
public struct GradientLines<L: Landscape>: Sendable {
  /// A line from a saddle.
  public struct Line: Sendable {
    /// Points of the line in ambient coordinates, the saddle first.
    public internal(set) var points: [[Double]]
    /// Whether the last point is a minimum (uphill a maximum), to rounding. Otherwise the line was given up
    /// after ``GradientLines/stepLimit`` steps.
    public internal(set) var isFinished = false
  }

  /// The landscape.
  package let landscape: L
  /// Length of the longest steps.
  package let step: Double
  /// Steps, shortened ones too, before a line is given up.
  public var stepLimit = 5000

  /// Lines in steps of at most a length, small beside the distance over which the landscape changes.
  public init(_ landscape: L, step: Double) {
    demand(step > 0 && step.isFinite, "a step is positive and finite, not \(step)")
    (self.landscape, self.step) = (landscape, step)
  }

  /// The two lines that leave each saddle, in the order of saddles.
  ///
  /// - Parameters:
  ///   - saddles: their positions.
  ///   - isAscending: uphill along the largest eigenvalue's direction, instead of downhill along the smallest's.
  public func lines(from saddles: [[Double]], isAscending: Bool = false) -> [Line] {
    guard !saddles.isEmpty else { return [] }
    let domain = landscape.domain
    let sign = isAscending ? -1.0 : 1
    let places = Matrix<Double>(columns: saddles)
    let jets = landscape.jets(at: places, upTo: .hessian)
    var model = LocalModel(of: domain)
    var walkers = saddles.indices.flatMap { b in
      domain.expand(jets, at: places, column: b, into: &model)
      let downhill = DownhillModel(model, sign)
      return [step, -step].map { GradientWalker(saddles[b], downhill, $0) }
    }
    for _ in 0..<stepLimit {
      let active = walkers.indices.filter { !walkers[$0].isFinished }
      guard !active.isEmpty else { break }
      var ahead = Matrix<Double>(
        columns: active.map { walkers[$0].points[walkers[$0].points.count - 1] })
      for (column, w) in active.enumerated() {
        domain.move(&ahead, column: column, by: walkers[w].move, in: model)
      }
      let jets = landscape.jets(at: ahead, upTo: .hessian)
      for (column, w) in active.enumerated() {
        domain.expand(jets, at: ahead, column: column, into: &model)
        walkers[w].arrive(at: ahead.column(column), DownhillModel(model, sign), longest: step)
      }
    }
    return walkers.map { Line(points: $0.points, isFinished: $0.isFinished) }
  }
}
