import Commands
import Saddlery

extension DescentPlan {
  /// Runs some starts in a sample of a p-spin model.
  ///
  /// - Parameter hamiltonians: whose sum is the Hamiltonian.
  func run(
    _ hamiltonians: [PSpinHamiltonian], seed: UInt64, sample: Int, starts: Range<Int>
  ) -> DescentSurvey {
    let (first, domain) = (starts.lowerBound, hamiltonians[0].domain)
    let n = domain.ambientDimension
    let points = Matrix<Double>(
      columns: starts.map { start in
        var stream = RandomStream(seed: seed, purpose: .starts, sample: sample, item: start)
        return domain.point(fromNormals: stream.normals(count: n))
      })
    var survey = DescentSurvey(dimension: n)
    func record<L: Landscape, M>(_ run: Trajectories<L, M>) {
      var run = run
      let seen = run.record(at: times, [.energy, .gradientNorm], keepsPlaces: true)
      survey.add(seen, of: run, sample: sample, first: first)
    }
    func go(_ method: some Method) {
      guard hamiltonians.count > 1 else {
        return record(
          Trajectories(
            hamiltonians[0], from: points, by: method, seed: seed, sample: sample, first: first))
      }
      let sum = SumLandscape(hamiltonians, factor: 1 / Double(hamiltonians.count).squareRoot())
      record(
        Trajectories(
          miniBatches: sum, from: points, by: method, seed: seed, sample: sample, first: first))
    }
    go(method(dimension: n))
    return survey
  }

  /// The unit of steps of a model: of time the inverse of the largest curvature at the threshold, 4 √ξ″(1).
  static func unit(of mixture: Mixture) -> (time: Double, length: Double) {
    (1 / (4 * mixture.covariance(1, derivative: 2).squareRoot()), 1)
  }
}
