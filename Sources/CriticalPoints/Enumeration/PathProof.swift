internal import LinearAlgebra
internal import Numerics

/// Proves that the ends of paths are solutions, eight at a time.
///
/// What is proved depends on the ends alone, in their order, not on how they were found: ends that an interrupted run
/// left, or that come from anywhere else, are worth what their proof is.
struct PathProof {
  private let batch: PathBatch

  init(_ system: HomotopySystem) {
    batch = PathBatch(system)
  }

  /// What is proved of each end; those without proof come back as failed.
  ///
  /// - Parameter isSharp: whether ends that a Newton step would move have no proof either.
  func records(of ends: [PathEnd], isSharp: Bool = false) -> [PathRecord] {
    let places = ends.indices.filter { ends[$0].isFinished && ends[$0].isFinite }
    var certificates = [Certificate?](repeating: nil, count: ends.count)
    for first in stride(from: 0, to: places.count, by: 8) {
      let group = places[first..<min(first + 8, places.count)]
      for (place, certificate) in zip(group, prove(group.map { ends[$0] })) {
        certificates[place] = certificate
      }
    }
    return zip(ends, certificates).map { end, certificate in
      PathRecord(
        end, pointSize: batch.pointSize,
        isSharp && certificate?.isSharp == false ? nil : certificate)
    }
  }

  /// One Newton step at up to eight ends, and the certificates that it gives.
  private func prove(_ ends: [PathEnd]) -> [Certificate?] {
    let n = batch.size - 1
    for lane in 0..<8 {
      let end = ends[min(lane, ends.count - 1)]
      for (i, z) in end.state.enumerated() { batch.state[i][lane] = (z.real, z.imaginary) }
    }
    batch.newton(.one, keepsJacobian: true)
    let bounds = batch.inverseBounds(weight: batch.weight)
    var norm = SIMD8<Double>.zero
    for i in 0..<n { norm += batch.state[i].squaredNorm }
    return ends.indices.map { l in
      Certificate(
        batch.system, norm: norm[l].squareRoot(),
        multiplier: batch.state[n].squaredNorm[l].squareRoot(), weight: batch.weight[l],
        residual: .init(
          equations: batch.residual.equations[l], sphere: batch.residual.sphere[l]),
        inverse: .init(
          equations: bounds.inverse.equations[l], sphere: bounds.inverse.sphere[l]),
        jacobian: bounds.jacobian[l], defect: bounds.defect[l])
    }
  }
}
