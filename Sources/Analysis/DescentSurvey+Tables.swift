public import OutputFiles
internal import Dynamics
internal import Statistics

extension DescentSurvey {
  /// Means against time.
  public func meanTable(provenance: Provenance) -> DataTable {
    let unit = unit == .sample ? "disorder sample" : "start"
    let values = times.indices.map(value)
    var columns: [DataTable.Column] = [.init("time", times)]
    func add(_ name: String, _ estimates: [Estimate]) {
      columns.append(.init(name, estimates.map(\.mean)))
      columns.append(.init("\(name)_standard_error", estimates.map(\.finiteError)))
    }
    add(quantity, values)
    for (k, name) in others.enumerated() { add(name, times.indices.map { other(k, $0) }) }
    return DataTable(
      comments: provenance.comments + [
        "means over all runs that did not diverge; standard errors take the \(unit) as the unit (empty with one)"
      ], columns: columns + [.init("runs", values.map(\.count))])
  }

  /// Every run at every time.
  public func trajectoryTable(provenance: Provenance) -> DataTable {
    let rows = runs.flatMap { run in times.indices.map { (run, $0) } }
    return DataTable(
      comments: provenance.comments + [gradientNote],
      columns: [
        .init("sample", rows.map(\.0.sample)), .init("start", rows.map(\.0.start)),
        .init("time", rows.map { times[$0.1] }), .init(quantity, rows.map { $0.0.values[$0.1] }),
        .init("gradient_norm", rows.map { $0.0.gradientNorms[$0.1] }),
      ] + others.enumerated().map { k, name in .init(name, rows.map { $0.0.others[k][$0.1] }) })
  }

  /// Where the runs ended.
  public func endTable(provenance: Provenance) -> DataTable {
    DataTable(
      comments: provenance.comments + [
        "the last place of each run, which need not be critical; \(gradientNote)"
      ],
      columns: [
        .init("sample", runs.map(\.sample)), .init("start", runs.map(\.start)),
        .init("outcome", runs.map(\.outcome.rawValue)), .init(quantity, runs.map(\.final)),
        .init("gradient_norm", runs.map { $0.gradientNorms[times.count - 1] }),
        .init("index", runs.map(\.index)),
      ]
        + others.enumerated().map { k, name in
          .init(name, runs.map { $0.others[k][times.count - 1] })
        })
  }

  private var gradientNote: String {
    quantity == "energy"
      ? "gradient_norm = |grad_R H|/sqrt(N)" : "gradient_norm = |grad|/sqrt(P)"
  }

  /// Overlaps of runs with themselves at two times.
  public func correlationTable(provenance: Provenance) -> DataTable {
    let pairs = times.indices.flatMap { i in (0...i).map { (i, $0) } }
    let means = pairs.map { correlation($0.0, $0.1) }
    return DataTable(
      comments: provenance.comments + [
        "correlation C(t, t_w) = sigma(t).sigma(t_w)/N, mean over runs; time = t, waiting_time = t_w"
      ],
      columns: [
        .init("time", pairs.map { times[$0.0] }), .init("waiting_time", pairs.map { times[$0.1] }),
        .init("correlation", means.map(\.mean)),
        .init("correlation_standard_error", means.map(\.finiteError)),
      ])
  }
}
