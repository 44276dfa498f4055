import Analysis
import CriticalPoints
import Figures
import KacRice
import Models
import SpinGlasses
import Testing

/// Hessians at three energies beside index against energy.
@Suite struct SpectraByEnergyTests {
  private static let n = 24

  private static func hamiltonian(_ sample: Int) -> PSpinHamiltonian {
    PSpinHamiltonian(.pure(3), dimension: n, seed: 5, sample: sample)
  }

  private static func survey(points: Int, samples: Int = 2) throws
    -> IndexEnergySurvey<LimitingIndexCurve>
  {
    var survey = try IndexEnergySurvey(.pure(3), dimension: n)
    for sample in 0..<samples {
      let found = Search(hamiltonian(sample)).run(points: points, seed: 5, sample: sample)
      survey.add(found, sample: sample)
    }
    return survey
  }

  /// Eigenvalues are those of the points: they end where the search says and as many are negative as it counted.
  @Test func spectraBelongToTheirPoints() throws {
    let survey = try Self.survey(points: 60)
    let windows = SpectraByEnergy(of: survey, Self.hamiltonian).windows
    #expect(windows.map(\.name) == ["high", "middle", "lowest"])
    #expect(windows[0].energy > windows[1].energy && windows[1].energy > windows[2].energy)
    #expect(windows[2].points.map(\.energy).min() == survey.criticalPoints.map(\.energy).min())
    for window in windows {
      #expect(window.points.count == survey.criticalPoints.count / 25)
      for (record, spectrum) in zip(window.points, window.spectra) {
        #expect(spectrum.count { $0 < 0 } == record.point.index)
        #expect(abs(spectrum[0] - record.point.lowestEigenvalue) < 1e-8)
        #expect(abs(spectrum[spectrum.count - 1] - record.point.highestEigenvalue) < 1e-8)
      }
    }
  }

  @Test(arguments: 0...3) func fewPointsHaveFewWindows(points: Int) throws {
    var survey = try IndexEnergySurvey(.pure(3), dimension: Self.n)
    let found = try Self.survey(points: 8, samples: 1).criticalPoints.prefix(points)
    survey.add(found.map(\.point), sample: 0)
    let spectra = SpectraByEnergy(of: survey, Self.hamiltonian)
    #expect(spectra.windows.count == points)
    let panels = Panels.indexVersusEnergy(survey, spectra, caption: [])
    #expect(panels.figures.count == 1 + points)
  }

  /// The part of the limiting density below zero is the index fraction of N → ∞ at these radial derivatives.
  @Test func limitHasTheIndexOfTheCurve() throws {
    let survey = try Self.survey(points: 20)
    let curve = survey.limit
    for window in SpectraByEnergy(of: survey, Self.hamiltonian).windows {
      let step = 0.001
      let grid = (-20_000..<20_000).map { (Double($0) + 0.5) * step }
      let masses = grid.map { (x: $0, mass: window.limit(curve, at: $0) * step) }
      let expected = window.points.map {
        curve.indexFraction(radialDerivative: $0.point.radialDerivative)
      }
      let below = masses.filter { $0.x < 0 }.reduce(0) { $0 + $1.mass }
      #expect(abs(masses.reduce(0) { $0 + $1.mass } - 1) < 1e-4)
      #expect(abs(below - expected.reduce(0, +) / Double(expected.count)) < 1e-4)
    }
  }

  /// The green area is the mean height of the green dots, the whole area is one, and all panels have the same axes.
  @Test func shadedAreaIsTheIndexFraction() throws {
    let survey = try Self.survey(points: 60)
    let spectra = SpectraByEnergy(of: survey, Self.hamiltonian)
    let panels = Panels.indexVersusEnergy(survey, spectra, caption: ["small print"])
    for (figure, window) in zip(panels.figures.dropFirst(), spectra.windows) {
      let areas = figure.series.prefix(2).map { bars in
        zip(bars.y, bars.width ?? []).reduce(0) { $0 + $1.0 * $1.1 }
      }
      #expect(abs(areas[0] - window.indexFraction) < 1e-12)
      #expect(abs(areas[0] + areas[1] - 1) < 1e-12)
      #expect(figure.x.range == panels.figures[1].x.range)
      #expect(figure.y.range == panels.figures[1].y.range)
    }
    let marked = panels.figures[0].series.last?.x
    #expect(marked == spectra.windows.flatMap { $0.points.map(\.energy) })
  }

  /// The caption says on which side of the threshold minima lie, with the exact number.
  @Test func captionHasTheExactMeanEnergyOfMinima() throws {
    let survey = try Self.survey(points: 8, samples: 1)
    let spectra = SpectraByEnergy(of: survey, Self.hamiltonian)
    func caption(_ mean: Double?) -> String {
      Panels.indexVersusEnergy(
        survey, spectra, meanEnergyByIndex: mean.map { [$0, 0] }, caption: ["small print"]
      ).figures[0].caption.joined(separator: "\n")
    }
    #expect(caption(-1.25).contains("above the threshold -E∞ = -1.6330"))
    #expect(caption(-1.25).contains("is -1.2500"))
    #expect(caption(-1.75).contains("is -1.7500, below the threshold"))
    #expect(!caption(nil).contains("threshold") && caption(nil).hasSuffix("small print"))
  }
}
