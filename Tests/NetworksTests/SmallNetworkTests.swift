import CriticalPoints
import Landscapes
import LinearAlgebra
import Networks
import Testing

@Suite struct SmallNetworkTests {
  /// Value, gradient and Hessian of another program.
  @Test func derivatives() throws {
    let reference = try SmallNetwork.load()
    let (network, check) = (try reference.network(), reference.check)
    #expect(abs(network.value(at: check.w) / check.loss - 1) < 1e-14)
    let gradient = network.euclideanGradient(at: check.w)
    #expect(norm(zip(gradient, check.gradient).map { $0 - $1 }) < 1e-14 * norm(gradient))
    let hessian = network.euclideanHessian(at: check.w)
    let size = norm(hessian.elements)
    #expect(norm(zip(hessian.column(0), check.hessianFirstRow).map { $0 - $1 }) < 1e-13 * size)
    #expect(abs(hessian.trace - check.hessianTrace) < 1e-13 * size)
  }

  /// All its critical points, as the other program found them by three searches from many starts.
  @Test func criticalPoints() throws {
    let reference = try SmallNetwork.load()
    let found = try Exploration(Search(reference.network())).run(from: 30, seed: 1)
    #expect(found.isExhausted && found.orbits.morseSum == reference.signedSum)
    let orbits = found.orbits.orbits.sorted { $0.representative.value < $1.representative.value }
    #expect(orbits.count == reference.distinctPoints.rows.count)
    // Columns: loss, index, units that are not dead, images, smallest |eigenvalue|.
    for (orbit, row) in zip(orbits, reference.distinctPoints.rows) {
      #expect(abs(orbit.representative.value - row[0]) < 1e-8)
      #expect(orbit.representative.index == Int(row[1]) && orbit.size == Int(row[3]))
    }
  }
}
