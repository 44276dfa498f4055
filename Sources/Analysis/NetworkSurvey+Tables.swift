internal import CriticalPoints
public import OutputFiles

extension NetworkSurvey {
  /// Every orbit, losses ascending, with the weights of one of its points.
  public func orbitTable(provenance: Provenance) -> DataTable {
    let points = orbits.map(\.representative)
    var columns: [DataTable.Column] = [
      .init("loss", points.map(\.value)), .init("index", points.map(\.index)),
      .init("index_fraction", points.map(fraction)), .init("size", orbits.map(\.size)),
      .init("found", orbits.map(\.found)), .init("gradient_norm", points.map(\.gradientNorm)),
      .init("lowest_eigenvalue", points.map(\.lowestEigenvalue)),
      .init("highest_eigenvalue", points.map(\.highestEigenvalue)),
    ]
    for i in 0..<parameters { columns.append(.init("w_\(i + 1)", points.map { $0.position[i] })) }
    return DataTable(
      comments: provenance.comments + [
        "size: different points that exchanges of hidden units and turns of their signs make of one; found: of these",
        "index_fraction = index/P; gradient_norm = |grad|/sqrt(P); w: by layer the columns of (W b)",
      ], columns: columns)
  }

  /// Every search, whatever its end.
  public func searchTable(provenance: Provenance) -> DataTable {
    DataTable(
      comments: provenance.comments + [
        "converged and degenerate ends are critical points, the others are not",
        "index_fraction = index/P; gradient_norm = |grad|/sqrt(P)",
      ],
      columns: [
        .init("target_index", searches.map(\.targetIndex)),
        .init("outcome", searches.map(\.outcome.rawValue)),
        .init("loss", searches.map(\.value)), .init("index", searches.map(\.index)),
        .init("index_fraction", searches.map(fraction)),
        .init("gradient_norm", searches.map(\.gradientNorm)),
        .init("iterations", searches.map(\.iterations)),
      ])
  }

  /// What training runs pass.
  public func trainingTable(provenance: Provenance) -> DataTable {
    DataTable(
      comments: provenance.comments + [
        "gradient flow from random weights; these points are not critical",
        "index_fraction = index/P; gradient_norm = |grad|/sqrt(P)",
      ],
      columns: [
        .init("run", passages.map(\.run)), .init("time", passages.map(\.time)),
        .init("loss", passages.map(\.loss)), .init("index", passages.map(\.index)),
        .init(
          "index_fraction",
          passages.map { $0.index.map { Double($0) / Double(parameters) } }),
        .init("gradient_norm", passages.map(\.gradientNorm)),
      ])
  }

  func fraction(_ point: CriticalPoint) -> Double? {
    point.index.map { Double($0) / Double(parameters) }
  }
}
