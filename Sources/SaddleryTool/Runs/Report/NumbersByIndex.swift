import Saddlery

/// How many critical points of each index a sample has, with standard errors, NaN where there are none, and the exact mean
/// numbers where they are known.
struct NumbersByIndex {
  let means: [Double]
  let errors: [Double]
  let exact: [Double]?

  var table: DataTable {
    DataTable(
      columns: [
        .init("index", Array(means.indices)), .init("mean_number", means),
        .init("standard_error", errors.map { $0.isFinite ? $0 : nil }),
      ] + (exact.map { [.init("exact", $0)] } ?? []))
  }

  func figure(caption: [String]) -> Figure {
    let indices = means.indices.map(Double.init)
    let measured = Series(
      "mean ± standard error", x: indices, y: means,
      yError: errors.map { $0.isFinite ? $0 : 0 }, colour: .vermilion)
    let theory = exact.map {
      Series("exact mean", x: indices, y: $0, style: .line, colour: .black)
    }
    let top = zip(means, errors).map { $0 + ($1.isFinite ? $1 : 0) } + (exact ?? [])
    return Figure(
      title: "Critical points of each index", caption: caption,
      x: Axis("Morse index k", range: -0.5...(Double(means.count) - 0.5)),
      y: Axis("number in a sample", range: 0...max(1, 1.05 * (top.max() ?? 1))),
      series: [theory, measured].compactMap(\.self))
  }
}
