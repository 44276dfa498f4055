internal import CriticalPoints
public import Figures
internal import Landscapes
internal import LinearAlgebra
internal import Networks

extension Figure {
  /// Index against loss: critical points, one for each orbit, and what is none: flat ends of searches and places on training
  /// runs.
  public static func indexVersusLoss(_ survey: NetworkSurvey, caption: [String]) -> Figure {
    func series(
      _ name: String, _ points: [(loss: Double, fraction: Double)], _ style: Series.Style,
      _ colour: Colour
    ) -> Series {
      let seen = points.filter { $0.loss.isFinite && $0.fraction.isFinite }
      return Series(
        name, x: seen.map(\.loss), y: seen.map(\.fraction), style: style, colour: colour)
    }
    let count = Double(survey.parameters)
    let critical = survey.orbits.map(\.representative)
    let points = critical.map { ($0.value, survey.fraction($0) ?? .nan) }
    // A run may start far above all critical points.
    let highest = 1.5 * (critical.map(\.value).max() ?? .infinity)
    let flat = survey.flatEnds.map { ($0.value, survey.fraction($0) ?? .nan) }
      .filter { $0.0 <= highest }
    let passed = survey.passages.map { ($0.loss, $0.index.map { Double($0) / count } ?? .nan) }
      .filter { $0.0 <= highest }
    let all = [
      series("not critical: on training runs", passed, .dots, .orange),
      series("not critical: flat ends of searches", flat, .points, .blue),
      series("critical points, one an orbit", points, .points, .vermilion),
    ]
    let top = max(all.flatMap(\.y).max() ?? 1, 1 / count)
    return Figure(
      title: "Index and loss of critical points, and of points that are none", caption: caption,
      x: Axis("loss"),
      y: Axis("index fraction, negative eigenvalues / P", range: -0.05 * top...1.1 * top),
      series: all.filter { !$0.x.isEmpty })
  }

  /// Eigenvalues of the Hessian at the critical points of lowest, middle and highest loss, in ascending order.
  public static func lossSpectra(_ survey: NetworkSurvey, caption: [String]) -> Figure {
    let last = survey.orbits.count - 1
    let chosen = Set([0, last / 2, last]).sorted()
    let series = zip(chosen, [Colour.black, .blue, .vermilion]).compactMap { place, colour in
      let point = survey.orbits[place].representative
      var solver = HermitianEigensolver<Double>(size: survey.parameters)
      guard solver.diagonalize(survey.network.euclideanHessian(at: point.position)) else {
        return nil as Series?
      }
      let loss = "\(Float(point.value))"
      return Series(
        "loss \(loss), index \(point.index ?? 0)", x: (1...survey.parameters).map(Double.init),
        y: solver.eigenvalues, colour: colour)
    }
    return Figure(
      title: "Hessians at low, middle and high loss", caption: caption,
      x: Axis("number of the eigenvalue, ascending"), y: Axis("eigenvalue"), series: series,
      lines: [.horizontal(at: 0)])
  }
}
