public import Figures
internal import Foundation
internal import LinearAlgebra
internal import RandomMatrices
internal import Statistics

extension Figure {
  /// Loss against time: some single runs, the mean with its error, and that on examples that were held out.
  public static func lossAgainstTime(_ survey: DescentSurvey, caption: [String]) -> Figure {
    let places = survey.times.indices.filter { survey.times[$0] > 0 }
    let times = places.map { survey.times[$0] }
    var series = survey.finished.prefix(8).enumerated().map { number, run in
      Series(
        number == 0 ? "single runs" : nil, x: times, y: places.map { run.values[$0] },
        style: .line, colour: .grey)
    }
    func add(_ name: String, _ means: [Estimate], _ colour: Colour) {
      series.append(
        Series(
          name, x: times, y: means.map(\.mean), yError: means.map { $0.finiteError ?? 0 },
          colour: colour))
    }
    add("mean ± standard error", places.map(survey.value), .vermilion)
    for (observable, name, colour) in [
      ("loss_without_decay", "mean without decay", Colour.black),
      ("held_out_loss", "mean without decay on examples held out", .blue),
    ] {
      guard let k = survey.others.firstIndex(of: observable) else { continue }
      add(name, places.map { survey.other(k, $0) }, colour)
    }
    return Figure(
      title: "How fast the loss falls", caption: caption,
      x: Axis("time t", range: times[0]...times[times.count - 1], scale: .logarithmic),
      y: Axis("loss", scale: .logarithmic), series: series)
  }

  /// Hessians on the way of a run: the part of the eigenvalues below a number, against the number.
  public static func hessiansOnTheWay(_ spectra: [TrainingSpectrum], caption: [String]) -> Figure {
    let colours: [Colour] = [.black, .blue, .vermilion]
    let series = zip(spectra, colours).map { one, colour -> Series in
      let all = Set(one.spectrum.measures.flatMap(\.nodes)).sorted()
      let count = max(1, min(120, all.count))
      let x = (0..<min(count, all.count)).map { all[$0 * (all.count - 1) / max(1, count - 1)] }
      let fractions = x.map(one.spectrum.fraction)
      return Series(
        String(format: "t = %.3g, loss %.4g", one.time, one.loss), x: x, y: fractions.map(\.mean),
        yError: fractions.map { $0.finiteError ?? 0 }, colour: colour)
    }
    return Figure(
      title: "Hessians on the way down", caption: caption, x: Axis("eigenvalue of the Hessian"),
      y: Axis("part of the eigenvalues below", range: -0.02...1.02), series: series,
      lines: [.vertical(at: 0)])
  }
}
