extension Sweep.Result {
  /// The result of an earlier sweep, from what was kept of it.
  ///
  /// - Parameter dimension: of the domain.
  package init(points: [CriticalPoint], dimension: Int, completeness: Completeness) {
    let byIndex = (0...dimension).map { k in points.count { $0.index == k } }
    let euler = byIndex.enumerated().reduce(0) { $0 + ($1.offset % 2 == 0 ? 1 : -1) * $1.element }
    self.init(
      points: points, byIndex: byIndex, eulerCharacteristic: euler, completeness: completeness,
      sweeps: 0)
  }
}
