import Foundation
import Saddlery

/// Index against energy of one Hamiltonian, as a page asks for it.
struct IndexEnergyView: ExploreView {
  /// What a page may ask for: N, numbers of searches, degrees, bytes of a Hamiltonian.
  private static let (dimensions, searches, degreeLimit, memoryLimit) = (3...120, 1...1000, 12, 1e9)

  let mixture: Mixture
  let dimension: Int
  let seed: UInt64
  let points: Int
  /// The search that is looked at, by the number of its start.
  let selected: Int?

  init(_ items: [String: String]) throws {
    let query = try WebQuery(items, known: ["mixture", "n", "seed", "points", "selected"])
    dimension = try query.number("n", in: Self.dimensions, default: 40)
    points = try query.number("points", in: Self.searches, default: 200)
    seed = try query.number("seed", in: UInt64.min...UInt64.max, default: 1)
    selected =
      query.has("selected")
      ? try query.number("selected", in: 0...(points - 1), default: 0) : nil
    do { mixture = try Mixture(parsing: query.text("mixture", default: "3:1")) } catch {
      throw WebError(400, "\(error)")
    }
    guard (2...Self.degreeLimit).contains(mixture.topDegree) else {
      throw WebError(
        400,
        "mixture \(mixture) is not valid; its highest degree must be from 2 to \(Self.degreeLimit)")
    }
    let bytes =
      PSpinHamiltonian.memory(mixture: mixture, dimension: dimension)
      + Search<PSpinHamiltonian>.memory(dimension: dimension, threads: defaultThreads)
    guard bytes < Self.memoryLimit else {
      throw WebError(
        400,
        "n \(dimension) with degree \(mixture.topDegree) needs \(shortened((bytes / 1e6).rounded())) MB; "
          + "choose less of either")
    }
  }

  func run(_ cancellation: Cancellation, _ events: EventStream) {
    guard let limit = try? LimitingIndexCurve(mixture) else { return }
    events.send("theory", Theory(limit, dimension: dimension))
    let hamiltonian = PSpinHamiltonian(mixture, dimension: dimension, seed: seed)
    let found = Search(hamiltonian).run(
      points: points, seed: seed, cancellation: cancellation,
      found: { ends in
        let converged = ends.filter { $0.point.outcome == .converged }
        guard !converged.isEmpty, !cancellation.isCancelled else { return }
        let spectra = hamiltonian.spectra(
          at: Matrix<Double>(columns: converged.map(\.point.position)))
        events.send(
          "points", zip(converged, spectra).map { Dot($0.start, $0.point, dimension, spectrum: $1) }
        )
      })
    guard !cancellation.isCancelled else { return }
    events.send("summary", Summary(found, limit, dimension))
    events.send("neighbours", neighbours(found))
    if CriticalPointCounts.serves(mixture, dimension: dimension),
      let counts = try? CriticalPointCounts(mixture, dimension: dimension)
    {
      events.send("exact", counts.meanEnergyByIndex.map(\.value))
    }
    events.send("end", points)
  }

  var script: String {
    let look =
      selected.map {
        """

        // The point selected on the page.
        let point = found[\($0)]
        print("search \($0): energy \\(point.value / \(dimension)), index \\(point.index ?? -1)")
        print(hamiltonian.spectra(at: Matrix<Double>(columns: [point.position]))[0])

        """
      } ?? ""
    return """
      import Saddlery

      // Index against energy, as on the page.
      let mixture = try Mixture(parsing: "\(mixture)")
      let hamiltonian = PSpinHamiltonian(mixture, dimension: \(dimension), seed: \(seed))
      let found = Search(hamiltonian).run(points: \(points), seed: \(seed))
      var survey = try IndexEnergySurvey(mixture, dimension: \(dimension))
      survey.add(found, sample: 0)
      let points = survey.criticalPoints
      print("\\(survey.converged) of \(points) searches converged, \\(points.count) distinct critical points")
      print("rms deviation from the curve of N → ∞: \\(survey.rmsDeviation)")
      print("minima: \\(points.filter { $0.point.index == 0 }.map(\\.energy).sorted())")
      \(look)
      """
  }
}

extension IndexEnergyView {
  /// By σ·σ'/N.
  private func neighbours(_ found: [CriticalPoint]) -> [Neighbours] {
    let duplicates = DistinctPoints(among: found).duplicateOf
    let numbers = found.indices.filter {
      found[$0].outcome == .converged && duplicates[$0] == nil
    }
    let places = Matrix<Double>(columns: numbers.map { found[$0].position })
    let products = places.transposed * places
    return Neighbours.nearest(numbers) { products[$0, $1] / Double(dimension) }
  }

  /// The curve of N → ∞, and the law of eigenvalues at N.
  private struct Theory: Encodable {
    let model: String
    let convention: String
    let threshold: Double
    /// Pairs of energy and index fraction.
    let curve: [[Double]]
    /// Of the semicircle of the Hessian's eigenvalues about -y.
    let radius: Double

    init(_ limit: LimitingIndexCurve, dimension n: Int) {
      let mixture = limit.mixture
      (model, convention, threshold) = (mixture.name, Mixture.convention, limit.threshold)
      curve = (-100...100).map {
        let energy = Double($0) / 100 * 1.15 * limit.threshold
        return [energy, limit.indexFraction(energy: energy)]
      }
      let second = mixture.covariance(1, derivative: 2)
      radius = 2 * (second * Double(n - 1) / Double(n)).squareRoot()
    }
  }

  /// A critical point.
  private struct Dot: Encodable {
    let start: Int
    let energy: Double
    let index: Int
    let radialDerivative: Double
    let lowest, highest: Double
    let spectrum: [Double]

    init(_ start: Int, _ point: CriticalPoint, _ dimension: Int, spectrum: [Double]) {
      (self.start, index) = (start, point.index ?? 0)
      (lowest, highest) = (point.lowestEigenvalue, point.highestEigenvalue)
      // A histogram needs four digits.
      self.spectrum = spectrum.map { ($0 * 1e4).rounded() / 1e4 }
      (energy, radialDerivative) = (point.value / Double(dimension), point.radialDerivative)
    }
  }

  /// What all searches together gave.
  private struct Summary: Encodable {
    let searches: Int
    let converged: Int
    let distinct: Int
    let rmsDeviation: Double
    /// Searches that ended where an earlier one had.
    let repeats: [Int]

    init(_ found: [CriticalPoint], _ limit: LimitingIndexCurve, _ dimension: Int) {
      var survey = IndexEnergySurvey(limit, dimension: dimension)
      survey.add(found, sample: 0)
      (searches, converged) = (found.count, survey.converged)
      (distinct, rmsDeviation) = (survey.criticalPoints.count, survey.rmsDeviation)
      repeats = survey.records.indices.filter { survey.records[$0].duplicateOf != nil }
    }
  }
}
