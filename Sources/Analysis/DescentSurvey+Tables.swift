public import OutputFiles
internal import Dynamics
internal import Statistics

extension DescentSurvey {
  /// Mean energy and gradient against time.
  public func energyTable(provenance: Provenance) -> DataTable {
    let energies = times.indices.map(energy)
    return DataTable(
      comments: provenance.comments + [
        "means over all runs that did not diverge; standard errors take the disorder sample as the unit (empty with one sample)"
      ],
      columns: [
        .init("time", times), .init("energy", energies.map(\.mean)),
        .init("energy_standard_error", energies.map(\.finiteError)),
        .init("runs", energies.map(\.count)),
      ])
  }

  /// Every run at every time.
  public func trajectoryTable(provenance: Provenance) -> DataTable {
    let rows = runs.flatMap { run in times.indices.map { (run, $0) } }
    return DataTable(
      comments: provenance.comments + ["gradient_norm = |grad_R H|/sqrt(N)"],
      columns: [
        .init("sample", rows.map(\.0.sample)), .init("start", rows.map(\.0.start)),
        .init("time", rows.map { times[$0.1] }), .init("energy", rows.map { $0.0.energies[$0.1] }),
        .init("gradient_norm", rows.map { $0.0.gradientNorms[$0.1] }),
      ])
  }

  /// Where the runs ended.
  public func endTable(provenance: Provenance) -> DataTable {
    DataTable(
      comments: provenance.comments + [
        "the last place of each run, which need not be critical; gradient_norm = |grad_R H|/sqrt(N)"
      ],
      columns: [
        .init("sample", runs.map(\.sample)), .init("start", runs.map(\.start)),
        .init("outcome", runs.map(\.outcome.rawValue)), .init("energy", runs.map(\.energy)),
        .init("gradient_norm", runs.map { $0.gradientNorms[times.count - 1] }),
        .init("index", runs.map(\.index)),
      ])
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
