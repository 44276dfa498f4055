import Analysis
import CriticalPoints
import Figures
import KacRice
import Models
import OutputFiles
import Statistics
import Testing

@Suite struct IndexEnergySurveyTests {
  /// A made-up critical point of the pure 3-spin model with N = 11, at index fraction k/10.
  private func point(
    _ energy: Double, index: Int, at place: Double = 0,
    outcome: SearchOutcome = .converged
  ) -> CriticalPoint {
    CriticalPoint(
      position: [energy, place], value: 11 * energy, radialDerivative: 3 * energy,
      gradientNorm: 1e-12, index: index, lowestEigenvalue: -1, highestEigenvalue: 2,
      outcome: outcome, iterations: 7, targetIndex: index)
  }

  private var survey: IndexEnergySurvey<LimitingIndexCurve> {
    var survey = try! IndexEnergySurvey(.pure(3), dimension: 11)
    survey.add(
      [
        point(-1, index: 1), point(-1, index: 1), point(0, index: 5),
        point(9, index: 5, outcome: .stalled),
      ], sample: 0)
    survey.add([point(-1, index: 1), point(-1.2, index: 1)], sample: 1)
    return survey
  }

  @Test func countsEachCriticalPointOnce() {
    #expect(survey.records.count == 6)
    #expect(survey.converged == 5)
    // The same place in two samples is two points.
    #expect(survey.criticalPoints.count == 4)
    #expect(survey.records.map(\.duplicateOf) == [nil, 0, nil, nil, nil, nil])
    #expect(survey.samples == 2)
  }

  /// By hand: deviations at E = -1, 0, -1, -1.2 from F(E/E∞) with the tabulated
  /// α(-1) = 0.13611420, α(0) = 1/2, α(-1.2) = 0.07860915.
  @Test func deviations() throws {
    let by = [0.1 - 0.13611420, 0.5 - 0.5, 0.1 - 0.13611420, 0.1 - 0.07860915]
    let rms = (by.reduce(0) { $0 + $1 * $1 } / 4).squareRoot()
    #expect(abs(survey.rmsDeviation - rms) < 1e-8)
    #expect(abs(survey.rmsDeviationFromRadialCurve - rms) < 1e-8)
    #expect(try IndexEnergySurvey(.pure(3), dimension: 11).rmsDeviation.isNaN)
  }

  /// Points put exactly at the mean energies of their indices do not deviate; moved by the distance to
  /// the next index, each deviates by 1/(N-1).
  @Test func deviationFromExactMeanEnergies() throws {
    let counts = try CriticalPointCounts(.pure(3), dimension: 11)
    let energies = counts.meanEnergyByIndex.map(\.value)
    var exact = try IndexEnergySurvey(.pure(3), dimension: 11)
    exact.add(energies.enumerated().map { point($1, index: $0) }, sample: 0)
    #expect(exact.rmsDeviation(from: counts) < 1e-14)
    var moved = try IndexEnergySurvey(.pure(3), dimension: 11)
    moved.add((1...10).map { point(energies[$0 - 1], index: $0) }, sample: 0)
    #expect(abs(moved.rmsDeviation(from: counts) - 0.1) < 1e-14)
  }

  @Test func rowsCoverEveryIndexOnce() {
    for bins in [1, 3, 4, 11, 50] {
      let rows = survey.rows(bins: bins)
      #expect(rows.reduce(0) { $0 + $1.energy.count } == 4)
      #expect(rows.count <= min(bins, 11))
    }
    let rows = survey.rows(bins: 11)
    #expect(rows.map(\.indices) == [1...1, 5...5])
    #expect(abs(rows[0].energy.mean + 3.2 / 3) < 1e-15)
    #expect(rows[0].energy.samples == 2)
    #expect(rows[1].energy.standardError.isNaN)
    #expect(abs(survey.meanEnergy(ofIndex: 1).mean + 3.2 / 3) < 1e-15)
  }

  @Test func pointTableHasTheContractedColumns() {
    let provenance = Provenance(model: "m", convention: "c", seed: 4)
    let lines = survey.pointTable(provenance: provenance).csv().split(separator: "\n")
    let header = lines.first { !$0.hasPrefix("#") }
    #expect(
      header?.hasPrefix(
        "sample,target_index,outcome,energy,index,index_fraction,radial_derivative,gradient_norm,"
          + "lowest_eigenvalue,highest_eigenvalue,iterations") == true)
    #expect(lines.contains("# seed: 4"))
    #expect(lines.contains("0,1,converged,-1.0,1,0.1,-3.0,1e-12,-1.0,2.0,7,1"))
    #expect(lines.count { !$0.hasPrefix("#") } == 7)
  }

  /// A row with one sample has an empty cell for the standard error, not nan or zero.
  @Test func missingStandardErrorsAreEmptyCells() {
    let table = survey.indexTable(
      bins: 11, provenance: Provenance(model: "m", convention: "c", seed: nil))
    #expect(table.csv().contains("\n5,5,1,1,0.5,0.0,,0.0,"))
  }

  @Test func figureHoldsCloudCurveAndMeans() {
    let figure = Figure.indexVersusEnergy([survey], caption: [])
    let names = figure.series.compactMap(\.name)
    #expect(
      names == ["threshold ±E_∞", "theory, N → ∞", "critical points", "means ± standard error"])
    let cloud = figure.series.first { $0.name == "critical points" }
    #expect(cloud?.x == survey.criticalPoints.map(\.energy))
    let theory = figure.series.first { $0.name == "theory, N → ∞" }
    #expect(theory?.y.min() == 0 && theory?.y.max() == 1)
  }
}
